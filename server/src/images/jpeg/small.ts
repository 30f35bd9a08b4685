import type { Pixels } from '../fingerprint/cells.ts';
import { PIXEL_SIDE } from '../fingerprint/fingerprint.ts';
import { orientationOf } from '../header/exif.ts';
import { latin1, u16be } from '../header/reader.ts';
import type { Orientation } from '../header/types.ts';
import type { HuffmanTable } from './huffman.ts';
import { bytesAt, keepBlocks, picture } from './kernel/kernel.ts';
import { type HeldFile, holdFile, holdPlane, type Plane, walkScan } from './scan-data.ts';
import { type Frame, readFrame, readScan, readTables } from './segments.ts';

const BLOCK = 8;
/** Blocks along either side from which their means describe a picture as well as more of its pixels do. */
const LEAST_BLOCKS = 72;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether a picture is large enough to be made small by {@link smallPicture}. */
export const mayBeSmaller = ({ width, height }: Size): boolean => Math.min(width, height) >= BLOCK * LEAST_BLOCKS;

/**
 * A small picture from the means of the blocks of a JPEG (ITU-T T.81), which is what decoding at an eighth of the size gives: of light
 * alone, or with colour as JFIF has it. The data is walked to its end on the way, so that faults are found which decoders fill in.
 * @returns the picture as it is shown, at most 128 pixels along either side; 'broken' where the data makes no sense; null for other kinds,
 *   small pictures, and whatever is odd about the file: that is for the decoder to say
 */
export function smallPicture(bytes: Uint8Array): Pixels | 'broken' | null {
  const tables = new Map<number, HuffmanTable>();
  const steps = new Map<number, Plane['steps']>();
  let frame: Frame | null = null;
  let drawn: Drawn | null = null;
  let restart = 0;
  let orientation: Orientation = 1;
  let jfif = false;
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 2 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return frame && drawn && turned(drawn.finish(), orientation);
    const length = at + 4 <= bytes.length ? u16be(bytes, at + 2) : 0;
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || body.length < length - 2) return null;
    at += 2 + length;
    if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) {
      if (frame) return null;
      frame = readFrame(body, marker === 0xc2);
      if (!frame || !mayBeSmaller(frame)) return null;
    } else if (marker === 0xda) {
      const scan = frame && readScan(body, frame, tables, restart);
      if (!frame || !scan || !isKnown(frame, jfif)) return null;
      drawn ??= draw(bytes, frame, steps);
      // A second scan of a baseline frame is of a component that was not in the first.
      if (!drawn || (!frame.progressive && scan.parts.length < frame.components.length)) return null;
      const end = walkScan(drawn.held, at, scan, frame.progressive ? [] : drawn.planes);
      if (end.fault !== null) return 'broken';
      at = end.at;
    } else if (marker === 0xc4) {
      if (!readTables(body, tables)) return null;
    } else if (marker === 0xdd) restart = u16be(body, 0);
    else if (drawn) return null;
    else if (marker === 0xdb) {
      if (!readSteps(body, steps)) return null;
    } else if (marker === 0xe0) jfif ||= latin1(body, 0, 5) === 'JFIF\0';
    else if (marker === 0xe1) {
      if (orientation === 1 && latin1(body, 0, 6) === 'Exif\0\0') orientation = orientationOf(body);
    } else if (!isIdle(marker, body)) return null;
  }
  return null;
}

/** Whether a segment changes nothing about the pixels. */
function isIdle(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe2 && latin1(body, 0, 12) === 'ICC_PROFILE\0') return isStandardColour(body);
  if (marker === 0xee && latin1(body, 0, 5) === 'Adobe') return body[11] === 1;
  return (marker >= 0xe2 && marker <= 0xef) || marker === 0xfe;
}

/** Whether a part of a colour profile says that it is sRGB, in one byte a letter or two: others are for the decoder to bring to it. */
function isStandardColour(profile: Uint8Array): boolean {
  const text = Buffer.from(profile.buffer, profile.byteOffset, profile.length);
  return text.includes('sRGB') || text.includes('\0s\0R\0G\0B');
}

/** Whether a frame has colour at the size of light or half of it, and no other colours than JFIF's. */
function isKnown({ components }: Frame, jfif: boolean): boolean {
  if (components.length === 1) return true;
  const [light, blue, red] = components;
  if (components.length !== 3 || !light || light.h > 2 || light.v > 2) return false;
  if ([blue, red].some((colour) => colour?.h !== 1 || colour.v !== 1)) return false;
  return jfif || components.every(({ id }, i) => id === i + 1);
}

/** Reads quantisation tables (B.2.4.1). */
function readSteps(body: Uint8Array, steps: Map<number, Plane['steps']>): boolean {
  let at = 0;
  while (at < body.length) {
    const [wide, id] = [body[at]! >> 4 !== 0, body[at]! & 15];
    const size = wide ? 128 : 64;
    if (++at + size > body.length) return false;
    const start = at;
    const step = (k: number): number => (wide ? u16be(body, start + 2 * k) : body[start + k]!);
    steps.set(id, [step(0), step(1), step(2), step(4)]);
    at += size;
  }
  return true;
}

/** A picture that is being made. */
interface Drawn {
  readonly held: HeldFile;
  readonly planes: readonly Plane[];
  /** The picture as it is stored. */
  finish(): Pixels;
}

/** Makes room for a picture; null where a table of steps is missing, or memory. */
function draw(bytes: Uint8Array, frame: Frame, steps: ReadonlyMap<number, Plane['steps']>): Drawn | null {
  const { width, height, components } = frame;
  const { across: stride, down: rows, h, v } = components[0]!;
  const held = holdFile(bytes, frame, 3 * stride * rows + 3 * PIXEL_SIDE ** 2);
  if (!held || components.some(({ quantisation }) => !steps.has(quantisation))) return null;
  const halves = (h === 2 ? 1 : 0) | (v === 2 ? 2 : 0);
  const planes = components.map(({ quantisation }, i): Plane => {
    const at = held.free + i * stride * rows;
    return { at, stride, parts: i === 0 ? 0 : halves, steps: steps.get(quantisation)! };
  });
  const to = held.free + 3 * stride * rows;
  const [light, blue, red] = [0, 1, 2].map((i) => (planes[i] ?? planes[0]!).at) as [number, number, number];
  const [across, down] = [width / BLOCK, height / BLOCK];
  const [wide, tall] = [Math.min(PIXEL_SIDE, Math.floor(across)), Math.min(PIXEL_SIDE, Math.floor(down))];
  const finish = (): Pixels => {
    if (frame.progressive)
      for (const [i, plane] of planes.entries()) {
        holdPlane(0, plane);
        keepBlocks(held.blocks[i]!, components[i]!.across, components[i]!.down);
      }
    picture(light, blue, red, components.length > 1, stride, across, down, wide, tall, to);
    return { data: bytesAt(to, 3 * wide * tall).slice(), width: wide, height: tall, channels: 3 };
  };
  return { held, planes, finish };
}

/** Pixels turned as EXIF asks (orientation, 4.6.4.A). */
function turned(pixels: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return pixels;
  const { data, width, height, channels } = pixels;
  const swapped = orientation >= 5;
  // Whether the stored columns and rows run backwards over those that are shown.
  const leftwards = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const upwards = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const [wide, tall] = swapped ? [height, width] : [width, height];
  const out = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < tall; y++) {
    for (let x = 0; x < wide; x++, to += channels) {
      const [column, row] = swapped ? [y, x] : [x, y];
      const from = ((upwards ? height - 1 - row : row) * width + (leftwards ? width - 1 - column : column)) * channels;
      for (let c = 0; c < channels; c++) out[to + c] = data[from + c]!;
    }
  }
  return { data: out, width: wide, height: tall, channels };
}
