import { orientationOf } from './exif.ts';
import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, latin1, OutOfBytes, u16le, u24le, u32le } from './reader.ts';
import { webpQuality } from './vp8.ts';

const MAX_CHUNKS = 300;
const MAX_EXIF = 65536;
const ZERO_TAIL = 32;
/** Zeros at the end of a lossy picture, for each of its blocks of 16×16 pixels: the most that pictures of one colour but for a strip have. */
const ZEROS_PER_BLOCK = 0.05;
/** Bytes of a frame that its header fits into. */
const FRAME_HEAD = 128;
const FLAG_ANIMATION = 0x02;
const FLAG_EXIF = 0x08;
const FLAG_ALPHA = 0x10;
const FLAG_ICC = 0x20;

/** Reads the three flavours of WebP (RFC 9649): VP8, VP8L and VP8X. */
export function readWebp(reader: HeaderReader): HeaderFacts {
  const facts = plainFacts('webp');
  const head = reader.exactly(0, 21);
  const riffEnd = u32le(head, 4) + 8;
  facts.variant = latin1(head, 12, 16).trim();
  facts.colour = 'ycc';
  if (facts.variant === 'VP8X') {
    const body = reader.exactly(20, 10);
    const flags = body[0]!;
    facts.width = u24le(body, 4) + 1;
    facts.height = u24le(body, 7) + 1;
    facts.hasAlpha = (flags & FLAG_ALPHA) !== 0;
    facts.icc = (flags & FLAG_ICC) !== 0;
    facts.animated = (flags & FLAG_ANIMATION) !== 0;
    const chunk = reader.upTo(30, 8);
    if (latin1(chunk, 0, 4) === 'VP8 ') facts.webpQuality = webpQuality(reader.upTo(38, FRAME_HEAD));
    if (facts.animated || (flags & FLAG_EXIF) !== 0) walkChunks(reader, facts, riffEnd);
  } else if (facts.variant === 'VP8L') {
    const body = reader.exactly(20, 5);
    const bits = u32le(body, 1);
    if (body[0] !== 0x2f) facts.damage = 'inconsistent';
    facts.width = (bits & 0x3fff) + 1;
    facts.height = ((bits >>> 14) & 0x3fff) + 1;
    facts.hasAlpha = ((bits >>> 28) & 1) === 1;
    facts.colour = 'rgb';
  } else if (facts.variant === 'VP8') {
    const body = reader.exactly(20, 10);
    if (u24le(body, 3) !== 0x2a019d) facts.damage = 'inconsistent';
    facts.width = u16le(body, 6) & 0x3fff;
    facts.height = u16le(body, 8) & 0x3fff;
    facts.webpQuality = webpQuality(reader.upTo(20, FRAME_HEAD));
  } else {
    throw new OutOfBytes();
  }
  facts.channels = facts.hasAlpha ? 4 : 3;
  if (riffEnd > reader.size || endsInZeros(reader, facts)) facts.damage = 'truncated';
  return facts;
}

/**
 * Whether the picture data ends in zeros, as when a download was interrupted after the space had been reserved. Lossless data does not; of a
 * lossy picture that goes on in one colour to its end, as in a black bar, up to {@link ZEROS_PER_BLOCK} are left a block. Metadata at the end of an
 * extended file may.
 */
function endsInZeros(reader: HeaderReader, { variant, width, height }: HeaderFacts): boolean {
  const blocks = variant === 'VP8' ? Math.ceil(width / 16) * Math.ceil(height / 16) : 0;
  const least = ZERO_TAIL + Math.ceil(2 * ZEROS_PER_BLOCK * blocks);
  if (variant === 'VP8X' || reader.size < 2 * least) return false;
  const tail = reader.upTo(reader.size - least, least, least);
  return tail.length === least && tail.every((byte) => byte === 0);
}

/** Frames and EXIF of an extended file: they come after the picture, so chunks are jumped over. */
function walkChunks(reader: HeaderReader, facts: HeaderFacts, riffEnd: number): void {
  const end = Math.min(riffEnd, reader.size);
  let frames = 0;
  let at = 30;
  for (let chunk = 0; at + 8 <= end; chunk++) {
    if (chunk === MAX_CHUNKS || reader.exhausted) {
      frames = -1;
      break;
    }
    const head = reader.upTo(at, 8, 64);
    if (head.length < 8) break;
    const name = latin1(head, 0, 4);
    const length = u32le(head, 4);
    if (name === 'ANMF') frames++;
    if (name === 'EXIF') {
      facts.exifOrientation = orientationOf(reader.upTo(at + 8, Math.min(length, MAX_EXIF)));
    }
    at += 8 + length + (length & 1);
  }
  if (!facts.animated) return;
  facts.frames = frames < 0 ? null : frames;
  facts.animated = frames !== 1;
}
