import { crc32 } from 'node:zlib';
import { NEAR_KINDS, type NearKind } from './compare/kinds.ts';
import { type CompareLevel, compareLevels } from './compare/levels.ts';
import type { Box } from './compare/views.ts';
import type { DecodeDamage } from './worker/protocol.ts';

/** What decoding a file gave: remembered so that it is done once. */
export interface CachedPicture {
  /** Encoded fingerprint, null when nothing could be decoded. */
  readonly print: Uint8Array | null;
  /** Packed shape, by which the picture is found; null before it was compared. */
  readonly shape: Uint8Array | null;
  /** Packed local features; null when they were not looked for. */
  readonly places: Uint8Array | null;
  /** How fine its detail is, as two bytes; null when that was not looked at. */
  readonly fineness: Uint8Array | null;
  /** How far down the picture is broken, in per cent of its height; null when that is not known. */
  readonly brokenAt: number | null;
  /** `crashed` keeps pictures that end the decoder from being tried again. */
  readonly damage: DecodeDamage | 'crashed' | null;
}

/** A near-duplicate pair by file paths. */
export interface CachedPair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly kinds: readonly NearKind[];
  readonly clean: 'a' | 'b' | null;
  readonly overlay: Box | null;
  readonly shared: Box | null;
  readonly whole: 'a' | 'b' | null;
}

/** Bytes of a picture in a cache file. */
export interface StoredPicture {
  /** From the begin of the file, in bytes. */
  readonly at: number;
  readonly checksum: number;
}

/** What a cache file's table says. */
export interface CacheTable {
  /** Pictures by `cacheKey`. */
  readonly pictures: Map<string, CachedPicture>;
  /** The level the pairs were searched at, null when they were not. */
  readonly level: CompareLevel | null;
  /** Keys of the pictures among which all pairs are known. */
  readonly compared: ReadonlySet<string>;
  /** Pairs, by `cacheKey`. */
  readonly pairs: readonly CachedPair[];
}

/** Stands for a place that is not known. */
const UNKNOWN = 255;
/** Scores are kept in steps of 1/10000. */
const SCORE_STEPS = 10_000;
const DAMAGES = [
  'truncated',
  'corrupt',
  'not-compared',
  'too-large',
  'timeout',
  'unreadable',
  'crashed',
  'garbled',
] as const;
const LEVELS: readonly (CompareLevel | null)[] = [null, ...compareLevels];
const SIDES = [null, 'a', 'b'] as const;
/** Bytes of a pair: two positions, score, kinds, which is clean and whole, which boxes there are, eight edges. */
const PAIR_BYTES = 30;
/** Edges of boxes are kept in steps of 1/65535. */
const EDGE_STEPS = 65_535;

/** Bytes of a picture in the table before its key: place, lengths of fingerprint, shape and features, checksum, and small facts. */
const ENTRY_BYTES = 32;

/** What is kept of a picture as bytes, in the order they are stored. */
export const partsOf = ({ print, shape, places }: CachedPicture): Uint8Array[] =>
  [print, shape, places].filter((part) => part !== null);

/**
 * Reads a table; a picture whose bytes are not what its checksum says is left out, with its pairs' keys kept.
 * @param file all bytes of the file; fingerprints, shapes and features are views of it
 */
export function readTable(table: Buffer, file: Buffer): CacheTable & { stored: Map<string, StoredPicture> } {
  let at = 0;
  const u32 = (): number => {
    at += 4;
    return table.readUInt32LE(at - 4);
  };
  const count = u32();
  const level = LEVELS[u32()] ?? null;
  const pictures = new Map<string, CachedPicture>();
  const stored = new Map<string, StoredPicture>();
  const keys: string[] = [];
  const compared = new Set<string>();
  for (let i = 0; i < count; i++) {
    const start = table.readDoubleLE(at);
    at += 8;
    const length = u32();
    const shapeLength = u32();
    const placesLength = u32();
    const checksum = u32();
    const damage = DAMAGES[table[at]! - 1] ?? null;
    const isCompared = table[at + 1] === 1;
    const keyLength = table.readUInt16LE(at + 2);
    const brokenAt = table[at + 4] === UNKNOWN ? null : table[at + 4]!;
    const fineness = table[at + 5] === 1 ? table.subarray(at + 6, at + 8) : null;
    at += 8;
    const key = table.toString('utf8', at, at + keyLength);
    at += keyLength;
    keys.push(key);
    const bytes = file.subarray(start, start + length + shapeLength + placesLength);
    if (bytes.length > 0 && crc32(bytes) !== checksum) continue;
    const print = length === 0 ? null : bytes.subarray(0, length);
    const shape = shapeLength === 0 ? null : bytes.subarray(length, length + shapeLength);
    const places = placesLength === 0 ? null : bytes.subarray(length + shapeLength);
    pictures.set(key, { print, shape, places, fineness, damage, brokenAt });
    stored.set(key, { at: start, checksum });
    if (isCompared) compared.add(key);
  }
  const pairs: CachedPair[] = [];
  for (let i = u32(); i > 0; i--) {
    const a = keys[u32()]!;
    const b = keys[u32()]!;
    const score = table.readUInt16LE(at) / SCORE_STEPS;
    const bits = table.readUInt16LE(at + 2);
    const sides = table[at + 4]!;
    const clean = SIDES[sides & 3] ?? null;
    const whole = SIDES[sides >> 2] ?? null;
    const boxes = table[at + 5]!;
    const overlay = boxes & 1 ? readBox(table, at + 6) : null;
    const shared = boxes & 2 ? readBox(table, at + 14) : null;
    at += PAIR_BYTES - 8;
    pairs.push({ a, b, score, kinds: NEAR_KINDS.filter((_, k) => (bits >> k) & 1), clean, overlay, shared, whole });
  }
  return { pictures, level, compared, pairs, stored };
}

function readBox(table: Buffer, at: number): Box {
  const edge = (k: number): number => table.readUInt16LE(at + 2 * k) / EDGE_STEPS;
  return [edge(0), edge(1), edge(2), edge(3)];
}

function writeBox(table: Buffer, at: number, box: Box | null): void {
  for (const [k, edge] of (box ?? []).entries())
    table.writeUInt16LE(Math.round(Math.min(1, Math.max(0, edge)) * EDGE_STEPS), at + 2 * k);
}

/**
 * The table as bytes, of even length.
 * @param placeOf where the bytes of a picture lie
 */
export function writeTable(
  { pictures, level, compared, pairs }: CacheTable,
  placeOf: (key: string) => StoredPicture,
): Buffer {
  const parts: Buffer[] = [];
  const numbers = (...values: number[]): void => {
    const buffer = Buffer.alloc(values.length * 4);
    for (const [i, value] of values.entries()) buffer.writeUInt32LE(value, i * 4);
    parts.push(buffer);
  };
  const positions = new Map<string, number>();
  numbers(pictures.size, LEVELS.indexOf(level));
  for (const [key, picture] of pictures) {
    const { print, shape, places, fineness, damage, brokenAt } = picture;
    positions.set(key, positions.size);
    const name = Buffer.from(key, 'utf8');
    const { at, checksum } = placeOf(key);
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeDoubleLE(at, 0);
    entry.writeUInt32LE(print?.length ?? 0, 8);
    entry.writeUInt32LE(shape?.length ?? 0, 12);
    entry.writeUInt32LE(places?.length ?? 0, 16);
    entry.writeUInt32LE(checksum, 20);
    entry[24] = damage ? DAMAGES.indexOf(damage) + 1 : 0;
    entry[25] = compared.has(key) ? 1 : 0;
    entry.writeUInt16LE(name.length, 26);
    entry[28] = brokenAt ?? UNKNOWN;
    if (fineness) entry.set([1, ...fineness], 29);
    parts.push(entry, name);
  }
  const kept = pairs.filter(({ a, b }) => positions.has(a) && positions.has(b));
  numbers(kept.length);
  for (const { a, b, score, kinds, clean, overlay, shared, whole } of kept) {
    const pair = Buffer.alloc(PAIR_BYTES);
    pair.writeUInt32LE(positions.get(a)!, 0);
    pair.writeUInt32LE(positions.get(b)!, 4);
    pair.writeUInt16LE(Math.round(score * SCORE_STEPS), 8);
    pair.writeUInt16LE(
      NEAR_KINDS.reduce((bits, kind, k) => bits | (kinds.includes(kind) ? 1 << k : 0), 0),
      10,
    );
    pair[12] = SIDES.indexOf(clean) | (SIDES.indexOf(whole) << 2);
    pair[13] = (overlay ? 1 : 0) | (shared ? 2 : 0);
    writeBox(pair, 14, overlay);
    writeBox(pair, 22, shared);
    parts.push(pair);
  }
  const table = Buffer.concat(parts);
  // What follows begins at an even place: vectors of shapes are read where they lie.
  return table.length % 2 === 0 ? table : Buffer.concat([table, Buffer.alloc(1)]);
}
