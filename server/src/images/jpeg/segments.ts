import { u16be } from '../header/reader.ts';
import { type HuffmanTable, huffmanTable } from './huffman.ts';

/** Components above, and sides above, are not walked: nothing is said of such files. */
const MOST_COMPONENTS = 4;
const LARGEST_SIDE = 30_000;

/** One component of a frame. */
export interface Component {
  readonly id: number;
  /** Place among the components. */
  readonly index: number;
  /** Blocks per MCU, across and down. */
  readonly h: number;
  readonly v: number;
  /** Destination of its quantisation table. */
  readonly quantisation: number;
  /** Blocks that hold pixels, for scans of this component alone. */
  readonly columns: number;
  readonly rows: number;
  /** Blocks per row and column of the whole frame. */
  readonly across: number;
  readonly down: number;
}

/** The frame of a JPEG (ITU-T T.81, B.2.2). */
export interface Frame {
  readonly progressive: boolean;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly mcusAcross: number;
  readonly mcusDown: number;
  readonly components: readonly Component[];
}

/** One scan: what is interleaved in it, and which coefficients it brings. */
export interface Scan {
  readonly frame: Frame;
  readonly parts: readonly {
    readonly component: Component;
    readonly dc: HuffmanTable | null;
    readonly ac: HuffmanTable | null;
  }[];
  /** MCUs between restart markers, 0 for none. */
  readonly restart: number;
  /** First and last coefficient. */
  readonly from: number;
  readonly to: number;
  /** The bit that it brings them down to. */
  readonly low: number;
  /** It adds a bit to coefficients that are known. */
  readonly refines: boolean;
}

/** Tables that were made last, by their bytes: files of one program have the same ones. */
const made = new Map<string, HuffmanTable>();
const MOST_MADE = 64;

/** Reads the Huffman tables of a segment, by class · 16 + destination; false where they make no code. */
export function readTables(body: Uint8Array, tables: Map<number, HuffmanTable>): boolean {
  for (let at = 0; at + 17 <= body.length; ) {
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const end = at + 17 + total;
    const key = Buffer.from(body.buffer, body.byteOffset + at + 1, 16 + total).toString('latin1');
    let table = made.get(key) ?? null;
    if (!table) {
      table = end <= body.length ? huffmanTable(counts, body.slice(at + 17, end)) : null;
      if (!table) return false;
      if (made.size >= MOST_MADE) made.clear();
      made.set(key, table);
    }
    tables.set(body[at]!, table);
    at = end;
  }
  return true;
}

/** Reads a frame; null for one that is not walked. */
export function readFrame(body: Uint8Array, progressive: boolean): Frame | null {
  const [height, width, count] = [u16be(body, 1), u16be(body, 3), body[5] ?? 0];
  if (body[0] !== 8 || width === 0 || height === 0 || Math.max(width, height) > LARGEST_SIDE) return null;
  if (count === 0 || count > MOST_COMPONENTS || body.length < 6 + 3 * count) return null;
  const factors = Array.from({ length: count }, (_, index) => {
    const at = 6 + 3 * index;
    return { index, id: body[at]!, h: body[at + 1]! >> 4, v: body[at + 1]! & 15, quantisation: body[at + 2]! };
  });
  if (factors.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) return null;
  const most = { h: Math.max(...factors.map(({ h }) => h)), v: Math.max(...factors.map(({ v }) => v)) };
  const mcusAcross = Math.ceil(width / (8 * most.h));
  const mcusDown = Math.ceil(height / (8 * most.v));
  const components = factors.map(
    (factor): Component => ({
      ...factor,
      columns: Math.ceil(Math.ceil((width * factor.h) / most.h) / 8),
      rows: Math.ceil(Math.ceil((height * factor.v) / most.v) / 8),
      across: mcusAcross * factor.h,
      down: mcusDown * factor.v,
    }),
  );
  return { progressive, width, height, mcusAcross, mcusDown, components };
}

/** Reads the head of a scan; null where it speaks of components or coefficients that are not there. */
export function readScan(
  body: Uint8Array,
  frame: Frame,
  tables: ReadonlyMap<number, HuffmanTable>,
  restart: number,
): Scan | null {
  const count = body[0] ?? 0;
  if (count < 1 || count > MOST_COMPONENTS || body.length < 4 + 2 * count) return null;
  const parts: Scan['parts'][number][] = [];
  for (let i = 0; i < count; i++) {
    const component = frame.components.find(({ id }) => id === body[1 + 2 * i]);
    const selectors = body[2 + 2 * i]!;
    if (!component) return null;
    parts.push({ component, dc: tables.get(selectors >> 4) ?? null, ac: tables.get(0x10 | (selectors & 15)) ?? null });
  }
  if (!frame.progressive) return { frame, parts, restart, from: 0, to: 63, low: 0, refines: false };
  const [from, to, bits] = body.subarray(1 + 2 * count) as unknown as [number, number, number];
  return { frame, parts, restart, from, to, low: bits & 15, refines: bits >> 4 !== 0 };
}
