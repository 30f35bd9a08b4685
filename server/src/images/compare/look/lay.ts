import type { Box } from '../views.ts';

/**
 * How one picture lies on another: a point (x, y) of the first, in shares of its sides, is the point
 * (c0 + c1·x + c2·y, c3 + c4·x + c5·y) of the second, in shares of its sides.
 */
export type Lay = readonly [number, number, number, number, number, number];

/** The same map for points u, v from −1 to 1 over a box of the first picture, as alignment writes it. */
export function layOf(box: Box, map: ArrayLike<number>): Lay {
  const [left, top, right, bottom] = box;
  const su = 2 / (right - left);
  const sv = 2 / (bottom - top);
  const u0 = -su * left - 1;
  const v0 = -sv * top - 1;
  const row = (c: number, u: number, v: number): [number, number, number] => [c + u * u0 + v * v0, u * su, v * sv];
  return [...row(map[0]!, map[1]!, map[2]!), ...row(map[3]!, map[4]!, map[5]!)];
}

/** Area of the first picture in shares of the second one's; negative when it is mirrored. */
export const areaOf = (lay: Lay): number => lay[1] * lay[5] - lay[2] * lay[4];

/** The way back. The area must not be 0. */
export function inverse(lay: Lay): Lay {
  const area = areaOf(lay);
  const [a, b, c, d] = [lay[5] / area, -lay[2] / area, -lay[4] / area, lay[1] / area];
  return [-(a * lay[0] + b * lay[3]), a, b, -(c * lay[0] + d * lay[3]), c, d];
}

/** Bounds of the whole first picture on the second: left, top, right, bottom in shares of the second. */
export function extentOf(lay: Lay): Box {
  const ends = (c: number, x: number, y: number): [number, number] => [
    c + Math.min(0, x) + Math.min(0, y),
    c + Math.max(0, x) + Math.max(0, y),
  ];
  const [left, right] = ends(lay[0], lay[1], lay[2]);
  const [top, bottom] = ends(lay[3], lay[4], lay[5]);
  return [left, top, right, bottom];
}

/** The same lay about the middle without shear and small turns; a quarter turn stays. */
export function upright([c, xu, xv, d, yu, yv]: Lay): Lay {
  return isTurned([c, xu, xv, d, yu, yv])
    ? [c + xu / 2, 0, xv, d + yv / 2, yu, 0]
    : [c + xv / 2, xu, 0, d + yu / 2, 0, yv];
}

/** Whether the sides of the first lie along the other sides of the second. */
export const isTurned = (lay: Lay): boolean => Math.abs(lay[1] * lay[5]) < Math.abs(lay[2] * lay[4]);

/**
 * The lay of the whole first picture on the whole second one, turned and mirrored as the given one is; null where a corner would move by
 * more than `most`, in shares of the sides.
 */
export function wholeOnWhole(lay: Lay, most: number): Lay | null {
  const [xu, xv, yu, yv] = [1, 2, 4, 5].map((k) => Math.round(lay[k]!)) as [number, number, number, number];
  if (Math.abs(xu) + Math.abs(xv) !== 1 || Math.abs(yu) + Math.abs(yv) !== 1 || xu * yv - xv * yu === 0) return null;
  const whole: Lay = [xu + xv < 0 ? 1 : 0, xu, xv, yu + yv < 0 ? 1 : 0, yu, yv];
  const offs = [0, 3].flatMap((k) => {
    const [c, u, v] = [lay[k]! - whole[k]!, lay[k + 1]! - whole[k + 1]!, lay[k + 2]! - whole[k + 2]!];
    return [c, c + u, c + v, c + u + v];
  });
  return offs.every((off) => Math.abs(off) <= most) ? whole : null;
}

/** How far the first leans or is turned on the second, in shares of its sides. */
export const leanOf = (lay: Lay): number => {
  const [xx, xy, yx, yy] = isTurned(lay) ? [lay[2], lay[1], lay[5], lay[4]] : [lay[1], lay[2], lay[4], lay[5]];
  return Math.max(Math.abs(xy / xx), Math.abs(yx / yy));
};
