import { BitReader } from './bit-reader.ts';
import { type PrefixCode, prefixCode } from './prefix-code.ts';

/** Pixels of a picture above are not walked. */
const MOST_PIXELS = 1 << 26;
const SIGNATURE = 0x2f;
/** Whole bytes that may be left over at the end. */
const TOLERATED = 2;

const LITERALS = 256;
const LENGTHS = 24;
const DISTANCES = 40;
const MOST_CACHE_BITS = 11;
const CACHE_FACTOR = 0x1e35a7bd;

/** Codes of green and lengths, red, blue, alpha and distances. */
type Group = readonly [PrefixCode, PrefixCode, PrefixCode, PrefixCode, PrefixCode];

/**
 * Walks the data of a lossless WebP (RFC 9649) as a decoder does: overwritten data soon makes codes that are no codes,
 * copies from before the first pixel, or an end that does not lie where the data ends.
 * @param data what the chunk `VP8L` holds
 * @returns null for what is not walked
 */
export function isLosslessSound(data: Uint8Array): boolean | null {
  const reader = new BitReader(data);
  if (reader.bits(8) !== SIGNATURE) return false;
  const width = reader.bits(14) + 1;
  const height = reader.bits(14) + 1;
  // Whether alpha is used is only a hint.
  reader.bits(1);
  if (reader.bits(3) !== 0) return false;
  if (width * height > MOST_PIXELS) return null;
  const coded = readTransforms(reader, width, height);
  if (coded === null || !walkImage(reader, coded, height, true)) return false;
  return reader.left >= 0 && reader.left <= TOLERATED;
}

const [PREDICTOR, CROSS_COLOUR, SUBTRACT_GREEN] = [0, 1, 2];

/** Reads the transforms; returns the width of the picture as it is coded, null where they make no sense. */
function readTransforms(reader: BitReader, width: number, height: number): number | null {
  const seen = new Set<number>();
  let coded = width;
  while (reader.bits(1) === 1) {
    const kind = reader.bits(2);
    if (seen.has(kind)) return null;
    seen.add(kind);
    if (kind === PREDICTOR || kind === CROSS_COLOUR) {
      const size = reader.bits(3) + 2;
      if (!walkImage(reader, blocks(coded, size), blocks(height, size), false)) return null;
    } else if (kind !== SUBTRACT_GREEN) {
      const colours = reader.bits(8) + 1;
      if (!walkImage(reader, colours, 1, false)) return null;
      coded = blocks(coded, colours <= 2 ? 3 : colours <= 4 ? 2 : colours <= 16 ? 1 : 0);
    }
  }
  return coded;
}

/** How many blocks of 2^bits cover a length. */
const blocks = (length: number, bits: number): number => (length + (1 << bits) - 1) >> bits;

/** Walks one coded image; the main one may have several groups of codes. Null where it makes no sense, else its pixels. */
function walkImage(reader: BitReader, width: number, height: number, main: boolean): Uint32Array | null {
  const cacheBits = reader.bits(1) === 1 ? reader.bits(4) : 0;
  if (cacheBits > MOST_CACHE_BITS) return null;
  let groups = 1;
  let map: GroupMap | null = null;
  if (main && reader.bits(1) === 1) {
    const size = reader.bits(3) + 2;
    const across = blocks(width, size);
    const pixels = walkImage(reader, across, blocks(height, size), false);
    if (!pixels) return null;
    const numbers = pixels.map((pixel) => (pixel >>> 8) & 0xffff);
    groups = numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
    map = { numbers, across, size };
  }
  const codes: Group[] = [];
  for (let i = 0; i < groups; i++) {
    const group = readGroup(reader, cacheBits);
    if (!group || reader.left < 0) return null;
    codes.push(group);
  }
  return walkPixels(reader, { width, height, cacheBits, codes, map, keep: !main });
}

/** Which group of codes holds in which block of the picture. */
interface GroupMap {
  readonly numbers: Uint32Array;
  readonly across: number;
  readonly size: number;
}

interface CodedImage {
  readonly width: number;
  readonly height: number;
  readonly cacheBits: number;
  readonly codes: readonly Group[];
  readonly map: GroupMap | null;
  /** Whether its pixels are wanted; else they are walked over. */
  readonly keep: boolean;
}

const NOTHING = new Uint32Array();

function walkPixels(reader: BitReader, { width, height, cacheBits, codes, map, keep }: CodedImage): Uint32Array | null {
  const total = width * height;
  const pixels = keep ? new Uint32Array(total) : NOTHING;
  const cache = new Uint32Array(keep && cacheBits > 0 ? 1 << cacheBits : 0);
  const put = (at: number, pixel: number): void => {
    if (!keep) return;
    pixels[at] = pixel;
    if (cacheBits > 0) cache[Math.imul(CACHE_FACTOR, pixel) >>> (32 - cacheBits)] = pixel;
  };
  let [at, x, y] = [0, 0, 0];
  while (at < total) {
    const number = map ? map.numbers[(y >> map.size) * map.across + (x >> map.size)]! : 0;
    const [green, red, blue, alpha, far] = codes[number]!;
    const symbol = green.read(reader);
    if (symbol < 0 || reader.left < 0) return null;
    let length = 1;
    if (symbol < LITERALS) {
      const [r, b, a] = [red.read(reader), blue.read(reader), alpha.read(reader)];
      if ((r | b | a) < 0) return null;
      put(at, ((a << 24) | (r << 16) | (symbol << 8) | b) >>> 0);
    } else if (symbol < LITERALS + LENGTHS) {
      length = prefixed(reader, symbol - LITERALS);
      const kind = far.read(reader);
      const distance = kind < 0 ? 0 : distanceOf(prefixed(reader, kind), width);
      if (distance < 1 || distance > at || at + length > total) return null;
      if (keep) for (let i = at; i < at + length; i++) put(i, pixels[i - distance]!);
    } else if (keep) put(at, cache[symbol - LITERALS - LENGTHS]!);
    at += length;
    x += length;
    while (x >= width) {
      x -= width;
      y++;
    }
  }
  return pixels;
}

/** A length or distance: its symbol, and the bits that go with it. */
function prefixed(reader: BitReader, symbol: number): number {
  if (symbol < 4) return symbol + 1;
  const extra = (symbol - 2) >> 1;
  return ((2 + (symbol & 1)) << extra) + reader.bits(extra) + 1;
}

/** The nearest places by how far away they are: across, then down. */
const NEAR = Array.from({ length: 8 * 16 }, (_, i) => ({ x: (i % 16) - 7, y: i >> 4 }))
  .filter(({ x, y }) => y > 0 || x > 0)
  .sort((a, b) => a.x ** 2 + a.y ** 2 - b.x ** 2 - b.y ** 2 || Math.abs(a.x) - Math.abs(b.x) || Math.sign(b.x - a.x));

function distanceOf(code: number, width: number): number {
  const near = NEAR[code - 1];
  return near ? Math.max(1, near.x + near.y * width) : code - NEAR.length;
}

function readGroup(reader: BitReader, cacheBits: number): Group | null {
  const cached = cacheBits > 0 ? 1 << cacheBits : 0;
  const green = readCode(reader, LITERALS + LENGTHS + cached);
  const red = green && readCode(reader, LITERALS);
  const blue = red && readCode(reader, LITERALS);
  const alpha = blue && readCode(reader, LITERALS);
  const far = alpha && readCode(reader, DISTANCES);
  return far ? [green, red, blue, alpha, far] : null;
}

/** The order in which the lengths of the code for lengths come. */
const ORDER = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;
const USUAL_LENGTH = 8;

function readCode(reader: BitReader, symbols: number): PrefixCode | null {
  const lengths = new Uint8Array(symbols);
  if (reader.bits(1) === 1) {
    const two = reader.bits(1) === 1;
    const first = reader.bits(reader.bits(1) === 1 ? 8 : 1);
    const second = two ? reader.bits(8) : first;
    if (Math.max(first, second) >= symbols) return null;
    lengths[first] = 1;
    lengths[second] = 1;
    return prefixCode(lengths);
  }
  const own = new Uint8Array(ORDER.length);
  const count = 4 + reader.bits(4);
  for (const place of ORDER.slice(0, count)) own[place] = reader.bits(3);
  const code = prefixCode(own);
  if (!code) return null;
  let left = reader.bits(1) === 1 ? 2 + reader.bits(2 + 2 * reader.bits(3)) : symbols;
  if (left > symbols) return null;
  let before = USUAL_LENGTH;
  for (let symbol = 0; symbol < symbols && left > 0; left--) {
    const value = code.read(reader);
    if (value < 0) return null;
    if (value < 16) {
      lengths[symbol++] = value;
      if (value > 0) before = value;
      continue;
    }
    const times = value === 16 ? 3 + reader.bits(2) : value === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
    if (symbol + times > symbols) return null;
    if (value === 16) lengths.fill(before, symbol, symbol + times);
    symbol += times;
  }
  return prefixCode(lengths);
}
