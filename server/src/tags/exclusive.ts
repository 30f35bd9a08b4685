import { append } from '../ground/append.ts';
import { LateMap } from '../ground/late-map.ts';
import { type ExclusiveGroup, PAIRS, type PairLevel, SPLIT_PICTURE } from './data/exclusive.ts';
import {
  BARE_TOPS,
  EYE_COLOURS,
  EYE_NEIGHBOURS,
  HAIR_COLOURS,
  HAIR_NEIGHBOURS,
  MIXED_EYES,
  MIXED_HAIR,
  MIXED_LENGTH,
  ODD_HAIR,
  TOP_OFF,
  TOPS,
} from './data/exclusive-looks.ts';
import { listOf } from './data/list.ts';

/** Two tags that cannot both be true, in canonical form. */
export interface ExclusivePair {
  readonly a: string;
  readonly b: string;
  readonly level: PairLevel;
  readonly group: ExclusiveGroup;
  /** With one of these in the caption the pair is fine. */
  readonly exceptions: ReadonlySet<string>;
}

let split: ReadonlySet<string> | null = null;

/** Tags that say the picture shows several views, panels or persons, so that nothing in it contradicts. */
export function splitPictureTags(): ReadonlySet<string> {
  split ??= new Set(listOf(SPLIT_PICTURE));
  return split;
}

/** Tags that say hair or eyes have several colours, in canonical form. */
export function mixedTags(attribute: 'hair colour' | 'eye colour'): readonly string[] {
  return listOf(attribute === 'hair colour' ? MIXED_HAIR : MIXED_EYES);
}

/** The exclusive pairs by tag: `get(a)?.get(b)` finds the pair in either order. */
export const exclusivePairs = (): LateMap<ReadonlyMap<string, ExclusivePair>> => byTag;

const byTag = new LateMap<ReadonlyMap<string, ExclusivePair>>(
  (tag) => {
    const partners = new Map<string, ExclusivePair>();
    for (const pair of allPairs(tag)) partners.set(pair.a === tag ? pair.b : pair.a, pair);
    return partners.size > 0 ? partners : undefined;
  },
  () => {
    const all = new Map<string, Map<string, ExclusivePair>>();
    const add = (from: string, to: string, pair: ExclusivePair): void => {
      const partners = all.get(from);
      if (partners === undefined) all.set(from, new Map([[to, pair]]));
      else partners.set(to, pair);
    };
    for (const pair of allPairs(null)) {
      add(pair.a, pair.b, pair);
      add(pair.b, pair.a, pair);
    }
    return all;
  },
  8,
);

/** The pairs that a tag is one of, or all; of two that are said of the same tags the later counts. */
function* allPairs(tag: string | null): Iterable<ExclusivePair> {
  for (const line of tag === null ? PAIRS.split('\n') : linesWith(tag)) {
    const match = /^(\w+) ([\w ]+): (.+)$/.exec(line);
    if (match === null) continue;
    // No tag in the table has a bar; the bar faces are never part of a pair.
    const [a = '', b = '', exceptions = ''] = match[3]!.split(' | ');
    if (tag !== null && tag !== a && tag !== b) continue;
    const group = match[2] as ExclusiveGroup;
    const listed = listOf(exceptions);
    if (group === 'hair length') append(listed, listOf(MIXED_LENGTH));
    yield { a, b, level: match[1] as PairLevel, group, exceptions: new Set(listed) };
  }
  if (tag === null || tag.endsWith(' hair')) yield* colourPairs(tag, 'hair', HAIR_COLOURS, HAIR_NEIGHBOURS, MIXED_HAIR);
  if (tag === null || tag.endsWith(' eyes')) yield* colourPairs(tag, 'eyes', EYE_COLOURS, EYE_NEIGHBOURS, MIXED_EYES);
  yield* countPairs(tag);
  yield* topPairs(tag);
}

/** The lines of {@link PAIRS} that have a tag behind a colon or a bar. */
function linesWith(tag: string): string[] {
  const starts = new Set<number>();
  for (const mark of [': ', ' | ']) {
    const sought = `${mark}${tag}`;
    for (let at = PAIRS.indexOf(sought); at >= 0; at = PAIRS.indexOf(sought, at + 1))
      if (' \n'.includes(PAIRS[at + sought.length] ?? '\n')) starts.add(PAIRS.lastIndexOf('\n', at) + 1);
  }
  return [...starts].sort((a, b) => a - b).map((start) => PAIRS.slice(start).split('\n', 1)[0]!);
}

function* colourPairs(
  tag: string | null,
  noun: 'hair' | 'eyes',
  colours: string,
  neighbours: string,
  mixed: string,
): Iterable<ExclusivePair> {
  const near = new Set(listOf(neighbours));
  const odd = new Set(listOf(ODD_HAIR));
  const exceptions = new Set(listOf(mixed));
  const group = noun === 'hair' ? 'hair colour' : 'eye colour';
  const only = tag?.slice(0, -noun.length - 1) ?? null;
  const list = listOf(colours);
  for (const [i, a] of list.entries())
    for (const b of list.slice(i + 1)) {
      if (only !== null && only !== a && only !== b) continue;
      const isNear = near.has(`${a} ${b}`) || near.has(`${b} ${a}`);
      if (isNear && !(noun === 'hair' && odd.has(`${a} ${b}`))) continue;
      yield { a: `${a} ${noun}`, b: `${b} ${noun}`, level: isNear ? 'odd' : 'solo', group, exceptions };
    }
}

/** Garments of the upper body against what says that it is bare. */
function* topPairs(tag: string | null): Iterable<ExclusivePair> {
  const [bare, tops] = [listOf(BARE_TOPS), listOf(TOPS)];
  if (tag !== null && !bare.includes(tag) && !tops.includes(tag)) return;
  const exceptions = new Set(listOf(TOP_OFF));
  for (const a of bare)
    for (const b of tops)
      if (tag === null || a === tag || b === tag) yield { a, b, level: 'solo', group: 'bare', exceptions };
}

/** `solo` and `no humans` against every larger count, and two different counts of one gender. */
function* countPairs(tag: string | null): Iterable<ExclusivePair> {
  const exceptions = new Set<string>();
  const [alone, nobody] = ['solo', 'no humans'];
  for (const [one, many] of [
    ['1girl', 'girls'],
    ['1boy', 'boys'],
    ['1other', 'others'],
  ] as const) {
    const counts = [one, ...['2', '3', '4', '5', '6+'].map((n) => `${n}${many}`)];
    const more = [...counts.slice(1), `multiple ${many}`];
    if (tag !== null && ![alone, nobody, one, ...more].includes(tag)) continue;
    const isMeant = (a: string, b: string): boolean => tag === null || tag === a || tag === b;
    for (const [i, a] of counts.entries())
      for (const b of counts.slice(i + 1))
        if (isMeant(a, b)) yield { a, b, level: 'warning', group: 'count', exceptions };
    for (const count of more)
      for (const a of [alone, nobody])
        if (isMeant(a, count)) yield { a, b: count, level: 'error', group: 'count', exceptions };
  }
}
