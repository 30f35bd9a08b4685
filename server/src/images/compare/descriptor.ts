import { SIDE } from '../fingerprint/fingerprint.ts';
import type { Box } from './views.ts';

/** Samples per side of the block the transform works on. */
const SAMPLES = 16;
/** Kept frequencies per side. */
const FREQUENCIES = 8;
export const VECTOR_LENGTH = FREQUENCIES * FREQUENCIES;
/** Length of every descriptor vector, so that dot products are comparable integers. */
export const VECTOR_NORM = 14000;

const BASIS = new Float32Array(FREQUENCIES * SAMPLES);
for (let u = 0; u < FREQUENCIES; u++) {
  for (let x = 0; x < SAMPLES; x++) {
    const scale = Math.sqrt((u === 0 ? 1 : 2) / SAMPLES);
    BASIS[u * SAMPLES + x] = scale * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SAMPLES));
  }
}

/** Numbers of a summed-area table: 65×65. */
export const TABLE_LENGTH = (SIDE + 1) ** 2;

/** Fills the summed-area table of a 64×64 plane. @param table its first row and column are 0 */
export function integralOf(plane: Float32Array, table: Float64Array): Float64Array {
  const stride = SIDE + 1;
  for (let y = 0; y < SIDE; y++) {
    let row = 0;
    for (let x = 0; x < SIDE; x++) {
      row += plane[y * SIDE + x]!;
      table[(y + 1) * stride + x + 1] = table[y * stride + x + 1]! + row;
    }
  }
  return table;
}

const corners = new Float64Array((SAMPLES + 1) * (SAMPLES + 1));
const means = new Float64Array(SAMPLES * SAMPLES);
const half = new Float64Array(FREQUENCIES * SAMPLES);
const coefficients = new Float64Array(VECTOR_LENGTH);

/**
 * One line of samples as frequencies. Waves are alike or opposite about the middle: sums of opposite samples make the even
 * frequencies, differences the odd ones.
 */
function transform(from: Float64Array, at: number, step: number, to: Float64Array, out: number, outStep: number): void {
  for (let u = 0; u < FREQUENCIES; u += 2) {
    let even = 0;
    let odd = 0;
    for (let x = 0; x < SAMPLES / 2; x++) {
      const near = from[at + x * step]!;
      const far = from[at + (SAMPLES - 1 - x) * step]!;
      even += BASIS[u * SAMPLES + x]! * (near + far);
      odd += BASIS[(u + 1) * SAMPLES + x]! * (near - far);
    }
    to[out + u * outStep] = even;
    to[out + (u + 1) * outStep] = odd;
  }
}

/**
 * Describes the coarse shape of a box of the picture whose summed-area table is given: the 8×8 lowest DCT coefficients without the
 * mean. Square roots are taken and the vector normalised, so that the dot product of two descriptors tells how alike the boxes are, at
 * any contrast.
 * @param vector where the 64 numbers of joint length `VECTOR_NORM` go, index = row frequency × 8 + column frequency
 * @returns root mean square of the coefficients, in luma levels: below 1 the box is flat
 */
export function describe(integral: Float64Array, box: Box, vector: Int16Array): number {
  areaMeans(integral, box);
  for (let y = 0; y < SAMPLES; y++) transform(means, y * SAMPLES, 1, half, y, SAMPLES);
  for (let u = 0; u < FREQUENCIES; u++) transform(half, u * SAMPLES, 1, coefficients, u, FREQUENCIES);
  coefficients[0] = 0;
  let energy = 0;
  let roots = 0;
  for (let i = 0; i < VECTOR_LENGTH; i++) {
    const value = coefficients[i]!;
    energy += value * value;
    roots += Math.abs(value);
  }
  // The squares of the square roots add up to `roots`.
  const scale = VECTOR_NORM / Math.sqrt(roots + 1e-9);
  for (let i = 0; i < VECTOR_LENGTH; i++) {
    const value = coefficients[i]!;
    const root = Math.sqrt(Math.abs(value)) * scale;
    vector[i] = Math.round(value < 0 ? -root : root);
  }
  return Math.sqrt(energy) / SAMPLES;
}

const columns = new Int32Array(SAMPLES + 1);
const fractions = new Float64Array(SAMPLES + 1);

/** Means of 16×16 parts of a box, from the summed-area table; edges of parts lie between cells. */
function areaMeans(integral: Float64Array, box: Box): void {
  const stride = SIDE + 1;
  const last = SIDE - 1e-6;
  const place = (from: number, to: number, k: number): number =>
    Math.min(last, Math.max(0, (from + ((to - from) * k) / SAMPLES) * SIDE));
  for (let i = 0; i <= SAMPLES; i++) {
    const x = place(box[0], box[2], i);
    columns[i] = Math.floor(x);
    fractions[i] = x - columns[i]!;
  }
  for (let j = 0; j <= SAMPLES; j++) {
    const y = place(box[1], box[3], j);
    const iy = Math.floor(y);
    const fy = y - iy;
    for (let i = 0; i <= SAMPLES; i++) {
      const fx = fractions[i]!;
      const at = iy * stride + columns[i]!;
      const upper = integral[at]! + (integral[at + 1]! - integral[at]!) * fx;
      const below = at + stride;
      const lower = integral[below]! + (integral[below + 1]! - integral[below]!) * fx;
      corners[j * (SAMPLES + 1) + i] = upper + (lower - upper) * fy;
    }
  }
  const width = (place(box[0], box[2], SAMPLES) - place(box[0], box[2], 0)) / SAMPLES;
  const height = (place(box[1], box[3], SAMPLES) - place(box[1], box[3], 0)) / SAMPLES;
  const area = 1 / (width * height);
  for (let j = 0; j < SAMPLES; j++) {
    for (let i = 0; i < SAMPLES; i++) {
      const at = j * (SAMPLES + 1) + i;
      const below = at + SAMPLES + 1;
      means[j * SAMPLES + i] = (corners[below + 1]! - corners[below]! - corners[at + 1]! + corners[at]!) * area;
    }
  }
}

/** The descriptor of the picture mirrored at its main diagonal. */
export function transposed(vector: Int16Array): Int16Array {
  const out = new Int16Array(VECTOR_LENGTH);
  for (let v = 0; v < FREQUENCIES; v++) for (let u = 0; u < FREQUENCIES; u++) out[v * 8 + u] = vector[u * 8 + v]!;
  return out;
}

/**
 * Sign bits in four groups of 16, by the parity of row and column frequency. Mirroring flips all signs of odd columns
 * (or rows), so distances of all four mirrored forms follow from the distances of the groups.
 * Group order: even row & column, odd column, odd row, both odd.
 */
export function signGroups(vector: Int16Array): [number, number, number, number] {
  const groups: [number, number, number, number] = [0, 0, 0, 0];
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      if (vector[v * 8 + u]! > 0) groups[(u & 1) | ((v & 1) << 1)]! |= 1 << ((v >> 1) * 4 + (u >> 1));
    }
  }
  return groups;
}
