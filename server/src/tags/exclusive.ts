import { append } from '../ground/append.ts';
import {
  type ExclusiveGroup,
  EYE_COLOURS,
  EYE_NEIGHBOURS,
  HAIR_COLOURS,
  HAIR_NEIGHBOURS,
  MIXED_EYES,
  MIXED_HAIR,
  MIXED_LENGTH,
  PAIRS,
  type PairLevel,
  SPLIT_PICTURE,
} from './data/exclusive.ts';
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

let pairs: Map<string, Map<string, ExclusivePair>> | null = null;
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

/** The exclusive pairs by tag: `get(a)?.get(b)` finds the pair in either order. Built at first use. */
export function exclusivePairs(): ReadonlyMap<string, ReadonlyMap<string, ExclusivePair>> {
  if (pairs !== null) return pairs;
  const index = new Map<string, Map<string, ExclusivePair>>();
  const add = (pair: ExclusivePair): void => {
    for (const [from, to] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const partners = index.get(from);
      if (partners === undefined) index.set(from, new Map([[to, pair]]));
      else partners.set(to, pair);
    }
  };
  for (const line of PAIRS.split('\n')) {
    const match = /^(\w+) ([\w ]+): (.+)$/.exec(line);
    if (match === null) continue;
    // No tag in the table has a bar; the bar faces are never part of a pair.
    const [a = '', b = '', exceptions = ''] = match[3]!.split(' | ');
    const group = match[2] as ExclusiveGroup;
    const listed = listOf(exceptions);
    if (group === 'hair length') append(listed, listOf(MIXED_LENGTH));
    add({ a, b, level: match[1] as PairLevel, group, exceptions: new Set(listed) });
  }
  addColours(add, 'hair', HAIR_COLOURS, HAIR_NEIGHBOURS, MIXED_HAIR);
  addColours(add, 'eyes', EYE_COLOURS, EYE_NEIGHBOURS, MIXED_EYES);
  addCounts(add);
  pairs = index;
  return index;
}

function addColours(
  add: (pair: ExclusivePair) => void,
  noun: 'hair' | 'eyes',
  colours: string,
  neighbours: string,
  mixed: string,
): void {
  const near = new Set(listOf(neighbours));
  const exceptions = new Set(listOf(mixed));
  const list = listOf(colours);
  for (const [i, a] of list.entries()) {
    for (const b of list.slice(i + 1)) {
      if (near.has(`${a} ${b}`) || near.has(`${b} ${a}`)) continue;
      const group = noun === 'hair' ? 'hair colour' : 'eye colour';
      add({ a: `${a} ${noun}`, b: `${b} ${noun}`, level: 'solo', group, exceptions });
    }
  }
}

/** `solo` and `no humans` against every larger count, and two different counts of one gender. */
function addCounts(add: (pair: ExclusivePair) => void): void {
  const exceptions = new Set<string>();
  for (const [one, many] of [
    ['1girl', 'girls'],
    ['1boy', 'boys'],
    ['1other', 'others'],
  ] as const) {
    const counts = [one, ...['2', '3', '4', '5', '6+'].map((n) => `${n}${many}`)];
    for (const [i, a] of counts.entries()) {
      for (const b of counts.slice(i + 1)) add({ a, b, level: 'warning', group: 'count', exceptions });
    }
    for (const count of [...counts.slice(1), `multiple ${many}`]) {
      add({ a: 'solo', b: count, level: 'error', group: 'count', exceptions });
      add({ a: 'no humans', b: count, level: 'error', group: 'count', exceptions });
    }
  }
}
