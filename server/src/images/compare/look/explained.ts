import type { Agreement } from './agreement.ts';
import { backgroundGone } from './background-gone.ts';
import type { Block } from './blocks.ts';
import type { Detail } from './detail.ts';
import { coloursOf, type Grid } from './grid.ts';
import { wholeOnWhole } from './lay.ts';
import { fitLight } from './light.ts';
import { overlayOf } from './overlay.ts';

/**
 * Share of the blocks that must agree where those count against it that have texture in one picture only, as far as both have such: what lies
 * over a picture brings texture, other light takes some, another picture does both. Of 219 looks at copies all but those without their
 * background have 0.6 or more.
 */
const AGREEING = 0.55;
/** Share of the blocks from which they speak for themselves. */
const BY_ITSELF = 0.65;
/** Levels that light may leave unexplained of most points where fewer agree: only vignettes leave more, and those agree in more blocks. */
const UNEXPLAINED = 4;
/** Share of the frame that may differ without being an overlay by its edges. */
const DIFFERING = 0.1;
/** Share of a side that two frames are one below. */
const ONE_FRAME = 0.01;

/**
 * Whether what does not agree, where little does, can be something that was done to a copy. Two screens have their bars in common, two bottles
 * their outline, two pictures of one wall the writing that was put under both.
 */
export function isExplained(
  a: Detail,
  b: Detail,
  grid: Grid,
  blocks: readonly (Block | null)[],
  { agreeing, both }: Agreement,
): boolean {
  const count = (of: (block: Block) => boolean): number => blocks.filter((block) => block && of(block)).length;
  const onlyA = count(({ texturedA, texturedB }) => texturedA && !texturedB);
  const onlyB = count(({ texturedA, texturedB }) => texturedB && !texturedA);
  const exchanged = (agreeing * both) / Math.max(1, both + 2 * Math.min(onlyA, onlyB)) < AGREEING;
  if (!exchanged && agreeing >= BY_ITSELF) return true;
  const coloured = { ...grid, ...coloursOf(a, b, grid) };
  const light = fitLight(coloured);
  // Another background stands behind the same frame.
  if (wholeOnWhole(grid.lay, ONE_FRAME) && backgroundGone(grid, blocks, () => light.rest)) return true;
  if (exchanged || light.noise > UNEXPLAINED) return false;
  const overlay = overlayOf(coloured, blocks, light, false);
  return !overlay || overlay.sure || overlay.share < DIFFERING;
}
