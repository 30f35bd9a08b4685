import { u16be } from '../header/reader.ts';
import type { HuffmanTable } from './huffman.ts';
import { type HeldFile, holdFile, walkScan } from './scan-data.ts';
import { type Frame, readFrame, readScan, readTables } from './segments.ts';

/** What is wrong with the data of a JPEG. */
export interface JpegFault {
  /** How far down the first broken place is, as a share of the height, 0 to 1. */
  readonly at: number;
}

/**
 * Walks the entropy-coded data of a baseline or progressive JPEG (ITU-T T.81) the way a decoder does, without making
 * pixels, and tells where it stops making sense: codes that do not exist, runs that leave their block, data that ends
 * before the picture or goes on after it, restart markers out of order. Decoders fill such places in and say nothing.
 * @returns null when all is well, or when the kind is not walked (arithmetic coding, lossless, 12 bits)
 */
export function walkJpeg(bytes: Uint8Array): JpegFault | null {
  const tables = new Map<number, HuffmanTable>();
  let frame: Frame | null = null;
  let held: HeldFile | null = null;
  let restart = 0;
  let scans = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === 0xff || marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9) return null;
    const length = u16be(bytes, at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || body.length < length - 2) return null;
    if (marker === 0xc4) {
      if (!readTables(body, tables)) return scans > 0 ? { at: 0 } : null;
    } else if (marker === 0xdd) restart = u16be(body, 0);
    else if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
      frame = readFrame(body, marker === 0xc2);
      held = frame && holdFile(bytes, frame);
      if (!held) return null;
    } else if (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc8) return null;
    else if (marker === 0xda) {
      const scan = frame && readScan(body, frame, tables, restart);
      if (!scan || !held) return null;
      scans++;
      const end = walkScan(held, at + 2 + length, scan);
      if (end.fault !== null) return { at: end.fault };
      at = end.at;
      continue;
    }
    at += 2 + length;
  }
  return null;
}
