import type { FolderFacts } from './facts.ts';

/** Numbers about the text of a dataset. Every number the product shows about it is one of these. */
export interface DatasetMetrics {
  /** Captions with text that trains. */
  readonly captions: number;
  readonly tags: number;
  /** Mean number of tags in a caption, repeats included; 0 without captions. */
  readonly tagsPerCaption: number;
  /** Distinct tags, in normal form. */
  readonly vocabulary: number;
  readonly tokens: TokenMetrics;
}

export interface TokenMetrics {
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
  /** Share of captions longer than the limit, 0 to 1; null without a limit. */
  readonly overLimitShare: number | null;
  /** Token count and number of captions that have it, ascending. */
  readonly histogram: readonly (readonly [tokens: number, captions: number])[];
}

/** Computes the metrics of a folder from its facts. `limit`: content tokens that train, or null. */
export function datasetMetrics(facts: FolderFacts, limit: number | null): DatasetMetrics {
  let vocabulary = 0;
  for (const _ of facts.entries()) vocabulary++;
  return {
    captions: facts.captions,
    tags: facts.tags,
    tagsPerCaption: facts.captions === 0 ? 0 : facts.tags / facts.captions,
    vocabulary,
    tokens: tokenMetrics(facts.tokenHistogram, limit),
  };
}

function tokenMetrics(counts: ReadonlyMap<number, number>, limit: number | null): TokenMetrics {
  const histogram = [...counts].sort(([a], [b]) => a - b);
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
