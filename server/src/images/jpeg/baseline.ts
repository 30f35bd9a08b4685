import { codeAt, FAST, type HuffmanTable } from './bits.ts';
import { DC_SIZE, fillsUp, MOST_BITS, type Scan } from './scan.ts';

/** How far a symbol that ends its block goes on, and one that makes no sense. */
const END = 128;
const FAULT = 255;
/** Mark of sixteen zeros: they may lead over the end of a block. */
const ZEROS = 0x8000;

/** What a symbol does, in one number: bits of its code and its value · 256 + coefficients it goes on by. */
function acEntry(symbol: number, length: number): number {
  const size = symbol & 15;
  if (size > 0) return size > MOST_BITS ? FAULT : ((length + size) << 8) | ((symbol >> 4) + 1);
  return symbol === 0 ? (length << 8) | END : symbol === 0xf0 ? ZEROS | (length << 8) | 16 : FAULT;
}

const dcEntry = (size: number, length: number): number => (size > DC_SIZE ? FAULT : ((length + size) << 8) | 1);

const made = new WeakMap<HuffmanTable, Uint16Array>();

/** The table by the next bits; 0 where the code is longer or does not exist. A table is for DC or for AC, never for both. */
function fastTable(table: HuffmanTable, entry: (symbol: number, length: number) => number): Uint16Array {
  const fast = made.get(table) ?? Uint16Array.from(table.fast, (code) => code && entry(code & 255, code >> 8));
  made.set(table, fast);
  return fast;
}

/** Data between two markers without its stuffing; grows to the longest that was seen. */
let plain = new Uint8Array(1 << 18);
let view = new DataView(plain.buffer);

/** Copies up to the next marker, without the zeros behind FF (ITU-T T.81, F.1.2.3); its position, and bytes copied. */
function unstuffed(bytes: Uint8Array, start: number): { marker: number | null; length: number } {
  if (plain.length < bytes.length - start + 8) {
    plain = new Uint8Array(2 * (bytes.length - start) + 8);
    view = new DataView(plain.buffer);
  }
  let length = 0;
  let from = start;
  const take = (to: number): void => {
    plain.set(bytes.subarray(from, to), length);
    length += to - from;
  };
  for (let at = start; ; ) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) {
      take(bytes.length);
      plain.fill(0, length, length + 8);
      return { marker: null, length };
    }
    if (bytes[at + 1] !== 0) {
      take(at);
      plain.fill(0, length, length + 8);
      // Markers may have any number of FF before them.
      while (bytes[at + 1] === 0xff) at++;
      return { marker: at, length };
    }
    take(at + 1);
    from = at + 2;
    at = from;
  }
}

/**
 * Walks a scan of a baseline frame: as {@link walkScan} does, at twice its speed, because most JPEGs are one such scan.
 * @returns where the next marker is, and how far down the picture the first fault lies (null for none)
 */
export function walkBaseline(bytes: Uint8Array, start: number, scan: Scan): { at: number; fault: number | null } {
  const single = scan.parts.length === 1 ? scan.parts[0]!.component : null;
  const total = single ? single.columns * single.rows : scan.mcusAcross * scan.mcusDown;
  const blocks = scan.parts.flatMap(({ component, dc, ac }) =>
    dc && ac ? new Array<Tables>(single ? 1 : component.h * component.v).fill(tablesOf(dc, ac)) : [],
  );
  if (scan.parts.some(({ dc, ac }) => !dc || !ac)) return { at: start, fault: 0 };
  let at = start;
  for (let mcu = 0, marker = 0; mcu < total; marker = (marker + 1) & 7) {
    const count = scan.restart > 0 ? Math.min(scan.restart, total - mcu) : total;
    const stretch = unstuffed(bytes, at);
    const { walked, position } = walkBlocks(blocks, count, 8 * stretch.length);
    if (walked < count) return { at, fault: (mcu + walked) / total };
    mcu += count;
    const left = stretch.length - Math.ceil(position / 8);
    const isEnd = stretch.marker !== null && fillsUp(plain.subarray(stretch.length - left, stretch.length));
    if (mcu === total) {
      if (isEnd) return { at: stretch.marker!, fault: null };
      // A whole file ends with a marker; that it is cut off is somebody else's word.
      return stretch.marker === null && left === 0 ? { at: bytes.length, fault: null } : { at, fault: 1 };
    }
    const place = isEnd ? stretch.marker : null;
    if (place === null || bytes[place + 1] !== 0xd0 + marker) return { at, fault: mcu / total };
    at = place + 2;
  }
  return { at, fault: null };
}

interface Tables {
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
  readonly fastDc: Uint16Array;
  readonly fastAc: Uint16Array;
}

const tablesOf = (dc: HuffmanTable, ac: HuffmanTable): Tables => ({
  dc,
  ac,
  fastDc: fastTable(dc, dcEntry),
  fastAc: fastTable(ac, acEntry),
});

/**
 * Walks so many times the blocks of an MCU over the plain data.
 * @param end bits there are
 * @returns MCUs without a fault, and the bit after the last of them
 */
function walkBlocks(blocks: readonly Tables[], count: number, end: number): { walked: number; position: number } {
  const data = view;
  let position = 0;
  for (let mcu = 0; mcu < count; mcu++) {
    for (const { dc, ac, fastDc, fastAc } of blocks) {
      if (position > end) return { walked: mcu, position };
      let bits = data.getInt32(position >>> 3) << (position & 7);
      let entry = fastDc[bits >>> (32 - FAST)]!;
      if (entry === 0) entry = slowEntry(dc, bits >>> 16, dcEntry);
      if (entry === FAULT) return { walked: mcu, position };
      position += (entry >>> 8) & 127;
      let last = 0;
      let k = 1;
      while (k < 64) {
        if (position > end) return { walked: mcu, position };
        bits = data.getInt32(position >>> 3) << (position & 7);
        last = fastAc[bits >>> (32 - FAST)]!;
        if (last === 0) last = slowEntry(ac, bits >>> 16, acEntry);
        position += (last >>> 8) & 127;
        k += last & 255;
      }
      if (k > 64 && (k >= FAULT || (k < END && last < ZEROS))) return { walked: mcu, position };
    }
    if (position > end) return { walked: mcu, position };
  }
  return { walked: count, position };
}

function slowEntry(table: HuffmanTable, bits: number, entry: (symbol: number, length: number) => number): number {
  const found = codeAt(table, bits);
  return found < 0 ? FAULT : entry(found & 255, found >> 8);
}
