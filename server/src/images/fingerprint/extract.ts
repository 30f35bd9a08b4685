import { createHash } from 'node:crypto';
import { findBackground } from './background.ts';
import { cellMeans, type Pixels } from './cells.ts';
import { CELLS, type Fingerprint } from './fingerprint.ts';

const OPAQUE = 250;

/**
 * Makes the fingerprint of a picture.
 * @param pixels the picture shrunk without keeping its proportions, sRGB with or without alpha
 * @param width shown width of the original, in pixels
 * @param height shown height of the original, in pixels
 */
export function extractFingerprint(pixels: Pixels, width: number, height: number): Fingerprint {
  const alpha = pixels.channels === 4 && hasAlpha(pixels.data);
  const means = cellMeans(alpha ? onWhite(pixels) : pixels);
  const luma = new Uint8Array(CELLS);
  const sums = new Float64Array(128);
  for (let i = 0; i < CELLS; i++) {
    const r = means[i]!;
    const b = means[2 * CELLS + i]!;
    const value = lumaOf(r, means[CELLS + i]!, b);
    luma[i] = value + 0.5;
    const cell = (i >> 9) * 8 + ((i & 63) >> 3);
    sums[cell]! += (b - value) * 0.564;
    sums[64 + cell]! += (r - value) * 0.713;
  }
  const background = findBackground(pixels);
  const [r, g, b] = background?.colour ?? [0, 0, 0];
  const level = lumaOf(r, g, b);
  const chroma = new Int8Array(128);
  for (let i = 0; i < 128; i++) chroma[i] = clampInt8(sums[i]! / 64);
  const cover = background && coverage({ ...pixels, data: background.mask, channels: 1 });
  const hash = createHash('sha256').update(luma).update(chroma).update(`${width}x${height}`);
  if (cover) hash.update(cover);
  return {
    width,
    height,
    alpha,
    luma,
    chroma,
    cover,
    background: [Math.round(level), clampInt8((b - level) * 0.564), clampInt8((r - level) * 0.713)],
    digest: hash.digest().subarray(0, 16),
  };
}

function hasAlpha(rgba: Uint8Array): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i]! < OPAQUE) return true;
  return false;
}

/** The pixels laid on white. */
function onWhite(pixels: Pixels): Pixels & { readonly data: Uint8Array } {
  const { data } = pixels;
  const out = new Uint8Array(data);
  for (let i = 0; i < data.length; i += 4) {
    const opacity = data[i + 3]! / 255;
    for (let c = i; c < i + 3; c++) out[c] = data[c]! * opacity + 255 * (1 - opacity) + 0.5;
  }
  return { ...pixels, data: out };
}

/** BT.601 luma. */
function lumaOf(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

function clampInt8(value: number): number {
  return Math.max(-128, Math.min(127, Math.round(value)));
}

/** Background share of each luma cell as nibbles, from the mask. */
function coverage(mask: Pixels): Uint8Array {
  const cover = new Uint8Array(CELLS / 2);
  const means = cellMeans(mask);
  for (let cell = 0; cell < CELLS; cell++)
    cover[cell >> 1]! |= Math.round((means[cell]! * 15) / 255) << ((cell & 1) * 4);
  return cover;
}
