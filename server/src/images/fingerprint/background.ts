import type { Pixels } from './cells.ts';

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
 */
export function findBackground(pixels: Pixels): Background | null {
  const { data, width, height, channels } = pixels;
  const count = width * height;
  if (channels === 4) {
    let seeThrough = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! < OPAQUE) seeThrough++;
    if (seeThrough > count * TRANSPARENT_SHARE) {
      const mask = Uint8Array.from({ length: count }, (_, i) => 255 - data[4 * i + 3]!);
      return { mask, colour: [255, 255, 255], transparent: true };
    }
  }
  const colour = commonColour(pixels);
  let matching = 0;
  for (const { from, step, length, weight } of edgesOf(pixels))
    for (let i = 0, at = from; i < length; i++, at += step) if (isNear(data, at, colour)) matching += weight;
  // Most photographs end here, before all of their pixels are looked at.
  if (matching < 4 * count * OUTLINE_SHARE) return null;
  const mask = new Uint8Array(count);
  const area = flood(mask, pixels, colour);
  if (area < count * AREA_SHARE[0] || area > count * AREA_SHARE[1]) return null;
  return { mask, colour, transparent: false };
}

/** Whether the pixel at a place of the data is within the tolerance of a colour. */
function isNear(data: Uint8Array, at: number, [r, g, b]: readonly [number, number, number]): boolean {
  return (
    Math.abs(data[at]! - r) <= TOLERANCE &&
    Math.abs(data[at + 1]! - g) <= TOLERANCE &&
    Math.abs(data[at + 2]! - b) <= TOLERANCE
  );
}

/** The four edges: where each begins in the data, and a weight of its pixels by which all edges count alike. */
function edgesOf({ width, height, channels }: Pixels) {
  const line = width * channels;
  const row = { step: channels, length: width, weight: height };
  const column = { step: line, length: height, weight: width };
  return [
    { from: 0, ...row },
    { from: (height - 1) * line, ...row },
    { from: 0, ...column },
    { from: line - channels, ...column },
  ];
}

const counts = new Uint32Array(4096);

/** Mean of the most frequent colour along the outline, colours grouped by their upper four bits. */
function commonColour(pixels: Pixels): [number, number, number] {
  const { data } = pixels;
  const group = (at: number): number => ((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4);
  counts.fill(0);
  let best = 0;
  for (const { from, step, length, weight } of edgesOf(pixels)) {
    for (let i = 0, at = from; i < length; i++, at += step) {
      const key = group(at);
      counts[key]! += weight;
      if (counts[key]! > counts[best]!) best = key;
    }
  }
  const sum: [number, number, number] = [0, 0, 0];
  for (const { from, step, length, weight } of edgesOf(pixels)) {
    for (let i = 0, at = from; i < length; i++, at += step)
      if (group(at) === best) for (let c = 0; c < 3; c++) sum[c]! += weight * data[at + c]!;
  }
  const count = counts[best]!;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Marks (with 255) everything of a colour that is connected to the edges; returns how many pixels that are. */
function flood(
  mask: Uint8Array,
  { data, width, height, channels }: Pixels,
  colour: readonly [number, number, number],
): number {
  const stack: number[] = [];
  let area = 0;
  const visit = (i: number): void => {
    if (mask[i] !== 0 || !isNear(data, i * channels, colour)) return;
    mask[i] = 255;
    area++;
    stack.push(i);
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < width * (height - 1)) visit(i + width);
  }
  return area;
}
