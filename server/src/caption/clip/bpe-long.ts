// Very long pieces (a base64 dump, thousands of one letter) go to the heap.
import { mergeByHeap } from '../bpe-heap.ts';
import { FIRST_MERGED } from './alphabet.ts';
import { type MergeTable, mergeRank, NO_MERGE } from './merge-table.ts';

/** Like `mergePiece` of bpe.ts, for pieces of any length. */
export function mergeLongPiece(merges: MergeTable, symbols: Uint16Array, length: number): number {
  const rank = (left: number, right: number): number => {
    const found = mergeRank(merges, left, right);
    return found === NO_MERGE ? -1 : found;
  };
  return mergeByHeap({ rank, firstMerged: FIRST_MERGED }, symbols, length);
}
