import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { readHeaderNow } from './header/read.ts';
import { type HeaderProblem, type HeaderResult, isHeader } from './header/types.ts';

/** One image file as the folder model knows it. */
export interface ImageFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, fractions allowed. */
  readonly mtimeMs: number;
}

/** O_NONBLOCK keeps a named pipe called `x.png` from blocking forever; Windows has neither the flag nor the problem. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Why a file could not be read, as a result: permission, vanished, symlink loop, not a regular file … */
function unreadable(error: unknown): HeaderProblem {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return { problem: 'unreadable', detected: typeof code === 'string' ? code : 'UNKNOWN' };
}

/**
 * Header of a file on disk. Never throws. Reads are synchronous: one small read costs far less than a trip through
 * the thread pool; callers that read many files give way between them.
 * @param listedSize size in bytes as the caller knows it, which saves asking for it; it is asked for when the file does
 * not look whole at this size
 * @param window memory for the first read, to be reused by callers that read one file after the other
 */
export function readHeaderOfFile(path: string, listedSize?: number, window?: Uint8Array): HeaderResult {
  let handle: number | null = null;
  try {
    handle = openSync(path, OPEN_FLAGS);
    const open = handle;
    const read = (offset: number, length: number, tail?: Uint8Array): Uint8Array => {
      const memory = tail ?? (offset === 0 ? window : undefined);
      // Plain arrays: taking a part of a Buffer costs several times as much.
      const bytes = memory && memory.length >= length ? memory : new Uint8Array(length);
      const count = readSync(open, bytes, 0, length, offset);
      return count === bytes.length ? bytes : bytes.subarray(0, count);
    };
    if (listedSize !== undefined) {
      const result = readHeaderNow({ size: listedSize, read }, path);
      if (isHeader(result) && result.damage === null) return result;
    }
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { problem: 'unreadable', detected: stat.isDirectory() ? 'EISDIR' : 'ENOTFILE' };
    return readHeaderNow({ size: stat.size, read }, path);
  } catch (error) {
    return unreadable(error);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
