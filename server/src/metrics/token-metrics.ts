import type { FolderFacts } from '../facts/facts.ts';

/** Content tokens of the captions by the encoder that carries their text; null, and no histogram, where that one is not counted. */
export interface TokenMetrics {
  readonly min: number | null;
  readonly median: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  /** Share of captions longer than the limit, 0 to 1; null without a limit. */
  readonly overLimitShare: number | null;
  /** Token count and number of captions that have it, ascending. */
  readonly histogram: readonly (readonly [tokens: number, captions: number])[];
}

/** Of an encoder that is not counted. */
export const unknownTokens: TokenMetrics = {
  min: null,
  median: null,
  mean: null,
  max: null,
  overLimitShare: null,
  histogram: [],
};

/** {@link TokenMetrics} of an encoder that is counted. */
type CountedTokens = {
  readonly [K in keyof TokenMetrics]: K extends 'overLimitShare' ? TokenMetrics[K] : NonNullable<TokenMetrics[K]>;
};

/** Token counts of the captions. `limit`: content tokens that train, or null. */
export function datasetTokens(facts: FolderFacts, limit: number | null): CountedTokens {
  const histogram = [...facts.tokenHistogram].sort(([a], [b]) => a - b);
  let captions = 0;
  let sum = 0;
  let over = 0;
  for (const [tokens, count] of histogram) {
    captions += count;
    sum += tokens * count;
    if (limit !== null && tokens > limit) over += count;
  }
  return {
    min: histogram[0]?.[0] ?? 0,
    median: captions === 0 ? 0 : (nth(histogram, (captions - 1) >> 1) + nth(histogram, captions >> 1)) / 2,
    mean: captions === 0 ? 0 : sum / captions,
    max: histogram.at(-1)?.[0] ?? 0,
    overLimitShare: limit === null ? null : captions === 0 ? 0 : over / captions,
    histogram,
  };
}

/** The n-th smallest value (from 0) of a histogram. */
function nth(histogram: readonly (readonly [number, number])[], n: number): number {
  let seen = 0;
  for (const [value, count] of histogram) {
    seen += count;
    if (n < seen) return value;
  }
  return 0;
}
