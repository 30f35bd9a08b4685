import { PIXEL_SIDE } from './fingerprint.ts';

const N = PIXEL_SIDE;
/** Largest difference per channel from the background colour. */
const TOLERANCE = 14;
/** Share of the outline that must have the background colour. */
const OUTLINE_SHARE = 0.6;
/** A background smaller or larger than this share of the picture is not one that hides or is the picture. */
const AREA_SHARE = [0.1, 0.97] as const;
/** From this share of see-through pixels on, transparency is the background. */
const TRANSPARENT_SHARE = 0.01;
const OPAQUE = 250;

/** A plain background: which pixels belong to it (0–255 each) and its colour. */
export interface Background {
  readonly mask: Uint8Array;
  readonly colour: readonly [number, number, number];
  readonly transparent: boolean;
}

/**
 * Finds the background that other versions of a picture may have replaced: transparency, or one colour along the
 * outline together with everything of that colour connected to it.
 * @param rgba 128×128 pixels
 */
export function findBackground(rgba: Uint8Array): Background | null {
  let seeThrough = 0;
  for (let at = 3; at < 4 * N * N; at += 4) if (rgba[at]! < OPAQUE) seeThrough++;
  const mask = new Uint8Array(N * N);
  if (seeThrough > N * N * TRANSPARENT_SHARE) {
    for (let i = 0; i < N * N; i++) mask[i] = 255 - rgba[4 * i + 3]!;
    return { mask, colour: [255, 255, 255], transparent: true };
  }
  const colour = commonColour(rgba, outline);
  let matching = 0;
  for (const i of outline) if (isNear(rgba, i, colour)) matching++;
  // Most photographs end here, before all of their pixels are looked at.
  if (matching < outline.length * OUTLINE_SHARE) return null;
  const near = nearPixels(rgba, colour);
  const area = flood(mask, outline, near);
  if (area < N * N * AREA_SHARE[0] || area > N * N * AREA_SHARE[1]) return null;
  return { mask, colour, transparent: false };
}

/** Whether a pixel is within the tolerance of a colour. */
function isNear(rgba: Uint8Array, i: number, [r, g, b]: readonly [number, number, number]): boolean {
  const at = 4 * i;
  return (
    Math.abs(rgba[at]! - r) <= TOLERANCE &&
    Math.abs(rgba[at + 1]! - g) <= TOLERANCE &&
    Math.abs(rgba[at + 2]! - b) <= TOLERANCE
  );
}

/** 1 for every pixel within the tolerance of a colour. */
function nearPixels(rgba: Uint8Array, colour: readonly [number, number, number]): Uint8Array {
  const near = new Uint8Array(N * N);
  for (let i = 0; i < N * N; i++) near[i] = isNear(rgba, i, colour) ? 1 : 0;
  return near;
}

/** Positions of the pixels along the four edges. */
const outline: readonly number[] = Array.from({ length: N }, (_, i) => [
  i,
  (N - 1) * N + i,
  i * N,
  i * N + N - 1,
]).flat();

/** Mean of the most frequent colour along the outline, colours grouped by their upper four bits. */
function commonColour(rgba: Uint8Array, pixels: readonly number[]): [number, number, number] {
  const counts = new Uint16Array(4096);
  const group = (i: number): number =>
    ((rgba[4 * i]! >> 4) << 8) | ((rgba[4 * i + 1]! >> 4) << 4) | (rgba[4 * i + 2]! >> 4);
  let best = 0;
  for (const i of pixels) {
    const key = group(i);
    counts[key]!++;
    if (counts[key]! > counts[best]!) best = key;
  }
  const sum: [number, number, number] = [0, 0, 0];
  let members = 0;
  for (const i of pixels) {
    if (group(i) !== best) continue;
    members++;
    for (let c = 0; c < 3; c++) sum[c]! += rgba[4 * i + c]!;
  }
  return [sum[0] / members, sum[1] / members, sum[2] / members];
}

const stack = new Int32Array(N * N);

/** Marks (with 255) everything connected to the seeds through near pixels, unmarks the rest; returns how many were marked. */
function flood(mask: Uint8Array, seeds: readonly number[], near: Uint8Array): number {
  mask.fill(0);
  let height = 0;
  const visit = (i: number): void => {
    if (mask[i] !== 0 || near[i] === 0) return;
    mask[i] = 255;
    stack[height++] = i;
  };
  for (const seed of seeds) visit(seed);
  let area = 0;
  while (height > 0) {
    const i = stack[--height]!;
    area++;
    const x = i & (N - 1);
    if (x > 0) visit(i - 1);
    if (x < N - 1) visit(i + 1);
    if (i >= N) visit(i - N);
    if (i < N * (N - 1)) visit(i + N);
  }
  return area;
}
