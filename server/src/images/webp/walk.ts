import { latin1, u24le, u32le } from '../header/reader.ts';
import { BoolReader } from './bool-reader.ts';
import { type FrameHead, frameHead } from './frame-head.ts';
import { isLosslessSound } from './lossless.ts';
import { MODES } from './mode-table.ts';
import { BANDS, LARGE_VALUES, type TokenProbabilities, tokenProbabilities } from './token-tables.ts';

/** Macroblocks of a picture above are not walked. */
const MOST_BLOCKS = 1 << 18;
/**
 * Bytes that may be left or taken too many at the end of a partition: encoders write out whole bytes, and a decoder
 * takes one or two ahead.
 */
const TOLERATED = 8;

/**
 * Walks the data of a WebP (VP8, RFC 6386; lossless: `lossless.ts`) the way a decoder does, without making pixels, and tells
 * whether it comes to an end where the data does. Any bit can be decoded, so that decoders never complain of overwritten data; but what
 * follows it no longer fits, and the end is missed.
 * @param file the whole file
 * @returns null for what is not walked: animated, more than one frame, very large
 */
export function isWebpSound(file: Uint8Array): boolean | null {
  const lossless = chunkOf(file, 'VP8L');
  if (lossless) return isLosslessSound(lossless);
  const frame = chunkOf(file, 'VP8 ');
  const head = frame && frameHead(frame);
  if (!frame || !head) return null;
  const across = (head.width + 15) >> 4;
  const down = (head.height + 15) >> 4;
  if (across === 0 || down === 0 || across * down > MOST_BLOCKS) return null;
  const partitions = partitionsOf(frame, head);
  if (!partitions) return false;
  walkBlocks(head, partitions, across, down);
  return [head.reader, ...partitions].every(({ left }) => left >= -TOLERATED && left <= TOLERATED);
}

/** What a chunk of a still picture holds; null where there is none, or an animation. */
function chunkOf(file: Uint8Array, wanted: 'VP8 ' | 'VP8L'): Uint8Array | null {
  if (file.length < 20 || latin1(file, 0, 4) !== 'RIFF' || latin1(file, 8, 12) !== 'WEBP') return null;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = latin1(file, at, at + 4);
    const size = u32le(file, at + 4);
    if (name === 'ANMF') return null;
    if (name === wanted) return file.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size & 1);
  }
  return null;
}

/** The partitions that hold tokens; null when the sizes that the frame gives do not fit into it. */
function partitionsOf(frame: Uint8Array, { firstSize, partitions }: FrameHead): BoolReader[] | null {
  const sizes = 10 + firstSize;
  let at = sizes + 3 * (partitions - 1);
  const readers: BoolReader[] = [];
  for (let i = 0; i < partitions; i++) {
    if (at > frame.length) return null;
    const end = i === partitions - 1 ? frame.length : at + u24le(frame, sizes + 3 * i);
    if (end > frame.length) return null;
    readers.push(new BoolReader(frame.subarray(at, end)));
    at = end;
  }
  return readers;
}

/** Modes and tokens of every macroblock, row by row. */
function walkBlocks(
  { reader, segments }: FrameHead,
  partitions: readonly BoolReader[],
  across: number,
  down: number,
): void {
  const probabilities = tokenProbabilities(reader);
  const skips = reader.bit() === 1;
  const skip = skips ? reader.number(8) : 0;
  const topModes = new Uint8Array(4 * across);
  const leftModes = new Uint8Array(4);
  const top = new Uint8Array(CONTEXTS * across);
  const left = new Uint8Array(CONTEXTS);
  for (let row = 0; row < down; row++) {
    const tokens = partitions[row & (partitions.length - 1)]!;
    leftModes.fill(0);
    left.fill(0);
    for (let column = 0; column < across; column++) {
      if (segments?.tree) readSegment(reader, segments.tree);
      const isSkipped = skips && reader.bit(skip) === 1;
      const whole = readModes(reader, topModes.subarray(4 * column, 4 * column + 4), leftModes);
      const above = top.subarray(CONTEXTS * column, CONTEXTS * (column + 1));
      if (isSkipped) {
        above.fill(0, 0, whole ? CONTEXTS : SECOND);
        left.fill(0, 0, whole ? CONTEXTS : SECOND);
      } else walkTokens(tokens, probabilities, whole, above, left);
    }
  }
}

function readSegment(reader: BoolReader, tree: readonly number[]): void {
  reader.bit(reader.bit(tree[0]!) ? tree[2]! : tree[1]!);
}

/** Numbers of prediction modes: DC, TM, vertical and horizontal are the same for 16×16 and for 4×4 pixels. */
const [DC, TM, VERTICAL, HORIZONTAL] = [0, 1, 2, 3];

/** Reads the prediction modes of a macroblock (RFC 6386, section 11); true when one mode holds for its whole luma. */
function readModes(reader: BoolReader, top: Uint8Array, left: Uint8Array): boolean {
  const whole = reader.bit(145) === 1;
  if (whole) {
    const mode = reader.bit(156) ? (reader.bit(128) ? TM : HORIZONTAL) : reader.bit(163) ? VERTICAL : DC;
    top.fill(mode);
    left.fill(mode);
  } else {
    for (let y = 0; y < 4; y++) {
      for (let x = 0; x < 4; x++) {
        const mode = readSmallMode(reader, (top[x]! * 10 + left[y]!) * 9);
        top[x] = mode;
        left[y] = mode;
      }
    }
  }
  if (reader.bit(142) && reader.bit(114)) reader.bit(183);
  return whole;
}

/** The mode of 4×4 pixels: DC, TM, vertical, horizontal, right-down, vertical-right, left-down, vertical-left, … up. */
function readSmallMode(reader: BoolReader, at: number): number {
  const bit = (i: number): number => reader.bit(MODES[at + i]);
  if (!bit(0)) return DC;
  if (!bit(1)) return TM;
  if (!bit(2)) return VERTICAL;
  if (!bit(3)) return bit(4) ? 4 + bit(5) : HORIZONTAL;
  if (!bit(6)) return 6;
  if (!bit(7)) return 7;
  return 8 + bit(8);
}

/** Contexts of a macroblock's edge: luma 4, U 2, V 2, and one of the second-order luma block. */
const CONTEXTS = 9;
const SECOND = 8;
/** Kinds of blocks: luma without DC, second-order luma, chroma, luma with DC. */
const [LUMA_AC, SECOND_LUMA, CHROMA, LUMA] = [0, 1, 2, 3];

/** Passes over the tokens of a macroblock (RFC 6386, section 13). */
function walkTokens(
  reader: BoolReader,
  probabilities: TokenProbabilities,
  whole: boolean,
  top: Uint8Array,
  left: Uint8Array,
): void {
  if (whole) {
    const filled = walkBlock(reader, probabilities, SECOND_LUMA, top[SECOND]! + left[SECOND]!, 0);
    top[SECOND] = filled;
    left[SECOND] = filled;
  }
  const [kind, first] = whole ? [LUMA_AC, 1] : [LUMA, 0];
  walkPlane(reader, probabilities, kind, first, top.subarray(0, 4), left.subarray(0, 4));
  walkPlane(reader, probabilities, CHROMA, 0, top.subarray(4, 6), left.subarray(4, 6));
  walkPlane(reader, probabilities, CHROMA, 0, top.subarray(6, 8), left.subarray(6, 8));
}

function walkPlane(
  reader: BoolReader,
  probabilities: TokenProbabilities,
  kind: number,
  first: number,
  top: Uint8Array,
  left: Uint8Array,
): void {
  for (let y = 0; y < left.length; y++) {
    for (let x = 0; x < top.length; x++) {
      const filled = walkBlock(reader, probabilities, kind, top[x]! + left[y]!, first);
      top[x] = filled;
      left[y] = filled;
    }
  }
}

/** Where the probabilities of a coefficient begin, by what its neighbours hold (0 to 2). */
const place = (kind: number, coefficient: number, context: number): number =>
  ((kind * 8 + BANDS[coefficient]!) * 3 + context) * 11;

/** Passes over the tokens of one block; 1 when it has any before its end. */
function walkBlock(
  reader: BoolReader,
  probabilities: TokenProbabilities,
  kind: number,
  context: number,
  first: number,
): number {
  let p = place(kind, first, context);
  for (let n = first; n < 16; n++) {
    if (!reader.bit(probabilities[p])) return n > first ? 1 : 0;
    while (!reader.bit(probabilities[p + 1])) {
      if (++n === 16) return 1;
      p = place(kind, n, 0);
    }
    const large = reader.bit(probabilities[p + 2]);
    if (large) walkLargeValue(reader, probabilities, p);
    reader.bit();
    p = place(kind, n + 1, 1 + large);
  }
  return 1;
}

/** The rest of a coefficient of 2 or more. */
function walkLargeValue(reader: BoolReader, probabilities: TokenProbabilities, p: number): void {
  if (!reader.bit(probabilities[p + 3])) {
    if (reader.bit(probabilities[p + 4])) reader.bit(probabilities[p + 5]);
  } else if (!reader.bit(probabilities[p + 6])) {
    const larger = reader.bit(probabilities[p + 7]);
    for (const probability of LARGE_VALUES[larger]!) reader.bit(probability);
  } else {
    const high = reader.bit(probabilities[p + 8]);
    const low = reader.bit(probabilities[p + 9 + high]);
    for (const probability of LARGE_VALUES[2 + 2 * high + low]!) reader.bit(probability);
  }
}
