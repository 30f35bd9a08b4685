import type { Plane } from './detail.ts';

/** Deviations below this many levels are noise and stay small. */
const SOFT = 6;
/** Levels of one local standard deviation in the result. */
const SPREAD = 32;

/**
 * A plane with its light evened out: each point is told by how far it lies from the mean of its surroundings, in
 * standard deviations of them. Vignettes, gradients and other contrasts come out the same.
 * @param reach half the side of the surroundings, in points
 */
export function evenLight({ data, side }: Plane, reach: number): Plane {
  const stride = side + 1;
  const sums = new Float64Array(stride * stride);
  const squares = new Float64Array(stride * stride);
  for (let y = 0; y < side; y++) {
    let sum = 0;
    let square = 0;
    for (let x = 0; x < side; x++) {
      const value = data[y * side + x]!;
      sum += value;
      square += value * value;
      const at = (y + 1) * stride + x + 1;
      sums[at] = sums[at - stride]! + sum;
      squares[at] = squares[at - stride]! + square;
    }
  }
  const out = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    const top = Math.max(0, y - reach) * stride;
    const bottom = Math.min(side, y + reach + 1) * stride;
    for (let x = 0; x < side; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(side, x + reach + 1);
      const n = ((bottom - top) / stride) * (right - left);
      const mean = (sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!) / n;
      const square =
        (squares[bottom + right]! - squares[bottom + left]! - squares[top + right]! + squares[top + left]!) / n;
      const deviation = Math.sqrt(Math.max(0, square - mean * mean));
      out[y * side + x] = 128 + (SPREAD * (data[y * side + x]! - mean)) / (deviation + SOFT);
    }
  }
  return { data: out, side };
}
