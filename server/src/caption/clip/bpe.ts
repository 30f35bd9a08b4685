// Byte pair encoding of one piece. Equal to `bpe()` of openai/CLIP clip/simple_tokenizer.py: again and again the pair
// with the lowest rank is joined everywhere, left to right, until no pair is left that a merge joins.
import { FIRST_MERGED, WORD_END_OFFSET } from './alphabet.ts';
import { mergeLongPiece } from './bpe-long.ts';
import { type MergeTable, mergeRank, NO_MERGE } from './merge-table.ts';

/** Pieces longer than this (in bytes) go to the heap: the plain loop is faster below, but its cost grows with the square. */
const LONG_PIECE = 192;

const ranks = new Uint16Array(LONG_PIECE);

/**
 * Ranks of the pairs that words begin with, by left byte symbol and right byte symbol (the last one of a word is above
 * 255): rank + 1, NO_MERGE, or 0 where nobody asked yet. Letters meet again and again, and a row of them fits the cache.
 */
const firstRanks = new Uint16Array(256 * 2 * WORD_END_OFFSET);

function firstRank(merges: MergeTable, left: number, right: number): number {
  const at = left * 2 * WORD_END_OFFSET + right;
  const known = firstRanks[at]!;
  if (known !== 0) return known === NO_MERGE ? NO_MERGE : known - 1;
  const rank = mergeRank(merges, left, right);
  firstRanks[at] = rank === NO_MERGE ? NO_MERGE : rank + 1;
  return rank;
}

/**
 * Joins the symbols of one piece in place.
 * @param symbols byte symbols of the piece, the last one with the word-end offset already added
 * @param length number of symbols, at least 1
 * @returns number of tokens now at the start of `symbols`
 */
export function mergePiece(merges: MergeTable, symbols: Uint16Array, length: number): number {
  if (length > LONG_PIECE) return mergeLongPiece(merges, symbols, length);
  let best = NO_MERGE;
  for (let i = 0; i + 1 < length; i++) {
    const rank = firstRank(merges, symbols[i]!, symbols[i + 1]!);
    ranks[i] = rank;
    if (rank < best) best = rank;
  }
  let n = length;
  while (best !== NO_MERGE) {
    // One pass joins every pair of the lowest rank, left to right, renews the ranks beside each, and finds the next lowest.
    const rank = best;
    const merged = FIRST_MERGED + rank;
    best = NO_MERGE;
    let to = 0;
    let joinedBefore = false;
    for (let from = 0; from < n; to++) {
      const joined = ranks[from] === rank && from + 1 < n;
      const symbol = joined ? merged : symbols[from]!;
      if (to > 0) {
        const beside = joined || joinedBefore ? mergeRank(merges, symbols[to - 1]!, symbol) : ranks[from - 1]!;
        ranks[to - 1] = beside;
        if (beside < best) best = beside;
      }
      symbols[to] = symbol;
      joinedBefore = joined;
      from += joined ? 2 : 1;
    }
    n = to;
  }
  return n;
}
