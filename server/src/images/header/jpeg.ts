import { orientationOf } from './exif.ts';
import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, LARGEST_TAIL, latin1, OutOfBytes, u16be } from './reader.ts';

const MAX_SEGMENTS = 1000;
const LARGEST_SEGMENT = 65533;
/** What is appended to most files that have something appended. */
const NEAR_END = 2048;

/** Annex K luminance table (ITU-T T.81, table K.1): the table encoders scale by their quality setting. Zig-zag order. */
const LUMINANCE = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
];

/**
 * The quality setting whose scaled standard table comes closest, 1–100, by inverting libjpeg's
 * `jpeg_quality_scaling` (jcparam.c). Encoders with their own tables get the equivalent setting.
 * @param table 64 quantisation steps
 */
export function estimateQuality(table: ArrayLike<number>): number {
  let ratios = 0;
  let counted = 0;
  let ones = 0;
  for (let i = 0; i < 64; i++) {
    const step = table[i]!;
    if (step <= 1) ones++;
    // Clamped steps (1 and 255) say little about the scale.
    if (step <= 1 || step >= 255) continue;
    ratios += (100 * step) / LUMINANCE[i]!;
    counted++;
  }
  if (counted === 0) return ones === 64 ? 100 : 1;
  // Steps that were clamped to 1 pull a high quality down to their real share.
  const scale = (ratios / counted) * (counted / (counted + ones)) + (ones / (counted + ones)) * 2;
  const quality = scale <= 100 ? (200 - scale) / 2 : 5000 / scale;
  return Math.min(100, Math.max(1, Math.round(quality)));
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Walks the marker segments of a JPEG (ITU-T T.81, annex B) up to the first scan. */
export function readJpeg(reader: HeaderReader): HeaderFacts {
  const facts = plainFacts('jpeg');
  facts.colour = 'ycc';
  let table: ArrayLike<number> | null = null;
  let adobe: number | null = null;
  let framed = false;
  let at = 2;
  for (let segment = 0; segment < MAX_SEGMENTS; segment++) {
    const head = reader.upTo(at, 4);
    if (head.length < 2) throw new OutOfBytes();
    if (head[0] !== 0xff) {
      // Stray bytes between segments: decoders search for the next marker.
      at++;
      continue;
    }
    const marker = head[1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    if (marker === 0xd9) break;
    if (head.length < 4) throw new OutOfBytes();
    const length = u16be(head, 2);
    if (length < 2) {
      facts.damage = 'inconsistent';
      break;
    }
    const body = at + 4;
    if (marker === 0xda) {
      at = body + length - 2;
      break;
    }
    if (isFrame(marker)) {
      const frame = reader.exactly(body, 6);
      facts.bitDepth = frame[0]!;
      facts.height = u16be(frame, 1);
      facts.width = u16be(frame, 3);
      facts.channels = frame[5]!;
      facts.progressive = marker === 0xc2 || marker === 0xc6 || marker === 0xca || marker === 0xce;
      framed = true;
    } else if (marker === 0xdb) {
      table ??= luminanceTable(reader.upTo(body, length - 2));
    } else if (marker === 0xe1 || marker === 0xe2 || marker === 0xee) {
      const name = latin1(reader.upTo(body, Math.min(12, length - 2)), 0, 12);
      if (marker === 0xe1 && name.startsWith('Exif\0\0') && facts.exifOrientation === 1) {
        facts.exifOrientation = orientationOf(reader.upTo(body, Math.min(length - 2, LARGEST_SEGMENT)));
      } else if (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) {
        facts.icc = true;
      } else if (marker === 0xee && name.startsWith('Adobe')) {
        adobe = reader.upTo(body, 12)[11] ?? null;
      }
    }
    at = body + length - 2;
  }
  if (!framed) throw new OutOfBytes();
  if (facts.channels === 1) facts.colour = 'grey';
  else if (facts.channels === 4) facts.colour = 'cmyk';
  else if (adobe === 0) facts.colour = 'rgb';
  if (table) facts.jpegQuality = estimateQuality(table);
  if (!endsProperly(reader, at)) facts.damage = 'truncated';
  return facts;
}

/** The table of destination 0, or null when this segment defines other ones only. */
function luminanceTable(segment: Uint8Array): ArrayLike<number> | null {
  let at = 0;
  while (at < segment.length) {
    const wide = segment[at]! >> 4 !== 0;
    const id = segment[at]! & 15;
    const size = wide ? 128 : 64;
    at++;
    if (at + size > segment.length) return null;
    if (id === 0) {
      if (!wide) return segment.slice(at, at + size);
      return Uint16Array.from({ length: 64 }, (_, i) => u16be(segment, at + 2 * i));
    }
    at += size;
  }
  return null;
}

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/**
 * Whether the end-of-image marker is there: compressed data cannot hold FF D9. Cameras and programs append data after it, mostly
 * little, so that it is looked for near the end first, and from the first scan on where it is not there.
 */
function endsProperly(reader: HeaderReader, scan: number): boolean {
  if (reader.size < 4) return false;
  const near = Math.max(scan, reader.size - NEAR_END);
  const tail = reader.tail(near, NEAR_END);
  if (holdsEnd(tail)) return true;
  // The marker may begin with the last byte before what was looked at.
  const before = Math.max(scan, near + 1 - LARGEST_TAIL);
  if (holdsEnd(reader.tail(before, near + 1 - before))) return true;
  for (let at = scan; at < before && !reader.exhausted; at += LARGEST_TAIL - 1) {
    const window = reader.tail(at, LARGEST_TAIL);
    if (holdsEnd(window)) return true;
    if (window.length < LARGEST_TAIL) return false;
  }
  // Too large to be sure: say nothing rather than accuse.
  return reader.exhausted;
}

/** Looks at the last two bytes first: most files end with the marker. */
const holdsEnd = (bytes: Uint8Array): boolean => {
  const { buffer, byteOffset, length } = bytes;
  if (bytes[length - 2] === 0xff && bytes[length - 1] === 0xd9) return true;
  return Buffer.from(buffer, byteOffset, length).includes(END_OF_IMAGE);
};
