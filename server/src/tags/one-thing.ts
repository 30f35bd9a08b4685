import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { ONE_THING } from './data/one-thing.ts';

/** A word of a set of words for one thing, as a text has it. */
export interface NamedThing {
  /** Equal for all words of one set. */
  readonly set: number;
  /** In the singular and lower case: `weather vane`. */
  readonly word: string;
}

const mostWords = 4;
const singular = (word: string): string =>
  word.length < 4 || /(?:ss|us|is)$/.test(word)
    ? word
    : word.replace(/(?<=[^aeiou])ies$/, 'y').replace(/(?<=x|ch|sh|ss)es$|(?<=[^su'’])s$/, '');

const sets = once(() => {
  const found = new Map<string, NamedThing>();
  /** What sets begin with, so that most words of a text cost one look. */
  const firsts = new Set<string>();
  for (const [set, line] of ONE_THING.trim().split(/;\s+/).entries())
    for (const word of listOf(line)) {
      const words = word.split(' ');
      found.set([...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' '), { set, word });
      firsts.add(words.length > 1 ? words[0] : singular(word));
    }
  return { found, firsts };
});

/** The words of a text (lower case) that name a thing which has other names too, the longest at each place. */
export function thingsNamed(text: string): NamedThing[] {
  const { found, firsts } = sets();
  const named: NamedThing[] = [];
  const words = Array.from(text.matchAll(/[a-z]+(?:['’-]+[a-z]+)*/g), ({ 0: own, index }) => ({
    own: own.replace('’', "'"),
    start: index,
    end: index + own.length,
  }));
  for (let at = 0; at < words.length; at++) {
    if (!firsts.has(words[at].own) && !firsts.has(singular(words[at].own))) continue;
    for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
      const phrase = words.slice(at, at + length);
      const [first, last] = [phrase[0], phrase[length - 1]];
      if (/[^ _a-z'’-]/.test(text.slice(first.start, last.end))) continue;
      const known = found.get([...phrase.slice(0, -1).map(({ own }) => own), singular(last.own)].join(' '));
      if (known === undefined) continue;
      named.push(known);
      at += length - 1;
      break;
    }
  }
  return named;
}
