import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolderNow } from '../workspace/make-folder.ts';
import { NEAR_KINDS, type NearKind } from './compare/kinds.ts';
import { type CompareLevel, compareLevels } from './compare/levels.ts';
import type { Box } from './compare/views.ts';
import type { ImageFile } from './files.ts';
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

/** Everything one cache file holds. */
export interface ImageCache {
  /** Pictures by `cacheKey`. */
  readonly pictures: Map<string, CachedPicture>;
  /** The level the pairs were searched at, null when they were not. */
  readonly level: CompareLevel | null;
  /** Keys of the pictures among which all pairs are known. */
  readonly compared: ReadonlySet<string>;
  /** Pairs, by `cacheKey`. */
  readonly pairs: readonly CachedPair[];
}

/** Identity of a file's content as far as the file system tells: path, size and time of change. */
export function cacheKey({ path: file, size, mtimeMs }: ImageFile): string {
  return `${file}\0${size}\0${mtimeMs}`;
}

export function emptyCache(): ImageCache {
  return { pictures: new Map(), level: null, compared: new Set(), pairs: [] };
}

/** Stands for a place that is not known. */
const UNKNOWN = 255;
const MAGIC = 'TAGMIMG9';
/** Magic, length and checksum of the table, total length of the file. */
const HEAD = 32;
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

/**
 * Layout: head · table · fingerprints. The table lists per picture the lengths of its fingerprint, shape and features, their checksum, its
 * damage and its key, then the pairs; numbers are little-endian. A file that is cut, of another version or damaged in
 * its table is as good as none; a damaged fingerprint costs only itself.
 * @returns an empty cache when there is no usable file; never throws
 */
export function loadCache(file: string): ImageCache {
  try {
    const bytes = readShared(file);
    if (bytes.length < HEAD || bytes.toString('latin1', 0, 8) !== MAGIC) return emptyCache();
    const tableLength = bytes.readUInt32LE(8);
    const table = bytes.subarray(HEAD, HEAD + tableLength);
    if (bytes.readDoubleLE(16) !== bytes.length || crc32(table) !== bytes.readUInt32LE(12)) return emptyCache();
    return readTable(table, bytes.subarray(HEAD + tableLength));
  } catch {
    return emptyCache();
  }
}

/** A file's bytes where threads can read them: fingerprints and shapes are most of what a comparison is given. */
function readShared(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(handle).size));
    let read = 0;
    for (let more = 1; more > 0 && read < bytes.length; read += more)
      more = readSync(handle, bytes, read, bytes.length - read, read);
    return bytes.subarray(0, read);
  } finally {
    closeSync(handle);
  }
}

function readTable(table: Buffer, payload: Buffer): ImageCache {
  let at = 0;
  const u32 = (): number => {
    at += 4;
    return table.readUInt32LE(at - 4);
  };
  const count = u32();
  const level = LEVELS[u32()] ?? null;
  const pictures = new Map<string, CachedPicture>();
  const keys: string[] = [];
  const compared = new Set<string>();
  let offset = 0;
  for (let i = 0; i < count; i++) {
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
    const print = length === 0 ? null : payload.subarray(offset, offset + length);
    const stored = payload.subarray(offset, offset + length + shapeLength + placesLength);
    const shape = shapeLength === 0 ? null : stored.subarray(length, length + shapeLength);
    const places = placesLength === 0 ? null : stored.subarray(length + shapeLength);
    offset += stored.length;
    keys.push(key);
    if (stored.length > 0 && crc32(stored) !== checksum) continue;
    pictures.set(key, { print, shape, places, fineness, damage, brokenAt });
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
  return { pictures, level, compared, pairs };
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
 * Writes the cache beside its place and moves it there in one step, so that a crash leaves the old file or the new one.
 * @throws when the folder cannot be written; callers may go on without a cache
 */
export function saveCache(file: string, cache: ImageCache): void {
  makeFolderNow(path.dirname(file));
  const table = writeTable(cache);
  const head = Buffer.alloc(HEAD);
  let total = HEAD + table.length;
  for (const picture of cache.pictures.values()) total += partsOf(picture).reduce((sum, { length }) => sum + length, 0);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(table.length, 8);
  head.writeUInt32LE(crc32(table), 12);
  head.writeDoubleLE(total, 16);
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = openSync(temporary, 'w');
  try {
    writeAll(handle, head);
    writeAll(handle, table);
    writeParts(handle, cache.pictures.values());
    fsyncSync(handle);
    closeSync(handle);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** What is kept of a picture as bytes, in the order of the file. */
const partsOf = ({ print, shape, places }: CachedPicture): Uint8Array[] =>
  [print, shape, places].filter((part) => part !== null);

/** Bytes that are written in one go: a call for each part takes longer than the disk. */
const writtenAtOnce = 1 << 20;

function writeParts(handle: number, pictures: Iterable<CachedPicture>): void {
  let waiting: Uint8Array[] = [];
  let length = 0;
  const write = (): void => {
    if (length > 0) writeAll(handle, Buffer.concat(waiting, length));
    waiting = [];
    length = 0;
  };
  for (const picture of pictures) {
    for (const part of partsOf(picture)) {
      waiting.push(part);
      length += part.length;
    }
    if (length >= writtenAtOnce) write();
  }
  write();
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

function writeTable({ pictures, level, compared, pairs }: ImageCache): Buffer {
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
    const entry = Buffer.alloc(24);
    entry.writeUInt32LE(print?.length ?? 0, 0);
    entry.writeUInt32LE(shape?.length ?? 0, 4);
    entry.writeUInt32LE(places?.length ?? 0, 8);
    entry.writeUInt32LE(
      partsOf(picture).reduce((sum, part) => crc32(part, sum), 0),
      12,
    );
    entry[16] = damage ? DAMAGES.indexOf(damage) + 1 : 0;
    entry[17] = compared.has(key) ? 1 : 0;
    entry.writeUInt16LE(name.length, 18);
    entry[20] = brokenAt ?? UNKNOWN;
    if (fineness) entry.set([1, ...fineness], 21);
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
