import { evened, evenOut, plane } from '../kernel/kernel.ts';
import type { Plane } from './detail.ts';

/** Deviations below this many levels are noise and stay small. */
const SOFT = 6;
/** Levels of one local standard deviation in the result. */
const SPREAD = 32;

/**
 * A plane, of at most 256×256 points, with its light evened out: each point is told by how far it lies from the mean of its surroundings,
 * in standard deviations of them. Vignettes, gradients and other contrasts come out the same.
 * @param reach half the side of the surroundings, in points
 */
export function evenLight({ data, side }: Plane, reach: number): Plane {
  plane.set(data);
  evenOut(side, reach, SOFT, SPREAD);
  return { data: evened.slice(0, side * side), side };
}
