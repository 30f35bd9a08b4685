import { type Block, hasOwnTexture } from './blocks.ts';
import { BLOCK, type Grid } from './grid.ts';

/** Share of the blocks that must have lost their texture to one even ground. */
const GONE = 0.15;
/** Share that must have lost what they showed, texture or only another level, where the rest says that the picture is the same. */
const REPLACED = 0.25;
const EVEN_SPREAD = 2.5;
const EVEN_LEVELS = 6;
const EVEN_SHARE = 0.8;
/** Levels by which another ground differs from the one that was there. */
const OTHER_LEVEL = 12;
/** Share of the points of a block that differ from the ground: marks on an even ground are lines. */
const MOST_POINTS = 0.5;
/** Blocks, and share of them, that must still agree where only the level of the ground says that it is another one. */
const KEPT_BLOCKS = 6;
const KEPT_SHARE = 0.5;
const KEPT_LIKENESS = 0.8;
/** Sides of the frame that another ground reaches, and the share of the blocks along them: what lies in the middle is a thing. */
const SIDES = 3;
const SIDE_SHARE = 0.25;
/** Share of the box around what is left that is filled: what is left between bars fills it. */
const SQUARE = 0.92;

/**
 * Whether around the same thing one picture shows something where the other has one even ground.
 * @param rest what light and tone leave unexplained of each point, in levels; asked for only where it decides
 */
export function backgroundGone(
  { side, a, b }: Grid,
  blocks: readonly (Block | null)[],
  rest: () => Float32Array,
): boolean {
  const known = blocks.filter((block) => block !== null);
  const ofA: Sided[] = known.map((block) => ({
    ...block,
    other: block.texturedB,
    bare: block.spreadA < EVEN_SPREAD,
    level: block.meanA,
    was: block.meanB,
  }));
  const ofB: Sided[] = known.map((block) => ({
    ...block,
    other: block.texturedA,
    bare: block.spreadB < EVEN_SPREAD,
    level: block.meanB,
    was: block.meanA,
  }));
  return isGround(ofA, b, side, rest) || isGround(ofB, a, side, rest);
}

/** A block as one of the pictures has it. */
interface Sided extends Block {
  /** The other picture has texture there. */
  readonly other: boolean;
  /** This one has none. */
  readonly bare: boolean;
  /** Mean luma in this one, and in the other. */
  readonly level: number;
  readonly was: number;
}

function isGround(blocks: readonly Sided[], other: Float32Array, side: number, rest: () => Float32Array): boolean {
  const lost = blocks.filter(
    ({ at, other: textured, bare, level }) =>
      bare && textured && hasOwnTexture(other, side, at) && differing(other, side, at, level) >= MOST_POINTS,
  );
  if (lost.length >= GONE * blocks.length && shareAt(lost, 'level') > EVEN_SHARE) return true;
  const gone = blocks.filter(
    (block) => block.bare && (lost.includes(block) || Math.abs(block.level - block.was) >= OTHER_LEVEL),
  );
  if (gone.length < REPLACED * blocks.length || shareAt(gone, 'level') <= EVEN_SHARE) return false;
  // Where the other one is as even, only its tone changed.
  if (shareAt(gone, 'was') > EVEN_SHARE) return false;
  const ground = new Set(gone);
  const left = blocks.filter((block) => !ground.has(block));
  const textured = left.filter(({ texturedA, texturedB }) => texturedA && texturedB);
  const agreeing = textured.filter(({ z, level, was }) => z >= KEPT_LIKENESS && Math.abs(level - was) < OTHER_LEVEL);
  const unexplained = rest();
  // A vignette darkens an even ground too.
  const shown = gone.filter(({ at }) => differing(unexplained, side, at, 0) >= MOST_POINTS);
  if (2 * shown.length < gone.length) return false;
  return (
    agreeing.length >= Math.max(KEPT_BLOCKS, KEPT_SHARE * textured.length) &&
    !fillsBox(left, side) &&
    reaches(gone, side)
  );
}

/** Share of the blocks that have about the level of the middle one of them. */
function shareAt(blocks: readonly Sided[], of: 'level' | 'was'): number {
  const middle = blocks.map((block) => block[of]).sort((x, y) => x - y)[blocks.length >> 1] ?? 0;
  return blocks.filter((block) => Math.abs(block[of] - middle) < EVEN_LEVELS).length / Math.max(1, blocks.length);
}

/** Share of the points of a block that are off a level. */
function differing(plane: Float32Array, side: number, at: number, level: number): number {
  let off = 0;
  for (let j = 0; j < BLOCK; j++)
    for (let q = at + j * side; q < at + j * side + BLOCK; q++) if (Math.abs(plane[q]! - level) >= EVEN_LEVELS) off++;
  return off / BLOCK ** 2;
}

/** Whether blocks lie along most sides of the frame. */
function reaches(blocks: readonly Block[], side: number): boolean {
  const last = side - BLOCK;
  const along = [0, 0, 0, 0];
  for (const { at } of blocks) {
    const [x, y] = [at % side, Math.floor(at / side)];
    for (const [k, edge] of [x === 0, x === last, y === 0, y === last].entries()) if (edge) along[k]!++;
  }
  return along.filter((count) => count >= (SIDE_SHARE * side) / BLOCK).length >= SIDES;
}

/** Whether blocks are all there is in the box around them. */
function fillsBox(blocks: readonly Block[], side: number): boolean {
  const columns = blocks.map(({ at }) => (at % side) / BLOCK);
  const rows = blocks.map(({ at }) => Math.floor(at / side) / BLOCK);
  const across = Math.max(...columns) - Math.min(...columns) + 1;
  const down = Math.max(...rows) - Math.min(...rows) + 1;
  return blocks.length > SQUARE * across * down;
}
