import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';
import { isFunctionWord } from './function-words.ts';
import { type TextWord, wordsIn } from './text-words.ts';

/** What two texts that go alike say otherwise at one place, as written; the place is in the first of them (UTF-16). */
export interface Otherwise {
  readonly here: string;
  readonly there: string;
  readonly range: TextRange;
  /** Both cannot be true of one picture: two colours, times, numbers. */
  readonly isClash: boolean;
}

/** Words that both texts have in the same order, and their share of the longer one, from which one is written along the other. */
const fewestAlike = 3;
const alikeShare = 0.35;
/** Words of a text up to which it is compared, and words of a difference up to which it is a difference and no other text. */
const mostWords = 300;
const mostDiffering = 6;

/** Words of which a picture shows one: whoever writes words of two rows says something else. */
const groups = (): readonly (readonly (readonly string[])[])[] => [
  rows(
    `red crimson scarlet maroon burgundy; orange; yellow golden gold; green olive; blue navy azure; purple violet lavender; pink; brown tan; black; white ivory cream; grey gray silver`,
  ),
  rows(`night midnight; day daylight noon midday; dusk evening sunset; dawn sunrise morning`),
  rows('spring; summer; autumn fall; winter'),
  rows('one; two; three; four; five; six; seven; eight; nine; ten'),
  rows('man men boy boys he his him waiter; woman women girl girls she her waitress'),
  rows('with; without'),
  rows('up; down'),
  rows('left; right'),
  rows('open; closed shut'),
  rows('indoors inside; outdoors outside'),
  rows('smiling smiles laughing laughs; frowning frowns; crying cries'),
  rows('empty; full crowded'),
  rows('standing stands; sitting sits seated; lying lies; kneeling kneels; running runs; sleeping sleeps asleep'),
  rows('rain rainy raining; snow snowy snowing; sunny sunshine'),
  rows('wet; dry'),
  rows('old elderly; young'),
];

function rows(text: string): readonly (readonly string[])[] {
  return text.split('; ').map((row) => row.split(' '));
}

const rowOf = once(
  () =>
    new Map(
      groups().flatMap((group, at) =>
        group.flatMap((row, number) => row.map((word) => [word, [at, number] as const] as const)),
      ),
    ),
);

/** Whether words say two things of which a picture shows one. */
function isClash(here: readonly string[], there: readonly string[]): boolean {
  for (const word of here) {
    const own = rowOf().get(word);
    if (own === undefined) continue;
    const ofGroup = (words: readonly string[]): number[] =>
      words.flatMap((other) => {
        const row = rowOf().get(other);
        return row?.[0] === own[0] ? [row[1]] : [];
      });
    const [mine, theirs] = [ofGroup(here), ofGroup(there)];
    if (theirs.length > 0 && !theirs.some((row) => mine.includes(row))) return true;
  }
  return false;
}

/**
 * What two texts that are written along each other say otherwise: "a red jersey … at dusk" and "a green jersey … at noon". Null where one
 * is no writing of the other: people put one thing in many words.
 * @param counts whether a word may tell two pictures apart
 * @param most words of a difference up to which it is one
 */
export function saidOtherwise(
  here: string,
  there: string,
  counts: (word: string) => boolean = () => true,
  most = mostDiffering,
): readonly Otherwise[] | null {
  const [own, other] = [wordsIn(here), wordsIn(there)];
  if (Math.max(own.length, other.length) > mostWords) return null;
  const pairs = alike(own, other);
  const content = (words: readonly TextWord[]): number => words.filter(({ lower }) => !isFunctionWord(lower)).length;
  const shared = pairs.filter(([at]) => !isFunctionWord(own[at].lower)).length;
  if (shared < fewestAlike || shared < Math.max(content(own), content(other)) * alikeShare) return null;
  const found: Otherwise[] = [];
  let [from, to] = [0, 0];
  for (const [at, otherAt] of [...pairs, [own.length, other.length] as const]) {
    const slot = differing(here, there, own.slice(from, at), other.slice(to, otherAt), counts, most);
    if (slot !== null) found.push(withThing(slot, [here, own, at], [there, other, otherAt]));
    [from, to] = [at + 1, otherAt + 1];
  }
  return found;
}

/** A difference, and where it begins in the second text (UTF-16). */
interface Slot extends Otherwise {
  readonly thereStart: number;
}

/** A difference of one word with the words behind it that both have, up to a thing: "red" is "red jersey". */
function withThing(
  { thereStart, ...slot }: Slot,
  [here, own, at]: readonly [string, readonly TextWord[], number],
  [there, other, to]: readonly [string, readonly TextWord[], number],
): Otherwise {
  if (/\s/.test(slot.here) && /\s/.test(slot.there)) return slot;
  let end = 0;
  while (end < 2 && isJoined(here, own, at + end) && isJoined(there, other, to + end)) {
    if (own[at + end].lower !== other[to + end].lower) return slot;
    end++;
    if (isContent(own[at + end - 1].lower)) break;
  }
  if (end === 0 || !isContent(own[at + end - 1].lower)) return slot;
  return {
    ...slot,
    here: here.slice(slot.range.start, own[at + end - 1].end),
    there: there.slice(thereStart, other[to + end - 1].end),
  };
}

/** Whether nothing but blanks stands between a word and the one before it. */
const isJoined = (text: string, words: readonly TextWord[], at: number): boolean =>
  at > 0 && words[at] !== undefined && text.slice(words[at - 1].end, words[at].start).trim() === '';

const isContent = (word: string): boolean => !isFunctionWord(word) || rowOf().has(word);

function differing(
  here: string,
  there: string,
  mine: readonly TextWord[],
  theirs: readonly TextWord[],
  counts: (word: string) => boolean,
  most: number,
): Slot | null {
  const [own, other] = [mine, theirs].map((words) => trimmed(words.filter(({ lower }) => counts(lower))));
  if (own.length === 0 || other.length === 0 || Math.max(own.length, other.length) > most) return null;
  const range = { start: own[0].start, end: own[own.length - 1].end };
  return {
    here: here.slice(range.start, range.end),
    there: there.slice(other[0].start, other[other.length - 1].end),
    thereStart: other[0].start,
    range,
    isClash: isClash(
      own.map(({ lower }) => lower),
      other.map(({ lower }) => lower),
    ),
  };
}

/** Words without the small ones at both ends. */
function trimmed(words: readonly TextWord[]): readonly TextWord[] {
  const first = words.findIndex(({ lower }) => isContent(lower));
  const last = words.findLastIndex(({ lower }) => isContent(lower));
  return first < 0 ? [] : words.slice(first, last + 1);
}

/** The places of the words that two texts have in the same order, the most there are. */
function alike(own: readonly TextWord[], other: readonly TextWord[]): (readonly [at: number, otherAt: number])[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  for (let at = own.length - 1; at >= 0; at--)
    for (let to = other.length - 1; to >= 0; to--)
      lengths[at * width + to] =
        own[at].lower === other[to].lower
          ? lengths[(at + 1) * width + to + 1] + 1
          : Math.max(lengths[(at + 1) * width + to], lengths[at * width + to + 1]);
  const pairs: (readonly [number, number])[] = [];
  for (let [at, to] = [0, 0]; at < own.length && to < other.length; ) {
    if (own[at].lower === other[to].lower) pairs.push([at++, to++]);
    else if (lengths[(at + 1) * width + to] >= lengths[at * width + to + 1]) at++;
    else to++;
  }
  return pairs;
}
