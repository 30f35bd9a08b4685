import type { Looked } from './difference.ts';
import { framingOf } from './frame.ts';
import { areaOf, extentOf, inverse, isTurned, type Lay } from './lay.ts';

/** Shares of a side that a frame is off the one before it at least, for both to show something of their own, and at most. */
const LEAST = 0.013;
const MOST = 0.15;
/** Frames of one camera are of one size: area of the one on the other, either way. */
const ONE_SIZE = 1.15;

/**
 * Whether a camera went on from one picture to the other: at one scale, each shows beyond opposite edges what the other does not. Cuts lie
 * inside of what they were cut from; two cuts of one size that lie beside each other look the same, and are pictures of their own as well.
 * @param lay where `a` lies on `b`
 */
export function isNeighbour(a: Looked, b: Looked, lay: Lay): boolean {
  const area = areaOf(lay);
  if (isTurned(lay) || area > ONE_SIZE || area < 1 / ONE_SIZE) return false;
  const shared = extentOf(lay);
  const [left, top, right, bottom] = shared;
  const moved = (near: number, far: number): boolean =>
    Math.max(Math.abs(near), Math.abs(far)) <= MOST &&
    ((near > LEAST && far > LEAST) || (near < -LEAST && far < -LEAST));
  if (!moved(left, right - 1) && !moved(top, bottom - 1)) return false;
  return framingOf(b.detail, shared) === 'cropped' && framingOf(a.detail, extentOf(inverse(lay))) === 'cropped';
}
