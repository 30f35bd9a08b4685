import type { Size } from '../kinds.ts';
import type { Lay } from './lay.ts';

const ASPECT_CHANGE = 0.03;
const SIZE_CHANGE = 0.01;
/** Degrees. */
const SMALLEST_ANGLE = 0.8;

/** How one picture is turned and scaled on another. */
export interface Turned {
  readonly mirrored: boolean;
  readonly rotated: boolean;
  readonly stretched: boolean;
  readonly resized: boolean;
}

/** Mirroring, rotation and scale of `a` on `b`, in pixels of both. */
export function turnOf(a: Size, b: Size, lay: Lay): Turned {
  const xx = (lay[1] * b.width) / a.width;
  const xy = (lay[2] * b.width) / a.height;
  const yx = (lay[4] * b.height) / a.width;
  const yy = (lay[5] * b.height) / a.height;
  const mirrored = xx * yy - xy * yx < 0;
  const hand = mirrored ? -1 : 1;
  // Shear shows in one axis only; a rotation turns both by the same angle.
  const first = Math.atan2(hand * yx, hand * xx);
  const second = Math.atan2(-xy, yy);
  const angle = (Math.min(Math.abs(first), Math.abs(second)) * 180) / Math.PI;
  const [across, down] = [Math.hypot(xx, yx), Math.hypot(xy, yy)];
  return {
    mirrored,
    rotated: angle > SMALLEST_ANGLE,
    stretched: Math.abs(Math.log(across / down)) > ASPECT_CHANGE,
    resized: Math.abs(Math.log(across)) > SIZE_CHANGE,
  };
}
