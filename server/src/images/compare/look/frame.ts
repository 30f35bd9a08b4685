import type { Box } from '../views.ts';
import type { Detail, Plane } from './detail.ts';
import { isOwnBlur } from './own-blur.ts';

/** How the larger of two frames relates to what the pictures share. */
export type Framing = 'same' | 'cropped' | 'border' | 'framed';

/** Share of a side that framing may differ by without being named. */
const SAME = 0.013;

/** One edge of the shared part that lies inside the larger picture, in numbers. */
interface Seam {
  /** Share of its length at which there is a step, larger than those on either side of it. */
  readonly jump: number;
  /** The same where the least step counts: beside a bar of one colour there is no noise. */
  readonly stop: number;
  /** Mean step along the edge, just outside and just inside, in levels. */
  readonly outer: number;
  readonly inner: number;
  /** Mean deviation outside, in levels. */
  readonly spread: number;
}

/** Tells a cut from a frame by whether the picture goes on beyond the shared part. */
export function framingOf(larger: Detail, shared: Box): Framing {
  const margin = Math.max(shared[0], shared[1], 1 - shared[2], 1 - shared[3]);
  if (margin <= SAME) return 'same';
  const seams = seamsOf(larger.luma[0], shared);
  // A cut may follow one edge of what it shows; a frame has seams on most of its sides.
  const framed =
    seams.some(isFrame) && 2 * seams.filter((seam) => isFrame(seam) || isBare(seam)).length >= seams.length;
  const blank = seams.length > 0 && seams.every(isBlank);
  if (!framed && !blank) return seams.length > 0 && isOwnBlur(larger, shared) ? 'framed' : 'cropped';
  return energyAround(larger.luma[1], shared) < EMPTY ? 'border' : 'framed';
}

/** Energy below which there is nothing in a frame but its own colour, or blur. */
const EMPTY = 0.5;
/** Levels that a step must have beside one and a half times those near it. */
const STEP = 5;
const LEAST_STEP = 1;
const TIMES = 1.5;
/**
 * Of 300 cuts from photographs the picture has a natural step along more than these shares of an edge in 3, each of them
 * with texture outside; of 230 frames all but 3 have one.
 */
const PLAIN = { jump: 0.55, outer: 1 } as const;
const STRAIGHT = { jump: 0.85, outer: 2 } as const;
/** Bars of the picture's own blur have a step where it differs, and little of its texture. */
const BLURRED = { jump: 0.36, outer: 2.4, share: 0.45 } as const;
/** The blur of strong contrasts still has slopes, and grass next to its blur has a step at few places: then the rest is plainer. */
const SMEARED = { jump: 0.7, share: 0.36 } as const;
const MOLTEN = { jump: 0.25, share: 0.1 } as const;
/** Bars of one colour beside a picture that is nearly as dark. */
const DIM = { stop: 0.55, outer: 0.3, spread: 0.6, share: 0.3 } as const;

function isFrame({ jump, stop, outer, inner, spread }: Seam): boolean {
  if (stop >= DIM.stop && outer < DIM.outer && outer < DIM.share * inner && spread < DIM.spread) return true;
  if (jump >= PLAIN.jump && outer <= PLAIN.outer) return true;
  if (jump >= STRAIGHT.jump && outer <= STRAIGHT.outer) return true;
  if (jump >= SMEARED.jump && outer < SMEARED.share * inner) return true;
  if (jump >= MOLTEN.jump && outer < BLURRED.outer && outer < MOLTEN.share * inner) return true;
  return jump >= BLURRED.jump && outer < BLURRED.outer && outer < BLURRED.share * inner;
}

/** One colour and nothing else outside. */
const isBare = ({ outer, spread }: Seam): boolean => outer < 0.1 && spread < 0.6;

/** Nothing at all outside, and something inside: bars of the very colour that the picture has at its edges. */
const isBlank = (seam: Seam): boolean => isBare(seam) && seam.inner > 0.1;

/** Looks along the edges of the shared part; those at the edge of the picture are left out. */
function seamsOf(plane: Plane, shared: Box): Seam[] {
  const { side } = plane;
  const [left, top, right, bottom] = shared.map((share) => share * side) as [number, number, number, number];
  const column = (x: number, y: number): number => at(plane, x, y);
  const row = (y: number, x: number): number => at(plane, x, y);
  return [
    seamOf(side, left, -1, top, bottom, column),
    seamOf(side, right, 1, top, bottom, column),
    seamOf(side, top, -1, left, right, row),
    seamOf(side, bottom, 1, left, right, row),
  ].filter((seam) => seam !== null);
}

/** @param value luma at a place across the edge and a place along it */
function seamOf(
  side: number,
  edge: number,
  out: -1 | 1,
  from: number,
  to: number,
  value: (across: number, along: number) => number,
): Seam | null {
  if (out < 0 ? edge < 3 : edge > side - 3) return null;
  const outside: number[] = [];
  let [jumps, stops, outer, inner] = [0, 0, 0, 0];
  for (let k = Math.max(0, Math.ceil(from) + 3); k < Math.min(side, Math.floor(to) - 3); k++) {
    const step = (one: number, other: number): number =>
      Math.abs(value(edge + out * one, k) - value(edge + out * other, k));
    const beyond = step(-2, 2) - TIMES * Math.max(step(-4, -2), step(2, 4));
    if (beyond > STEP) jumps++;
    if (beyond > LEAST_STEP) stops++;
    outside.push(value(edge + out * 2, k));
    outer += Math.abs(value(edge + out * 3, k + 1) - value(edge + out * 3, k));
    inner += Math.abs(value(edge - out * 3, k + 1) - value(edge - out * 3, k));
  }
  const n = outside.length;
  if (n === 0) return null;
  const mean = outside.reduce((sum, luma) => sum + luma, 0) / n;
  const spread = outside.reduce((sum, luma) => sum + Math.abs(luma - mean), 0) / n;
  return { jump: jumps / n, stop: stops / n, outer: outer / n, inner: inner / n, spread };
}

const at = ({ data, side }: Plane, x: number, y: number): number =>
  data[Math.min(side - 1, Math.max(0, Math.floor(y))) * side + Math.min(side - 1, Math.max(0, Math.floor(x)))]!;

function energyAround({ data, side }: Plane, [left, top, right, bottom]: Box): number {
  let inside = 0;
  let outside = 0;
  let within = 0;
  let beyond = 0;
  for (let y = 0; y < side - 1; y++) {
    for (let x = 0; x < side - 1; x++) {
      const q = y * side + x;
      const slope = Math.abs(data[q + 1]! - data[q]!) + Math.abs(data[q + side]! - data[q]!);
      const sx = (x + 0.5) / side;
      const sy = (y + 0.5) / side;
      if (sx > left + 0.015 && sx < right - 0.015 && sy > top + 0.015 && sy < bottom - 0.015) {
        inside += slope;
        within++;
      } else if (sx < left - 0.015 || sx > right + 0.015 || sy < top - 0.015 || sy > bottom + 0.015) {
        outside += slope;
        beyond++;
      }
    }
  }
  return outside / Math.max(1, beyond) / Math.max(0.5, inside / Math.max(1, within));
}
