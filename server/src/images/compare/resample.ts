import type { PlanePair } from './pair-sums.ts';
import type { Box } from './views.ts';

/**
 * Affine map from the first picture's box to the second picture: a point (u, v) of the box, −1 to 1 from edge to edge,
 * lies at x = m[0] + m[1]·u + m[2]·v, y = m[3] + m[4]·u + m[5]·v of the second, 0 to 1 from edge to edge.
 */
export type AffineMap = Float64Array;

/** How much area of the second picture one unit of the box covers; negative when mirrored. */
export const areaScale = (map: AffineMap): number => map[1]! * map[5]! - map[2]! * map[4]!;

/** Points of the largest grid: 128×128, which a second look uses. */
const LARGEST = 128 * 128;

/** A box of the first picture and the second picture under a map, on one grid; with the slopes of the second. */
export interface Resampled extends PlanePair {
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
}

/** The one set of buffers: thousands of pairs are registered in turn, and nothing is copied for one. */
export const resampled: Resampled = {
  a: new Float32Array(LARGEST),
  b: new Float32Array(LARGEST),
  inside: new Uint8Array(LARGEST),
  slopeX: new Float32Array(LARGEST),
  slopeY: new Float32Array(LARGEST),
};

/** Resamples a box of the first picture's plane, `size`×`size`, to `side`×`side` points. */
export function sampleBox(plane: Float32Array, size: number, box: Box, side: number): void {
  const stepX = ((box[2] - box[0]) * size) / side;
  const stepY = ((box[3] - box[1]) * size) / side;
  const { a } = resampled;
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
      a[j * side + i] = upper + (lower - upper) * fy;
    }
  }
}

/** Resamples the second picture's plane, `size`×`size`, under the map, with its slopes; returns the points inside. */
export function warp(plane: Float32Array, size: number, map: AffineMap, side: number): number {
  const { b, inside, slopeX, slopeY } = resampled;
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
      b[q] = upper + (lower - upper) * fy;
      slopeX[q] = (right + (right2 - right) * fy) * size;
      slopeY[q] = (lower - upper) * size;
      inside[q] = 1;
      count++;
    }
  }
  return count;
}
