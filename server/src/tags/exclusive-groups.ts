import { type ExclusiveGroup, GROUPS } from './data/exclusive.ts';
import { TOPS } from './data/exclusive-looks.ts';
import { listOf } from './data/list.ts';
import { exclusivePairs } from './exclusive.ts';
import { twoOfOneThing } from './garments.ts';
import { statesOf } from './states.ts';
import { countsOrLacks } from './tag-counts.ts';
import { valuesOfWord } from './thing-words.ts';
import { flag, trait, type Word } from './word.ts';

/** Tags for one subject. */
export const counted = ['1girl', '1boy', '1other'];

/** Whether a tag (canonical form) rates the picture. */
export const isRating = (canonical: string): boolean =>
  canonical.startsWith('rating') && /^rating[: ] ?(general|safe|sensitive|questionable|explicit)$/.test(canonical);

/** What a tag says of a thing that has two states. */
export const statesOfWord = trait(({ canonical }) => statesOf(canonical));

/** Groups of which two tags are told apart otherwise than by a bit of their group. */
const apart: readonly ExclusiveGroup[] = ['count', 'bare', 'state', 'thing', 'field'];
const groupBit = new Map(
  Object.keys(GROUPS)
    .filter((group) => !apart.includes(group as ExclusiveGroup))
    .map((group, at) => [group, 1 << at]),
);
/** One subject, and what says that there are several or none: "1girl, solo" is in every other caption. */
const onesBit = 1 << groupBit.size;
const manyBit = onesBit << 1;
/** What is bare, and what is worn there: half of all captions name two things to wear, which go together. */
const bareBit = onesBit << 2;
const wornBit = onesBit << 3;
/** Behind them bits for things that have states: several things share one. */
const firstState = groupBit.size + 4;
const stateBits = 31 - firstState;

/**
 * The groups in which a tag can be at odds with another one, as bits. One subject is at odds with two others, or with a tag for several;
 * what is bare with what is worn.
 */
export const groupsOfWord = trait((word): number => {
  const { canonical } = word;
  let found = isRating(canonical) ? bitOf('rating') : 0;
  for (const { noun } of statesOfWord(word)) found |= 1 << (firstState + (lettersOf(noun) % stateBits));
  for (const tag of [canonical, ...looksOfWord(word)]) {
    if (counted.includes(tag)) found |= onesBit;
    for (const { group, a } of exclusivePairs().get(tag)?.values() ?? [])
      if (group === 'bare') found |= tag === a ? bareBit : wornBit;
      else if (group !== 'count') found |= bitOf(group);
      else if (tag !== 'solo' && !counted.includes(tag)) found |= manyBit;
  }
  if (countsOrLacks(word)) found |= manyBit;
  return found;
});

const bitOf = (group: ExclusiveGroup): number => groupBit.get(group) ?? 0;

function lettersOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

/** Set for a tag that can be at odds with another one. */
export const mayContradict = flag((word) => groupsOfWord(word) !== 0 || word.canonical === 'solo');

/**
 * Whether two tags may be at odds by their groups: false is sure, and most captions have no two tags of one group.
 * @param groups {@link groupsOfWord} of each
 */
export function mayBeAtOdds(groups: ArrayLike<number>): boolean {
  let said = 0;
  let twice = 0;
  for (let at = 0; at < groups.length; at++) {
    twice |= said & groups[at];
    said |= groups[at];
  }
  const isBare = (said & bareBit) !== 0 && (said & wornBit) !== 0;
  return (twice & ~(bareBit | wornBit)) !== 0 || (said & manyBit) !== 0 || isBare;
}

/** Whether two tags may be at odds by what the product knows, by their groups or as two of one thing: false is sure. */
export const mayHoldContradictions = (words: readonly Word[]): boolean =>
  mayBeAtOdds(words.map(groupsOfWord)) || twoOfOneThing(words) !== null;

/** Ends of tags that say looks of something. */
const lookNouns = [' hair', ' eyes', ' sleeves', ' skin', ' background'];

/** What "long purple hair" says beside itself: `long hair`, `purple hair`. */
export const looksOfWord = trait(({ canonical }): readonly string[] => {
  const garment = garmentIn(canonical);
  if (garment !== null) return [garment];
  const noun = lookNouns.find((one) => canonical.endsWith(one));
  const words = canonical.slice(0, -(noun?.length ?? 0)).split(' ');
  if (noun === undefined || words.length < 2 || words.length > mostLooks) return [];
  const looks = words.map((word) => `${word}${noun}`).filter((tag) => exclusivePairs().has(tag));
  // "pink and blue hair" is of two colours.
  return looks.some((tag) => looks.some((other) => exclusivePairs().get(tag)?.has(other) === true)) ? [] : looks;
});

/** The end of "white cotton t-shirt", where what stands before it only says what it looks like; null for other tags. */
function garmentIn(canonical: string): string | null {
  const garment = worn.find((one) => canonical.endsWith(one));
  if (garment === undefined) return null;
  const before = canonical.slice(0, -garment.length).split(' ');
  const isLook = (word: string): boolean => valuesOfWord(word).some(({ family }) => clothFamilies.has(family));
  return before.length <= mostLooks && before.every(isLook) ? garment.slice(1) : null;
}

/** What somebody who is bare there does not wear. */
const worn = [...listOf(TOPS), 'shoes', 'boots', 'sneakers', 'loafers', 'socks', 'high heels'].map((one) => ` ${one}`);
const clothFamilies = new Set(['colour', 'pattern', 'material', 'lightness', 'thickness', 'length']);

/** Words before a noun that each say a look of it. */
const mostLooks = 4;
