import type { Block } from './blocks.ts';
import { BLOCK, type Grid } from './grid.ts';

/** Share of the blocks that must have lost their texture to one even ground. */
const GONE = 0.15;
const EVEN_SPREAD = 2.5;
const EVEN_LEVELS = 6;
const EVEN_SHARE = 0.8;

/** Mean bend of luma in levels below which a block has a slope of light at the most. */
const SMOOTH = 0.7;

/** Whether around the same thing one picture has texture where the other has one even ground. */
export function backgroundGone({ side, a, b }: Grid, blocks: readonly (Block | null)[]): boolean {
  const known = blocks.filter((block) => block !== null);
  const sides = [
    known
      .filter(({ at, texturedA, spreadB }) => texturedA && spreadB < EVEN_SPREAD && bendOf(a, side, at) > SMOOTH)
      .map(({ meanB }) => meanB),
    known
      .filter(({ at, texturedB, spreadA }) => texturedB && spreadA < EVEN_SPREAD && bendOf(b, side, at) > SMOOTH)
      .map(({ meanA }) => meanA),
  ];
  return sides.some((levels) => {
    if (levels.length < GONE * known.length) return false;
    const middle = levels.sort((x, y) => x - y)[levels.length >> 1]!;
    const even = levels.filter((level) => Math.abs(level - middle) < EVEN_LEVELS).length;
    return even > EVEN_SHARE * levels.length;
  });
}

/** Mean absolute second difference of luma over a block, along and across. */
function bendOf(plane: Float32Array, side: number, at: number): number {
  let sum = 0;
  for (let j = 1; j < BLOCK - 1; j++) {
    for (let q = at + j * side + 1; q < at + j * side + BLOCK - 1; q++) {
      const twice = 2 * plane[q]!;
      sum += Math.abs(plane[q - 1]! + plane[q + 1]! - twice) + Math.abs(plane[q - side]! + plane[q + side]! - twice);
    }
  }
  return sum / (2 * (BLOCK - 2) ** 2);
}
