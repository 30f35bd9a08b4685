import type { Agreement } from './agreement.ts';
import { backgroundGone } from './background-gone.ts';
import { bestLaid, STILL } from './best-lay.ts';
import type { Block } from './blocks.ts';
import { difference, isFramed, type Look, type Looked, PART } from './difference.ts';
import { isExplained } from './explained.ts';
import { coloursOf, type Grid } from './grid.ts';
import { areaOf, inverse, type Lay } from './lay.ts';
import { fitLight } from './light.ts';
import { isMarkedCopy } from './marked-copy.ts';
import { isNeighbour } from './neighbour.ts';

/**
 * What speaks for a pair before the second look: the first look was sure; very many small places lie alike; or only that
 * it is worth a look.
 */
export type Trust = 'sure' | 'many places' | 'little';

/** Blocks with texture in both pictures that it takes to say anything. */
const LEAST_BLOCKS = 24;
/**
 * Share of the textured blocks that must agree. Photographs of one thing from two sides reach 0.4 at the most, copies
 * with writing all over them 0.6; drawings on blank ground share outlines, and up to 0.75 of their blocks.
 */
const ENOUGH_ON_TEXTURE = 0.55;
const ENOUGH_ON_BLANK = 0.85;
/** Share of all blocks with texture that makes a textured picture, and a drawing on blank ground. */
const TEXTURED = 0.6;
const BLANK = 0.4;
/** A first look that was sure is believed down to this share. */
const DENIED = 0.45;
/** Where very many places lie alike it takes less: what is blank or blurred in a part does not agree. */
const ENOUGH_WITH_PLACES = 0.42;
/**
 * Share of the blocks that moved with their neighbours from which pictures that show about the same are neighbouring frames: none of 1,818
 * copies with marks, other light or another background has as much, half of 117 frames in which something moved or the view turned.
 */
const MOVED = 0.05;

/**
 * Blocks, of the sample that is looked for elsewhere, that moved the same way: then one thing did. Of 690 photographs with marks, writing or
 * other light over them seven are the most, of 39 in which a part moved half have fifteen.
 */
const TOGETHER = 10;

/** Share of the first picture's blocks that must lie on the second one: a strip that two pictures share may be a line of writing. */
const SHARED = 1 / 3;
/** Share that must lie there for it to be a part. */
const INSIDE = 0.85;
/** The share that takes the place of `STILL` where they do not. */
const STILL_BESIDE = 0.9;

/**
 * Looks at an aligned pair again at 256×256 pixels.
 * @param lay where `a` lies on `b`, about
 * @param trust what speaks for the pair already
 * @returns null when it is not: nothing is known about such a pair
 */
export function lookAt(a: Looked, b: Looked, lay: Lay, trust: Trust): Look | null {
  const area = Math.abs(areaOf(lay));
  if (!(area > 0.01 && area < 100)) return null;
  // The picture that shows less is the template.
  if (area > 1) {
    const back = lookAt(b, a, inverse(lay), trust);
    return back && { ...back, clean: other(back.clean), whole: other(back.whole) };
  }
  const isEnough = (agreement: Agreement): boolean => agreement.agreeing >= enoughFor(agreement, trust);
  const matters = (agreement: Agreement): boolean => trust !== 'little' || isEnough(agreement);
  const { grid, blocks, agreement } = bestLaid(a.detail, b.detail, lay, matters);
  if (agreement.blocks < SHARED * blocks.length) return null;
  // Frames of one camera are all transparent in places, or none is.
  const moves = matters(agreement) && a.print.alpha === b.print.alpha && hasMoved(a, b, grid, blocks, agreement);
  const known =
    isEnough(agreement) && !moves && (trust !== 'little' || isExplained(a.detail, b.detail, grid, blocks, agreement));
  if (!known && !isMarkedCopy(a.detail, b.detail, grid, blocks, agreement)) return moves ? BURST : null;
  return isNeighbour(a, b, grid.lay) ? BURST : difference(a, b, grid, blocks);
}

/** Whether something moved by itself between two pictures that show about the same; bars around one of them are no camera's. */
function hasMoved(a: Looked, b: Looked, grid: Grid, blocks: readonly (Block | null)[], agreement: Agreement): boolean {
  if (Math.abs(areaOf(grid.lay)) < PART) return false;
  // Each shows what the other does not: cuts of one picture agree nearly everywhere, views of one thing less.
  const still = agreement.blocks < INSIDE * blocks.length ? STILL_BESIDE : STILL;
  const { moved, together } = agreement.movement();
  const most = moved >= MOVED && agreement.agreeing < still;
  return (
    (most || together >= TOGETHER) &&
    !backgroundGone(grid, blocks, () => fitLight({ ...grid, ...coloursOf(a.detail, b.detail, grid) }).rest) &&
    !isFramed(a, b, grid.lay)
  );
}

const other = (side: 'a' | 'b' | null): 'a' | 'b' | null => (side === null ? null : side === 'a' ? 'b' : 'a');

const BURST: Look = { kinds: ['burst'], clean: null, overlay: null, shared: null, whole: null };

/** Share of the blocks that must agree. */
function enoughFor({ blocks, both, oneSided }: Agreement, trust: Trust): number {
  if (both < LEAST_BLOCKS) return trust === 'sure' ? 0 : 2;
  if (trust === 'sure') return DENIED;
  if (trust === 'many places') return ENOUGH_WITH_PLACES;
  const textured = (both + oneSided) / blocks;
  const blank = Math.min(1, Math.max(0, (TEXTURED - textured) / (TEXTURED - BLANK)));
  return ENOUGH_ON_TEXTURE + (ENOUGH_ON_BLANK - ENOUGH_ON_TEXTURE) * blank;
}
