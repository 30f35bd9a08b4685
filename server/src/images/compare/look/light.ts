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
  /** Weight of the second picture's Laplacian: below 0 the first one is sharper, above 0 softer. */
  readonly softness: number;
}

const TERMS = 21;
const ROUNDS = 3;
const SCALE = 64;

const terms = new Float64Array(TERMS);

/** Writes the terms of one point; those of shift and sharpness are 0 along the edge of the grid. */
function termsAt({ side, b, chromaA, chromaB }: Grid, x: number, y: number): void {
  const q = y * side + x;
  const u = (2 * x + 1) / side - 1;
  const v = (2 * y + 1) / side - 1;
  const value = (b[q]! - 128) / SCALE;
  terms[0] = 1;
  terms[1] = u;
  terms[2] = v;
  terms[3] = u * u;
  terms[4] = u * v;
  terms[5] = v * v;
  for (let k = 0; k < 6; k++) terms[6 + k] = terms[k]! * value;
  terms[12] = value * value;
  terms[13] = value * value * value;
  terms[14] = 0;
  terms[15] = 0;
  terms[16] = 0;
  // Another colouring moves luma by what the colours are.
  const half = side * side;
  terms[17] = chromaA[q]! / SCALE;
  terms[18] = chromaA[half + q]! / SCALE;
  terms[19] = chromaB[q]! / SCALE;
  terms[20] = chromaB[half + q]! / SCALE;
  if (x === 0 || y === 0 || x === side - 1 || y === side - 1) return;
  terms[14] = (b[q + 1]! - b[q - 1]!) / SCALE;
  terms[15] = (b[q + side]! - b[q - side]!) / SCALE;
  terms[16] = (b[q + 1]! + b[q - 1]! + b[q + side]! + b[q - side]! - 4 * b[q]!) / SCALE;
}

/** Fits the light of a grid; large differences are weighted down, so that an overlay does not bend it. */
export function fitLight(grid: Grid): Light {
  const { side, a, inside } = grid;
  const sample = samplesOf(grid);
  let solution = new Float64Array(TERMS);
  solution[0] = 128;
  solution[6] = SCALE;
  let tolerated = 25;
  for (let round = 0; round < ROUNDS; round++) {
    solution = fitted(grid, sample, tolerated, solution);
    tolerated = Math.max(2, 2 * deviationOf(sample.map((q) => Math.abs(a[q]! - explained(grid, q, solution)))));
  }
  const rest = new Float32Array(side * side);
  const lit = new Float32Array(side * side);
  for (let q = 0; q < rest.length; q++) {
    const all = explained(grid, q, solution);
    lit[q] = all - solution[14]! * terms[14]! - solution[15]! * terms[15]! - solution[16]! * terms[16]!;
    rest[q] = inside[q] === 1 ? a[q]! - all : 0;
  }
  return { lit, rest, noise: deviationOf(sample.map((q) => Math.abs(rest[q]!))), softness: solution[16]! / SCALE };
}

/** Every eighth point that lies in both pictures. */
function samplesOf({ side, inside }: Grid): number[] {
  const sample: number[] = [];
  for (let y = 1; y < side; y += 2) {
    for (let x = 1 + (y & 2); x < side; x += 4) if (inside[y * side + x] === 1) sample.push(y * side + x);
  }
  return sample;
}

/** The first picture at a point as a solution explains it; leaves the terms of the point in `terms`. */
function explained(grid: Grid, q: number, solution: Float64Array): number {
  termsAt(grid, q % grid.side, Math.floor(q / grid.side));
  let sum = 0;
  for (let k = 0; k < TERMS; k++) sum += solution[k]! * terms[k]!;
  return sum;
}

/** Weighted least squares with Cauchy weights. */
function fitted(grid: Grid, sample: readonly number[], tolerated: number, before: Float64Array<ArrayBuffer>) {
  const matrix = new Float64Array(TERMS * TERMS);
  const right = new Float64Array(TERMS);
  for (const q of sample) {
    const value = grid.a[q]!;
    const weight = 1 / (1 + ((value - explained(grid, q, before)) / tolerated) ** 2);
    for (let i = 0; i < TERMS; i++) {
      const wi = weight * terms[i]!;
      right[i]! += wi * value;
      for (let j = i; j < TERMS; j++) matrix[i * TERMS + j]! += wi * terms[j]!;
    }
  }
  for (let i = 0; i < TERMS; i++) {
    matrix[i * TERMS + i]! += 1e-3;
    for (let j = 0; j < i; j++) matrix[i * TERMS + j] = matrix[j * TERMS + i]!;
  }
  return solve(matrix, right, TERMS) ? right : before;
}

/** Deviation of normal noise with these absolute values. */
function deviationOf(sizes: number[]): number {
  return 1.4826 * (sizes.sort((x, y) => x - y)[sizes.length >> 1] ?? 0);
}
