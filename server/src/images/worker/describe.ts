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

/** Describes a JPEG without the decoder, see {@link smallPicture}. */
export function describeJpeg(file: Uint8Array, request: DecodeRequest): Description | 'broken' | null {
  const small = smallPicture(file);
  return small === null || small === 'broken' ? small : describe(small, request);
}
