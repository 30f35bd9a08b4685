import { SUMS, sumPairs } from '../pair-sums.ts';
import { BLOCK, type Grid } from './grid.ts';

/** Variance of luma that noise and compression explain. */
const NOISE = 6;
/** Variance from which a block has something to be recognised by. */
const TEXTURE = 20;

/** Deviation in levels that a block must keep without its slope: light that falls off leaves 2 in a hundredth of the blocks. */
const OWN_TEXTURE = 2;

const sums = new Float64Array(SUMS);

/** One block of a grid in numbers. */
export interface Block {
  /** First point. */
  readonly at: number;
  readonly meanA: number;
  readonly meanB: number;
  /** Standard deviations of luma, in levels. */
  readonly spreadA: number;
  readonly spreadB: number;
  /** Correlation of the pixels, pulled to 0 where there is little but noise. */
  readonly z: number;
  readonly texturedA: boolean;
  readonly texturedB: boolean;
}

/** The blocks of a grid row by row; null where half of a block or more lies outside the second picture. */
export function blocksOf(grid: Grid): (Block | null)[] {
  const { side } = grid;
  const blocks: (Block | null)[] = [];
  for (let top = 0; top < side; top += BLOCK) {
    for (let left = 0; left < side; left += BLOCK) {
      sumPairs(grid, { first: top * side + left, width: BLOCK, height: BLOCK, side }, sums);
      const n = sums[0]!;
      const sa = sums[1]!;
      const sb = sums[2]!;
      if (n < (BLOCK * BLOCK) / 2) {
        blocks.push(null);
        continue;
      }
      const va = Math.max(0, sums[3]! / n - (sa / n) ** 2);
      const vb = Math.max(0, sums[4]! / n - (sb / n) ** 2);
      blocks.push({
        at: top * side + left,
        meanA: sa / n,
        meanB: sb / n,
        spreadA: Math.sqrt(va),
        spreadB: Math.sqrt(vb),
        z: (sums[5]! / n - (sa / n) * (sb / n)) / Math.sqrt((va + NOISE) * (vb + NOISE)),
        texturedA: va > TEXTURE,
        texturedB: vb > TEXTURE,
      });
    }
  }
  return blocks;
}

/**
 * Whether luma in a block deviates from the plane that fits it best: a slope of light is no texture, whatever noise lies on it.
 * @param at first point of the block
 */
export function hasOwnTexture(plane: Float32Array, side: number, at: number): boolean {
  const middle = (BLOCK - 1) / 2;
  let [sum, sumX, sumY, squares] = [0, 0, 0, 0];
  for (let j = 0; j < BLOCK; j++) {
    for (let i = 0; i < BLOCK; i++) {
      const value = plane[at + j * side + i]!;
      sum += value;
      sumX += value * (i - middle);
      sumY += value * (j - middle);
      squares += value * value;
    }
  }
  const n = BLOCK * BLOCK;
  const slopes = (sumX ** 2 + sumY ** 2) / (n * ((n - 1) / 12));
  return squares - sum ** 2 / n - slopes > n * OWN_TEXTURE ** 2;
}

/** How far a block of the first picture moved in the second, in grid points. */
export interface Shift {
  readonly x: number;
  readonly y: number;
  /** Correlation there. */
  readonly z: number;
}

/** Looks for the place around a block where the second picture looks most like the first. */
export function shiftOf({ side, a, b, inside }: Grid, at: number, reach: number): Shift {
  const top = Math.floor(at / side);
  const left = at % side;
  const n = BLOCK * BLOCK;
  let sa = 0;
  let saa = 0;
  for (let j = 0; j < BLOCK; j++) {
    for (let p = at + j * side; p < at + j * side + BLOCK; p++) {
      sa += a[p]!;
      saa += a[p]! * a[p]!;
    }
  }
  const va = Math.max(0, saa / n - (sa / n) ** 2);
  let best: Shift = { x: 0, y: 0, z: -1 };
  for (let dy = -reach; dy <= reach; dy++) {
    if (top + dy < 0 || top + dy + BLOCK > side) continue;
    for (let dx = -reach; dx <= reach; dx++) {
      if (left + dx < 0 || left + dx + BLOCK > side) continue;
      let sb = 0;
      let sbb = 0;
      let sab = 0;
      for (let j = 0; j < BLOCK; j++) {
        let p = (top + j) * side + left;
        let q = (top + j + dy) * side + left + dx;
        for (let i = 0; i < BLOCK; i++, p++, q++) {
          const x = a[p]!;
          const y = inside[q] === 1 ? b[q]! : 0;
          sb += y;
          sbb += y * y;
          sab += x * y;
        }
      }
      const vb = Math.max(0, sbb / n - (sb / n) ** 2);
      const z = (sab / n - (sa / n) * (sb / n)) / Math.sqrt((va + NOISE) * (vb + NOISE));
      if (z > best.z) best = { x: dx, y: dy, z };
    }
  }
  return best;
}

/** Correlation of a block of the first picture with what lies so many points off in a plane; the place must lie inside. */
export function likenessAt({ side, a }: Grid, other: Float32Array, at: number, dx: number, dy: number): number {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let j = 0; j < BLOCK; j++) {
    for (let p = at + j * side, q = p + dy * side + dx, end = p + BLOCK; p < end; p++, q++) {
      const [x, y] = [a[p]!, other[q]!];
      sa += x;
      sb += y;
      saa += x * x;
      sbb += y * y;
      sab += x * y;
    }
  }
  const n = BLOCK * BLOCK;
  const [va, vb] = [Math.max(0, saa / n - (sa / n) ** 2), Math.max(0, sbb / n - (sb / n) ** 2)];
  return (sab / n - (sa / n) * (sb / n)) / Math.sqrt((va + NOISE) * (vb + NOISE));
}
