import { trimBox } from '../trim.ts';
import { type Box, WHOLE } from '../views.ts';
import type { Detail, Plane } from './detail.ts';
import { extentOf, isTurned, type Lay, upright } from './lay.ts';

/** Share of a side that an edge is off the other's frame by at the most where it may mean it. */
const NEAR_EDGE = 0.15;

/**
 * The ways that copies lie most often, each turned and mirrored as a lay that was found: the whole on the whole, then the whole between the
 * bars of the other, then as wide or as high as the other.
 */
export function simpleLays(found: Lay, other: Detail): Lay[] {
  const boxes: Box[] = [WHOLE];
  const inner = trimBox(other.luma[0]);
  if (inner !== WHOLE) {
    const between = withinPixels(other.luma[0], inner);
    const [left, top, right, bottom] = between;
    // A dark picture between black bars ends where it is no longer black: bars are of one size on either side.
    const [side, end] = [Math.min(left, 1 - right), Math.min(top, 1 - bottom)];
    boxes.push([side, end, 1 - side, 1 - end], between);
  }
  const [left, top, right, bottom] = extentOf(upright(found));
  if (isNear(left, right)) boxes.push([0, top, 1, bottom]);
  if (isNear(top, bottom)) boxes.push([left, 0, right, 1]);
  return boxes.map((box) => onBox(found, box));
}

const isNear = (from: number, to: number): boolean => Math.max(Math.abs(from), Math.abs(1 - to)) < NEAR_EDGE;

/** The lay of a whole picture on a box of another one, turned and mirrored as the given one. */
export function onBox(lay: Lay, [left, top, right, bottom]: Box): Lay {
  const turned = isTurned(lay);
  const [across, down] = [Math.sign(turned ? lay[2] : lay[1]), Math.sign(turned ? lay[4] : lay[5])];
  const [width, height] = [across * (right - left), down * (bottom - top)];
  const [x, y] = [across < 0 ? right : left, down < 0 ? bottom : top];
  return turned ? [x, 0, width, y, height, 0] : [x, width, 0, y, 0, height];
}

/**
 * The box of what lies between bars, to a part of a pixel: the pixel at its edge shows as much of the picture as it is off the bar, in shares
 * of what the next one is.
 */
function withinPixels({ data, side }: Plane, [left, top, right, bottom]: Box): Box {
  const [x0, y0, x1, y1] = [left, top, right, bottom].map((share) => Math.round(share * side)) as unknown as Box;
  /** @param line where the first line of the picture is, across @param step towards the middle */
  const covered = (line: number, step: number, from: number, to: number, byRow: boolean): number => {
    let [first, second] = [0, 0];
    for (let k = from; k < to; k++) {
      const value = (at: number): number => (byRow ? data[at * side + k]! : data[k * side + at]!);
      first += Math.abs(value(line) - value(line - step));
      second += Math.abs(value(line + step) - value(line - step));
    }
    return first < second ? 1 - first / second : 0;
  };
  return [
    x0 > 0 ? left + covered(x0, 1, y0, y1, false) / side : 0,
    y0 > 0 ? top + covered(y0, 1, x0, x1, true) / side : 0,
    x1 < side ? right - covered(x1 - 1, -1, y0, y1, false) / side : 1,
    y1 < side ? bottom - covered(y1 - 1, -1, x0, x1, true) / side : 1,
  ];
}
