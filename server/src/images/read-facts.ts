import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { atOnce, Breath } from '../ground/breath.ts';
import type { ProgressListener } from '../ground/progress.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';
import { damageOf } from './damage.ts';
import { equalFiles, type FileHash, type SameFiles } from './exact.ts';
import type { ImageFacts } from './facts.ts';
import { type ImmediateSource, readHeader, readHeaderNow } from './header/read.ts';
import { FIRST_READ } from './header/reader.ts';
import { type HeaderResult, isHeader } from './header/types.ts';

const readsAtOnce = 32;
/** Milliseconds that one file may take before the disk counts as slow. */
const slowFile = 40;
/** Bytes. */
const hashedAtOnce = 1 << 18;
const comparedAtOnce = 1 << 16;
/** Bytes at either end of a file that are compared before all of it. */
const endBytes = 4096;
/** Beginnings of files, one after the other: a header says nothing of it later. */
const firstMemory = new Uint8Array(FIRST_READ);
/** Files that are held while others are compared with them, and the largest of them in bytes. */
const mostHeld = 4;
const largestHeld = 16 << 20;

/** Reads the header of one image. Never rejects: a file that cannot be read is a problem of that image. */
export async function readImageFacts(workspace: Workspace, root: string, file: string): Promise<ImageFacts> {
  const path = `${root}/${file}`;
  try {
    const { size, mtimeMs } = await workspace.stat(path);
    const reader = await workspace.open(path);
    try {
      const result = await readHeader(reader, file);
      return imageFacts(file, size, mtimeMs, result);
    } finally {
      await reader.close();
    }
  } catch (error) {
    const detected = error instanceof FileProblem ? error.reason : String(error);
    return imageFacts(file, 0, 0, { problem: 'unreadable', detected });
  }
}

/** The same at once, in one go: a header takes less time than a trip through the system's threads. */
function readImageFactsNow(openNow: NonNullable<Workspace['openNow']>, root: string, file: string): ImageFacts {
  try {
    const reader = openNow(`${root}/${file}`);
    try {
      const { size, mtimeMs } = reader;
      const read: ImmediateSource['read'] = (offset, length, memory) =>
        reader.read(offset, length, memory ?? (offset === 0 ? firstMemory : undefined));
      return imageFacts(file, size, mtimeMs, readHeaderNow({ size, read }, file));
    } finally {
      reader.close();
    }
  } catch (error) {
    const detected = error instanceof FileProblem ? error.reason : String(error);
    return imageFacts(file, 0, 0, { problem: 'unreadable', detected });
  }
}

/** The facts of an image whose pixels were not looked at. */
export function imageFacts(file: string, size: number, mtimeMs: number, result: HeaderResult): ImageFacts {
  const damage = damageOf(result, null);
  return isHeader(result)
    ? { file, size, mtimeMs, header: result, problem: null, damage, transparent: null, look: null, fineness: null }
    : { file, size, mtimeMs, header: null, problem: result, damage, transparent: null, look: null, fineness: null };
}

/** Reads the headers of many images, several at once. Results are in the order of `files`. */
export async function readAllImageFacts(
  workspace: Workspace,
  root: string,
  files: readonly string[],
  signal?: AbortSignal,
  onProgress?: ProgressListener,
): Promise<ImageFacts[]> {
  const results = new Array<ImageFacts>(files.length);
  let done = 0;
  let next = 0;
  if (workspace.openNow) {
    const breath = new Breath(signal);
    while (next < files.length) {
      const start = performance.now();
      results[next] = readImageFactsNow(workspace.openNow, root, files[next]);
      next++;
      onProgress?.(++done, files.length);
      // A slow disk must not hold the process: the system's threads wait for it then.
      if (performance.now() - start > slowFile) break;
      if (breath.isDue) await breath.take();
    }
  }
  const before = next;
  const read = async (file: string, at: number): Promise<void> => {
    results[before + at] = await readImageFacts(workspace, root, file);
    onProgress?.(++done, files.length);
  };
  await atOnce(readsAtOnce, files.slice(before), read, signal);
  return results;
}

/** Groups of files with the same bytes, each sorted by name. Only files of equal size are read. */
export async function sameBytes(
  workspace: Workspace,
  root: string,
  images: readonly ImageFacts[],
  signal?: AbortSignal,
): Promise<string[][]> {
  const files = images.map(({ file, size, mtimeMs }) => ({ path: file, size, mtimeMs }));
  const groups = await equalFiles(
    files,
    () => null,
    signal,
    workspaceHash(workspace, root),
    workspaceEnds(workspace, root),
    workspaceSame(workspace, root),
  );
  for (const group of groups) group.sort();
  return groups.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** Sums of the first and last bytes of files: enough to tell most files of one size apart. What has equal ones is compared. */
function workspaceEnds(workspace: Workspace, root: string): FileHash {
  const memory = new Uint8Array(endBytes);
  return async (file) => {
    try {
      const path = `${root}/${file}`;
      const reader: Opened = workspace.openNow?.(path) ?? (await workspace.open(path));
      try {
        const first = crc32(await reader.read(0, endBytes, memory));
        return `${first} ${crc32(await reader.read(Math.max(0, reader.size - endBytes), endBytes, memory))}`;
      } finally {
        await reader.close();
      }
    } catch {
      return null;
    }
  };
}

/**
 * Compares two files part by part; takes a tenth of the time of hashing them. The last ones that others were compared with are held, as
 * copies are copies of few: each further file is read once.
 */
function workspaceSame(workspace: Workspace, root: string): SameFiles {
  const breath = new Breath();
  const memory = new Uint8Array(comparedAtOnce);
  const opened = async (file: string): Promise<Opened> =>
    workspace.openNow?.(`${root}/${file}`) ?? workspace.open(`${root}/${file}`);
  const held = new Map<string, Uint8Array>();
  const openedFirst = async (file: string): Promise<Opened> => {
    let bytes = held.get(file);
    if (!bytes) {
      const reader = await opened(file);
      if (reader.size > largestHeld) return reader;
      try {
        bytes = await reader.read(0, reader.size);
      } finally {
        await reader.close();
      }
      if (held.size >= mostHeld) held.clear();
      held.set(file, bytes);
    }
    const all = bytes;
    return { size: all.length, read: (at, length) => all.subarray(at, at + length), close: () => {} };
  };
  return async (one, other) => {
    try {
      const first = await openedFirst(one);
      try {
        const second = await opened(other);
        try {
          for (let at = 0; at < Math.max(first.size, second.size); at += comparedAtOnce) {
            if (breath.isDue) await breath.take();
            const [a, b] = [await first.read(at, comparedAtOnce), await second.read(at, comparedAtOnce, memory)];
            if (a.length === 0 || Buffer.compare(a, b) !== 0) return false;
          }
          return true;
        } finally {
          await second.close();
        }
      } finally {
        await first.close();
      }
    } catch {
      return false;
    }
  };
}

/** A file that was opened, whether or not its reads wait. */
interface Opened {
  readonly size: number;
  read(offset: number, length: number, memory?: Uint8Array): Uint8Array | Promise<Uint8Array>;
  close(): void | Promise<void>;
}

/** Hashes files of a dataset, named relative to its root. */
export function workspaceHash(workspace: Workspace, root: string): FileHash {
  const breath = new Breath();
  return async (file) => {
    const hash = createHash('sha256');
    try {
      const path = `${root}/${file}`;
      const reader = workspace.openNow?.(path) ?? (await workspace.open(path));
      try {
        for (let at = 0; at < reader.size; ) {
          if (breath.isDue) await breath.take();
          const bytes = await reader.read(at, hashedAtOnce);
          if (bytes.length === 0) break;
          hash.update(bytes);
          at += bytes.length;
        }
      } finally {
        await reader.close();
      }
      return hash.digest('hex');
    } catch {
      return null;
    }
  };
}
