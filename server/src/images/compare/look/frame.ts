import type { Box } from '../views.ts';
import type { Detail, Plane } from './detail.ts';

/** How the larger of two frames relates to what the pictures share. */
export type Framing = 'same' | 'cropped' | 'border' | 'framed';

/** Share of a side that framing may differ by without being named. */
const SAME = 0.013;

/** What lies around the shared part, in numbers. */
export interface Surroundings {
  /** Correlation of the rows just outside and just inside the shared part, in shares of that of two rows inside. */
  readonly continuity: number;
  /** Mean step across the seam, between two places just inside it, and just outside it, in levels. */
  readonly seam: number;
  readonly inner: number;
  readonly outer: number;
  /** Mean slope outside, in shares of the mean slope inside. */
  readonly energy: number;
}

/** Tells a cut from a frame by whether the picture goes on beyond the shared part. */
export function framingOf(larger: Detail, shared: Box): Framing {
  const margin = Math.max(shared[0], shared[1], 1 - shared[2], 1 - shared[3]);
  if (margin <= SAME) return 'same';
  const around = surroundings(larger, shared);
  if (!isFrame(around)) return 'cropped';
  return around.energy < EMPTY ? 'border' : 'framed';
}

/** Energy below which there is nothing in a frame but its own colour, or blur. */
const EMPTY = 0.5;

/**
 * A picture that goes on has steps across the seam like those on either side of it. A frame has a larger step, or on its
 * side next to none: bars are plain, or blurred. Limits lie between cuts and frames of some hundred photographs.
 */
function isFrame({ seam, inner, outer, energy, continuity }: Surroundings): boolean {
  if (seam > 1.5 * Math.max(inner, outer) + 1 || seam > 3 * inner + 3) return true;
  return inner > 8 && (outer < 0.3 * inner || (energy < 0.25 && continuity < 0.6));
}

/** Looks at the picture around the shared part. */
export function surroundings({ luma }: Detail, shared: Box): Surroundings {
  const plane = luma[0];
  const { side } = plane;
  const outer: number[] = [];
  const inner: number[] = [];
  const deeper: number[] = [];
  const beyond: number[] = [];
  const [left, top, right, bottom] = shared.map((share) => share * side) as [number, number, number, number];
  const seam = (
    at: number,
    out: -1 | 1,
    from: number,
    to: number,
    value: (across: number, along: number) => number,
  ) => {
    if (out < 0 ? at < 3 : at > side - 3) return;
    for (let k = Math.max(0, Math.ceil(from) + 2); k < Math.min(side, Math.floor(to) - 2); k++) {
      outer.push(value(at + out * 2, k));
      inner.push(value(at - out * 2, k));
      deeper.push(value(at - out * 6, k));
      beyond.push(value(at + out * 6, k));
    }
  };
  const column = (x: number, y: number): number => at(plane, x, y);
  const row = (y: number, x: number): number => at(plane, x, y);
  seam(left, -1, top, bottom, column);
  seam(right, 1, top, bottom, column);
  seam(top, -1, left, right, row);
  seam(bottom, 1, left, right, row);
  const usual = Math.max(0.3, correlationOf(inner, deeper));
  return {
    continuity: correlationOf(inner, outer) / usual,
    seam: meanStep(inner, outer),
    inner: meanStep(inner, deeper),
    outer: meanStep(outer, beyond),
    energy: energyAround(luma[1], shared),
  };
}

const meanStep = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / Math.max(1, a.length);

const at = ({ data, side }: Plane, x: number, y: number): number =>
  data[Math.min(side - 1, Math.max(0, Math.floor(y))) * side + Math.min(side - 1, Math.max(0, Math.floor(x)))]!;

function correlationOf(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  if (n === 0) return 0;
  let sa = 0;
  let sb = 0;
  let saa = 0;
  let sbb = 0;
  let sab = 0;
  for (let i = 0; i < n; i++) {
    sa += a[i]!;
    sb += b[i]!;
    saa += a[i]! ** 2;
    sbb += b[i]! ** 2;
    sab += a[i]! * b[i]!;
  }
  const va = saa / n - (sa / n) ** 2 + 20;
  const vb = sbb / n - (sb / n) ** 2 + 20;
  return (sab / n - (sa * sb) / n / n) / Math.sqrt(va * vb);
}

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
