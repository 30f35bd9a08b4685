import { type Block, hasOwnTexture, likenessAt, shiftOf } from './blocks.ts';
import { BLOCK, type Grid } from './grid.ts';
import { wholeOnWhole } from './lay.ts';

/** A block agrees when its pixels correlate at least this much. */
const AGREEING = 0.8;
/** Grid points around a block that are looked at. */
const REACH = 5;
/** Share of a side up to which both frames are one, as with copies that bear a mark; a hand-held camera hardly holds it. */
const EXACT = 0.01;
/** Blocks that are looked for elsewhere: a sample stands for all. */
const TRIED_SHIFTS = 48;

/** How far the blocks of a grid agree. */
export interface Agreement {
  readonly blocks: number;
  /** Blocks with texture in both pictures, and in one only. */
  readonly both: number;
  readonly oneSided: number;
  /** Share of the former that agree. */
  readonly agreeing: number;
  /** Where the others went: looked for when it is asked, as most ways to lay a pair are not the best one. */
  readonly movement: () => Movement;
}

/** What became of blocks that do not agree. */
export interface Movement {
  /** Share that agree at another place nearby, and moved as what lies around them did. */
  readonly moved: number;
  /** Those places, of a sample. */
  readonly shifts: readonly BlockShift[];
  /** How many of them moved the same way, at the most: parts of one thing do. */
  readonly together: number;
}

/** The middle of a block, and how far it moved, in shares of the first picture. */
export interface BlockShift {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** How far the blocks of a grid agree, and what became of those that do not. */
export function agreementOf(grid: Grid, blocks: readonly (Block | null)[]): Agreement {
  const known = blocks.filter((block) => block !== null);
  const both = known.filter(({ texturedA, texturedB }) => texturedA && texturedB);
  const others = both.filter(({ z }) => !(z > AGREEING));
  const n = Math.max(1, both.length);
  const agreeing = (both.length - others.length) / n;
  let found: Movement | null = null;
  return {
    blocks: known.length,
    both: both.length,
    oneSided: known.filter(({ texturedA, texturedB }) => texturedA !== texturedB).length,
    agreeing,
    movement: () => {
      found ??= movementOf(grid, others, agreeing);
      return found;
    },
  };
}

function movementOf(grid: Grid, others: readonly Block[], agreeing: number): Movement {
  const shifts: BlockShift[] = [];
  /** Without those of stripes and weave under letters, which look so beside themselves as well: what moved looks as unlike there as it did. */
  const own: BlockShift[] = [];
  const isExact = wholeOnWhole(grid.lay, EXACT) !== null;
  let tried = 0;
  // Taken from all over the frame: every seventh, then the ones after them.
  for (const { at } of others.toSorted((x, y) => (x.at % 7) - (y.at % 7))) {
    // Slopes of light look alike wherever they lie.
    if (!hasOwnTexture(grid.a, grid.side, at) || !hasOwnTexture(grid.b, grid.side, at)) continue;
    if (++tried > TRIED_SHIFTS) break;
    const shift = shiftOf(grid, at, REACH);
    if (shift.z <= AGREEING + 0.05 || Math.hypot(shift.x, shift.y) < 1) continue;
    const found: BlockShift = {
      x: ((at % grid.side) + BLOCK / 2) / grid.side,
      y: (Math.floor(at / grid.side) + BLOCK / 2) / grid.side,
      dx: shift.x / grid.side,
      dy: shift.y / grid.side,
    };
    shifts.push(found);
    if (!isExact || likenessAt(grid, grid.a, at, shift.x, shift.y) <= AGREEING) own.push(found);
  }
  const going = withTheirNeighbours(own, 1 / grid.side);
  return {
    moved: (going / Math.max(1, Math.min(tried, TRIED_SHIFTS))) * (1 - agreeing),
    shifts,
    together: mostTogether(own, 1 / grid.side),
  };
}

/** Grid points that shifts of one thing differ by, and those of a thing that is not only drawn a little off, as along the edge of a frame. */
const SAME_WAY = 1.5;
const FAR = 2;

const near = (one: BlockShift, other: BlockShift, point: number): boolean =>
  Math.max(Math.abs(one.dx - other.dx), Math.abs(one.dy - other.dy)) <= SAME_WAY * point;

/** Blocks found elsewhere that are asked which way they went. */
const ASKED = 2;
/** Fewer that went with their neighbours went so by chance. */
const LEAST_MOVED = 6;

/**
 * How many shifts go about the way of one of those next to them: what repeats itself, as sky and fur with writing on it, is found here and
 * there; what moved did so as a whole.
 * @param point a grid point in shares of the first picture
 */
function withTheirNeighbours(shifts: readonly BlockShift[], point: number): number {
  const away = (one: BlockShift, other: BlockShift): number => Math.hypot(one.x - other.x, one.y - other.y);
  const going = shifts.filter((one) =>
    shifts
      .filter((other) => other !== one)
      .sort((x, y) => away(one, x) - away(one, y))
      .slice(0, ASKED)
      .some((other) => near(one, other, point)),
  ).length;
  return going < LEAST_MOVED ? 0 : going;
}

/**
 * The largest number of far shifts that go about the way of one of them.
 * @param point a grid point in shares of the first picture
 */
function mostTogether(shifts: readonly BlockShift[], point: number): number {
  const far = shifts.filter(({ dx, dy }) => Math.hypot(dx, dy) >= FAR * point);
  return Math.max(0, ...far.map((one) => far.filter((other) => near(one, other, point)).length));
}
