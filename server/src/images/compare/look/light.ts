import { solve } from '../solve.ts';
import { DETAIL_SIDE } from './detail.ts';
import type { Colours, Grid } from './grid.ts';

/**
 * Valid until the next pair is fitted. Explains the first picture by the second: gain and offset that vary smoothly over the frame (vignettes, gradients),
 * a tone curve, a little shift, and a little more or less sharpness. What is left is what was put over one of them.
 */
export interface Light {
  /** The first picture as the second explains it, light and tone only. */
  readonly lit: Float32Array;
  /** First picture minus all that is explained, in levels; 0 outside. */
  readonly rest: Float32Array;
  /** 1.4826 × median of the absolute rest: its deviation where nothing was put over the picture. */
  readonly noise: number;
  /** Share of its bends by which the second picture must be sharpened to look like the first; below 0 it is softened. */
  readonly sharpened: number;
}

/** Light (six terms, and six times the value), tone, colouring, shift across and down, sharpness. */
const TERMS = 21;
const [VALUE, TONE, COLOUR, SHIFT, BEND] = [6, 12, 14, 18, 20];
const ROUNDS = 3;
const SCALE = 64;
/** Points along a side from which fewer of them are sampled: as many say as much. */
const DENSE = 128;
/** Points that are sampled at the most. */
const SAMPLED = (DENSE / 2) * (DENSE / 8);

/** Terms of the sampled points, one list after the other; pictures are looked at one pair after the other. */
const terms = new Float64Array(TERMS * SAMPLED);
const wanted = new Float64Array(SAMPLED);
const missing = new Float64Array(SAMPLED);
const weights = new Float64Array(SAMPLED);
const weighted = new Float64Array(SAMPLED);
const sizes = new Float64Array(SAMPLED);

/** Fits the light of a grid; large differences are weighted down, so that an overlay does not bend it. */
export function fitLight(grid: Grid & Colours): Light {
  const count = takeSample(grid);
  const solution = new Float64Array(TERMS);
  solution[0] = 128;
  solution[VALUE] = SCALE;
  let tolerated = 25;
  miss(solution, count);
  for (let round = 0; round < ROUNDS; round++) {
    refit(tolerated, solution, count);
    miss(solution, count);
    tolerated = Math.max(2, 2 * deviation(count));
  }
  return { ...explain(grid, solution), noise: deviation(count), sharpened: -solution[BEND]! / SCALE };
}

/** Samples every eighth point that lies in both pictures, or as many of a finer grid; returns how many. */
function takeSample({ side, a, b, inside, chromaA, chromaB }: Grid & Colours): number {
  const every = Math.ceil(side / DENSE);
  const half = side * side;
  let n = 0;
  for (let y = every; y < side; y += 2 * every) {
    const v = (2 * y + 1) / side - 1;
    for (let x = every + 2 * (y & (2 * every)); x < side; x += 8 * every) {
      const q = y * side + x;
      if (inside[q] !== 1) continue;
      const u = (2 * x + 1) / side - 1;
      const value = (b[q]! - 128) / SCALE;
      const light = [1, u, v, u * u, u * v, v * v];
      for (let k = 0; k < VALUE; k++) {
        terms[k * SAMPLED + n] = light[k]!;
        terms[(k + VALUE) * SAMPLED + n] = light[k]! * value;
      }
      terms[TONE * SAMPLED + n] = value * value;
      terms[(TONE + 1) * SAMPLED + n] = value * value * value;
      // Another colouring moves luma by what the colours are.
      terms[COLOUR * SAMPLED + n] = chromaA[q]! / SCALE;
      terms[(COLOUR + 1) * SAMPLED + n] = chromaA[half + q]! / SCALE;
      terms[(COLOUR + 2) * SAMPLED + n] = chromaB[q]! / SCALE;
      terms[(COLOUR + 3) * SAMPLED + n] = chromaB[half + q]! / SCALE;
      // Shift and sharpness are not told along the edge of the grid.
      const within = x < side - 1 && y < side - 1;
      const [left, right, above, below] = within ? [b[q - 1]!, b[q + 1]!, b[q - side]!, b[q + side]!] : [0, 0, 0, 0];
      terms[SHIFT * SAMPLED + n] = (right - left) / SCALE;
      terms[(SHIFT + 1) * SAMPLED + n] = (below - above) / SCALE;
      terms[BEND * SAMPLED + n] = within ? (left + right + above + below - 4 * b[q]!) / SCALE : 0;
      wanted[n++] = a[q]!;
    }
  }
  return n;
}

/** What the solution leaves of the sampled points. */
function miss(solution: Float64Array, count: number): void {
  for (let n = 0; n < count; n++) missing[n] = wanted[n]!;
  for (let k = 0, from = 0; k < TERMS; k++, from += SAMPLED) {
    const factor = solution[k]!;
    for (let n = 0; n < count; n++) missing[n]! -= factor * terms[from + n]!;
  }
}

/** Weighted least squares with Cauchy weights, by what the solution so far misses; the solution stays where there is none. */
function refit(tolerated: number, solution: Float64Array, count: number): void {
  const matrix = new Float64Array(TERMS * TERMS);
  const right = new Float64Array(TERMS);
  for (let n = 0; n < count; n++) weights[n] = 1 / (1 + (missing[n]! / tolerated) ** 2);
  for (let i = 0; i < TERMS; i++) {
    for (let n = 0, at = i * SAMPLED; n < count; n++, at++) weighted[n] = weights[n]! * terms[at]!;
    right[i] = product(wanted, 0, count);
    for (let j = i; j < TERMS; j++) {
      const sum = product(terms, j * SAMPLED, count);
      matrix[i * TERMS + j] = sum;
      matrix[j * TERMS + i] = sum;
    }
    matrix[i * TERMS + i]! += 1e-3;
  }
  if (solve(matrix, right, TERMS)) solution.set(right);
}

/** Sum of the weighted term times other numbers; four sums at a time, which do not wait for each other. */
function product(other: Float64Array, from: number, count: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let n = 0;
  for (; n + 3 < count; n += 4) {
    s0 += weighted[n]! * other[from + n]!;
    s1 += weighted[n + 1]! * other[from + n + 1]!;
    s2 += weighted[n + 2]! * other[from + n + 2]!;
    s3 += weighted[n + 3]! * other[from + n + 3]!;
  }
  for (; n < count; n++) s0 += weighted[n]! * other[from + n]!;
  return s0 + s1 + s2 + s3;
}

/** Of one pair at a time: a new one for each would be half a megabyte. */
const explained = { lit: new Float32Array(DETAIL_SIDE ** 2), rest: new Float32Array(DETAIL_SIDE ** 2) };

/** All points as the solution has them. */
function explain(
  { side, a, b, inside, chromaA, chromaB }: Grid & Colours,
  s: Float64Array,
): Pick<Light, 'lit' | 'rest'> {
  const half = side * side;
  const { lit, rest } = explained;
  rest.fill(0, 0, half);
  const [shiftX, shiftY, bend] = [s[SHIFT]! / SCALE, s[SHIFT + 1]! / SCALE, s[BEND]! / SCALE];
  const [a0, a1, b0, b1] = [0, 1, 2, 3].map((k) => s[COLOUR + k]! / SCALE) as [number, number, number, number];
  const [square, cube] = [s[TONE]!, s[TONE + 1]!];
  for (let y = 0, q = 0; y < side; y++) {
    const v = (2 * y + 1) / side - 1;
    // Along a row light and gain are parabolas.
    const [l0, l1, l2] = [s[0]! + s[2]! * v + s[5]! * v * v, s[1]! + s[4]! * v, s[3]!];
    const [g0, g1, g2] = [
      s[VALUE]! + s[VALUE + 2]! * v + s[VALUE + 5]! * v * v,
      s[VALUE + 1]! + s[VALUE + 4]! * v,
      s[VALUE + 3]!,
    ];
    const row = y > 0 && y < side - 1;
    for (let x = 0; x < side; x++, q++) {
      const u = (2 * x + 1) / side - 1;
      const value = (b[q]! - 128) / SCALE;
      const colour = a0 * chromaA[q]! + a1 * chromaA[half + q]! + b0 * chromaB[q]! + b1 * chromaB[half + q]!;
      const gain = g0 + (g1 + g2 * u) * u + (square + cube * value) * value;
      let all = l0 + (l1 + l2 * u) * u + gain * value + colour;
      lit[q] = all;
      if (inside[q] !== 1) continue;
      if (row && x > 0 && x < side - 1) {
        const [left, right, above, below] = [b[q - 1]!, b[q + 1]!, b[q - side]!, b[q + side]!];
        all += shiftX * (right - left) + shiftY * (below - above) + bend * (left + right + above + below - 4 * b[q]!);
      }
      rest[q] = a[q]! - all;
    }
  }
  return { lit, rest };
}

/** Deviation of normal noise with what is missing. */
function deviation(count: number): number {
  for (let n = 0; n < count; n++) sizes[n] = Math.abs(missing[n]!);
  return count === 0 ? 0 : 1.4826 * smallest(sizes, count >> 1, count);
}

/** The number that `rank` of the first `count` numbers are smaller than (Hoare's selection); reorders them. */
function smallest(values: Float64Array, rank: number, count: number): number {
  for (let low = 0, high = count - 1; low < high; ) {
    const pivot = values[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const keep = values[i]!;
      values[i++] = values[j]!;
      values[j--] = keep;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  return values[rank]!;
}
