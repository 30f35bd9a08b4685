import { solve } from '../solve.ts';
import { type Agreement, agreementOf, type BlockShift, type Movement } from './agreement.ts';
import { type Block, blocksOf, hasOwnTexture } from './blocks.ts';
import type { Detail } from './detail.ts';
import { coloursOf, type Grid, layGrid, sampled } from './grid.ts';
import { type Lay, leanOf, upright, wholeOnWhole } from './lay.ts';
import { fitLight } from './light.ts';
import { simpleLays } from './simple-lays.ts';

/** From this share on, what moved is a place that repeats itself. */
export const STILL = 0.8;
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
  if (whole) best = likelier(a, b, best, judged(sampled(a, b, whole, best.grid.side)), matters(best.agreement));
  return !matters(best.agreement) || isWholeOnWhole(best) || !isSoft(best) ? best : simplest(a, b, best, lay);
}

/** Share of the blocks with more than a slope of light from which a registration has enough to hold on to. */
const SOFT = 2 / 3;
const isSoft = ({ grid: { a, side }, blocks }: Laid): boolean =>
  blocks.filter((block) => block?.texturedA && hasOwnTexture(a, side, block.at)).length < SOFT * blocks.length;

/** Shares of a side that two lays are one below. */
const NO_OTHER = 0.002;
const isWholeOnWhole = ({ grid }: Laid): boolean => wholeOnWhole(grid.lay, NO_OTHER) !== null;

/** What a simpler lay may leave more unexplained than the one that was found, and how much less alike blocks may be: times, levels, correlation. */
const AS_WELL = { times: 1.25, levels: 0.1 } as const;
const AS_ALIKE = { times: 1.08, more: 0.004, less: 0.03 } as const;

/**
 * The simplest of the ways to lay a pair that explain it as well as the one that was found. Skies, fog and what is out of focus have hardly
 * anything to hold on to, and none along a horizon: there a registration goes astray, and says that a copy was cut or stretched.
 * @param given how the pair was laid before that
 */
function simplest(a: Detail, b: Detail, found: Laid, given: Lay): Laid {
  const noise = ({ grid }: Laid): number => fitLight({ ...grid, ...coloursOf(a, b, grid) }).noise;
  const isAsAlike = (one: Laid, other: Laid): boolean => {
    const [agreement, agreed] = [one.agreement, other.agreement];
    if (agreement.blocks < agreed.blocks || agreement.agreeing < agreed.agreeing - AS_ALIKE.less) return false;
    const [unlike, before] = unlikeness(one, other);
    return unlike <= AS_ALIKE.times * before + AS_ALIKE.more;
  };
  let [best, least] = [found, noise(found)];
  const first = judged(sampled(a, b, given, found.grid.side));
  const [unlike, before] = unlikeness(first, found);
  if (unlike <= before && isAsAlike(first, found) && noise(first) < least) [best, least] = [first, noise(first)];
  for (const lay of simpleLays(best.grid.lay, b)) {
    if (lay.every((value, k) => Math.abs(value - best.grid.lay[k]!) < NO_OTHER)) return best;
    const other = judged(sampled(a, b, lay, found.grid.side));
    if (!isAsAlike(other, best) || noise(other) > AS_WELL.times * least + AS_WELL.levels) continue;
    // What agrees in either way speaks for the pair.
    const agreeing = Math.max(other.agreement.agreeing, best.agreement.agreeing);
    return { ...other, agreement: { ...other.agreement, agreeing } };
  }
  return best;
}

/** How far blocks that both ways have, with texture in either picture, are from being alike, 0 to 1: the one way, and the other. */
function unlikeness(one: Laid, other: Laid): [number, number] {
  const hasTexture = (block: Block | null): block is Block => block !== null && (block.texturedA || block.texturedB);
  let [ofOne, ofOther, n] = [0, 0, 0];
  for (const [i, first] of one.blocks.entries()) {
    const second = other.blocks[i]!;
    if (!first || !second || !(hasTexture(first) || hasTexture(second))) continue;
    ofOne += 1 - Math.max(0, first.z);
    ofOther += 1 - Math.max(0, second.z);
    n++;
  }
  return [ofOne / Math.max(1, n), ofOther / Math.max(1, n)];
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
