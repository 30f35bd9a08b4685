import { BitReader, type HuffmanTable } from './bits.ts';

/** One component of a frame. */
export interface Component {
  readonly id: number;
  /** Blocks per MCU, across and down. */
  readonly h: number;
  readonly v: number;
  /** Blocks that hold pixels, for scans of this component alone. */
  readonly columns: number;
  readonly rows: number;
  /** Blocks per row of the whole frame. */
  readonly stride: number;
  /** Progressive frames: which coefficients are not 0 so far, 64 a block. */
  readonly known: Uint8Array | null;
}

/** One scan: what is interleaved in it, and which coefficients it brings. */
export interface Scan {
  readonly parts: readonly {
    readonly component: Component;
    readonly dc: HuffmanTable | null;
    readonly ac: HuffmanTable | null;
  }[];
  readonly progressive: boolean;
  readonly mcusAcross: number;
  readonly mcusDown: number;
  /** MCUs between restart markers, 0 for none. */
  readonly restart: number;
  /** First and last coefficient. */
  readonly from: number;
  readonly to: number;
  /** It adds a bit to coefficients that are known. */
  readonly refines: boolean;
}

/** Bytes that may be left over: some encoders fill up. */
const LEFT_OVER = 2;
/** Left-over bytes that are all alike are filling up to here. */
const FILLING = 64;
/** Largest sizes of DC differences and AC coefficients for 8-bit pixels. */
export const DC_SIZE = 11;
export const MOST_BITS = 10;

/** Blocks left of a run of blocks without new coefficients (progressive). */
interface Run {
  left: number;
}

/**
 * Walks one scan of a progressive frame.
 * @returns where the next marker is, and how far down the picture the first fault lies (null for none)
 */
export function walkScan(bytes: Uint8Array, start: number, scan: Scan): { at: number; fault: number | null } {
  const single = scan.parts.length === 1 ? scan.parts[0]!.component : null;
  const across = single ? single.columns : scan.mcusAcross;
  const total = across * (single ? single.rows : scan.mcusDown);
  let reader = new BitReader(bytes, start);
  let marker = 0;
  const run: Run = { left: 0 };
  for (let mcu = 0; mcu < total; mcu++) {
    if (scan.restart > 0 && mcu > 0 && mcu % scan.restart === 0) {
      const at = nextMarker(bytes, reader);
      if (at === null || bytes[at + 1] !== 0xd0 + marker) return { at: reader.at, fault: mcu / total };
      marker = (marker + 1) & 7;
      reader = new BitReader(bytes, at + 2);
      run.left = 0;
    }
    if (!walkMcu(reader, scan, mcu, across, run) || reader.beyond) return { at: reader.at, fault: mcu / total };
  }
  const at = nextMarker(bytes, reader);
  if (at !== null) return { at, fault: null };
  // A whole file ends with a marker; that it is cut off is somebody else's word.
  return reader.at >= bytes.length - 1 ? { at: bytes.length, fault: null } : { at: reader.at, fault: 1 };
}

/** Position of the marker that ends a stretch; null when much is left before it, or there is none. */
function nextMarker(bytes: Uint8Array, reader: BitReader): number | null {
  const from = reader.at;
  let at = from;
  while (at < bytes.length - 1 && !(bytes[at] === 0xff && bytes[at + 1] !== 0)) at++;
  if (at >= bytes.length - 1) return null;
  // Whole bytes that were taken already but not used are left over too.
  const left = at - from + Math.max(0, Math.floor((reader.held - reader.missing) / 8));
  if (!fillsUp(bytes.subarray(from, at), left)) return null;
  while (bytes[at + 1] === 0xff) at++;
  return at;
}

/** Whether bytes that are left over are what encoders leave. @param left how many there are, those that were taken already too */
export function fillsUp(rest: Uint8Array, left = rest.length): boolean {
  return left <= LEFT_OVER || (left < FILLING && rest.every((byte) => byte === rest[0]));
}

function walkMcu(reader: BitReader, scan: Scan, mcu: number, across: number, run: Run): boolean {
  const alone = scan.parts.length === 1;
  for (const { component, dc, ac } of scan.parts) {
    const h = alone ? 1 : component.h;
    const v = alone ? 1 : component.v;
    const left = (mcu % across) * h;
    const top = Math.floor(mcu / across) * v;
    for (let y = 0; y < v; y++) {
      for (let x = 0; x < h; x++) {
        const block = ((top + y) * component.stride + left + x) * 64;
        if (!walkProgressive(reader, scan, dc, ac, component.known!, block, run)) return false;
      }
    }
  }
  return true;
}

function walkProgressive(
  reader: BitReader,
  scan: Scan,
  dc: HuffmanTable | null,
  ac: HuffmanTable | null,
  known: Uint8Array,
  block: number,
  run: Run,
): boolean {
  if (scan.from === 0) {
    if (scan.refines) {
      reader.skip(1);
      return true;
    }
    const size = dc ? reader.symbol(dc) : -1;
    if (size < 0 || size > DC_SIZE) return false;
    if (size > 0) reader.skip(size);
    return true;
  }
  if (!ac || scan.to > 63) return false;
  return scan.refines
    ? walkRefinement(reader, scan, ac, known, block, run)
    : walkFirst(reader, scan, ac, known, block, run);
}

function walkFirst(
  reader: BitReader,
  scan: Scan,
  ac: HuffmanTable,
  known: Uint8Array,
  block: number,
  run: Run,
): boolean {
  if (run.left > 0) {
    run.left--;
    return true;
  }
  for (let k = scan.from; k <= scan.to; ) {
    const symbol = reader.symbol(ac);
    if (symbol < 0) return false;
    const zeros = symbol >> 4;
    const bits = symbol & 15;
    if (bits === 0) {
      if (zeros < 15) {
        run.left = (1 << zeros) - 1 + reader.read(zeros);
        return true;
      }
      k += 16;
      continue;
    }
    k += zeros;
    if (k > scan.to || bits > MOST_BITS) return false;
    reader.skip(bits);
    known[block + k] = 1;
    k++;
  }
  return true;
}

/** A refinement scan: one more bit for each known coefficient it passes, and new ones between them. */
function walkRefinement(
  reader: BitReader,
  scan: Scan,
  ac: HuffmanTable,
  known: Uint8Array,
  block: number,
  run: Run,
): boolean {
  let k = scan.from;
  if (run.left === 0) {
    for (; k <= scan.to; k++) {
      const symbol = reader.symbol(ac);
      if (symbol < 0) return false;
      let zeros = symbol >> 4;
      const bits = symbol & 15;
      if (bits > 1) return false;
      if (bits === 1) reader.skip(1);
      else if (zeros < 15) {
        run.left = (1 << zeros) + reader.read(zeros);
        break;
      }
      for (; k <= scan.to; k++) {
        if (known[block + k] === 1) reader.skip(1);
        else if (zeros === 0) {
          if (bits === 1) known[block + k] = 1;
          break;
        } else zeros--;
      }
      if (bits === 1 && k > scan.to) return false;
    }
  }
  if (run.left > 0) {
    for (; k <= scan.to; k++) if (known[block + k] === 1) reader.skip(1);
    run.left--;
  }
  return true;
}
