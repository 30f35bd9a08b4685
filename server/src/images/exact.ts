import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { append } from '../ground/append.ts';
import { Breath } from '../ground/breath.ts';
import type { ImageFile } from './files.ts';

/** SHA-256 of a file's bytes as hexadecimal digits, or null when it cannot be read. */
export type FileHash = (path: string) => Promise<string | null>;

/** Whether two files of one size have the same bytes; false when one of them cannot be read. */
export type SameFiles = (one: string, other: string) => Promise<boolean>;

/**
 * Groups of files whose bytes are equal: by size first, then by a hint that equal files share, then by their ends where
 * these can be read, then byte by byte, or by SHA-256 where many of them differ.
 * Files that vanish or cannot be read are in no group.
 * @param hint something that equal files have in common and that costs nothing to ask (a digest of their pixels); null when unknown
 * @param hash how files are read
 * @param ends how the ends of files are read; null reads whole files at once
 * @param same how two files are compared; null hashes all
 * @throws the signal's reason when cancelled
 */
export async function equalFiles(
  files: readonly ImageFile[],
  hint: (file: ImageFile) => string | null,
  signal?: AbortSignal,
  hash: FileHash = hashOf,
  ends: FileHash | null = null,
  same: SameFiles | null = null,
): Promise<string[][]> {
  const alike = new Map<string, ImageFile[]>();
  for (const file of files) {
    if (file.size === 0) continue;
    const key = `${file.size} ${hint(file) ?? ''}`;
    const group = alike.get(key);
    if (group) group.push(file);
    else alike.set(key, [file]);
  }
  const equal = new Map<string, string[]>();
  const compared: string[][] = [];
  for (const group of await sameEnds([...alike.values()], ends, signal)) {
    const rest = same ? await compareFirst(group, same, compared, signal) : group;
    for (const { path } of rest) {
      signal?.throwIfAborted();
      const digest = await hash(path);
      if (digest === null) continue;
      const members = equal.get(digest);
      if (members) members.push(path);
      else equal.set(digest, [path]);
    }
  }
  return [...compared, ...equal.values()].filter((group) => group.length > 1);
}

/** Different files that each further one is compared with: copies are copies of few. */
const MOST_KINDS = 3;

/** Files up to the first few kinds of a group, by comparing them; what is of none of these is left. */
async function compareFirst(
  group: readonly ImageFile[],
  same: SameFiles,
  into: string[][],
  signal?: AbortSignal,
): Promise<readonly ImageFile[]> {
  const kinds: [string, ...string[]][] = [];
  const rest: ImageFile[] = [];
  for (const file of group) {
    signal?.throwIfAborted();
    let kind: string[] | null = null;
    for (const one of kinds) if (!kind && (await same(one[0], file.path))) kind = one;
    if (kind) kind.push(file.path);
    else if (kinds.length < MOST_KINDS) kinds.push([file.path]);
    else rest.push(file);
  }
  append(into, kinds);
  return rest;
}

/** Parts groups by the ends of their files; what is alone then is left out. */
async function sameEnds(
  groups: readonly (readonly ImageFile[])[],
  ends: FileHash | null,
  signal?: AbortSignal,
): Promise<(readonly ImageFile[])[]> {
  const parts: (readonly ImageFile[])[] = [];
  signal?.throwIfAborted();
  const breath = new Breath(signal);
  for (const group of groups) {
    if (group.length < 2) continue;
    if (!ends) {
      parts.push(group);
      continue;
    }
    const byEnds = new Map<string, ImageFile[]>();
    for (const file of group) {
      // Ends are read in one go: without a breath nobody else would get a turn before the last of them.
      if (breath.isDue) await breath.take();
      const key = await ends(file.path);
      if (key === null) continue;
      const same = byEnds.get(key);
      if (same) same.push(file);
      else byEnds.set(key, [file]);
    }
    append(
      parts,
      [...byEnds.values()].filter((part) => part.length > 1),
    );
  }
  return parts;
}

/** Reads from the disk. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
