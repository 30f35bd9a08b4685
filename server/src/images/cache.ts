import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolderNow } from '../workspace/make-folder.ts';
import {
  type CachedPicture,
  type CacheTable,
  partsOf,
  readTable,
  type StoredPicture,
  writeTable,
} from './cache-table.ts';
import type { ImageFile } from './files.ts';

export type { CachedPair, CachedPicture } from './cache-table.ts';

/** A cache file as it was read: what is added to it later need not write again what lies there. */
interface CacheFile {
  /** State of the file by what the system says of it: no other state has the same. */
  readonly state: string;
  /** Bytes of the file; behind them is room for what is added. */
  readonly memory: SharedArrayBuffer;
  readonly length: number;
  /** Pictures whose bytes are in it, by `cacheKey`. */
  readonly stored: ReadonlyMap<string, StoredPicture>;
}

/** Everything one cache file holds. */
export interface ImageCache extends CacheTable {
  /** The file it was read from, or null. */
  readonly from: CacheFile | null;
}

/** Identity of a file's content as far as the file system tells: path, size and time of change. */
export function cacheKey({ path: file, size, mtimeMs }: ImageFile): string {
  return `${file}\0${size}\0${mtimeMs}`;
}

export function emptyCache(): ImageCache {
  return { pictures: new Map(), level: null, compared: new Set(), pairs: [], from: null };
}

const MAGIC = 'TAGMIMGA';
/** Magic, place of the table, its length and checksum, length of the file. */
const HEAD = 32;

/**
 * Layout: head · bytes of pictures · table; a file that was added to has former tables among the bytes of pictures. The table lists per
 * picture where its fingerprint, shape and features lie, their lengths and checksum, its damage and its key, then the pairs; numbers are
 * little-endian. A file that is cut, of another version or damaged in its table is as good as none; a damaged fingerprint costs only itself.
 * What lies behind the length that the head tells was not finished, and is not read.
 * @returns an empty cache when there is no usable file; never throws
 */
export function loadCache(file: string): ImageCache {
  try {
    const read = readShared(file);
    const bytes = Buffer.from(read.memory, 0, read.length);
    const head = bytes.subarray(0, HEAD);
    if (head.length < HEAD || head.toString('latin1', 0, 8) !== MAGIC) return emptyCache();
    const [place, tableLength, length] = [head.readDoubleLE(8), head.readUInt32LE(16), head.readDoubleLE(24)];
    const table = bytes.subarray(place, place + tableLength);
    if (place + tableLength !== length || length > bytes.length || crc32(table) !== head.readUInt32LE(20))
      return emptyCache();
    const { stored, ...held } = readTable(table, bytes);
    return { ...held, from: { ...read, stored } };
  } catch {
    return emptyCache();
  }
}

type Mirror = Omit<CacheFile, 'stored'>;

/**
 * The file that was read last, as long as nothing collected it: who shows a folder looks at it again after each change, and the bytes of
 * each look would wait to be collected, which is not soon, as they lie outside the heap.
 */
let latest: (Omit<Mirror, 'memory'> & { readonly file: string; readonly memory: WeakRef<SharedArrayBuffer> }) | null =
  null;

/**
 * Part of a file that may be what no table speaks of any more, and part of its length by which it may grow in memory, before it is written
 * anew. The room is there from the begin: a page that nothing is written to costs nothing.
 */
const ROOM = 0.25;

function stateOf(handle: number): { state: string; length: number } {
  const { ino, size, mtimeNs, ctimeNs } = fstatSync(handle, { bigint: true });
  return { state: `${ino} ${size} ${mtimeNs} ${ctimeNs}`, length: Number(size) };
}

/** A file's bytes where threads can read them: fingerprints and shapes are most of what a comparison is given. */
function readShared(file: string): Mirror {
  const handle = openSync(file, 'r');
  try {
    const { state, length } = stateOf(handle);
    const known = latest?.file === file && latest.state === state ? latest.memory.deref() : undefined;
    if (known) return { state, memory: known, length };
    const memory = new SharedArrayBuffer(Math.ceil(length * (1 + ROOM)));
    const bytes = Buffer.from(memory, 0, length);
    let read = 0;
    for (let more = 1; more > 0 && read < length; read += more)
      more = readSync(handle, bytes, read, length - read, read);
    return keep(file, { state, memory, length: read });
  } finally {
    closeSync(handle);
  }
}

function keep(file: string, mirror: Mirror): Mirror {
  latest = { ...mirror, file, memory: new WeakRef(mirror.memory) };
  return mirror;
}

/**
 * Saves a cache: what is new is added to the file it was read from, so that one picture more costs one picture more to write, and now
 * and then all is written anew.
 * @param from the file that pictures of the cache were read from
 * @throws when the folder cannot be written; callers may go on without a cache
 */
export function saveCache(file: string, cache: CacheTable, from: CacheFile | null = null): void {
  if (from === null || !addTo(file, cache, from)) writeAnew(file, cache);
}

/** Where new pictures will lie, one after another from a place on, with the length of them all. */
function layOut(
  pictures: Iterable<readonly [string, CachedPicture]>,
  start: number,
): { places: Map<string, StoredPicture>; end: number } {
  const places = new Map<string, StoredPicture>();
  let end = start;
  for (const [key, picture] of pictures) {
    const parts = partsOf(picture);
    places.set(key, { at: end, checksum: parts.reduce((sum, part) => crc32(part, sum), 0) });
    end += lengthOf(picture);
  }
  return { places, end: even(end) };
}

const lengthOf = (picture: CachedPicture): number => partsOf(picture).reduce((sum, { length }) => sum + length, 0);
/** Vectors of shapes are read where they lie, at even places. */
const even = (at: number): number => at + (at & 1);

function headOf(table: Buffer, at: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write(MAGIC, 'latin1');
  head.writeDoubleLE(at, 8);
  head.writeUInt32LE(table.length, 16);
  head.writeUInt32LE(crc32(table), 20);
  head.writeDoubleLE(at + table.length, 24);
  return head;
}

/**
 * Writes new pictures and the table behind what a file has, then the head: until then it is the file that it was.
 * @returns false where there is no room, or the file is not the one that was read
 */
function addTo(file: string, cache: CacheTable, from: CacheFile): boolean {
  /** Whether the bytes of a picture are the ones that lie in the file. */
  const isStored = (key: string, picture: CachedPicture): boolean => {
    let at = from.stored.get(key)?.at;
    if (at === undefined) return false;
    for (const part of partsOf(picture)) {
      if (part.buffer !== from.memory || part.byteOffset !== at) return false;
      at += part.length;
    }
    return true;
  };
  const fresh = [...cache.pictures].filter(([key, picture]) => !isStored(key, picture));
  const { places, end } = layOut(fresh, even(from.length));
  const table = writeTable(cache, (key) => places.get(key) ?? from.stored.get(key)!);
  const length = end + table.length;
  const used = [...cache.pictures.values()].reduce((sum, picture) => sum + lengthOf(picture), HEAD + table.length);
  if (length > from.memory.byteLength || length - used > ROOM * length) return false;
  const handle = openSync(file, 'r+');
  try {
    if (stateOf(handle).state !== from.state) return false;
    const bytes = Buffer.from(from.memory, 0, length);
    for (const [key, picture] of fresh) {
      let { at } = places.get(key)!;
      for (const part of partsOf(picture)) {
        bytes.set(part, at);
        at += part.length;
      }
    }
    bytes.set(table, end);
    writeAll(handle, bytes.subarray(from.length), from.length);
    fsyncSync(handle);
    const head = headOf(table, end);
    writeAll(handle, head, 0);
    bytes.set(head);
    keep(file, { ...stateOf(handle), memory: from.memory });
    return true;
  } finally {
    closeSync(handle);
  }
}

/** Writes the cache beside its place and moves it there in one step, so that a crash leaves the old file or the new one. */
function writeAnew(file: string, cache: CacheTable): void {
  makeFolderNow(path.dirname(file));
  const { places, end } = layOut(cache.pictures, HEAD);
  const table = writeTable(cache, (key) => places.get(key)!);
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = openSync(temporary, 'w');
  try {
    writeAll(handle, headOf(table, end), 0);
    writeParts(handle, cache.pictures.values(), HEAD);
    writeAll(handle, table, end);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Bytes that are written in one go: a call for each part takes longer than the disk. */
const writtenAtOnce = 1 << 20;

function writeParts(handle: number, pictures: Iterable<CachedPicture>, start: number): void {
  let at = start;
  let waiting: Uint8Array[] = [];
  let length = 0;
  const write = (): void => {
    if (length > 0) writeAll(handle, Buffer.concat(waiting, length), at);
    at += length;
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

function writeAll(handle: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, at + done);
}
