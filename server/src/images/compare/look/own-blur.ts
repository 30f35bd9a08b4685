import type { Box } from '../views.ts';
import type { Detail, Plane } from './detail.ts';

/** Half the side of what a point is blurred with, in points of the smallest plane, and how often: about as soft as bars are made. */
const REACH = 2;
const TIMES = 2;

/** Share of a side off the edge at which what lies beside it is looked at, and what is left out along it where all is compared. */
const BESIDE = 3 / 256;
const SEAM = 2 / 64;
/** Places along an edge. */
const PLACES = 256;
/**
 * Correlation with the blur, and how far what lies beside the edges is off it, in shares of the step that is there: 157 of 163 pictures
 * with such bars, none of 762 cuts, in which the step is no more than what the picture does everywhere.
 */
const LIKE = 0.7;
const OFF = 0.62;

/**
 * Whether around a part of a picture there is a blurred copy of that part, large enough to cover the whole, about the middle: what
 * programs put behind a picture that does not fill the frame.
 * @param shared where the part lies
 */
export function isOwnBlur({ luma }: Detail, shared: Box): boolean {
  const soft = softened(luma[2]);
  const [left, top, right, bottom] = shared;
  const [width, height] = [right - left, bottom - top];
  const cover = Math.max(1 / width, 1 / height);
  const behind = (x: number, y: number): number =>
    valueAt(soft, left + width / 2 + (x - 0.5) / cover, top + height / 2 + (y - 0.5) / cover);
  const { side } = soft;
  const [there, told]: [number[], number[]] = [[], []];
  for (let q = 0; q < side * side; q++) {
    const [x, y] = [((q % side) + 0.5) / side, (Math.floor(q / side) + 0.5) / side];
    if (x > left - SEAM && x < right + SEAM && y > top - SEAM && y < bottom + SEAM) continue;
    there.push(luma[2].data[q]!);
    told.push(behind(x, y));
  }
  const line = lineOf(told, there);
  if (!line || line.likeness < LIKE) return false;
  let [off, step] = [0, 0];
  for (let k = 0; k < PLACES; k++) {
    const [x, y] = [left + ((k + 0.5) / PLACES) * width, top + ((k + 0.5) / PLACES) * height];
    for (const [atX, atY, outX, outY] of [
      [left, y, -BESIDE, 0],
      [right, y, BESIDE, 0],
      [x, top, 0, -BESIDE],
      [x, bottom, 0, BESIDE],
    ] as const) {
      const [px, py] = [atX + outX, atY + outY];
      if (px < 0 || py < 0 || px >= 1 || py >= 1) continue;
      const outside = valueAt(luma[0], px, py);
      off += Math.abs(outside - (line.gain * behind(px, py) + line.offset));
      step += Math.abs(outside - valueAt(luma[0], atX - outX, atY - outY));
    }
  }
  return off < OFF * step;
}

/** The line that tells the second numbers by the first, and their correlation; null where there are few. */
function lineOf(x: readonly number[], y: readonly number[]): { gain: number; offset: number; likeness: number } | null {
  const n = x.length;
  if (n < 64) return null;
  const meanX = x.reduce((sum, value) => sum + value, 0) / n;
  const meanY = y.reduce((sum, value) => sum + value, 0) / n;
  let [xx, yy, xy] = [1, 1, 0];
  for (let i = 0; i < n; i++) {
    xx += (x[i]! - meanX) ** 2;
    yy += (y[i]! - meanY) ** 2;
    xy += (x[i]! - meanX) * (y[i]! - meanY);
  }
  const gain = xy / xx;
  return { gain, offset: meanY - gain * meanX, likeness: xy / Math.sqrt(xx * yy) };
}

/** A plane after a few box means. */
function softened(plane: Plane): Plane {
  let { data } = plane;
  const { side } = plane;
  for (let k = 0; k < TIMES; k++) {
    const out = new Float32Array(side * side);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        let [sum, n] = [0, 0];
        for (let j = Math.max(0, y - REACH); j <= Math.min(side - 1, y + REACH); j++)
          for (let i = Math.max(0, x - REACH); i <= Math.min(side - 1, x + REACH); i++, n++) sum += data[j * side + i]!;
        out[y * side + x] = sum / n;
      }
    }
    data = out;
  }
  return { data, side };
}

/** The pixel at a place, in shares of the sides. */
function valueAt({ data, side }: Plane, x: number, y: number): number {
  const column = Math.min(side - 1, Math.max(0, Math.floor(x * side)));
  return data[Math.min(side - 1, Math.max(0, Math.floor(y * side))) * side + column]!;
}
