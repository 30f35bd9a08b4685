import { append } from '../ground/append.ts';
import { type ExclusiveGroup, GROUPS, type PairLevel } from './data/exclusive.ts';
import { MIXED_HAIR_WORDS } from './data/exclusive-looks.ts';
import { type ExclusivePair, exclusivePairs, splitPictureTags } from './exclusive.ts';
import {
  counted,
  isRating,
  looksOfWord,
  mayContradict,
  mayHoldContradictions,
  statesOfWord,
} from './exclusive-groups.ts';
import { saysMixedCloth, type TwoOfOneThing, twoOfOneThing } from './garments.ts';
import { normalTag } from './normal.ts';
import { countedIn } from './opposed/counts.ts';
import { areOpposite, type State } from './states.ts';
import { subjectCount } from './subjects.ts';
import { thereAndNot, twoCounts } from './tag-counts.ts';
import { flag, type Word, wordsOf } from './word.ts';

/** Infos are those that real tags have for a reason now and then. */
export type ContradictionLevel = 'error' | 'warning' | 'info' | 'hint';

/** Two tags of one caption that cannot both be true. */
export interface Contradiction {
  /** Index of the earlier tag in the caption. */
  readonly a: number;
  /** Index of the later tag. */
  readonly b: number;
  readonly level: ContradictionLevel;
  readonly group: string;
  /** One English sentence; the key of its translation. */
  readonly why: string;
}

export interface ContradictionOptions {
  /** Also report the pairs that are only hints: odd together, but real captions have them for good reasons. */
  readonly hints?: boolean;
  /** Whether a caption that does not say how many subjects it shows has one, by what else is known of it. */
  readonly isOne?: () => boolean;
  /** A folder's own exclusive groups: of each group a caption may have one tag. Any written form. */
  readonly ownGroups?: readonly (readonly string[])[];
}

/**
 * The contradictions in a caption's tags, in any written form (case, underscores, escapes, weights). Silent where the
 * picture has several views or panels. Looks of a subject (hair, eyes, clothes, posture) are only judged when the caption
 * shows exactly one subject. Each pair of tags is reported once, at their first places.
 */
export function findContradictions(
  tags: readonly string[] | readonly Word[],
  options: ContradictionOptions = {},
): Contradiction[] {
  const words = wordsOf(tags);
  const found = ownContradictions(words, options.ownGroups);
  if (
    (!mayHoldContradictions(words) && found.length === 0) ||
    words.some((word) => (word.flags & splitsPicture) !== 0) ||
    isOfViews(words)
  )
    return found;
  const suspects = suspectsIn(words);
  const solo = soloContradiction(suspects, words);
  // Where the number of subjects is at odds, nobody knows whose looks are.
  let single: boolean | null = solo.length > 0 ? false : null;
  for (const [rank, { tag, index }] of suspects.entries()) {
    const partners = exclusivePairs().get(tag);
    if (partners === undefined) continue;
    for (let other = rank + 1; other < suspects.length; other++) {
      const pair = partners.get(suspects[other].tag);
      if (pair === undefined || (pair.level === 'hint' && options.hints !== true)) continue;
      if (found.some(({ a, b }) => a === index && b === suspects[other].index)) continue;
      const isLook = pair.level === 'solo' || pair.level === 'odd';
      if (isLook) single ??= hasOne(words, options);
      const isOnes = single === true || (isLook && faces.has(pair.group) && hasOneFace(words, options));
      if ((isLook && !isOnes) || hasException(pair, words) || isNearLength(words, index, suspects[other].index))
        continue;
      const level = levels[pair.level];
      found.push({ a: index, b: suspects[other].index, level, group: pair.group, why: GROUPS[pair.group] });
    }
  }
  append(found, ratingContradictions(suspects));
  if (found.length === 0) append(found, stateContradictions(words));
  // What several tags say against "solo" is told once.
  if (!found.some(({ a, b }) => solo.some((one) => [a, b].includes(one.a) || [a, b].includes(one.b))))
    append(found, solo);
  const counts = solo.length > 0 || found.some(({ group }) => group === 'count') ? null : twoCounts(words);
  if (counts !== null) found.push({ ...counts, level: 'warning', group: 'count', why: GROUPS.count });
  const lack = thereAndNot(words);
  if (lack !== null && hasOne(words, options) && !found.some(({ a, b }) => a === lack.a && b === lack.b))
    found.push({ ...lack, level: 'warning', group: 'clothes', why: GROUPS.clothes });
  const two = twoOfOneThing(words);
  if (two !== null && !saysMixedCloth(words) && isOfOne(words, two, options)) {
    const group = two.isGarment ? 'clothes' : 'thing';
    found.push({ a: two.a, b: two.b, level: 'info', group, why: GROUPS[group] });
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b);
}

const levels: Readonly<Record<PairLevel, ContradictionLevel>> = {
  error: 'error',
  warning: 'warning',
  solo: 'warning',
  odd: 'info',
  hint: 'hint',
};

function hasOne(words: readonly Word[], { isOne = () => false }: ContradictionOptions): boolean {
  const count = subjectCount(words);
  return count === 'one' || (count === 'unknown' && isOne());
}

/** What a single animal has as well. */
const faces: ReadonlySet<string> = new Set(['mouth', 'eyes', 'gaze', 'pose']);

/** An animal has one face too: where nobody is there the folder says whether it is of one. */
const hasOneFace = (words: readonly Word[], { isOne = () => false }: ContradictionOptions): boolean =>
  subjectCount(words) === 'none' && isOne();

/** What somebody wears is one where one is there; of other things nobody counts whom they belong to. */
const isOfOne = (words: readonly Word[], { isGarment }: TwoOfOneThing, options: ContradictionOptions): boolean =>
  isGarment && subjectCount(words) === 'none' ? hasOne(words, options) : subjectCount(words) !== 'several';

/** A tag that can be at odds with another one, at its first place. */
interface Suspect {
  readonly tag: string;
  readonly index: number;
}

const splitsPicture = flag(({ canonical }) => splitPictureTags().has(canonical));

/** "front view, side view, rear view": a sheet of drawings. */
const isOfViews = (words: readonly Word[]): boolean =>
  [
    /^(?:front view|from front|frontal view)$/,
    /^(?:side view|from side|profile)$/,
    /^(?:back view|rear view|from behind)$/,
  ].every((view) => words.some(({ canonical }) => view.test(canonical)));

function addSuspect(found: Suspect[], tag: string, index: number): void {
  if (!found.some((other) => other.tag === tag)) found.push({ tag, index });
}

function suspectsIn(words: readonly Word[]): Suspect[] {
  const found: Suspect[] = [];
  for (let index = 0; index < words.length; index++) {
    if ((words[index].flags & mayContradict) === 0) continue;
    const word = words[index];
    addSuspect(found, word.canonical, index);
    for (const tag of looksOfWord(word)) addSuspect(found, tag, index);
  }
  return found;
}

/** Hair to the shoulders is called short, and long. */
function isNearLength(words: readonly Word[], a: number, b: number): boolean {
  const [one, other] = [words[a], words[b]].map(({ norm }) => norm);
  const isShoulder = (norm: string): boolean => /^shoulder[- ]length (?:[a-z]+ )?hair$/.test(norm);
  const isLength = (norm: string): boolean => /^(?:short|long|medium) (?:[a-z]+ )?hair$/.test(norm);
  return (isShoulder(one) && isLength(other)) || (isShoulder(other) && isLength(one));
}

function hasException(pair: ExclusivePair, words: readonly Word[]): boolean {
  if (pair.exceptions.size > 0) {
    for (const { canonical: tag } of words) {
      if (pair.exceptions.has(tag)) return true;
      // "blue jacket" is a jacket: the exception may be the last words of a longer tag.
      for (let at = tag.indexOf(' '); at > 0; at = tag.indexOf(' ', at + 1)) {
        if (pair.exceptions.has(tag.slice(at + 1))) return true;
      }
    }
  }
  if (pair.group === 'hair colour') return words.some(({ canonical }) => MIXED_HAIR_WORDS.test(canonical));
  if (pair.group === 'eye colour')
    return words.some(
      ({ canonical }) => canonical.endsWith(' eyes') && /gradient|two-tone|multicolored|different/.test(canonical),
    );
  return false;
}

/** `solo` beside a girl and a boy: one subject or two. */
function soloContradiction(suspects: readonly Suspect[], words: readonly Word[]): Contradiction[] {
  const solo = suspects.find(({ tag }) => tag === 'solo');
  const ones = suspects.filter(({ tag }) => counted.includes(tag));
  if (solo === undefined || ones.length < 2 || words.some(({ canonical }) => canonical === 'solo focus')) return [];
  const [a, b] = [Math.min(solo.index, ones[1].index), Math.max(solo.index, ones[1].index)];
  return [{ a, b, level: 'warning', group: 'count', why: GROUPS.count }];
}

/** "switched on, switched off", "lid open, lid closed": one thing in two states, where only one of it is there. */
function stateContradictions(words: readonly Word[]): Contradiction[] {
  const said: number[] = [];
  for (let at = 0; at < words.length; at++)
    if ((words[at].flags & mayContradict) !== 0 && statesOfWord(words[at]).length > 0) said.push(at);
  if (said.length < 2) return [];
  const group: ExclusiveGroup = 'state';
  for (const [rank, b] of said.entries()) {
    const a = said.slice(0, rank).find((one) => areOpposite(statesOfWord(words[one]), statesOfWord(words[b])));
    if (a === undefined || subjectCount(words) === 'several' || areSeveral(words, statesOfWord(words[b]))) continue;
    return [{ a, b, level: 'warning', group, why: GROUPS[group] }];
  }
  return [];
}

/** Whether a tag counts several of the thing that states are said of: of "two cups" one is empty and one is full. */
const areSeveral = (words: readonly Word[], states: readonly State[]): boolean =>
  words.some(({ norm }) => {
    const said = countedIn(norm);
    return said !== null && said.number > 1 && states.some(({ noun }) => noun !== '' && said.noun === noun);
  });

function ratingContradictions(suspects: readonly Suspect[]): Contradiction[] {
  const group: ExclusiveGroup = 'rating';
  const [a, b] = suspects.filter(({ tag }) => isRating(tag));
  if (a === undefined || b === undefined) return [];
  return [{ a: a.index, b: b.index, level: 'error', group, why: GROUPS[group] }];
}

function ownContradictions(
  words: readonly Word[],
  groups: readonly (readonly string[])[] | undefined,
): Contradiction[] {
  const found: Contradiction[] = [];
  for (const group of groups ?? []) {
    const members = new Set(group.map(normalTag));
    const present = new Map<string, number>();
    for (const [index, { norm }] of words.entries()) {
      if (members.has(norm) && !present.has(norm)) present.set(norm, index);
    }
    const places = [...present.values()];
    const a = places[0];
    for (const b of places.slice(1)) {
      if (a !== undefined) found.push({ a, b, level: 'warning', group: 'own', why: OWN_GROUP });
    }
  }
  return found;
}

const OWN_GROUP = 'They are in one exclusive group of this folder.';
