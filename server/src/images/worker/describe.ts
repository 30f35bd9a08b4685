import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { packedShape } from '../compare/shape.ts';
import type { Pixels } from '../fingerprint/cells.ts';
import { extractFingerprint } from '../fingerprint/extract.ts';
import { encodeFingerprint } from '../fingerprint/fingerprint.ts';
import { smallPicture } from '../jpeg/small.ts';
import type { DecodeAnswer, DecodeRequest } from './protocol.ts';

/** Fingerprint and shape: made here, while other pictures are decoded, and once for all threads that compare. */
export type Description = Required<Pick<DecodeAnswer, 'bytes' | 'shape'>>;

/** Describes a picture by its pixels. */
export function describe(pixels: Pixels, { width, height, thorough }: DecodeRequest): Description {
  const print = extractFingerprint(pixels, width, height);
  const level = thorough ? 'thorough' : 'standard';
  return { bytes: encodeFingerprint(print), shape: packedShape(print, level) };
}

/** Describes a JPEG without the decoder, see {@link smallPicture}. A file that cannot be read is left to the decoder, which says why. */
export function describeJpegFile(request: DecodeRequest): Description | 'broken' | null {
  let small: ReturnType<typeof smallPicture>;
  try {
    small = smallPicture(readIntoMemory(request.path));
  } catch {
    return null;
  }
  return small === null || small === 'broken' ? small : describe(small, request);
}

/** The file that was read last: memory made anew for each of thousands takes as long as reading them, and waits to be collected. */
let memory = new Uint8Array(1 << 20);

/** The bytes of a file, good until the next one is read. */
function readIntoMemory(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > memory.length) memory = new Uint8Array(size + (size >> 2));
    let read = 0;
    for (let more = 1; more > 0 && read < size; read += more) more = readSync(file, memory, read, size - read, read);
    return memory.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
