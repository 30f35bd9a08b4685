import { once } from './once.ts';

/** What `\p{…}` stands for in a text of ASCII, within the brackets of a class. */
const plainLetters: Readonly<Record<string, string>> = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', N: '0-9' };

/** Whether a text has anything above ASCII. */
export const isBeyondAscii = (text: string): boolean => /[^\x00-\x7f]/.test(text);

/**
 * A pattern over letters of all scripts, by the text it is for: a text of ASCII gets a twin that names its letters and finds the same in
 * it, because V8 goes through all of Unicode for each `\p{L}` before it reads one caption.
 * @param source as between the slashes of a literal; `\p{L}`, `\p{Lu}`, `\p{Ll}` and `\p{N}` within brackets, and no other class
 * @param flags those besides `u`
 */
export function lettersPattern(source: string, flags = ''): (text: string) => RegExp {
  const plain = once(
    () =>
      new RegExp(
        source.replace(/\\p\{(\w+)\}/g, (_, name) => plainLetters[name]),
        flags,
      ),
  );
  const whole = once(() => new RegExp(source, `u${flags}`));
  return (text) => (isBeyondAscii(text) ? whole() : plain());
}

const letter = lettersPattern('[\\p{L}]');
const letterFirst = lettersPattern('^[\\p{L}]');
const capitalFirst = lettersPattern('^[\\p{Lu}]');

/** Whether a text has a letter of any script. */
export const hasLetter = (text: string): boolean => letter(text).test(text);

/** Whether a text begins with a letter. */
export const opensWithLetter = (text: string): boolean => letterFirst(text).test(text);

/** Whether a text begins with a capital letter. */
export const opensWithCapital = (text: string): boolean => capitalFirst(text).test(text);
