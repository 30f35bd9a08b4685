import { agreeingShare, gradientCorrelation } from './correlate.ts';
import type { Plane } from './look/detail.ts';
import type { Turn } from './search.ts';
import { solve } from './solve.ts';
import type { Box, View } from './views.ts';

/**
 * Affine map from the first picture's box to the second picture: a point (u, v) of the box, −1 to 1 from edge to edge,
 * lies at x = m[0] + m[1]·u + m[2]·v, y = m[3] + m[4]·u + m[5]·v of the second, 0 to 1 from edge to edge.
 */
export type AffineMap = Float64Array;

/** The two pictures resampled to one grid; valid until the next alignment. */
export interface Aligned {
  /** Grid points per side. */
  readonly side: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  /** 1 where the point lies inside the second picture. */
  readonly inside: Uint8Array;
  /** Number of points inside. */
  readonly count: number;
}

/** Points of the largest grid: 128×128, which a second look uses. */
const LARGEST = 128 * 128;
/** Grid points per side of a finished alignment. */
const FINISHED = 64;
const template = new Float32Array(LARGEST);
const warped = new Float32Array(LARGEST);
const slopeX = new Float32Array(LARGEST);
const slopeY = new Float32Array(LARGEST);
const inside = new Uint8Array(LARGEST);

/** The map that lays a box of the first picture on a box of the second, turned. */
export function initialMap(box: Box, turn: Turn, map: AffineMap): void {
  const halfWidth = ((box[2] - box[0]) / 2) * ((turn & 1) !== 0 ? -1 : 1);
  const halfHeight = ((box[3] - box[1]) / 2) * ((turn & 2) !== 0 ? -1 : 1);
  const swapped = (turn & 4) !== 0;
  map[0] = (box[0] + box[2]) / 2;
  map[1] = swapped ? 0 : halfWidth;
  map[2] = swapped ? halfWidth : 0;
  map[3] = (box[1] + box[3]) / 2;
  map[4] = swapped ? halfHeight : 0;
  map[5] = swapped ? 0 : halfHeight;
}

/** Resamples a box of a plane to `side`×`side` points. */
function sampleBox(plane: Float32Array, size: number, box: Box, side: number): void {
  const stepX = ((box[2] - box[0]) * size) / side;
  const stepY = ((box[3] - box[1]) * size) / side;
  for (let j = 0; j < side; j++) {
    const y = Math.min(size - 1, Math.max(0, box[1] * size - 0.5 + (j + 0.5) * stepY));
    const iy = Math.min(size - 2, y | 0);
    const fy = y - iy;
    for (let i = 0; i < side; i++) {
      const x = Math.min(size - 1, Math.max(0, box[0] * size - 0.5 + (i + 0.5) * stepX));
      const ix = Math.min(size - 2, x | 0);
      const fx = x - ix;
      const at = iy * size + ix;
      const upper = plane[at]! + (plane[at + 1]! - plane[at]!) * fx;
      const lower = plane[at + size]! + (plane[at + size + 1]! - plane[at + size]!) * fx;
      template[j * side + i] = upper + (lower - upper) * fy;
    }
  }
}

/** Resamples the second picture under the map, with its slopes; returns the number of points inside. */
function warp(plane: Float32Array, size: number, map: AffineMap, side: number): number {
  const last = size - 1;
  const lastCell = size - 2;
  const edge = size - 0.5;
  const stepX = (map[1]! * size * 2) / side;
  const stepY = (map[4]! * size * 2) / side;
  const firstU = 1 / side - 1;
  let count = 0;
  let q = 0;
  for (let j = 0; j < side; j++) {
    const v = (2 * j + 1) / side - 1;
    let nextX = (map[0]! + map[1]! * firstU + map[2]! * v) * size - 0.5;
    let nextY = (map[3]! + map[4]! * firstU + map[5]! * v) * size - 0.5;
    for (let i = 0; i < side; i++, q++) {
      let x = nextX;
      let y = nextY;
      nextX += stepX;
      nextY += stepY;
      if (x <= -0.5 || y <= -0.5 || x >= edge || y >= edge) {
        inside[q] = 0;
        continue;
      }
      // Within half a cell of the edge the outermost cell is repeated.
      if (x < 0) x = 0;
      else if (x > last) x = last;
      if (y < 0) y = 0;
      else if (y > last) y = last;
      let ix = x | 0;
      let iy = y | 0;
      if (ix > lastCell) ix = lastCell;
      if (iy > lastCell) iy = lastCell;
      const fx = x - ix;
      const fy = y - iy;
      const at = iy * size + ix;
      const p = plane[at]!;
      const right = plane[at + 1]! - p;
      const c = plane[at + size]!;
      const right2 = plane[at + size + 1]! - c;
      const upper = p + right * fx;
      const lower = c + right2 * fx;
      warped[q] = upper + (lower - upper) * fy;
      slopeX[q] = (right + (right2 - right) * fy) * size;
      slopeY[q] = (lower - upper) * size;
      inside[q] = 1;
      count++;
    }
  }
  return count;
}

const matrix = new Float64Array(36);
const right = new Float64Array(6);

/** Largest change of a map coefficient in one step. */
const STEP_LIMIT = 0.12;
const SMALLEST_GAIN = 0.05;

/** Correlation of the resampled planes as the latest step found them. */
let correlation = 0;

/**
 * One Gauss–Newton step on the difference template − (gain · warped + offset), gain and offset being the least-squares
 * ones and large differences weighted down (Huber). Returns the largest change, or −1 when there is nothing to hold on to.
 */
function step(side: number, damping: number, map: AffineMap): number {
  const points = side * side;
  let n = 0;
  let sa = 0;
  let sb = 0;
  let saa = 0;
  let sbb = 0;
  let sab = 0;
  for (let q = 0; q < points; q++) {
    if (inside[q] === 0) continue;
    const a = template[q]!;
    const b = warped[q]!;
    n++;
    sa += a;
    sb += b;
    saa += a * a;
    sbb += b * b;
    sab += a * b;
  }
  const varianceA = saa - (sa * sa) / n;
  const varianceB = sbb - (sb * sb) / n;
  const covariance = sab - (sa * sb) / n;
  if (n < points * 0.25 || varianceA < 1e-3 || varianceB < 1e-3) return -1;
  correlation = covariance / Math.sqrt(varianceA * varianceB);
  const gain = Math.max(SMALLEST_GAIN, covariance / varianceB);
  const offset = (sa - gain * sb) / n;
  const spread = Math.sqrt(Math.max(1e-6, (varianceA - gain * covariance) / n));
  const tolerated = 2 * spread + 1;
  // Sums kept in locals: the 21 entries of the symmetric matrix and the 6 of the right side.
  let a00 = 0,
    a01 = 0,
    a02 = 0,
    a03 = 0,
    a04 = 0,
    a05 = 0,
    a11 = 0,
    a12 = 0,
    a14 = 0,
    a15 = 0,
    a22 = 0,
    a25 = 0,
    a33 = 0,
    a34 = 0,
    a35 = 0,
    a44 = 0,
    a45 = 0,
    a55 = 0;
  let r0 = 0,
    r1 = 0,
    r2 = 0,
    r3 = 0,
    r4 = 0,
    r5 = 0;
  for (let j = 0; j < side; j++) {
    const v = (2 * j + 1) / side - 1;
    // Per row, sums over u of the gradient products; v is constant in a row.
    let xx0 = 0,
      xx1 = 0,
      xx2 = 0,
      xy0 = 0,
      xy1 = 0,
      xy2 = 0,
      yy0 = 0,
      yy1 = 0,
      yy2 = 0,
      ex0 = 0,
      ex1 = 0,
      ey0 = 0,
      ey1 = 0;
    for (let i = 0; i < side; i++) {
      const q = j * side + i;
      if (inside[q] === 0) continue;
      const u = (2 * i + 1) / side - 1;
      const error = template[q]! - (gain * warped[q]! + offset);
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
    r0 += ex0;
    r1 += ex1;
    r2 += ex0 * v;
    r3 += ey0;
    r4 += ey1;
    r5 += ey0 * v;
    a00 += xx0;
    a01 += xx1;
    a02 += xx0 * v;
    a11 += xx2;
    a12 += xx1 * v;
    a22 += xx0 * v * v;
    a03 += xy0;
    a04 += xy1;
    a05 += xy0 * v;
    a14 += xy2;
    a15 += xy1 * v;
    a25 += xy0 * v * v;
    a33 += yy0;
    a34 += yy1;
    a35 += yy0 * v;
    a44 += yy2;
    a45 += yy1 * v;
    a55 += yy0 * v * v;
  }
  const diagonal = damping * ((a00 + a11 + a22 + a33 + a44 + a55) / 6) + 1e-6;
  matrix.set([
    a00 + diagonal,
    a01,
    a02,
    a03,
    a04,
    a05,
    a01,
    a11 + diagonal,
    a12,
    a04,
    a14,
    a15,
    a02,
    a12,
    a22 + diagonal,
    a05,
    a15,
    a25,
    a03,
    a04,
    a05,
    a33 + diagonal,
    a34,
    a35,
    a04,
    a14,
    a15,
    a34,
    a44 + diagonal,
    a45,
    a05,
    a15,
    a25,
    a35,
    a45,
    a55 + diagonal,
  ]);
  right.set([r0, r1, r2, r3, r4, r5]);
  if (!solve(matrix, right, 6)) return -1;
  let largest = 0;
  for (let k = 0; k < 6; k++) {
    const change = Math.min(STEP_LIMIT, Math.max(-STEP_LIMIT, right[k]!));
    map[k]! += change;
    largest = Math.max(largest, Math.abs(change));
  }
  return largest;
}

/** One stage of the registration: planes of one size, sampled on a grid of its own. */
interface Stage {
  readonly plane: 'y16' | 'y32' | 'y64';
  readonly size: number;
  readonly side: number;
  readonly steps: number;
  readonly damping: number;
  /** Changes below this are left to the next stage. */
  readonly converged: number;
}

const COARSE: Stage = { plane: 'y16', size: 16, side: 16, steps: 6, damping: 1e-3, converged: 3e-3 };
const MIDDLE: Stage = { plane: 'y32', size: 32, side: 32, steps: 4, damping: 1e-3, converged: 1e-3 };
const FINE: Stage = { plane: 'y64', size: 64, side: 32, steps: 3, damping: 1e-4, converged: 4e-4 };

/**
 * Below these a pair is given up before the costly last stage. Of the true pairs of the benchmark's sets, fewer than two
 * in a thousand fall below; of pairs of different pictures that look alike, more than half do.
 */
const LEAST_CORRELATION = 0.6;
const LEAST_GRADIENTS = 0.6;
const LEAST_AGREEING = 0.6;
const SMALLEST_SCALE = 0.4;
const LARGEST_SCALE = 2.2;

/** How one stage went. */
interface Refined {
  /** The map is usable: there was something to hold on to and the scale stayed plausible. */
  good: boolean;
  /** Correlation before the first step, and before the last. */
  first: number;
  last: number;
}

const refined: Refined = { good: false, first: 0, last: 0 };
const before = new Float64Array(6);

/** Improves a map by one stage; a map that got out of hand is put back. The result is valid until the next call. */
function refine(a: View, b: View, stage: Stage, box: Box, map: AffineMap, scale: number): Refined {
  const { size, side } = stage;
  before.set(map);
  refined.good = true;
  refined.first = -1;
  refined.last = -1;
  sampleBox(a[stage.plane], size, box, side);
  for (let k = 0; k < stage.steps; k++) {
    const change = warp(b[stage.plane], size, map, side) < side * side * 0.25 ? -1 : step(side, stage.damping, map);
    if (change < 0) {
      refined.good = false;
      break;
    }
    if (k === 0) refined.first = correlation;
    refined.last = correlation;
    if (change < stage.converged) break;
  }
  const ratio = (map[1]! * map[5]! - map[2]! * map[4]!) / scale;
  if (!(ratio > SMALLEST_SCALE && ratio < LARGEST_SCALE) || refined.last < refined.first - 0.02) refined.good = false;
  if (!refined.good) map.set(before);
  return refined;
}

/**
 * Registers the second picture to a box of the first, coarse to fine, and resamples both to 64×64 points.
 * Hopeless pairs are given up after the coarse steps, which cost a fraction of the rest.
 * @param map the initial map; improved in place
 * @returns null when the pictures do not fit
 */
export function align(a: View, b: View, box: Box, map: AffineMap): Aligned | null {
  const scale = map[1]! * map[5]! - map[2]! * map[4]!;
  const coarse = refine(a, b, COARSE, box, map, scale);
  if ((coarse.good ? coarse.last : coarse.first) < LEAST_CORRELATION) return null;
  if (coarse.good && gradientCorrelation(template, warped, inside, COARSE.side) < LEAST_GRADIENTS) return null;
  const middle = refine(a, b, MIDDLE, box, map, scale);
  if ((middle.good ? middle.last : middle.first) < LEAST_CORRELATION) return null;
  if (middle.good && agreeingShare(template, warped, inside, MIDDLE.side) < LEAST_AGREEING) return null;
  refine(a, b, FINE, box, map, scale);
  sampleBox(a.y64, 64, box, FINISHED);
  const count = warp(b.y64, 64, map, FINISHED);
  if (count < FINISHED * FINISHED * 0.3) return null;
  return { side: FINISHED, a: template, b: warped, inside, count };
}

/**
 * Improves the map of an aligned pair on finer planes; a map that gets out of hand is put back.
 * @param side grid points per side, at most 128
 * @returns correlation of the two planes under the map, −1 when there was nothing to hold on to
 */
export function improve(a: Plane, b: Plane, box: Box, map: AffineMap, side: number, steps: number): number {
  const before = Float64Array.from(map);
  const scale = map[1]! * map[5]! - map[2]! * map[4]!;
  sampleBox(a.data, a.side, box, side);
  let first = -1;
  let last = -1;
  for (let k = 0; k < steps; k++) {
    const change = warp(b.data, b.side, map, side) < side * side * 0.25 ? -1 : step(side, 1e-4, map);
    if (change < 0) break;
    if (k === 0) first = correlation;
    last = correlation;
    if (change < 4e-4) break;
  }
  const ratio = (map[1]! * map[5]! - map[2]! * map[4]!) / scale;
  if (!(ratio > 0.8 && ratio < 1.25) || last < first - 0.02) map.set(before);
  return Math.max(first, last);
}
