import { SUMS, sumPairs } from './pair-sums.ts';
import { type AffineMap, type Resampled, resampled } from './resample.ts';
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
const sums = new Float64Array(SUMS);

/** Least-squares gain and offset; false when too few points overlap or there is nothing to be seen. */
function fitLight(side: number): boolean {
  const points = side * side;
  sumPairs(resampled, { first: 0, width: points, height: 1, side: points }, sums);
  const n = sums[0]!;
  const sa = sums[1]!;
  const sb = sums[2]!;
  const varianceA = sums[3]! - (sa * sa) / n;
  const varianceB = sums[4]! - (sb * sb) / n;
  const covariance = sums[5]! - (sa * sb) / n;
  if (n < points * 0.25 || varianceA < 1e-3 || varianceB < 1e-3) return false;
  light.correlation = covariance / Math.sqrt(varianceA * varianceB);
  light.gain = Math.max(SMALLEST_GAIN, covariance / varianceB);
  light.offset = (sa - light.gain * sb) / n;
  light.tolerated = 2 * Math.sqrt(Math.max(1e-6, (varianceA - light.gain * covariance) / n)) + 1;
  return true;
}

/** Sums over all points of a weight times φφᵀ, φ = (1, u, v): the entries 1·1, 1·u, 1·v, u·u, u·v, v·v. */
type Moments = Float64Array;

/** The normal equations: a block of moments for each product of slopes, and per slope Σ slope · error · φ. */
const normal = {
  xx: new Float64Array(6) as Moments,
  xy: new Float64Array(6) as Moments,
  yy: new Float64Array(6) as Moments,
  errorX: new Float64Array(3),
  errorY: new Float64Array(3),
};

/** Adds a row of points: v is constant in it, so its sums over 1, u and u² suffice. */
function addRow(moments: Moments, sum: number, sumU: number, sumUU: number, v: number): void {
  moments[0]! += sum;
  moments[1]! += sumU;
  moments[2]! += sum * v;
  moments[3]! += sumUU;
  moments[4]! += sumU * v;
  moments[5]! += sum * v * v;
}

function addErrorRow(errors: Float64Array, sum: number, sumU: number, v: number): void {
  errors[0]! += sum;
  errors[1]! += sumU;
  errors[2]! += sum * v;
}

/** Fills the normal equations of the difference a − (gain · b + offset). */
function gatherNormal({ a, b, inside, slopeX, slopeY }: Resampled, side: number): void {
  const { gain, offset, tolerated } = light;
  for (const part of Object.values(normal)) part.fill(0);
  for (let j = 0; j < side; j++) {
    const v = (2 * j + 1) / side - 1;
    // Kept in locals: this loop is most of the time that a registration takes.
    let xx0 = 0,
      xx1 = 0,
      xx2 = 0;
    let xy0 = 0,
      xy1 = 0,
      xy2 = 0;
    let yy0 = 0,
      yy1 = 0,
      yy2 = 0;
    let ex0 = 0,
      ex1 = 0;
    let ey0 = 0,
      ey1 = 0;
    for (let i = 0; i < side; i++) {
      const q = j * side + i;
      if (inside[q] === 0) continue;
      const u = (2 * i + 1) / side - 1;
      const error = a[q]! - (gain * b[q]! + offset);
      const size = error < 0 ? -error : error;
      const weight = size < tolerated ? 1 : tolerated / size;
      const gx = gain * slopeX[q]!;
      const gy = gain * slopeY[q]!;
      const wx = weight * gx;
      const wy = weight * gy;
      const xx = wx * gx;
      const xy = wx * gy;
      const yy = wy * gy;
      const ex = wx * error;
      const ey = wy * error;
      xx0 += xx;
      xx1 += xx * u;
      xx2 += xx * u * u;
      xy0 += xy;
      xy1 += xy * u;
      xy2 += xy * u * u;
      yy0 += yy;
      yy1 += yy * u;
      yy2 += yy * u * u;
      ex0 += ex;
      ex1 += ex * u;
      ey0 += ey;
      ey1 += ey * u;
    }
    addRow(normal.xx, xx0, xx1, xx2, v);
    addRow(normal.xy, xy0, xy1, xy2, v);
    addRow(normal.yy, yy0, yy1, yy2, v);
    addErrorRow(normal.errorX, ex0, ex1, v);
    addErrorRow(normal.errorY, ey0, ey1, v);
  }
}

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
  const { xx, xy, yy, errorX, errorY } = normal;
  const trace = xx[0]! + xx[3]! + xx[5]! + yy[0]! + yy[3]! + yy[5]!;
  const raise = damping * (trace / 6) + 1e-6;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const moment = MOMENT[row]![column]!;
      const raised = row === column ? raise : 0;
      matrix[6 * row + column] = xx[moment]! + raised;
      matrix[6 * row + column + 3] = xy[moment]!;
      matrix[6 * (row + 3) + column] = xy[moment]!;
      matrix[6 * (row + 3) + column + 3] = yy[moment]! + raised;
    }
  }
  for (const k of held) matrix[7 * k]! += HELD * (trace / 6);
  right.set(errorX, 0);
  right.set(errorY, 3);
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
  gatherNormal(resampled, side);
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
