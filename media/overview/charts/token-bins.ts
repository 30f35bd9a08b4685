/** Captions whose token count is in `from`..`to`, both included. */
export interface TokenBin {
  readonly from: number;
  readonly to: number;
  readonly captions: number;
}

/** Bins end at multiples of a width that divides 75, so that no bin lies on both sides of a limit. */
export function tokenBins(histogram: readonly (readonly [tokens: number, captions: number])[]): TokenBin[] {
  const max = histogram.at(-1)?.[0] ?? 0;
  const width = [5, 15, 25, 75].find((candidate) => max / candidate <= 48) ?? Math.ceil(max / 48 / 75) * 75;
  const counts: number[] = new Array(Math.max(1, Math.ceil(max / width))).fill(0);
  for (const [tokens, captions] of histogram) counts[Math.max(0, Math.ceil(tokens / width) - 1)] += captions;
  return counts.map((captions, i) => ({ from: i === 0 ? 0 : i * width + 1, to: (i + 1) * width, captions }));
}
