// Byte pair encoding of one piece. Equal to `bpe()` of openai/CLIP clip/simple_tokenizer.py: again and again the pair
// with the lowest rank is joined everywhere, left to right, until no pair is left that a merge joins.
import { FIRST_MERGED } from './alphabet.ts';
import { mergeLongPiece } from './bpe-long.ts';
import { type MergeTable, mergeRank, NO_MERGE } from './merge-table.ts';

/** Pieces longer than this (in bytes) go to the heap: the plain loop is faster below, but its cost grows with the square. */
const LONG_PIECE = 192;

const ranks = new Uint16Array(LONG_PIECE);

/**
 * Joins the symbols of one piece in place.
 * @param symbols byte symbols of the piece, the last one with the word-end offset already added
 * @param length number of symbols, at least 1
 * @returns number of tokens now at the start of `symbols`
 */
export function mergePiece(merges: MergeTable, symbols: Uint16Array, length: number): number {
  if (length > LONG_PIECE) return mergeLongPiece(merges, symbols, length);
  let n = length;
  for (let i = 0; i + 1 < n; i++) ranks[i] = mergeRank(merges, symbols[i]!, symbols[i + 1]!);
  while (n > 1) {
    let best = NO_MERGE;
    for (let i = 0; i + 1 < n; i++) if (ranks[i]! < best) best = ranks[i]!;
    if (best === NO_MERGE) break;
    n = joinEverywhere(merges, symbols, n, best);
  }
  return n;
}

/** Joins every pair of rank `rank`, left to right, and renews the ranks beside each. Returns the new length. */
function joinEverywhere(merges: MergeTable, symbols: Uint16Array, n: number, rank: number): number {
  const merged = FIRST_MERGED + rank;
  let to = 0;
  for (let from = 0; from < n; to++) {
    if (from + 1 < n && ranks[from] === rank) {
      symbols[to] = merged;
      if (to > 0) ranks[to - 1] = mergeRank(merges, symbols[to - 1]!, merged);
      from += 2;
      if (from < n) {
        // The right neighbour may become part of a join itself; then the next round of this loop renews this rank.
        ranks[to] = mergeRank(merges, merged, symbols[from]!);
      }
    } else {
      symbols[to] = symbols[from]!;
      if (from + 1 < n) ranks[to] = ranks[from]!;
      from++;
    }
  }
  return to;
}
