import type { Plane } from './look/detail.ts';
import { type Box, WHOLE } from './views.ts';

/** Largest difference of luma inside a border. */
const TOLERANCE = 10;
/** Share of a side that must be left, and that borders take at the most. */
const SMALLEST_REST = 1 / 8;
const MOST = 15 / 16;

/** What is left of a luma plane after cutting plain borders (bars, frames, margins); the whole when there are none. */
export function trimBox({ data, side }: Plane): Box {
  if (!hasPlainEdge(data, side)) return WHOLE;
  const rows = ranges(data, side, 0, side, true);
  const top = borderLength(rows, false);
  if (top >= MOST * side) return WHOLE;
  const bottom = borderLength(rows, true);
  const columns = ranges(data, side, top, side - bottom, false);
  const left = borderLength(columns, false);
  if (left >= MOST * side) return WHOLE;
  const right = borderLength(columns, true);
  if (Math.min(side - top - bottom, side - left - right) < SMALLEST_REST * side) return WHOLE;
  return [left / side, top / side, 1 - right / side, 1 - bottom / side];
}

/** Whether one of the outermost rows or columns is plain: most pictures have none, and need no further look. */
function hasPlainEdge(plane: Float32Array, side: number): boolean {
  const isPlain = (from: number, step: number): boolean => {
    let [least, most] = [256, -1];
    for (let i = 0, at = from; i < side; i++, at += step) {
      least = Math.min(least, plane[at]!);
      most = Math.max(most, plane[at]!);
    }
    return most - least <= TOLERANCE;
  };
  const last = side - 1;
  return isPlain(0, 1) || isPlain(last * side, 1) || isPlain(0, side) || isPlain(last, side);
}

/** Least and greatest luma of every row (or of every column between two rows). */
function ranges(
  plane: Float32Array,
  side: number,
  from: number,
  to: number,
  byRow: boolean,
): { min: Float32Array; max: Float32Array } {
  const min = new Float32Array(side).fill(256);
  const max = new Float32Array(side).fill(-1);
  for (let y = from; y < to; y++) {
    for (let x = 0; x < side; x++) {
      const value = plane[y * side + x]!;
      const line = byRow ? y : x;
      if (value < min[line]!) min[line] = value;
      if (value > max[line]!) max[line] = value;
    }
  }
  return { min, max };
}

/** How many lines from one end are plain and of one luma. */
function borderLength({ min, max }: { min: Float32Array; max: Float32Array }, fromEnd: boolean): number {
  const side = min.length;
  const at = (k: number): number => (fromEnd ? side - 1 - k : k);
  const level = (max[at(0)]! + min[at(0)]!) / 2;
  let length = 0;
  while (length < side) {
    const line = at(length);
    if (max[line]! - min[line]! > TOLERANCE || Math.abs((max[line]! + min[line]!) / 2 - level) > TOLERANCE) break;
    length++;
  }
  return length;
}
