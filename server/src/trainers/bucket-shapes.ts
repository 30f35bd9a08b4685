import type { PixelSize } from './pixel-size.ts';

/**
 * Bucket sizes that follow from an area: for each width the largest height on the step, and each of these turned. There may be
 * millions of them, so they are worked out where they are asked for and the nearest is found by halving.
 */
export interface BucketShapes {
  /** A listed size that is neither wider nor narrower than the others allow, such as the square; none for null. */
  readonly extra: PixelSize | null;
  /** Widths there are. */
  readonly count: number;
  /** The width at a place from 0, rising. */
  readonly widthAt: (at: number) => number;
  /** The height that belongs to a width, never rising with it. */
  readonly heightOf: (width: number) => number;
}

/** A list of one size. */
export function singleShape(size: PixelSize): BucketShapes {
  return { extra: size, count: 0, widthAt: () => 0, heightOf: () => 0 };
}

/** All sizes, each once, by width, then height. For short lists. */
export function listShapes(shapes: BucketShapes): PixelSize[] {
  const byWidth = new Map<number, Set<number>>();
  const add = (width: number, height: number) => {
    const heights = byWidth.get(width) ?? new Set();
    byWidth.set(width, heights.add(height));
  };
  if (shapes.extra) add(shapes.extra.width, shapes.extra.height);
  for (let at = 0; at < shapes.count; at++) {
    const width = shapes.widthAt(at);
    const height = shapes.heightOf(width);
    add(width, height);
    add(height, width);
  }
  const widths = [...byWidth].sort(([a], [b]) => a - b);
  return widths.flatMap(([width, heights]) => [...heights].sort((a, b) => a - b).map((height) => ({ width, height })));
}

/** True when a size is one of the list. */
export function hasShape(shapes: BucketShapes, { width, height }: PixelSize): boolean {
  const { extra, count } = shapes;
  if (extra?.width === width && extra.height === height) return true;
  const listed = (side: number, other: number): boolean => {
    const at = firstWhere(count, (i) => shapes.widthAt(i) >= side);
    return at < count && shapes.widthAt(at) === side && shapes.heightOf(side) === other;
  };
  return listed(width, height) || listed(height, width);
}

/**
 * The size whose aspect ratio comes nearest, in doubles as numpy subtracts them; of equally near ones the first by width, then height;
 * null when the list is empty or every distance is not a number.
 */
export function nearestShape(shapes: BucketShapes, aspect: number): PixelSize | null {
  let best: PixelSize | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const size of [shapes.extra, nearestUpright(shapes, aspect), nearestTurned(shapes, aspect)]) {
    if (!size) continue;
    const off = Math.abs(size.width / size.height - aspect);
    const isFirst = best !== null && (size.width - best.width || size.height - best.height) < 0;
    if (off < distance || (off === distance && isFirst)) [best, distance] = [size, off];
  }
  return best;
}

/** Of width × height as the list gives them: the ratio rises with the place, so the first of equals stands furthest down. */
function nearestUpright(shapes: BucketShapes, aspect: number): PixelSize | null {
  if (shapes.count === 0) return null;
  const sizeAt = (at: number): PixelSize => {
    const width = shapes.widthAt(at);
    return { width, height: shapes.heightOf(width) };
  };
  const offAt = (at: number): number => distanceOf(sizeAt(at), aspect);
  const above = firstWhere(shapes.count, (at) => ratioOf(sizeAt(at)) >= aspect);
  const right = above < shapes.count ? offAt(above) : Number.POSITIVE_INFINITY;
  const left = above > 0 ? offAt(above - 1) : Number.POSITIVE_INFINITY;
  return sizeAt(left <= right ? firstWhere(above, (at) => offAt(at) <= left) : above);
}

/** Of the turned sizes: the ratio falls with the place, and the first by width stands furthest up. */
function nearestTurned(shapes: BucketShapes, aspect: number): PixelSize | null {
  const { count } = shapes;
  if (count === 0) return null;
  const sizeAt = (at: number): PixelSize => {
    const height = shapes.widthAt(at);
    return { width: shapes.heightOf(height), height };
  };
  const offAt = (at: number): number => distanceOf(sizeAt(at), aspect);
  const below = firstWhere(count, (at) => ratioOf(sizeAt(at)) <= aspect);
  const right = below < count ? offAt(below) : Number.POSITIVE_INFINITY;
  const left = below > 0 ? offAt(below - 1) : Number.POSITIVE_INFINITY;
  const best = Math.min(left, right);
  const first = left === best ? firstWhere(below, (at) => offAt(at) <= best) : below;
  const last = right === best ? below + firstWhere(count - below, (at) => offAt(below + at) > best) - 1 : below - 1;
  // Several heights may have one width; the least of them comes first.
  const { width } = sizeAt(last);
  return sizeAt(first + firstWhere(last - first, (at) => sizeAt(first + at).width <= width));
}

const ratioOf = ({ width, height }: PixelSize): number => width / height;
const distanceOf = (size: PixelSize, aspect: number): number => Math.abs(ratioOf(size) - aspect);

/** Halvings after which the range of a double is used up; beyond whole numbers places are told apart as far as doubles go. */
const MOST_HALVINGS = 1100;

/** The first place for which something holds that holds from then on; `count` when there is none. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  for (let halvings = 0; low < high && halvings < MOST_HALVINGS; halvings++) {
    const middle = Math.floor(low + (high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
