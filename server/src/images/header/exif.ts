import { latin1, u16be, u16le, u32be, u32le } from './reader.ts';
import type { Orientation } from './types.ts';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * The orientation tag of an EXIF block, 1 when absent or out of range (EXIF 2.32, 4.6.4.A).
 * @param block a TIFF structure, with or without the `Exif\0\0` prefix of JPEG
 */
export function orientationOf(block: Uint8Array): Orientation {
  const tiff = block.length >= 6 && latin1(block, 0, 4) === 'Exif' ? block.subarray(6) : block;
  if (tiff.length < 8) return 1;
  const mark = latin1(tiff, 0, 2);
  if (mark !== 'II' && mark !== 'MM') return 1;
  const u16 = mark === 'II' ? u16le : u16be;
  const u32 = mark === 'II' ? u32le : u32be;
  const directory = u32(tiff, 4);
  if (directory + 2 > tiff.length) return 1;
  const entries = u16(tiff, directory);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > tiff.length) return 1;
    if (u16(tiff, at) !== ORIENTATION_TAG) continue;
    return toOrientation(u16(tiff, at + 2) === SHORT ? u16(tiff, at + 8) : 0);
  }
  return 1;
}

/** A number as an orientation; anything outside 1–8 means "as stored". */
export function toOrientation(value: number): Orientation {
  return value >= 1 && value <= 8 ? (Math.trunc(value) as Orientation) : 1;
}
