import { gather, MIDDLE, normalSums, pairSums, sumPair } from './kernel/kernel.ts';
import type { AffineMap } from './resample.ts';
import { solve } from './solve.ts';

/** Largest change of a map coefficient in one step. */
const STEP_LIMIT = 0.12;
const SMALLEST_GAIN = 0.05;

/** How the brightness of the second picture is brought to the first, and what difference counts in full. */
interface Light {
  gain: number;
  offset: number;
  /** Luma levels; larger differences are weighted down (Huber). */
  tolerated: number;
  /** Correlation of the two planes. */
  correlation: number;
}

const light: Light = { gain: 1, offset: 0, tolerated: 0, correlation: 0 };

/** Least-squares gain and offset; false when too few points overlap or there is nothing to be seen. */
function fitLight(side: number): boolean {
  const points = side * side;
  sumPair(side);
  const n = pairSums[0]!;
  const sa = pairSums[1]!;
  const sb = pairSums[2]!;
  const varianceA = pairSums[3]! - (sa * sa) / n;
  const varianceB = pairSums[4]! - (sb * sb) / n;
  const covariance = pairSums[5]! - (sa * sb) / n;
  if (n < points * 0.25 || varianceA < 1e-3 || varianceB < 1e-3) return false;
  light.correlation = covariance / Math.sqrt(varianceA * varianceB);
  light.gain = Math.max(SMALLEST_GAIN, covariance / varianceB);
  light.offset = MIDDLE + sa / n - light.gain * (MIDDLE + sb / n);
  light.tolerated = 2 * Math.sqrt(Math.max(1e-6, (varianceA - light.gain * covariance) / n)) + 1;
  return true;
}

/** Places in the sums of the normal equations: moments of slope x · x, x · y and y · y, and what errors add. */
const [XX, XY, YY, ERRORS] = [0, 6, 12, 18];

const matrix = new Float64Array(36);
const right = new Float64Array(6);
/** Where the entry (row, column) of a symmetric 3×3 block stands among its moments. */
const MOMENT = [
  [0, 1, 2],
  [1, 3, 4],
  [2, 4, 5],
] as const;

/** Times its mean that the diagonal is raised by for a coefficient that shall stay. */
const HELD = 1e6;

/**
 * Writes the equations as a 6×6 matrix and a right side, the diagonal raised against steps without support.
 * @param held coefficients of the map that shall stay
 */
function layOut(damping: number, held: readonly number[]): void {
  const sum = (at: number): number => normalSums[at]!;
  const trace = sum(XX) + sum(XX + 3) + sum(XX + 5) + sum(YY) + sum(YY + 3) + sum(YY + 5);
  const raise = damping * (trace / 6) + 1e-6;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const moment = MOMENT[row]![column]!;
      const raised = row === column ? raise : 0;
      matrix[6 * row + column] = sum(XX + moment) + raised;
      matrix[6 * row + column + 3] = sum(XY + moment);
      matrix[6 * (row + 3) + column] = sum(XY + moment);
      matrix[6 * (row + 3) + column + 3] = sum(YY + moment) + raised;
    }
  }
  for (const k of held) matrix[7 * k]! += HELD * (trace / 6);
  for (let k = 0; k < 6; k++) right[k] = sum(ERRORS + k);
}

/** What a step did. */
export interface Step {
  /** Largest change of a coefficient; −1 when there was nothing to hold on to. */
  change: number;
  /** Correlation of the resampled planes before the step. */
  correlation: number;
}

const taken: Step = { change: -1, correlation: 0 };

/**
 * One Gauss–Newton step on the difference of the resampled planes, gain and offset being the least-squares ones and
 * large differences weighted down (Huber). Changes the map; the result is valid until the next call.
 * @param held coefficients of the map that stay as they are
 */
export function step(side: number, damping: number, map: AffineMap, held: readonly number[]): Step {
  taken.change = -1;
  if (!fitLight(side)) return taken;
  taken.correlation = light.correlation;
  gather(side, light.gain, light.offset, light.tolerated);
  layOut(damping, held);
  if (!solve(matrix, right, 6)) return taken;
  let largest = 0;
  for (let k = 0; k < 6; k++) {
    const change = Math.min(STEP_LIMIT, Math.max(-STEP_LIMIT, right[k]!));
    map[k]! += change;
    largest = Math.max(largest, Math.abs(change));
  }
  taken.change = largest;
  return taken;
}
