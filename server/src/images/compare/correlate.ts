import { type PlanePair, SUMS, sumPairs } from './pair-sums.ts';

/** Variance of luma that noise and compression explain. */
export const NOISE = 6;
/** A block agrees when its pixels correlate at least this much. */
export const AGREEING = 0.6;

/** Correlation of the luma gradients of two resampled planes, −1 to 1; points outside the second are left out. */
export function gradientCorrelation({ a, b, inside }: PlanePair, side: number): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let j = 0; j < side - 1; j++) {
    for (let q = j * side; q < j * side + side - 1; q++) {
      if (inside[q] === 0 || inside[q + 1] === 0 || inside[q + side] === 0) continue;
      const ax = a[q + 1]! - a[q]!;
      const ay = a[q + side]! - a[q]!;
      const bx = b[q + 1]! - b[q]!;
      const by = b[q + side]! - b[q]!;
      ab += ax * bx + ay * by;
      aa += ax * ax + ay * ay;
      bb += bx * bx + by * by;
    }
  }
  return ab / Math.sqrt(Math.max(aa * bb, 1e-9));
}

const QUICK_BLOCK = 4;
const sums = new Float64Array(SUMS);

/** Share of textured blocks of 4×4 points whose pixels correlate: a quick look before the full measure. */
export function agreeingShare(pair: PlanePair, side: number): number {
  let agreeing = 0;
  let textured = 0;
  for (let top = 0; top < side; top += QUICK_BLOCK) {
    for (let left = 0; left < side; left += QUICK_BLOCK) {
      const block = { first: top * side + left, width: QUICK_BLOCK, height: QUICK_BLOCK, side };
      sumPairs(pair, block, sums);
      const n = sums[0]!;
      const sa = sums[1]!;
      const sb = sums[2]!;
      if (n < (QUICK_BLOCK * QUICK_BLOCK) / 2) continue;
      const va = sums[3]! / n - (sa / n) ** 2;
      const vb = sums[4]! / n - (sb / n) ** 2;
      if (va < NOISE * 2 && vb < NOISE * 2) continue;
      textured++;
      if ((sums[5]! - (sa * sb) / n) / n > AGREEING * Math.sqrt((va + NOISE) * (vb + NOISE))) agreeing++;
    }
  }
  return textured === 0 ? 1 : agreeing / textured;
}
