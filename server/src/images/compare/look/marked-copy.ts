import type { Agreement } from './agreement.ts';
import type { Block } from './blocks.ts';
import type { Detail } from './detail.ts';
import { coloursOf, type Grid } from './grid.ts';
import { wholeOnWhole } from './lay.ts';
import { fitLight } from './light.ts';
import { overlayOf } from './overlay.ts';

/** Share of a side that both frames are off each other by at the most, and of the textured blocks that must agree. */
const ONE_FRAME = 0.01;
const LEAST = 0.5;
/** Levels of noise in what nothing lies over, and blocks with texture there that agree but for it. */
const NOISE = 2;
const EXACT = 0.985;
const EXACT_BLOCKS = 16;
/** How far the outline of what differs must be edges of one picture alone. */
const LEANING = 0.6;
/** Blocks that have texture in the marked picture only, and how many of the other kind there may be to one of them. */
const BROUGHT = 6;
const TAKEN = 0.1;

/**
 * Whether one of two pictures is the other with something large over it: writing on a bare wall, which leaves fewer blocks alike than it takes
 * to know a copy, and letters along a stripe, which look like something that moved. All that differs are edges of one picture, nothing of the
 * other is gone, and the rest is the same but for noise. Of 3,992 pairs of photographs that were refused five are such, all of them copies.
 */
export function isMarkedCopy(
  a: Detail,
  b: Detail,
  grid: Grid,
  blocks: readonly (Block | null)[],
  { agreeing }: Agreement,
): boolean {
  if (agreeing < LEAST || !wholeOnWhole(grid.lay, ONE_FRAME)) return false;
  const known = blocks.filter((block) => block !== null);
  if (known.filter(({ z, texturedA, texturedB }) => texturedA && texturedB && z > EXACT).length < EXACT_BLOCKS)
    return false;
  const onlyA = known.filter(({ texturedA, texturedB }) => texturedA && !texturedB).length;
  const onlyB = known.filter(({ texturedA, texturedB }) => texturedB && !texturedA).length;
  if (Math.max(onlyA, onlyB) < BROUGHT || Math.min(onlyA, onlyB) > TAKEN * Math.max(onlyA, onlyB)) return false;
  const coloured = { ...grid, ...coloursOf(a, b, grid) };
  const light = fitLight(coloured);
  if (light.noise > NOISE) return false;
  const overlay = overlayOf(coloured, blocks, light, false);
  if (!overlay?.sure || Math.abs(overlay.leaning) < LEANING) return false;
  return (overlay.on === 'a') === onlyA > onlyB;
}
