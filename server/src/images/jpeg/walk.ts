import { u16be } from '../header/reader.ts';
import { walkBaseline } from './baseline.ts';
import { type HuffmanTable, huffmanTable } from './bits.ts';
import { type Component, type Scan, walkScan } from './scan.ts';

/** What is wrong with the data of a JPEG. */
export interface JpegFault {
  /** How far down the first broken place is, as a share of the height, 0 to 1. */
  readonly at: number;
}

/** Components above, and sides above, are not walked: nothing is said of such files. */
const MOST_COMPONENTS = 4;
const LARGEST_SIDE = 30_000;

/**
 * Walks the entropy-coded data of a baseline or progressive JPEG (ITU-T T.81) the way a decoder does, without making
 * pixels, and tells where it stops making sense: codes that do not exist, runs that leave their block, data that ends
 * before the picture or goes on after it, restart markers out of order. Decoders fill such places in and say nothing.
 * @returns null when all is well, or when the kind is not walked (arithmetic coding, lossless, 12 bits)
 */
export function walkJpeg(bytes: Uint8Array): JpegFault | null {
  const tables = new Map<number, HuffmanTable>();
  let frame: Frame | null = null;
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
      if (!frame) return null;
    } else if (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc8) return null;
    else if (marker === 0xda) {
      const scan = frame && readScan(body, frame, tables, restart);
      if (!scan) return null;
      scans++;
      const end = (scan.progressive ? walkScan : walkBaseline)(bytes, at + 2 + length, scan);
      if (end.fault !== null) return { at: end.fault };
      at = end.at;
      continue;
    }
    at += 2 + length;
  }
  return null;
}

interface Frame {
  readonly progressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

function readTables(body: Uint8Array, tables: Map<number, HuffmanTable>): boolean {
  for (let at = 0; at + 17 <= body.length; ) {
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const table = huffmanTable(counts, body.slice(at + 17, at + 17 + total));
    if (!table || at + 17 + total > body.length) return false;
    tables.set(body[at]!, table);
    at += 17 + total;
  }
  return true;
}

function readFrame(body: Uint8Array, progressive: boolean): Frame | null {
  const [height, width, count] = [u16be(body, 1), u16be(body, 3), body[5] ?? 0];
  if (body[0] !== 8 || width === 0 || height === 0 || Math.max(width, height) > LARGEST_SIDE) return null;
  if (count === 0 || count > MOST_COMPONENTS || body.length < 6 + 3 * count) return null;
  const factors = Array.from({ length: count }, (_, i) => {
    const at = 6 + 3 * i;
    return { id: body[at]!, h: body[at + 1]! >> 4, v: body[at + 1]! & 15 };
  });
  if (factors.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) return null;
  const most = { h: Math.max(...factors.map(({ h }) => h)), v: Math.max(...factors.map(({ v }) => v)) };
  const across = Math.ceil(width / (8 * most.h));
  const down = Math.ceil(height / (8 * most.v));
  const components = factors.map(({ id, h, v }): Component => {
    const blocks = across * h * down * v;
    return {
      id,
      h,
      v,
      columns: Math.ceil(Math.ceil((width * h) / most.h) / 8),
      rows: Math.ceil(Math.ceil((height * v) / most.v) / 8),
      stride: across * h,
      known: progressive ? new Uint8Array(blocks * 64) : null,
    };
  });
  return { progressive, width: across, height: down, components };
}

function readScan(
  body: Uint8Array,
  frame: Frame,
  tables: ReadonlyMap<number, HuffmanTable>,
  restart: number,
): Scan | null {
  const count = body[0] ?? 0;
  if (count < 1 || body.length < 4 + 2 * count) return null;
  const from = body[1 + 2 * count]!;
  const parts: Scan['parts'][number][] = [];
  for (let i = 0; i < count; i++) {
    const component = frame.components.find(({ id }) => id === body[1 + 2 * i]);
    const selectors = body[2 + 2 * i]!;
    if (!component) return null;
    parts.push({ component, dc: tables.get(selectors >> 4) ?? null, ac: tables.get(0x10 | (selectors & 15)) ?? null });
  }
  return {
    parts,
    progressive: frame.progressive,
    mcusAcross: frame.width,
    mcusDown: frame.height,
    restart,
    from: frame.progressive ? from : 0,
    to: frame.progressive ? body[2 + 2 * count]! : 63,
    refines: frame.progressive && body[3 + 2 * count]! >> 4 !== 0,
  };
}
