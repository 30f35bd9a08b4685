import { agreeingShare, gradientCorrelation } from './correlate.ts';
import { step } from './gauss-newton.ts';
import type { Plane } from './look/detail.ts';
import type { PlanePair } from './pair-sums.ts';
import { type AffineMap, areaScale, resampled, sampleBox, takeSecond, warp } from './resample.ts';
import type { Turn } from './search.ts';
import type { Box, View } from './views.ts';

/** The two pictures resampled to one grid; valid until the next alignment. */
export interface Aligned extends PlanePair {
  /** Grid points per side. */
  readonly side: number;
  /** Number of points inside. */
  readonly count: number;
}

/** Grid points per side of a finished alignment. */
const FINISHED = 64;

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
/** Steps that lose more correlation than this went astray. */
const LARGEST_LOSS = 0.02;

/** How a stage went. */
interface Refined {
  /** The map is usable: there was something to hold on to and the scale stayed plausible. */
  readonly good: boolean;
  /** Correlation before the first step, and before the last; −1 when there was none. */
  readonly first: number;
  readonly last: number;
}

const before = new Float64Array(6);

/** Improves a map by one stage; a map that got out of hand is put back. */
function refine(a: View, b: View, stage: Stage, box: Box, map: AffineMap, scale: number): Refined {
  before.set(map);
  sampleBox(a[stage.plane], stage.size, box, stage.side);
  const { held, first, last } = takeSteps(b[stage.plane], stage, map, []);
  const ratio = areaScale(map) / scale;
  const good = held && ratio > SMALLEST_SCALE && ratio < LARGEST_SCALE && last >= first - LARGEST_LOSS;
  if (!good) map.set(before);
  return { good, first, last };
}

/** Steps until little changes; not held when too little of the pictures overlaps or they show nothing. */
function takeSteps(
  plane: Float32Array,
  { size, side, steps, damping, converged }: Omit<Stage, 'plane'>,
  map: AffineMap,
  held: readonly number[],
): { held: boolean; first: number; last: number } {
  let first = -1;
  let last = -1;
  takeSecond(plane);
  for (let k = 0; k < steps; k++) {
    if (warp(size, map, side) < side * side * 0.25) return { held: false, first, last };
    const { change, correlation } = step(side, damping, map, held);
    if (change < 0) return { held: false, first, last };
    if (k === 0) first = correlation;
    last = correlation;
    if (change < converged) break;
  }
  return { held: true, first, last };
}

/**
 * Registers the second picture to a box of the first, coarse to fine, and resamples both to 64×64 points.
 * Hopeless pairs are given up after the coarse steps, which cost a fraction of the rest.
 * @param map the initial map; improved in place
 * @returns null when the pictures do not fit
 */
export function align(a: View, b: View, box: Box, map: AffineMap): Aligned | null {
  const scale = areaScale(map);
  const coarse = refine(a, b, COARSE, box, map, scale);
  if ((coarse.good ? coarse.last : coarse.first) < LEAST_CORRELATION) return null;
  if (coarse.good && gradientCorrelation(resampled, COARSE.side) < LEAST_GRADIENTS) return null;
  const middle = refine(a, b, MIDDLE, box, map, scale);
  if ((middle.good ? middle.last : middle.first) < LEAST_CORRELATION) return null;
  if (middle.good && agreeingShare(resampled, MIDDLE.side) < LEAST_AGREEING) return null;
  refine(a, b, FINE, box, map, scale);
  sampleBox(a.y64, 64, box, FINISHED);
  takeSecond(b.y64);
  const count = warp(64, map, FINISHED);
  if (count < FINISHED * FINISHED * 0.3) return null;
  return { side: FINISHED, a: resampled.a, b: resampled.b, inside: resampled.inside, count };
}

/**
 * Improves the map of an aligned pair on finer planes; a map that gets out of hand is put back.
 * @param side grid points per side, at most 128
 * @param held coefficients of the map that stay as they are
 * @returns correlation of the two planes under the map, −1 when there was nothing to hold on to
 */
export function improve(
  a: Plane,
  b: Plane,
  box: Box,
  map: AffineMap,
  { side, steps, held }: { readonly side: number; readonly steps: number; readonly held: readonly number[] },
): number {
  const initial = Float64Array.from(map);
  sampleBox(a.data, a.side, box, side);
  const { first, last } = takeSteps(b.data, { size: b.side, side, steps, damping: 1e-4, converged: 4e-4 }, map, held);
  const ratio = areaScale(map) / areaScale(initial);
  if (!(ratio > 0.8 && ratio < 1.25) || last < first - LARGEST_LOSS) map.set(initial);
  return Math.max(first, last);
}
