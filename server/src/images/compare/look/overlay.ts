import type { Box } from '../views.ts';
import { type Bearer, bearerByColour, bearerBySteps, bearerOf } from './bearer.ts';
import type { Block } from './blocks.ts';
import { colourLeaning } from './colour-leaning.ts';
import { DETAIL_SIDE } from './detail.ts';
import { BLOCK, type Colours, type Grid } from './grid.ts';
import type { Light } from './light.ts';

/** What lies over one of two pictures of the same frame. */
export interface Overlay extends Bearer {
  /** Where, in shares of the grid. */
  readonly box: Box;
  /** Share of the common frame that differs. */
  readonly share: number;
  /** Whose edges its outline is: 1 when only the first picture has them, −1 when only the second has. */
  readonly leaning: number;
}

/** What it takes to be something: levels a point must differ by, share of the points, edges of one picture alone. */
const PLAIN = { step: 4, share: 0.0007, leaning: 0 };
const RECOLOURED = { step: 20, share: 0.006, leaning: 0.55 };
/** Share of the points where one picture is softer than the other, which takes edges away all over. */
const SOFTER = 0.006;
/**
 * Share of bends up to which two pictures are equally sharp, so that edges of one alone are something that lies over it: of 163 blurred
 * copies of photographs nearly all are off by more than 0.2, those with marks, as edges of their own, by up to 0.1.
 */
const EQUALLY_SHARP = 0.1;

/** Whether neither of two pictures is softer all over. */
export const areEquallySharp = ({ sharpened }: Light): boolean => Math.abs(sharpened) <= EQUALLY_SHARP;

/** Times the deviation of the rest. */
const DEVIATIONS = 3.5;
/** Share of the weaker edge at the point that is forgiven: edges never fall on each other exactly. */
const FORGIVEN = 0.35;
const COLOUR_WEIGHT = 1.5;
/** Points that belong to something stand together: so many of the eight around. */
const NEIGHBOURS = 3;
/** Correlation from which nothing was laid over a block. */
const UNTOUCHED = 0.985;
/** Share of the outermost points that the box leaves out on each side. */
const TAIL = 0.02;

/**
 * Finds what was laid over one of the pictures, or null when what is left looks like noise and edges.
 * @param recoloured the pictures differ in colour or light, which leaves more unexplained
 */
export function overlayOf(
  grid: Grid & Colours,
  blocks: readonly (Block | null)[],
  light: Light,
  recoloured: boolean,
): Overlay | null {
  const { side, inside } = grid;
  const { lit, rest, noise } = light;
  const least = recoloured ? RECOLOURED : PLAIN;
  const points = side * side;
  const slopesA = slopes(grid.a, side, buffers.slopesA);
  const slopesB = slopes(lit, side, buffers.slopesB);
  const step = Math.max(least.step, DEVIATIONS * noise);
  const raw = buffers.raw.fill(0, 0, points);
  let common = 0;
  for (let q = 0; q < points; q++) {
    if (inside[q] === 0) continue;
    common++;
    const size = Math.abs(rest[q]!);
    if (size <= step || whole(blocks, q, side)) continue;
    if (size > step + FORGIVEN * Math.min(widest(slopesA, q, side), widest(slopesB, q, side))) raw[q] = 1;
  }
  const marked: number[] = [];
  for (let y = 1; y < side - 1; y++) {
    for (let q = y * side + 1; q < (y + 1) * side - 1; q++) {
      if (raw[q] === 0) continue;
      const near = raw[q - side - 1]! + raw[q - side]! + raw[q - side + 1]! + raw[q - 1]! + raw[q + 1]!;
      if (near + raw[q + side - 1]! + raw[q + side]! + raw[q + side + 1]! >= NEIGHBOURS) marked.push(q);
    }
  }
  const share = areEquallySharp(light) ? least.share : Math.max(least.share, SOFTER);
  if (marked.length < share * common) return null;
  // Where one picture lost its colours, edges of colour are the other's alone.
  if (!recoloured || isGrey(grid.chromaA) === isGrey(grid.chromaB)) {
    addColour(slopesA, grid.chromaA, side);
    addColour(slopesB, grid.chromaB, side);
  }
  const leaning = leaningOf(marked, rest, slopesA, slopesB, side);
  if (Math.abs(leaning) < least.leaning) return null;
  const bearer = bearerOf(leaning, marked, grid, buffers.belongs);
  const surer =
    bearer.sure || recoloured
      ? null
      : (bearerByColour(colourLeaning(grid)) ?? bearerBySteps(leaning, grid, buffers.belongs));
  return { box: boxOf(marked, side), share: marked.length / common, leaning, ...(surer ?? bearer) };
}

/** Whether the block of a point agrees so well that only its light differs. */
function whole(blocks: readonly (Block | null)[], q: number, side: number): boolean {
  const across = side / BLOCK;
  const block = blocks[Math.floor(Math.floor(q / side) / BLOCK) * across + Math.floor((q % side) / BLOCK)];
  return block ? block.texturedA && block.texturedB && block.z > UNTOUCHED : false;
}

/** For one pair at a time; a new set for each would be megabytes. */
const buffers = {
  slopesA: new Float32Array(DETAIL_SIDE ** 2),
  slopesB: new Float32Array(DETAIL_SIDE ** 2),
  slopesRest: new Float32Array(DETAIL_SIDE ** 2),
  raw: new Uint8Array(DETAIL_SIDE ** 2),
  belongs: new Uint8Array(DETAIL_SIDE ** 2),
};

/** Sum of the absolute differences to the right and below. */
function slopes(plane: Float32Array, side: number, out: Float32Array): Float32Array {
  out.fill(0, 0, side * side);
  for (let y = 0; y < side - 1; y++) {
    for (let x = 0; x < side - 1; x++) {
      const q = y * side + x;
      out[q] = Math.abs(plane[q + 1]! - plane[q]!) + Math.abs(plane[q + side]! - plane[q]!);
    }
  }
  return out;
}

/** Levels of chroma that compression leaves of a grey picture. */
const COLOURLESS = 1;

/** Whether a picture has no colours. */
export function isGrey(chroma: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < chroma.length; i++) sum += Math.abs(chroma[i]!);
  return sum < COLOURLESS * chroma.length;
}

/** Adds steps of colour to the slopes of luma. */
function addColour(slopes: Float32Array, chroma: Float32Array, side: number): void {
  const points = side * side;
  for (let y = 0; y < side - 2; y++) {
    for (let x = 0; x < side - 2; x++) {
      const q = y * side + x;
      let sum = 0;
      for (const p of [q, points + q])
        sum += Math.abs(chroma[p + 2]! - chroma[p]!) + Math.abs(chroma[p + 2 * side]! - chroma[p]!);
      slopes[q]! += COLOUR_WEIGHT * sum;
    }
  }
}

/** Largest value among a point and those around it. */
function widest(plane: Float32Array, q: number, side: number): number {
  const x = q % side;
  const first = x > 0 ? -1 : 0;
  const last = x < side - 1 ? 1 : 0;
  let most = 0;
  for (let row = Math.max(q - side, x); row <= Math.min(q + side, side * side - side + x); row += side)
    for (let at = row + first; at <= row + last; at++) most = Math.max(most, plane[at]!);
  return most;
}

function boxOf(marked: readonly number[], side: number): Box {
  const xs = marked.map((q) => q % side).sort((a, b) => a - b);
  const ys = marked.map((q) => Math.floor(q / side)).sort((a, b) => a - b);
  const cut = Math.floor(marked.length * TAIL);
  const last = marked.length - 1 - cut;
  return [xs[cut]! / side, ys[cut]! / side, (xs[last]! + 1) / side, (ys[last]! + 1) / side];
}

/**
 * Whose edges the outline of the difference is: 1 when only the first picture has them, −1 when only the second has. The
 * edges of what was laid over a picture are edges of that picture alone; another colouring has edges where both have them.
 */
function leaningOf(
  marked: readonly number[],
  rest: Float32Array,
  slopesA: Float32Array,
  slopesB: Float32Array,
  side: number,
): number {
  const slopesRest = slopes(rest, side, buffers.slopesRest);
  const belongs = buffers.belongs.fill(0, 0, side * side);
  for (const q of marked) belongs[q] = 1;
  let difference = 0;
  let sum = 0;
  for (const q of marked) {
    // Only along its outline: inside, what was covered may have had more edges than what covers it.
    if (belongs[q - 1] && belongs[q + 1] && belongs[q - side] && belongs[q + side]) continue;
    for (const p of [q, q - 1, q - side]) {
      difference += slopesRest[p]! * (slopesA[p]! - slopesB[p]!);
      sum += slopesRest[p]! * (slopesA[p]! + slopesB[p]!);
    }
  }
  return difference / Math.max(1, sum);
}
