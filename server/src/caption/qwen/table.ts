// The merges of Qwen2.5 and Qwen3 as a hash table on symbol pairs, in typed arrays: 6 MB, built on first use in some 20 ms.
import type { Merges } from '../bpe-heap.ts';
import { unpackInto } from './packing.ts';
import { packedMerges } from './qwen-merges.generated.ts';

/** Merges of the published list; with the 256 bytes they are the 151,643 ordinary tokens. */
export const MERGE_COUNT = 151387;
/** The symbol of merge 0. The bytes have the numbers of CLIP's alphabet. A symbol's number is its token id. */
export const FIRST_MERGED = 256;
/** First characters of packed numbers that are short ones. */
export const SHORT_LEADS = 75;

const BITS = 19;
const MASK = (1 << BITS) - 1;

/** Both symbols of every merge: left0, right0, left1, right1 … */
export function mergePairs(): Int32Array {
  const pairs = new Int32Array(2 * MERGE_COUNT);
  unpackInto(packedMerges(), pairs, SHORT_LEADS);
  return pairs;
}

const slotOf = (left: number, right: number): number =>
  Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b) >>> (32 - BITS);

function buildTable(): Merges {
  const pairs = mergePairs();
  /** Number of a merge + 1; 0 = free. Filled to 29 %. */
  const slots = new Int32Array(1 << BITS);
  for (let n = 0; n < MERGE_COUNT; n++) {
    let slot = slotOf(pairs[2 * n]!, pairs[2 * n + 1]!);
    while (slots[slot] !== 0) slot = (slot + 1) & MASK;
    slots[slot] = n + 1;
  }
  return {
    firstMerged: FIRST_MERGED,
    rank(left, right) {
      for (let slot = slotOf(left, right); slots[slot] !== 0; slot = (slot + 1) & MASK) {
        const n = slots[slot]! - 1;
        if (pairs[2 * n] === left && pairs[2 * n + 1] === right) return n;
      }
      return -1;
    },
  };
}

let table: Merges | null = null;

/** The merge table, built on first use. */
export function qwenMerges(): Merges {
  table ??= buildTable();
  return table;
}

let lengths: Uint8Array | null = null;

/** Bytes that an ordinary token stands for. */
export function tokenBytes(id: number): number {
  if (lengths === null) {
    const pairs = mergePairs();
    lengths = new Uint8Array(FIRST_MERGED + MERGE_COUNT).fill(1, 0, FIRST_MERGED);
    for (let n = 0; n < MERGE_COUNT; n++)
      lengths[FIRST_MERGED + n] = lengths[pairs[2 * n]!]! + lengths[pairs[2 * n + 1]!]!;
  }
  return lengths[id] ?? 1;
}
