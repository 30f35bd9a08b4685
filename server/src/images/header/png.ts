import { orientationOf } from './exif.ts';
import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, latin1, OutOfBytes, u32be } from './reader.ts';

const MAX_CHUNKS = 300;
const MAX_EXIF = 65536;

/** Colour types of PNG (W3C PNG third edition, 11.2.1): channels and meaning. */
const COLOUR_TYPES: Record<number, Pick<HeaderFacts, 'channels' | 'colour' | 'hasAlpha'> & { depths: number[] }> = {
  0: { channels: 1, colour: 'grey', hasAlpha: false, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, colour: 'rgb', hasAlpha: false, depths: [8, 16] },
  3: { channels: 1, colour: 'palette', hasAlpha: false, depths: [1, 2, 4, 8] },
  4: { channels: 2, colour: 'grey', hasAlpha: true, depths: [8, 16] },
  6: { channels: 4, colour: 'rgb', hasAlpha: true, depths: [8, 16] },
};

const END_CHUNK = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** Reads IHDR and the chunks before the pixel data, and whether IEND is there. */
export function readPng(reader: HeaderReader): HeaderFacts {
  const facts = plainFacts('png');
  const first = reader.exactly(8, 25);
  if (latin1(first, 4, 8) !== 'IHDR') throw new OutOfBytes();
  facts.width = u32be(first, 8);
  facts.height = u32be(first, 12);
  facts.bitDepth = first[16]!;
  const type = COLOUR_TYPES[first[17]!];
  if (type) {
    facts.channels = type.channels;
    facts.colour = type.colour;
    facts.hasAlpha = type.hasAlpha;
  }
  if (!type?.depths.includes(facts.bitDepth)) facts.damage = 'inconsistent';
  facts.progressive = first[20] === 1;

  let at = 33;
  let ended = false;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const head = reader.upTo(at, 8);
    if (head.length < 8) break;
    const length = u32be(head, 0);
    const name = latin1(head, 4, 8);
    if (name === 'IDAT') break;
    if (name === 'IEND') {
      ended = true;
      break;
    }
    if (name === 'iCCP') facts.icc = true;
    else if (name === 'tRNS') facts.hasAlpha = true;
    else if (name === 'acTL') {
      facts.frames = u32be(reader.exactly(at + 8, 8), 0);
      facts.animated = facts.frames > 1;
    } else if (name === 'eXIf') {
      facts.exifOrientation = orientationOf(reader.upTo(at + 8, Math.min(length, MAX_EXIF)));
    }
    at += 12 + length;
  }
  // IEND before any pixel data is a cut file too.
  if (ended || !endsProperly(reader, at)) facts.damage ??= 'truncated';
  return facts;
}

/**
 * Whether the file is whole. Data after IEND is allowed, so chunks are walked when the last bytes are something else. A
 * file that ends between two chunks lacks IEND alone, as a rule: PIL reads and trains it; that pixels are missing all the
 * same is seen when it is decoded.
 */
function endsProperly(reader: HeaderReader, from: number): boolean {
  const tail = reader.upTo(reader.size - 12, 12, 12);
  if (tail.length === 12 && END_CHUNK.every((byte, i) => tail[i] === byte)) return true;
  let data = false;
  for (let at = from; !reader.exhausted; ) {
    const head = reader.upTo(at, 8, 16);
    if (head.length < 8) return reader.exhausted || (data && at <= reader.size);
    const name = latin1(head, 4, 8);
    if (name === 'IEND') return true;
    // Chunk names are letters; anything else means that the rest was overwritten, with zeros as a rule.
    if (!/^[A-Za-z]{4}$/.test(name)) return false;
    data ||= name === 'IDAT';
    at += 12 + u32be(head, 0);
  }
  return true;
}
