import { grid, plane as kernelPlane, sample } from './kernel/kernel.ts';
import type { PlanePair } from './pair-sums.ts';
import type { Box } from './views.ts';

/**
 * Affine map from the first picture's box to the second picture: a point (u, v) of the box, −1 to 1 from edge to edge,
 * lies at x = m[0] + m[1]·u + m[2]·v, y = m[3] + m[4]·u + m[5]·v of the second, 0 to 1 from edge to edge.
 */
export type AffineMap = Float64Array;

/** How much area of the second picture one unit of the box covers; negative when mirrored. */
export const areaScale = (map: AffineMap): number => map[1]! * map[5]! - map[2]! * map[4]!;

/** A box of the first picture and the second picture under a map, on one grid: thousands of pairs are registered in turn, and nothing is copied for one. */
export const resampled: PlanePair = grid;

/** Resamples a box of the first picture's plane, `size`×`size`, to `side`×`side` points (a multiple of 4, at most 128). */
export function sampleBox(plane: Float32Array, size: number, [left, top, right, bottom]: Box, side: number): void {
  kernelPlane.set(plane);
  sample(0, size, side, (left + right) / 2, (right - left) / 2, 0, (top + bottom) / 2, 0, (bottom - top) / 2);
}

/** Takes the second picture's plane, at most 256×256, for the calls of `warp` to come. */
export function takeSecond(plane: Float32Array): void {
  kernelPlane.set(plane);
}

/** Resamples the second picture's plane, `size`×`size`, under the map, with its slopes; returns the points inside. */
export function warp(size: number, map: AffineMap, side: number): number {
  return sample(1, size, side, map[0]!, map[1]!, map[2]!, map[3]!, map[4]!, map[5]!);
}
