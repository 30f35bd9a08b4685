import { lettersPattern } from '../ground/letters.ts';
import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';

/** A word, or several words in wide letters, in which characters stand that look like plain letters and are others, and what it is in plain letters. */
export interface LookAlike {
  /** UTF-16 offsets into the text. */
  readonly range: TextRange;
  readonly plain: string;
}

/** Letters of Cyrillic and Greek that look like Latin ones, and these. */
const foreign = 'аеорсхуіѕјԁһԛԝАВЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const latin = 'aeopcxyisjdhqwABEHIJKMOPSTXYABEZHIKMNOPTYXo';
const latinOf = once(() => new Map([...foreign].map((letter, at) => [letter, latin[at]] as const)));

/** Full-width letters and digits, letters for formulas, ligatures: Unicode has a plain form of each (NFKC). */
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb04\u{1d400}-\u{1d7ff}]/u;
const mixed = new RegExp(`[${foreign}]`, 'u');
const eastAsian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const isBlank = /^[ \u3000]+$/;
const word = lettersPattern(String.raw`[\p{L}\p{N}_'’-]+`, 'g');

/**
 * The words of a text that look like others because of their characters: in full-width letters, or with a letter of another script among
 * Latin ones. Where East Asian text is written full-width letters belong there.
 */
export function lookAlikesIn(text: string): LookAlike[] {
  const isWide = wide.test(text) && !eastAsian.test(text);
  if (!isWide && !mixed.test(text)) return [];
  const found: LookAlike[] = [];
  for (const { 0: own, index } of text.matchAll(word(text))) {
    const range = { start: index, end: index + own.length };
    const last = found.at(-1);
    // Words of one tag in wide letters are one slip.
    const isNext = last !== undefined && isWide && wide.test(own) && isBlank.test(text.slice(last.range.end, index));
    if (isNext && wide.test(text.slice(last.range.start, last.range.end)))
      found[found.length - 1] = {
        range: { start: last.range.start, end: range.end },
        plain: `${last.plain} ${own.normalize('NFKC')}`,
      };
    else if (isWide && wide.test(own)) found.push({ range, plain: own.normalize('NFKC') });
    // A word of another script alone is a word of another language.
    else if (mixed.test(own) && /[A-Za-z]/.test(own)) {
      const plain = [...own].map((letter) => latinOf().get(letter) ?? letter).join('');
      if (/^[\x20-\x7e’]+$/.test(plain)) found.push({ range, plain });
    }
  }
  return found;
}

/** A text with its look-alikes in plain letters. */
export function withPlainLetters(text: string): string {
  let [end, plain] = [0, ''];
  for (const found of lookAlikesIn(text)) {
    plain += text.slice(end, found.range.start) + found.plain;
    end = found.range.end;
  }
  return plain + text.slice(end);
}
