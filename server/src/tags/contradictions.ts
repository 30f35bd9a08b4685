import { append } from '../ground/append.ts';
import { type ExclusiveGroup, GROUPS, MIXED_HAIR_WORDS } from './data/exclusive.ts';
import { type ExclusivePair, exclusivePairs, splitPictureTags } from './exclusive.ts';
import { normalTag } from './normal.ts';
import { subjectCount } from './subjects.ts';
import { canonicalTag } from './synonyms.ts';

export type ContradictionLevel = 'error' | 'warning' | 'hint';

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
  /** A folder's own exclusive groups: of each group a caption may have one tag. Any written form. */
  readonly ownGroups?: readonly (readonly string[])[];
}

const RATING = /^rating[: ] ?(general|safe|sensitive|questionable|explicit)$/;

/**
 * The contradictions in a caption's tags, in any written form (case, underscores, escapes, weights). Silent where the
 * picture has several views or panels. Looks of a subject (hair, eyes, clothes, posture) are only judged when the caption
 * shows exactly one subject. Each pair of tags is reported once, at their first places.
 */
export function findContradictions(tags: readonly string[], options: ContradictionOptions = {}): Contradiction[] {
  const first = new Map<string, number>();
  for (const [index, tag] of tags.entries()) {
    const canonical = canonicalTag(normalTag(tag));
    if (canonical !== '' && !first.has(canonical)) first.set(canonical, index);
  }
  const found = ownContradictions(tags, options.ownGroups);
  const split = splitPictureTags();
  for (const tag of first.keys()) if (split.has(tag)) return found;
  let single: boolean | null = null;
  const pairs = exclusivePairs();
  for (const [tag, index] of first) {
    const partners = pairs.get(tag);
    if (partners === undefined) continue;
    for (const [other, pair] of partners) {
      const at = first.get(other);
      if (at === undefined || at < index) continue;
      if (pair.level === 'hint' && options.hints !== true) continue;
      if (pair.level === 'solo') single ??= subjectCount([...first.keys()]) === 'one';
      if ((pair.level === 'solo' && single !== true) || hasException(pair, first)) continue;
      const level = pair.level === 'solo' ? 'warning' : pair.level;
      found.push({ a: index, b: at, level, group: pair.group, why: GROUPS[pair.group] });
    }
  }
  append(found, ratingContradictions(first));
  append(found, soloContradiction(first));
  return found.sort((x, y) => x.a - y.a || x.b - y.b);
}

function hasException(pair: ExclusivePair, tags: ReadonlyMap<string, number>): boolean {
  if (pair.exceptions.size > 0) {
    for (const tag of tags.keys()) {
      if (pair.exceptions.has(tag)) return true;
      // "blue jacket" is a jacket: the exception may be the last words of a longer tag.
      for (let at = tag.indexOf(' '); at > 0; at = tag.indexOf(' ', at + 1)) {
        if (pair.exceptions.has(tag.slice(at + 1))) return true;
      }
    }
  }
  if (pair.group === 'hair colour') for (const tag of tags.keys()) if (MIXED_HAIR_WORDS.test(tag)) return true;
  if (pair.group === 'eye colour') {
    for (const tag of tags.keys())
      if (tag.endsWith(' eyes') && /gradient|two-tone|multicolored|different/.test(tag)) return true;
  }
  return false;
}

/** `solo` beside a girl and a boy: one subject or two. */
function soloContradiction(tags: ReadonlyMap<string, number>): Contradiction[] {
  const solo = tags.get('solo');
  const ones = ['1girl', '1boy', '1other'].flatMap((tag) => tags.get(tag) ?? []).sort((a, b) => a - b);
  if (solo === undefined || ones.length < 2 || tags.has('solo focus')) return [];
  const [a, b] = [Math.min(solo, ones[1]), Math.max(solo, ones[1])];
  return [{ a, b, level: 'warning', group: 'count', why: GROUPS.count }];
}

function ratingContradictions(tags: ReadonlyMap<string, number>): Contradiction[] {
  const group: ExclusiveGroup = 'rating';
  const ratings = [...tags].filter(([tag]) => RATING.test(tag)).map(([, index]) => index);
  const [a, b] = ratings;
  if (a === undefined || b === undefined) return [];
  return [{ a: Math.min(a, b), b: Math.max(a, b), level: 'error', group, why: GROUPS[group] }];
}

function ownContradictions(
  tags: readonly string[],
  groups: readonly (readonly string[])[] | undefined,
): Contradiction[] {
  const found: Contradiction[] = [];
  for (const group of groups ?? []) {
    const members = new Set(group.map(normalTag));
    const present = new Map<string, number>();
    for (const [index, tag] of tags.entries()) {
      const norm = normalTag(tag);
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
