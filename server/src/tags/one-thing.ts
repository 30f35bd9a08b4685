import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { NOUNS, PLURALS } from './data/nouns.ts';
import { BESIDE } from './data/one-thing/beside.ts';
import { LOOKS } from './data/one-thing/looks.ts';
import { NEAR, NEAR_LOOKS } from './data/one-thing/near.ts';
import { ONE_THING } from './data/one-thing/one-thing.ts';
import { memoized } from './memo.ts';
import { meansOther } from './prose-variants.ts';
import { singular } from './singular.ts';
import { foldSpelling, oneSpelling, withoutAccents } from './spelling.ts';

/** A word of a set of words for one thing, as a text has it. */
export interface NamedThing {
  /** Equal for all words of one set. */
  readonly set: number;
  /** As the set has it, in lower case: `weather vane`. */
  readonly word: string;
  /** As the text has it, in the singular: `weathervane`. */
  readonly written: string;
  /** Words one of which the folder must have for the set to be of one thing: a bonnet is a hood of cars only. Null where it always is. */
  readonly beside: RegExp | null;
  /** Its place in the text (UTF-16, half-open). */
  readonly start: number;
  readonly end: number;
}

const mostWords = 4;
/** A word in the one spelling that all of its spellings have, without apostrophes: "gray" grey, "chemist's" chemists. */
const folded = memoized((word) => oneSpelling(foldSpelling(word)).replace(/['’]/g, ''));

/** Words by their letters, and what they begin with, so that most words of a text cost one look. */
interface Names {
  readonly found: ReadonlyMap<string, Pick<NamedThing, 'set' | 'word' | 'beside'>>;
  readonly firsts: ReadonlySet<string>;
}

const lettersOf = (word: string): string => word.split(/[ -]/).map(folded).join('');

/** The words of some sets. A word of two sets belongs to the first, and brings the others of the second with it. */
function namesOf(lines: readonly string[]): Names {
  const found = new Map<string, Pick<NamedThing, 'set' | 'word' | 'beside'>>();
  const firsts = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const [list, near] = line.split(' @ ').reverse();
    const beside = near === undefined ? null : new RegExp(`(?<![a-z])(?:${near.replaceAll(' ', '|')})s?(?![a-z])`, 'i');
    const words = listOf(list);
    const known = words.map((word) => found.get(lettersOf(word))?.set).find((set) => set !== undefined);
    for (const word of words) {
      const letters = lettersOf(word);
      if (!found.has(letters)) found.set(letters, { set: known ?? at, word, beside });
      firsts.add(folded(word.split(/[ -]/)[0])).add(letters);
    }
  }
  return { found, firsts };
}

const things = once(() =>
  namesOf([
    ...ONE_THING.split(/;\s+/),
    ...BESIDE.trim().split(/;\s+/),
    ...`${NOUNS.trim()}\n${PLURALS.trim()}`.split('\n').map((line) => line.replace(': ', ',')),
  ]),
);
const looks = once(() => namesOf(LOOKS.trim().split(/;\s+/)));

const near = once(() => nearOf(NEAR.trim().split(/;\s+/)));
const nearLooks = once(() => besideOf(NEAR_LOOKS.trim().split(/;\s+/)));

/** As {@link namesOf}, of words that stand in several sets: a word is near all others of them. */
function nearOf(lines: readonly string[]): { names: Names; beside: ReadonlyMap<string, ReadonlySet<string>> } {
  const beside = besideOf(lines);
  return { names: namesOf([...beside.keys()]), beside };
}

/** The others of the sets that a word is in, by word. */
function besideOf(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>();
  for (const line of lines)
    for (const word of listOf(line))
      beside.set(word, new Set([...(beside.get(word) ?? []), ...listOf(line).filter((other) => other !== word)]));
  return beside;
}

/** Whether two tags (normal form) name one thing that they say is a little otherwise: "red scarf", "crimson scarf". */
export function areNearTags(one: string, other: string): boolean {
  const [own, others] = [one.split(' '), other.split(' ')];
  const noun = own.at(-1);
  if (own.length < 2 || noun !== others.at(-1) || noun === 'hair' || noun === 'eyes') return false;
  return nearLooks().get(own.slice(0, -1).join(' '))?.has(others.slice(0, -1).join(' ')) === true;
}

/** The words of a text (lower case) that others are near. */
export const nearNamed = (text: string): NamedThing[] => namedIn(text, near().names);

/** Whether two words are near each other, and may be one thing. */
export const areNear = (one: string, other: string): boolean => near().beside.get(one)?.has(other) === true;

/** The words of a text (lower case) that name a thing which has other names too, the longest at each place. */
export const thingsNamed = (text: string): NamedThing[] => namedIn(text, things());

/** The words of a tag or value (lower case) that say in one of several ways how something looks. */
export const looksNamed = (text: string): NamedThing[] => namedIn(text, looks());

/** A name in the number that its set has it in. */
const writtenAs = (written: string, word: string): string => (word.endsWith('s') ? written : singular(written));

function namedIn(text: string, { found, firsts }: Names): NamedThing[] {
  const named: NamedThing[] = [];
  const words = Array.from(withoutAccents(text).matchAll(/[a-z]+(?:['’][a-z]+)*/g), ({ 0: own, index }) => ({
    own: folded(own),
    start: index,
    end: index + own.length,
  }));
  for (let at = 0; at < words.length; at++) {
    const { own, start } = words[at];
    if (!firsts.has(own) && !firsts.has(singular(own)) && !(own.endsWith('ies') && firsts.has(own.slice(0, -1))))
      continue;
    let [phrase, length] = ['', 0];
    let best: (Pick<NamedThing, 'set' | 'word' | 'beside'> & { length: number }) | null = null;
    for (let to = at; to < Math.min(at + mostWords, words.length); to++) {
      if (to > at && !/^['’]?[ _-]$/.test(text.slice(words[to - 1].end, words[to].start))) break;
      length++;
      const last = words[to].own;
      const known =
        found.get(phrase + last) ??
        found.get(phrase + singular(last)) ??
        // "cookies" are no "cooky".
        (last.endsWith('ies') ? found.get(phrase + last.slice(0, -1)) : undefined);
      if (known !== undefined) best = { ...known, length };
      // "spools of thread" are spool of thread.
      phrase += words[to + 1]?.own === 'of' ? singular(last) : last;
    }
    if (best === null) continue;
    const { end } = words[at + best.length - 1];
    at += best.length - 1;
    if (meansOther(text, start, end)) continue;
    const { set, word, beside } = best;
    named.push({ set, word, beside, written: writtenAs(text.slice(start, end), word), start, end });
  }
  return named;
}
