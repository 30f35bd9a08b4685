import { createHash } from 'node:crypto';
import { findBackground } from './background.ts';
import { CELLS, type Fingerprint, PIXEL_SIDE, SIDE } from './fingerprint.ts';

const OPAQUE = 250;

/**
 * Makes the fingerprint of a picture.
 * @param rgba the picture shrunk to 128×128 pixels without keeping its proportions, 8-bit sRGB with alpha
 * @param width shown width of the original, in pixels
 * @param height shown height of the original, in pixels
 */
export function extractFingerprint(rgba: Uint8Array, width: number, height: number): Fingerprint {
  const luma = new Uint8Array(CELLS);
  const sums = new Float64Array(128);
  const alpha = hasAlpha(rgba);
  const pixels = alpha ? onWhite(rgba) : rgba;
  const below = PIXEL_SIDE * 4;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = (2 * y * PIXEL_SIDE + 2 * x) * 4;
      const r = pixels[at]! + pixels[at + 4]! + pixels[at + below]! + pixels[at + below + 4]!;
      const g = pixels[at + 1]! + pixels[at + 5]! + pixels[at + below + 1]! + pixels[at + below + 5]!;
      const b = pixels[at + 2]! + pixels[at + 6]! + pixels[at + below + 2]! + pixels[at + below + 6]!;
      const value = lumaOf(r, g, b) / 4;
      luma[y * SIDE + x] = value + 0.5;
      const cell = (y >> 3) * 8 + (x >> 3);
      sums[cell]! += (b / 4 - value) * 0.564;
      sums[64 + cell]! += (r / 4 - value) * 0.713;
    }
  }
  const background = findBackground(rgba);
  const [r, g, b] = background?.colour ?? [0, 0, 0];
  const level = lumaOf(r, g, b);
  const chroma = new Int8Array(128);
  for (let i = 0; i < 128; i++) chroma[i] = clampInt8(sums[i]! / 64);
  const cover = background && coverage(background.mask);
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

/** The pixels laid on white; alpha stays. */
function onWhite(rgba: Uint8Array): Float32Array {
  const out = new Float32Array(rgba);
  for (let i = 0; i < rgba.length; i += 4) {
    const opacity = rgba[i + 3]! / 255;
    for (let c = i; c < i + 3; c++) out[c] = rgba[c]! * opacity + 255 * (1 - opacity);
  }
  return out;
}

/** BT.601 luma. */
function lumaOf(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

function clampInt8(value: number): number {
  return Math.max(-128, Math.min(127, Math.round(value)));
}

/** Background share of each luma cell as nibbles, from the mask of 128×128 pixels. */
function coverage(mask: Uint8Array): Uint8Array {
  const cover = new Uint8Array(CELLS / 2);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = 2 * y * PIXEL_SIDE + 2 * x;
      const sum = mask[at]! + mask[at + 1]! + mask[at + PIXEL_SIDE]! + mask[at + PIXEL_SIDE + 1]!;
      const cell = y * SIDE + x;
      cover[cell >> 1]! |= Math.round((sum * 15) / 1020) << ((cell & 1) * 4);
    }
  }
  return cover;
}
