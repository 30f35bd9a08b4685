import { SIDE } from '../fingerprint/fingerprint.ts';
import { type Box, WHOLE } from './views.ts';

/** Largest difference of luma inside a border. */
const TOLERANCE = 10;
const SMALLEST_REST = 8;

/** What is left of a luma plane after cutting plain borders (bars, frames, margins); the whole when there are none. */
export function trimBox(plane: Float32Array): Box {
  if (!hasPlainEdge(plane)) return WHOLE;
  const rows = ranges(plane, 0, SIDE, true);
  const top = borderLength(rows, false);
  if (top >= SIDE - 4) return WHOLE;
  const bottom = borderLength(rows, true);
  const columns = ranges(plane, top, SIDE - bottom, false);
  const left = borderLength(columns, false);
  if (left >= SIDE - 4) return WHOLE;
  const right = borderLength(columns, true);
  if (SIDE - top - bottom < SMALLEST_REST || SIDE - left - right < SMALLEST_REST) return WHOLE;
  return [left / SIDE, top / SIDE, 1 - right / SIDE, 1 - bottom / SIDE];
}

/** Whether one of the outermost rows or columns is plain: most pictures have none, and need no further look. */
function hasPlainEdge(plane: Float32Array): boolean {
  const isPlain = (from: number, step: number): boolean => {
    let [least, most] = [256, -1];
    for (let i = 0, at = from; i < SIDE; i++, at += step) {
      least = Math.min(least, plane[at]!);
      most = Math.max(most, plane[at]!);
    }
    return most - least <= TOLERANCE;
  };
  const last = SIDE - 1;
  return isPlain(0, 1) || isPlain(last * SIDE, 1) || isPlain(0, SIDE) || isPlain(last, SIDE);
}

/** Least and greatest luma of every row (or of every column between two rows). */
function ranges(
  plane: Float32Array,
  from: number,
  to: number,
  byRow: boolean,
): { min: Float32Array; max: Float32Array } {
  const min = new Float32Array(SIDE).fill(256);
  const max = new Float32Array(SIDE).fill(-1);
  for (let y = from; y < to; y++) {
    for (let x = 0; x < SIDE; x++) {
      const value = plane[y * SIDE + x]!;
      const line = byRow ? y : x;
      if (value < min[line]!) min[line] = value;
      if (value > max[line]!) max[line] = value;
    }
  }
  return { min, max };
}

/** How many lines from one end are plain and of one luma. */
function borderLength({ min, max }: { min: Float32Array; max: Float32Array }, fromEnd: boolean): number {
  const at = (k: number): number => (fromEnd ? SIDE - 1 - k : k);
  const level = (max[at(0)]! + min[at(0)]!) / 2;
  let length = 0;
  while (length < SIDE) {
    const line = at(length);
    if (max[line]! - min[line]! > TOLERANCE || Math.abs((max[line]! + min[line]!) / 2 - level) > TOLERANCE) break;
    length++;
  }
  return length;
}
