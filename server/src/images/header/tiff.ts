import { toOrientation } from './exif.ts';
import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, OutOfBytes, u16be, u16le, u32be, u32le } from './reader.ts';

const MAX_PAGES = 100;
const MAX_ENTRIES = 500;
const MAX_STRIPS = 100000;
/** Bytes of the TIFF field types 1–18 (TIFF 6.0 section 2, BigTIFF). */
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  photometric: 262,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  stripSizes: 279,
  tileOffsets: 324,
  tileSizes: 325,
  extraSamples: 338,
  icc: 34675,
} as const;
const KNOWN_TAGS = new Set<number>(Object.values(TAG));

interface Field {
  type: number;
  count: number;
  /** Byte offset of the values. */
  at: number;
}

interface Numbers {
  u16(b: Uint8Array, at: number): number;
  u32(b: Uint8Array, at: number): number;
  u64(b: Uint8Array, at: number): number;
  /** BigTIFF: 64-bit offsets. */
  big: boolean;
}

/** Reads the first directory of a TIFF or BigTIFF, counts the others, and checks that every strip lies inside the file. */
export function readTiff(reader: HeaderReader): HeaderFacts {
  const facts = plainFacts('tiff');
  const head = reader.exactly(0, 8);
  const little = head[0] === 0x49;
  const u16 = little ? u16le : u16be;
  const u32 = little ? u32le : u32be;
  const u64 = (b: Uint8Array, at: number): number =>
    little ? u32le(b, at) + u32le(b, at + 4) * 2 ** 32 : u32be(b, at) * 2 ** 32 + u32be(b, at + 4);
  const numbers: Numbers = { u16, u32, u64, big: u16(head, 2) === 43 };
  const start = numbers.big ? u64(reader.exactly(8, 8), 0) : u32(head, 4);
  const first = readDirectory(reader, numbers, start);
  const value = (tag: number, fallback: number): number => {
    const field = first.fields.get(tag);
    return field ? (values(reader, numbers, field, 1)[0] ?? fallback) : fallback;
  };
  facts.width = value(TAG.width, 0);
  facts.height = value(TAG.height, 0);
  facts.bitDepth = value(TAG.bits, 1);
  facts.channels = value(TAG.samples, 1);
  facts.exifOrientation = toOrientation(value(TAG.orientation, 1));
  facts.icc = first.fields.has(TAG.icc);
  const extra = value(TAG.extraSamples, 0);
  facts.hasAlpha = extra === 1 || extra === 2;
  const photometric = value(TAG.photometric, 2);
  facts.colour =
    photometric <= 1
      ? 'grey'
      : photometric === 3
        ? 'palette'
        : photometric === 5
          ? 'cmyk'
          : photometric === 6
            ? 'ycc'
            : 'rgb';
  if (!stripsInside(reader, numbers, first.fields)) facts.damage = 'truncated';

  const seen = new Set([start]);
  let next = first.next;
  let pages = 1;
  while (next !== 0 && !seen.has(next) && pages < MAX_PAGES && !reader.exhausted) {
    seen.add(next);
    const page = directoryOrNull(reader, numbers, next);
    if (!page) {
      facts.damage ??= 'truncated';
      break;
    }
    pages++;
    next = page.next;
  }
  facts.frames = pages === MAX_PAGES ? null : pages;
  return facts;
}

function directoryOrNull(reader: HeaderReader, numbers: Numbers, at: number) {
  try {
    return readDirectory(reader, numbers, at);
  } catch (error) {
    if (error instanceof OutOfBytes) return null;
    throw error;
  }
}

function readDirectory(
  reader: HeaderReader,
  numbers: Numbers,
  at: number,
): { fields: Map<number, Field>; next: number } {
  const { big, u16, u32, u64 } = numbers;
  const countSize = big ? 8 : 2;
  const entrySize = big ? 20 : 12;
  const countBytes = reader.exactly(at, countSize);
  const count = big ? u64(countBytes, 0) : u16(countBytes, 0);
  if (count > MAX_ENTRIES) throw new OutOfBytes();
  const entries = reader.exactly(at + countSize, count * entrySize);
  const fields = new Map<number, Field>();
  for (let i = 0; i < count; i++) {
    const entry = i * entrySize;
    const tag = u16(entries, entry);
    if (!KNOWN_TAGS.has(tag)) continue;
    const type = u16(entries, entry + 2);
    const total = big ? u64(entries, entry + 4) : u32(entries, entry + 4);
    const valueAt = entry + (big ? 12 : 8);
    const inline = (TYPE_SIZES[type] ?? 0) * total <= (big ? 8 : 4);
    const offset = inline ? at + countSize + valueAt : big ? u64(entries, valueAt) : u32(entries, valueAt);
    fields.set(tag, { type, count: total, at: offset });
  }
  const nextBytes = reader.upTo(at + countSize + count * entrySize, big ? 8 : 4);
  const next = nextBytes.length < (big ? 8 : 4) ? 0 : big ? u64(nextBytes, 0) : u32(nextBytes, 0);
  return { fields, next };
}

/** Up to `limit` whole numbers of a field; other types give none. */
function values(reader: HeaderReader, numbers: Numbers, field: Field, limit: number): number[] {
  const size = TYPE_SIZES[field.type] ?? 0;
  const count = Math.min(field.count, limit);
  if (size === 0 || ![1, 3, 4, 16].includes(field.type)) return [];
  const bytes = reader.upTo(field.at, count * size, count * size);
  const read =
    size === 1
      ? (b: Uint8Array, i: number) => b[i]!
      : size === 2
        ? numbers.u16
        : size === 4
          ? numbers.u32
          : numbers.u64;
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => read(bytes, i * size));
}

function stripsInside(reader: HeaderReader, numbers: Numbers, fields: Map<number, Field>): boolean {
  const offsets = fields.get(TAG.stripOffsets) ?? fields.get(TAG.tileOffsets);
  const sizes = fields.get(TAG.stripSizes) ?? fields.get(TAG.tileSizes);
  if (!offsets || !sizes) return true;
  const starts = values(reader, numbers, offsets, MAX_STRIPS);
  const lengths = values(reader, numbers, sizes, MAX_STRIPS);
  if (reader.exhausted) return true;
  if (starts.length < Math.min(offsets.count, MAX_STRIPS) && offsets.type !== 0) return false;
  return starts.every((start, i) => start + (lengths[i] ?? 0) <= reader.size);
}
