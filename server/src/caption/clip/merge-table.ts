// The merges by symbol pair: a hash table that is made at build time, so that loading it is decoding three strings.
import { MULTIPLIERS, PAIRS, RANKS } from './merges.generated.ts';
import { unpack } from './packing.ts';
import { bucketOf, mixed, slotOf } from './perfect-hash.ts';

/** What a pair that no merge joins has instead of a rank. Greater than every rank. */
export const NO_MERGE = 0xffff;

export interface MergeTable {
  /** Both symbols of each merge by its rank, as `pairKey` makes them. */
  readonly keys: Int32Array;
  /** By slot: the rank of the one merge whose pair may be there. */
  readonly ranks: Uint16Array;
  /** By bucket, see perfect-hash.ts. */
  readonly multipliers: Uint16Array;
}

let table: MergeTable | null = null;

/** A symbol pair as one number: the two 16-bit numbers side by side in memory, low byte first. */
export const pairKey = (left: number, right: number): number => (right << 16) | left;

/** The merge table, decoded on first use. */
export function mergeTable(): MergeTable {
  if (table === null) {
    const { buffer, byteOffset, length } = unpack(PAIRS);
    const keys = new Int32Array(buffer, byteOffset, length / 2);
    table = { keys, ranks: unpack(RANKS), multipliers: unpack(MULTIPLIERS) };
  }
  return table;
}

/** Both symbols of every merge: left0, right0, left1, right1 … */
export function mergePairs(): Uint16Array {
  const { buffer, byteOffset, length } = mergeTable().keys;
  return new Uint16Array(buffer, byteOffset, 2 * length);
}

/** Rank of the merge that joins `left` and `right`, or NO_MERGE. Low ranks are applied first. */
export function mergeRank({ keys, ranks, multipliers }: MergeTable, left: number, right: number): number {
  const key = pairKey(left, right);
  const mix = mixed(key);
  const rank = ranks[slotOf(mix, multipliers[bucketOf(mix)]!)]!;
  return keys[rank] === key ? rank : NO_MERGE;
}
