import { type Block, hasOwnTexture } from './blocks.ts';
import type { Grid } from './grid.ts';

/** Share of the blocks that must have lost their texture to one even ground. */
const GONE = 0.15;
const EVEN_SPREAD = 2.5;
const EVEN_LEVELS = 6;
const EVEN_SHARE = 0.8;

/** Whether around the same thing one picture has texture where the other has one even ground. */
export function backgroundGone({ side, a, b }: Grid, blocks: readonly (Block | null)[]): boolean {
  const known = blocks.filter((block) => block !== null);
  const sides = [
    known
      .filter(({ at, texturedA, spreadB }) => texturedA && spreadB < EVEN_SPREAD && hasOwnTexture(a, side, at))
      .map(({ meanB }) => meanB),
    known
      .filter(({ at, texturedB, spreadA }) => texturedB && spreadA < EVEN_SPREAD && hasOwnTexture(b, side, at))
      .map(({ meanA }) => meanA),
  ];
  return sides.some((levels) => {
    if (levels.length < GONE * known.length) return false;
    const middle = levels.sort((x, y) => x - y)[levels.length >> 1]!;
    const even = levels.filter((level) => Math.abs(level - middle) < EVEN_LEVELS).length;
    return even > EVEN_SHARE * levels.length;
  });
}
