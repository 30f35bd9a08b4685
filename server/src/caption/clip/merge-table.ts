// The merges as a hash table on symbol pairs, in typed arrays: 0.8 MB, built in about 2 ms, no objects per entry.
import { MERGE_COUNT } from './alphabet.ts';
import { PACKED_MERGES } from './merges.generated.ts';
import { unpackPairs } from './packing.ts';

/** What a pair that no merge joins has instead of a rank. Greater than every rank. */
export const NO_MERGE = 0xffff;

const BITS = 17;
const MASK = (1 << BITS) - 1;

/** Rank of each symbol pair; open addressing with linear probing, filled to 37 %. */
export interface MergeTable {
  readonly keys: Int32Array;
  readonly ranks: Uint16Array;
}

let table: MergeTable | null = null;

/** Both symbols of every merge: left0, right0, left1, right1 … Unpacked anew by each call: callers keep it or not. */
export function mergePairs(): Uint16Array {
  return unpackPairs(PACKED_MERGES, 2 * MERGE_COUNT);
}

function buildTable(): MergeTable {
  const pairs = mergePairs();
  const keys = new Int32Array(1 << BITS);
  const ranks = new Uint16Array(1 << BITS).fill(NO_MERGE);
  for (let n = 0; n < MERGE_COUNT; n++) {
    const key = (pairs[2 * n]! << 16) | pairs[2 * n + 1]!;
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS);
    while (ranks[slot] !== NO_MERGE) slot = (slot + 1) & MASK;
    keys[slot] = key;
    ranks[slot] = n;
  }
  return { keys, ranks };
}

/** The merge table, built on first use. */
export function mergeTable(): MergeTable {
  table ??= buildTable();
  return table;
}

/** Rank of the merge that joins `left` and `right`, or NO_MERGE. Low ranks are applied first. */
export function mergeRank(merges: MergeTable, left: number, right: number): number {
  const key = (left << 16) | right;
  const { keys, ranks } = merges;
  let slot = Math.imul(key, 0x9e3779b1) >>> (32 - BITS);
  for (;;) {
    const rank = ranks[slot]!;
    if (rank === NO_MERGE || keys[slot] === key) return rank;
    slot = (slot + 1) & MASK;
  }
}
