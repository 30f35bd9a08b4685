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
  let alpha = false;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let k = 0; k < 4; k++) {
        const at = ((2 * y + (k >> 1)) * PIXEL_SIDE + 2 * x + (k & 1)) * 4;
        const opacity = rgba[at + 3]! / 255;
        if (rgba[at + 3]! < OPAQUE) alpha = true;
        const white = 255 * (1 - opacity);
        r += rgba[at]! * opacity + white;
        g += rgba[at + 1]! * opacity + white;
        b += rgba[at + 2]! * opacity + white;
      }
      const value = lumaOf(r, g, b) / 4;
      luma[y * SIDE + x] = Math.round(value);
      const cell = (y >> 3) * 8 + (x >> 3);
      sums[cell]! += (b / 4 - value) * 0.564;
      sums[64 + cell]! += (r / 4 - value) * 0.713;
    }
  }
  const background = findBackground(rgba);
  const [r, g, b] = background?.colour ?? [0, 0, 0];
  const level = lumaOf(r, g, b);
  return {
    width,
    height,
    alpha,
    luma,
    chroma: Int8Array.from(sums, (sum) => clampInt8(sum / 64)),
    cover: background && coverage(background.mask),
    background: [Math.round(level), clampInt8((b - level) * 0.564), clampInt8((r - level) * 0.713)],
    digest: createHash('sha256').update(rgba).update(`${width}x${height}`).digest().subarray(0, 16),
  };
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
