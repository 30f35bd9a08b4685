import { solve } from '../solve.ts';
import { type Block, blocksOf, hasOwnTexture, shiftOf } from './blocks.ts';
import type { Detail } from './detail.ts';
import { BLOCK, coloursOf, type Grid, layGrid, sampled } from './grid.ts';
import { type Lay, leanOf, upright, wholeOnWhole } from './lay.ts';
import { fitLight } from './light.ts';

/** A block agrees when its pixels correlate at least this much. */
const AGREEING = 0.8;
/** From this share on, what moved is a place that repeats itself. */
export const STILL = 0.8;
const REACH = 5;
/** Blocks that are looked for elsewhere: a sample stands for all. */
const TRIED_SHIFTS = 48;
/** Lean of a lay from which it is tried without, in shares of the sides. */
const LEANING = 0.006;
/** Times that a registration goes on where little agrees; with less than this share it has nowhere to go. */
const MORE = 2;
const HOPELESS = 0.15;

/** A pair as it was laid, and how far it agrees. */
interface Laid {
  readonly grid: Grid;
  readonly blocks: readonly (Block | null)[];
  readonly agreement: Agreement;
}

/** Shares of a side that a lay may be off another frame's by for both to be tried as one frame. */
const NEARLY_WHOLE = 0.12;
/** Share of the blocks that says nothing against that. */
const AS_MANY = 0.12;

function laid(a: Detail, b: Detail, lay: Lay, straight: boolean): Laid {
  return judged(layGrid(a, b, lay, straight));
}

function judged(grid: Grid): Laid {
  const blocks = blocksOf(grid);
  return { grid, blocks, agreement: agreementOf(grid, blocks) };
}

/**
 * Lays a pair in the way that most of its blocks agree with. Stripes, fur and waves let a registration lean on what only looks
 * alike: where it leans it is tried without leaning, and where little agrees it goes on, and to where the moved blocks point.
 * @param matters whether more will be asked of a pair that agrees so far
 */
export function bestLaid(a: Detail, b: Detail, lay: Lay, matters: (agreement: Agreement) => boolean): Laid {
  let best = laid(a, b, lay, false);
  const take = (tried: Laid): void => {
    if (tried.agreement.agreeing > best.agreement.agreeing) best = tried;
  };
  if (leanOf(best.grid.lay) > LEANING) take(laid(a, b, upright(lay), true));
  for (let more = 0; more < MORE && isOpen(best.agreement); more++) take(laid(a, b, best.grid.lay, false));
  const better = best.agreement.agreeing < STILL ? followed(best.grid.lay, best.agreement.movement().shifts) : null;
  if (better) take(laid(a, b, better, false));
  const whole = best.agreement.agreeing < STILL ? wholeOnWhole(best.grid.lay, NEARLY_WHOLE) : null;
  return whole ? likelier(a, b, best, judged(sampled(a, b, whole, best.grid.side)), matters(best.agreement)) : best;
}

/**
 * The likelier of two ways to lay a pair that agrees in parts, the second one with the whole of both as one frame, as most copies have it.
 * Marks all over a soft picture draw a registration towards themselves: then about as many blocks agree, and more is left unexplained.
 */
function likelier(a: Detail, b: Detail, best: Laid, whole: Laid, matters: boolean): Laid {
  const [least, most] = [best.agreement.agreeing - AS_MANY, best.agreement.agreeing];
  const { agreeing } = whole.agreement;
  if (agreeing >= most) return whole;
  if (agreeing < least || !matters) return best;
  const noise = ({ grid }: Laid): number => fitLight({ ...grid, ...coloursOf(a, b, grid) }).noise;
  if (noise(whole) >= noise(best)) return best;
  // What agrees in either way speaks for the pair, what moved in one of them did not move.
  const movement = (): Movement => {
    const [one, other] = [best.agreement.movement(), whole.agreement.movement()];
    return one.moved < other.moved ? one : other;
  };
  return { ...whole, agreement: { ...best.agreement, movement } };
}

const isOpen = ({ agreeing }: Agreement): boolean => agreeing >= HOPELESS && agreeing < STILL;

/** Blocks found elsewhere that it takes to correct a lay. */
const LEAST_SHIFTS = 10;

/** The lay that most of the shifted blocks speak for; null when they are few. */
function followed(lay: Lay, shifts: readonly BlockShift[]): Lay | null {
  if (shifts.length < LEAST_SHIFTS) return null;
  const axis = (of: (shift: BlockShift) => number): Float64Array | null => {
    const matrix = new Float64Array(9);
    const right = new Float64Array(3);
    for (const shift of shifts) {
      const terms = [1, shift.x, shift.y];
      for (let i = 0; i < 3; i++) {
        right[i]! += terms[i]! * of(shift);
        for (let j = 0; j < 3; j++) matrix[3 * i + j]! += terms[i]! * terms[j]!;
      }
    }
    for (const i of [4, 8]) matrix[i]! += 0.2;
    return solve(matrix, right, 3) ? right : null;
  };
  const x = axis(({ dx }) => dx);
  const y = axis(({ dy }) => dy);
  if (!x || !y) return null;
  // Point p of the first lies where p plus its shift lay before.
  const row = (c: number, u: number, v: number): [number, number, number] => [
    c + u * x[0]! + v * y[0]!,
    u * (1 + x[1]!) + v * y[1]!,
    u * x[2]! + v * (1 + y[2]!),
  ];
  return [...row(lay[0], lay[1], lay[2]), ...row(lay[3], lay[4], lay[5])];
}

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
interface BlockShift {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

function agreementOf(grid: Grid, blocks: readonly (Block | null)[]): Agreement {
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
  let tried = 0;
  // Taken from all over the frame: every seventh, then the ones after them.
  for (const { at } of others.toSorted((x, y) => (x.at % 7) - (y.at % 7))) {
    // Slopes of light look alike wherever they lie.
    if (!hasOwnTexture(grid.a, grid.side, at) || !hasOwnTexture(grid.b, grid.side, at)) continue;
    if (++tried > TRIED_SHIFTS) break;
    const shift = shiftOf(grid, at, REACH);
    if (shift.z <= AGREEING + 0.05 || Math.hypot(shift.x, shift.y) < 1) continue;
    shifts.push({
      x: ((at % grid.side) + BLOCK / 2) / grid.side,
      y: (Math.floor(at / grid.side) + BLOCK / 2) / grid.side,
      dx: shift.x / grid.side,
      dy: shift.y / grid.side,
    });
  }
  const going = withTheirNeighbours(shifts, 1 / grid.side);
  return {
    moved: (going / Math.max(1, Math.min(tried, TRIED_SHIFTS))) * (1 - agreeing),
    shifts,
    together: mostTogether(shifts, 1 / grid.side),
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
