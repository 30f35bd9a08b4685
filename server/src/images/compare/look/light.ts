import { solve } from '../solve.ts';
import type { Grid } from './grid.ts';

/**
 * Explains the first picture by the second: gain and offset that vary smoothly over the frame (vignettes, gradients),
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

const TERMS = 21;
const ROUNDS = 3;
const SCALE = 64;

/** Writes the terms of one point at a place of a list; those of shift and sharpness are 0 along the edge of the grid. */
function termsAt({ side, b, chromaA, chromaB }: Grid, q: number, terms: Float64Array, at: number): void {
  const x = q % side;
  const y = (q - x) / side;
  const u = (2 * x + 1) / side - 1;
  const v = (2 * y + 1) / side - 1;
  const value = (b[q]! - 128) / SCALE;
  terms[at] = 1;
  terms[at + 1] = u;
  terms[at + 2] = v;
  terms[at + 3] = u * u;
  terms[at + 4] = u * v;
  terms[at + 5] = v * v;
  for (let k = at; k < at + 6; k++) terms[k + 6] = terms[k]! * value;
  terms[at + 12] = value * value;
  terms[at + 13] = value * value * value;
  // Another colouring moves luma by what the colours are.
  const half = side * side;
  terms[at + 14] = chromaA[q]! / SCALE;
  terms[at + 15] = chromaA[half + q]! / SCALE;
  terms[at + 16] = chromaB[q]! / SCALE;
  terms[at + 17] = chromaB[half + q]! / SCALE;
  const within = x > 0 && y > 0 && x < side - 1 && y < side - 1;
  terms[at + 18] = within ? (b[q + 1]! - b[q - 1]!) / SCALE : 0;
  terms[at + 19] = within ? (b[q + side]! - b[q - side]!) / SCALE : 0;
  terms[at + 20] = within ? (b[q + 1]! + b[q - 1]! + b[q + side]! + b[q - side]! - 4 * b[q]!) / SCALE : 0;
}

/** Light, tone and colouring; shift and sharpness come after them. */
const LIT_TERMS = 18;

/** Fits the light of a grid; large differences are weighted down, so that an overlay does not bend it. */
export function fitLight(grid: Grid): Light {
  const { side, a, inside } = grid;
  const sample = samplesOf(grid);
  const terms = new Float64Array(sample.length * TERMS);
  const wanted = Float64Array.from(sample, (q) => a[q]!);
  for (const [i, q] of sample.entries()) termsAt(grid, q, terms, i * TERMS);
  const solution = new Float64Array(TERMS);
  solution[0] = 128;
  solution[6] = SCALE;
  const missing = new Float64Array(sample.length);
  const miss = (): void => {
    for (let i = 0; i < missing.length; i++) missing[i] = wanted[i]! - product(terms, i * TERMS, solution, TERMS);
  };
  let tolerated = 25;
  miss();
  for (let round = 0; round < ROUNDS; round++) {
    refit(terms, wanted, missing, tolerated, solution);
    miss();
    tolerated = Math.max(2, 2 * deviationOf(missing));
  }
  const rest = new Float32Array(side * side);
  const lit = new Float32Array(side * side);
  const own = new Float64Array(TERMS);
  for (let q = 0; q < rest.length; q++) {
    termsAt(grid, q, own, 0);
    lit[q] = product(own, 0, solution, LIT_TERMS);
    const all = lit[q]! + solution[18]! * own[18]! + solution[19]! * own[19]! + solution[20]! * own[20]!;
    rest[q] = inside[q] === 1 ? a[q]! - all : 0;
  }
  return { lit, rest, noise: deviationOf(missing), sharpened: -solution[20]! / SCALE };
}

function product(terms: Float64Array, at: number, solution: Float64Array, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += solution[k]! * terms[at + k]!;
  return sum;
}

/** Every eighth point that lies in both pictures. */
function samplesOf({ side, inside }: Grid): number[] {
  const sample: number[] = [];
  for (let y = 1; y < side; y += 2) {
    for (let x = 1 + (y & 2); x < side; x += 4) if (inside[y * side + x] === 1) sample.push(y * side + x);
  }
  return sample;
}

/** Weighted least squares with Cauchy weights, by what the solution so far misses; the solution stays where there is none. */
function refit(
  terms: Float64Array,
  wanted: Float64Array,
  missing: Float64Array,
  tolerated: number,
  solution: Float64Array,
): void {
  const matrix = new Float64Array(TERMS * TERMS);
  const right = new Float64Array(TERMS);
  for (let n = 0, at = 0; n < wanted.length; n++, at += TERMS) {
    const weight = 1 / (1 + (missing[n]! / tolerated) ** 2);
    for (let i = 0; i < TERMS; i++) {
      const wi = weight * terms[at + i]!;
      right[i]! += wi * wanted[n]!;
      for (let j = i, to = i * TERMS; j < TERMS; j++) matrix[to + j]! += wi * terms[at + j]!;
    }
  }
  for (let i = 0; i < TERMS; i++) {
    matrix[i * TERMS + i]! += 1e-3;
    for (let j = 0; j < i; j++) matrix[i * TERMS + j] = matrix[j * TERMS + i]!;
  }
  if (solve(matrix, right, TERMS)) solution.set(right);
}

/** Deviation of normal noise with these values. */
function deviationOf(values: Float64Array): number {
  const sizes = values.map((value) => Math.abs(value)).sort();
  return 1.4826 * (sizes[sizes.length >> 1] ?? 0);
}
