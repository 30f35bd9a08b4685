import { append } from '../../../ground/append.ts';
import type { Lay } from '../look/lay.ts';
import { type LocalFeatures, WORDS } from './features.ts';
import { layOfMatches, type Match } from './geometry.ts';

/** Bits of 128 that may differ between two descriptions of one place. */
const MOST_BITS = 26;
/** Common descriptions (plain slopes, edges) say nothing, like frequent words: longer lists are skipped. */
const LONGEST_LIST = 300;
/** Matches a picture needs to be looked at. */
const LEAST_MATCHES = 6;
/** Pictures per query that are looked at, those with most matches. */
const PARTNERS = 24;

/** Descriptions are found by parts of their bits: copies differ in some bits, but seldom in all parts. */
const TABLES = 8;
const KEY_BITS = 16;

/** A picture that shares places with another one, and how it lies. */
export interface LocalHit {
  /** Position in the order of `add`. */
  readonly image: number;
  /** Places that agree with the lay. */
  readonly inliers: number;
  /** Where the picture asked about lies on the one found. */
  readonly lay: Lay;
}

/**
 * Finds pictures that share places: an inverted index from parts of descriptions to places, then a check whether the
 * places of a picture fit one another (one scale and one shift).
 */
export class LocalIndex {
  readonly #images: LocalFeatures[] = [];
  /** Per table, from a key to the places that have it: image × 1024 + feature. */
  readonly #tables = Array.from({ length: TABLES }, () => new Map<number, number[]>());

  /** Adds the features of a picture at the next position. */
  add(features: LocalFeatures): void {
    const image = this.#images.push(features) - 1;
    for (let i = 0; i < features.count; i++) {
      for (const [t, table] of this.#tables.entries()) {
        const key = keyOf(features.words, i, t);
        const list = table.get(key);
        if (list) list.push(image * 1024 + i);
        else table.set(key, [image * 1024 + i]);
      }
    }
  }

  /** Pictures added before that share places with these features. */
  query(features: LocalFeatures): LocalHit[] {
    const matches = new Map<number, Match[]>();
    const weights = new Map<number, number>();
    for (let i = 0; i < features.count; i++) {
      const found = this.#matchesOf(features, i);
      // A description that many pictures share says little of each.
      const weight = 1 / found.size;
      for (const [image, list] of found) {
        const known = matches.get(image);
        if (known) append(known, list);
        else matches.set(image, list);
        weights.set(image, (weights.get(image) ?? 0) + weight);
      }
    }
    const hits: LocalHit[] = [];
    const ordered = [...matches]
      .filter(([, list]) => list.length >= LEAST_MATCHES)
      .sort(([x], [y]) => weights.get(y)! - weights.get(x)! || x - y);
    for (const [image, list] of ordered.slice(0, PARTNERS * 3)) {
      const found = layOfMatches(features, this.#images[image]!, list);
      if (found) hits.push({ image, ...found });
    }
    return hits.sort((x, y) => y.inliers - x.inliers).slice(0, PARTNERS);
  }

  /** Places with nearly the same description as one place, by picture. */
  #matchesOf(features: LocalFeatures, own: number): Map<number, Match[]> {
    const found = new Map<number, Match[]>();
    const seen = new Set<number>();
    for (const [t, table] of this.#tables.entries()) {
      const list = table.get(keyOf(features.words, own, t));
      if (!list || list.length > LONGEST_LIST) continue;
      for (const place of list) {
        if (seen.has(place)) continue;
        seen.add(place);
        const image = Math.floor(place / 1024);
        const other = place % 1024;
        const bits = distance(features.words, own, this.#images[image]!.words, other);
        if (bits > MOST_BITS) continue;
        const known = found.get(image);
        if (known) known.push({ own, other, bits });
        else found.set(image, [{ own, other, bits }]);
      }
    }
    return found;
  }
}

/** Sixteen bits of a description, by table. */
function keyOf(words: Uint32Array, i: number, table: number): number {
  return (words[i * WORDS + (table >> 1)]! >>> ((table & 1) * KEY_BITS)) & 0xffff;
}

function distance(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  let sum = 0;
  for (let w = 0; w < WORDS; w++) {
    let v = a[i * WORDS + w]! ^ b[j * WORDS + w]!;
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    sum += (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}
