import { improve } from '../align.ts';
import type { AffineMap } from '../resample.ts';
import { WHOLE } from '../views.ts';
import { DETAIL_SIDE, type Detail, type Plane } from './detail.ts';
import { evenLight } from './even-light.ts';
import { areaOf, isTurned, type Lay, layOf } from './lay.ts';
import { markInside, samplePixels, sampleValues } from './sampling.ts';

/** Points per block side. */
export const BLOCK = 8;
const LARGEST_GRID = 128;
const SMALLEST_GRID = 48;
const REACH = 12;
const STEPS = 4;
const LAST_STEPS = 2;

/** Pixels of a picture per step of the grid from which a step is more than a pixel. */
const NEARLY = 1.05;
const AS_IT_LIES: Lay = [0, 1, 0, 0, 0, 1];

/** Evened planes by plane and reach: pictures are laid on many others. */
const evenPlanes = new WeakMap<Plane, Map<number, Plane>>();

function evened(plane: Plane, reach: number): Plane {
  const known = evenPlanes.get(plane) ?? new Map<number, Plane>();
  evenPlanes.set(plane, known);
  const made = known.get(reach) ?? evenLight(plane, reach);
  known.set(reach, made);
  return made;
}

/** Two pictures resampled to one grid over the whole of the first. */
export interface Grid {
  /** Grid points per side, a multiple of `BLOCK`. */
  readonly side: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  /** 1 where the point lies inside the second picture. */
  readonly inside: Uint8Array;
  readonly lay: Lay;
}

/** Chroma of both pictures on their grid: Cb of every point, then Cr. */
export interface Colours {
  readonly chromaA: Float32Array;
  readonly chromaB: Float32Array;
}

/** The plane of a picture whose pixels are closest to a step, in shares of the picture. */
function planeFor({ luma }: Detail, step: number): Plane {
  return luma.findLast((plane) => step * plane.side >= 0.99 || plane === luma[0]) ?? luma[0];
}

/**
 * Lays the second picture under the first as closely as the pixels allow, light evened out, and resamples both.
 * @param lay where the first lies on the second, about; the first must be the one that shows less
 * @param straight the sides lie along each other: only place and size are improved
 */
export function layGrid(a: Detail, b: Detail, lay: Lay, straight: boolean): Grid {
  // As many points as the second has pixels along the side that it was shrunk more: more would be made up.
  const share = Math.min(Math.hypot(lay[1], lay[4]), Math.hypot(lay[2], lay[5]));
  const wanted = Math.floor((share * DETAIL_SIDE) / BLOCK) * BLOCK;
  const side = Math.max(SMALLEST_GRID, Math.min(LARGEST_GRID, wanted));
  return sampled(a, b, refined(a, b, lay, side, straight), side);
}

/**
 * Both pictures on a grid over the whole of the first, as they lie.
 * @param side grid points per side, a multiple of `BLOCK`
 */
export function sampled(a: Detail, b: Detail, lay: Lay, side: number): Grid {
  const scale = Math.sqrt(Math.abs(areaOf(lay)));
  const points = side * side;
  const grid: Grid = {
    side,
    a: new Float32Array(points),
    b: new Float32Array(points),
    inside: new Uint8Array(points),
    lay,
  };
  const planeA = planeFor(a, 1 / side);
  const planeB = planeFor(b, scale / side);
  const parts = planeA.side === side && planeB.side * scale <= side * NEARLY ? 1 : 2;
  sampleValues(planeA, AS_IT_LIES, side, parts, grid.a);
  sampleValues(planeB, lay, side, parts, grid.b);
  markInside(lay, side, grid.inside);
  return grid;
}

/** The colours of two pictures on their grid; most ways to lay a pair are not worth looking at them. */
export function coloursOf(a: Detail, b: Detail, { side, lay }: Grid): Colours {
  const points = side * side;
  const colours = { chromaA: new Float32Array(2 * points), chromaB: new Float32Array(2 * points) };
  for (const [k, channel] of (['cb', 'cr'] as const).entries()) {
    samplePixels(a[channel], AS_IT_LIES, side, colours.chromaA, k * points);
    samplePixels(b[channel], lay, side, colours.chromaB, k * points);
  }
  return colours;
}

function refined(a: Detail, b: Detail, lay: Lay, side: number, straight: boolean): Lay {
  const map: AffineMap = Float64Array.of(
    lay[0] + (lay[1] + lay[2]) / 2,
    lay[1] / 2,
    lay[2] / 2,
    lay[3] + (lay[4] + lay[5]) / 2,
    lay[4] / 2,
    lay[5] / 2,
  );
  const scale = Math.sqrt(Math.abs(areaOf(lay)));
  const held = !straight ? [] : isTurned(lay) ? [1, 5] : [2, 4];
  const even = (plane: Plane, reach: number): Plane => evened(plane, Math.max(3, Math.round(reach)));
  for (const points of side > SMALLEST_GRID ? [SMALLEST_GRID, side] : [side]) {
    const planeA = planeFor(a, 1 / points);
    const planeB = planeFor(b, scale / points);
    const reachA = (REACH * planeA.side) / 128;
    const evenB = even(planeB, (reachA * planeB.side) / (planeA.side * scale));
    const steps = points === SMALLEST_GRID ? STEPS : LAST_STEPS;
    improve(even(planeA, reachA), evenB, WHOLE, map, { side: points, steps, held });
  }
  return layOf(WHOLE, map);
}
