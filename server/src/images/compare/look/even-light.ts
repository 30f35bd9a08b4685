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
  const out = new Float32Array(side * side);
  const sums = new Float64Array(side);
  const squares = new Float64Array(side);
  const columns = Float64Array.from(sums, (_, x) => 1 / (Math.min(side, x + reach + 1) - Math.max(0, x - reach)));
  for (let y = 0; y < Math.min(reach, side); y++) moveRow(data, y * side, 1, sums, squares);
  for (let y = 0; y < side; y++) {
    if (y + reach < side) moveRow(data, (y + reach) * side, 1, sums, squares);
    if (y > reach) moveRow(data, (y - reach - 1) * side, -1, sums, squares);
    const perRow = columns[y]!;
    let sum = 0;
    let square = 0;
    for (let x = 0; x < Math.min(reach, side); x++) {
      sum += sums[x]!;
      square += squares[x]!;
    }
    for (let x = 0, at = y * side; x < side; x++, at++) {
      if (x + reach < side) {
        sum += sums[x + reach]!;
        square += squares[x + reach]!;
      }
      if (x > reach) {
        sum -= sums[x - reach - 1]!;
        square -= squares[x - reach - 1]!;
      }
      const share = perRow * columns[x]!;
      const mean = sum * share;
      const deviation = Math.sqrt(Math.max(0, square * share - mean * mean));
      out[at] = 128 + (SPREAD * (data[at]! - mean)) / (deviation + SOFT);
    }
  }
  return { data: out, side };
}

/** Adds a row to the sums of the columns, or takes it away. */
function moveRow(data: Float32Array, from: number, sign: 1 | -1, sums: Float64Array, squares: Float64Array): void {
  for (let x = 0; x < sums.length; x++) {
    const value = data[from + x]!;
    sums[x]! += sign * value;
    squares[x]! += sign * value * value;
  }
}
