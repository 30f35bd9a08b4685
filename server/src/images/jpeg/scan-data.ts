import type { HuffmanTable } from './huffman.ts';
import {
  bytesAt,
  markerAfter,
  merge,
  numbersAt,
  places,
  positionAfter,
  reserve,
  unstuff,
  walk,
  walkProgressive,
} from './kernel/kernel.ts';
import type { Frame, Scan } from './segments.ts';

/** What the kernel reads beyond data, at the most. */
const BEYOND = 512;
/** Numbers of a component or block in the kernel, and bytes of a block that is kept between scans. */
const NUMBERS = 8;
const BLOCK_BYTES = 16;
/** Bytes that may be left over: some encoders fill up. */
const LEFT_OVER = 2;
/** Left-over bytes that are all alike are filling up to here. */
const FILLING = 64;

/** A file in the kernel's memory. */
export interface HeldFile {
  readonly bytes: Uint8Array;
  /** The data without its stuffing lies behind the file, backwards from here on. */
  readonly top: number;
  /** For each component of a progressive frame where its blocks lie. */
  readonly blocks: readonly number[];
  /** Behind all of that. */
  readonly free: number;
}

/**
 * Lays a file into the kernel's memory, with room for what its frame takes and for so many bytes more.
 * @returns null where there is not enough memory
 */
export function holdFile(bytes: Uint8Array, frame: Frame, more = 0): HeldFile | null {
  const top = places.free + 2 * (bytes.length + BEYOND);
  let free = top + BEYOND;
  const first = free;
  const blocks = frame.components.map(({ across, down }) => {
    const at = free;
    if (frame.progressive) free += across * down * BLOCK_BYTES;
    return at;
  });
  if (!reserve(free + more)) return null;
  bytesAt(places.free, bytes.length).set(bytes);
  bytesAt(first, free - first).fill(0);
  return { bytes, top, blocks, free };
}

/** Where the samples of a component go: a plane in the kernel's memory. */
export interface Plane {
  readonly at: number;
  readonly stride: number;
  /** A block makes two samples across (1) and down (2), else one. */
  readonly parts: number;
  /** Steps of the coefficients 0, 1, 2 and 4 (zig-zag). */
  readonly steps: readonly [number, number, number, number];
}

/** Tells the kernel where the samples of a part of a scan go. */
export function holdPlane(part: number, { at, stride, parts, steps }: Plane): void {
  numbersAt(places.components + part * 4 * NUMBERS, NUMBERS).set([0, at, stride, parts, ...steps]);
}

/** The tables that the kernel holds: four of DC, then four of AC. */
const tables: (HuffmanTable | null)[] = new Array(8).fill(null);

function holdTable(slot: number, table: HuffmanTable): void {
  if (tables[slot] === table) return;
  tables[slot] = table;
  bytesAt(places.fasts + slot * 2048, 2048).set(new Uint8Array(table.fast.buffer));
  const slow = places.slow + slot * 512;
  numbersAt(slow, 17).set(table.largest);
  numbersAt(slow + 68, 17).set(table.offset);
  bytesAt(slow + 136, 256).set(table.symbols.subarray(0, 256));
  if (slot >= 4) merge(slot - 4);
}

/**
 * Walks the data of a scan.
 * @param start where it begins
 * @param planes where the samples of the components go, for a baseline frame
 * @returns where the next marker is, and how far down the picture the first fault lies (null for none)
 */
export function walkScan(
  { bytes, top, blocks }: HeldFile,
  start: number,
  scan: Scan,
  planes: readonly Plane[] = [],
): { at: number; fault: number | null } {
  const { frame, parts, restart, from, to, low, refines } = scan;
  if (!holdParts(scan)) return { at: start, fault: 0 };
  for (const [i, { component }] of parts.entries()) {
    const plane = planes[component.index];
    if (plane) holdPlane(i, plane);
    else
      numbersAt(places.components + i * 4 * NUMBERS, NUMBERS).set([
        0,
        frame.progressive ? blocks[component.index]! : 0,
        component.across,
        ...new Array(NUMBERS - 3).fill(0),
      ]);
  }
  const single = parts.length === 1 ? parts[0]!.component : null;
  const across = single ? single.columns : frame.mcusAcross;
  const total = across * (single ? single.rows : frame.mcusDown);
  const count = blocksOf(scan);
  const file = places.free;
  let at = start;
  for (let mcu = 0, marker = 0; mcu < total; marker = (marker + 1) & 7) {
    const wanted = restart > 0 ? Math.min(restart, total - mcu) : total;
    const length = unstuff(file + at, file + bytes.length, top);
    const next = markerAfter() < 0 ? null : markerAfter() - file;
    const walked = frame.progressive
      ? walkProgressive(top, count, wanted, mcu, across, 8 * length, from, to, low, refines)
      : walk(top, count, wanted, mcu, across, 8 * length);
    if (walked < wanted) return { at, fault: (mcu + walked) / total };
    mcu += wanted;
    const left = length - Math.ceil(positionAfter() / 8);
    const isEnd = next !== null && fillsUp(bytesAt(top + 1 - length, left));
    if (mcu === total) {
      if (isEnd) return { at: next, fault: null };
      // A whole file ends with a marker; that it is cut off is somebody else's word.
      return next === null && left === 0 ? { at: bytes.length, fault: null } : { at, fault: 1 };
    }
    if (!isEnd || bytes[next + 1] !== 0xd0 + marker) return { at, fault: mcu / total };
    at = next + 2;
  }
  return { at, fault: null };
}

/** Whether bytes that are left over are what encoders leave. */
function fillsUp(rest: Uint8Array): boolean {
  return rest.length <= LEFT_OVER || (rest.length < FILLING && rest.every((byte) => byte === rest[0]));
}

const sizeOf = ({ parts }: Scan, i: number): { h: number; v: number } =>
  parts.length === 1 ? { h: 1, v: 1 } : parts[i]!.component;

const blocksOf = (scan: Scan): number =>
  scan.parts.reduce((sum, _, i) => sum + sizeOf(scan, i).h * sizeOf(scan, i).v, 0);

/** Tells the kernel of the tables and of the blocks of an MCU; false where a table is missing, or the coefficients are none. */
function holdParts(scan: Scan): boolean {
  const { frame, parts, from, to, refines } = scan;
  // Scans of AC are of one component (G.1.1.1.1).
  if (to > 63 || from > to || (frame.progressive && from > 0 && parts.length > 1)) return false;
  const needsDc = from === 0 && !refines;
  const needsAc = !frame.progressive || from > 0;
  const numbers: number[] = [];
  for (const [i, { dc, ac }] of parts.entries()) {
    if ((needsDc && !dc) || (needsAc && !ac)) return false;
    // Parts that share a table hold it twice: there are as many places as parts.
    if (needsDc) holdTable(i, dc!);
    if (needsAc) holdTable(4 + i, ac!);
    const { h, v } = sizeOf(scan, i);
    for (let y = 0; y < v; y++) for (let x = 0; x < h; x++) numbers.push(i, i, i, x, y, h, v, 0);
  }
  numbersAt(places.blocks, numbers.length).set(numbers);
  return true;
}
