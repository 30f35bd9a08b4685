import { u16le, u24le } from '../header/reader.ts';
import { BoolReader } from './bool-reader.ts';

const START_CODE = 0x2a019d;

/** What the head of a VP8 key frame says (RFC 6386, section 9). */
export interface FrameHead {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Bytes of the first partition, which begins at byte 10. */
  readonly firstSize: number;
  /** Reads on where the head ends: probabilities of tokens follow. */
  readonly reader: BoolReader;
  readonly segments: Segments | null;
  /** How many partitions hold the tokens. */
  readonly partitions: number;
  /** Index of the quantiser, 0 to 127. */
  readonly quantizer: number;
}

export interface Segments {
  /** Probabilities of the tree of segments; null when macroblocks do not say theirs. */
  readonly tree: readonly number[] | null;
  /** Quantisers, one for each segment; empty when they were not given. */
  readonly quantizers: readonly number[];
  /** Whether quantisers are values and not differences. */
  readonly absolute: boolean;
}

/**
 * Reads the head of a frame.
 * @param frame the frame from its first byte; the first hundred bytes suffice for the head itself
 * @returns null when the frame is no key frame
 */
export function frameHead(frame: Uint8Array): FrameHead | null {
  if (frame.length < 30 || (frame[0]! & 1) !== 0 || u24le(frame, 3) !== START_CODE) return null;
  const firstSize = u24le(frame, 0) >> 5;
  const reader = new BoolReader(frame.subarray(10, 10 + firstSize));
  reader.number(2);
  const segments = reader.bit() ? readSegments(reader) : null;
  reader.number(10);
  const adjusts = reader.bit() === 1;
  if (adjusts && reader.bit()) reader.optional(8, 6);
  const partitions = 1 << reader.number(2);
  const quantizer = reader.number(7);
  reader.optional(5, 4);
  reader.bit();
  const [width, height] = [u16le(frame, 6) & 0x3fff, u16le(frame, 8) & 0x3fff];
  return { width, height, firstSize, reader, segments, partitions, quantizer };
}

function readSegments(reader: BoolReader): Segments {
  const updatesTree = reader.bit() === 1;
  const quantizers: number[] = [];
  let absolute = false;
  if (reader.bit()) {
    absolute = reader.bit() === 1;
    for (let i = 0; i < 4; i++) quantizers.push(reader.bit() ? reader.signed(7) : 0);
    reader.optional(4, 6);
  }
  if (!updatesTree) return { tree: null, quantizers, absolute };
  const tree: number[] = [];
  for (let i = 0; i < 3; i++) tree.push(reader.bit() ? reader.number(8) : 255);
  return { tree, quantizers, absolute };
}
