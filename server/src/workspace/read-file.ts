import { close, closeSync, constants, fstat, fstatSync, open, openSync, read, readSync, type Stats } from 'node:fs';
import { promisify } from 'node:util';
import { once } from '../ground/once.ts';
import { FileProblem, type FileStart, type ImmediateReader } from './workspace.ts';

/** Half the cost of the promise version for small files: that one makes a handle object for each. */
const calls = once(() => ({
  open: promisify(open),
  fstat: promisify(fstat),
  read: promisify(read),
  close: promisify(close),
}));

/** A pipe is opened without waiting for somebody at its other end. Windows has neither the flag nor the wait. */
const forReading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Rejects what is no regular file: a folder, a pipe, a device, a socket. */
export function regular(path: string, stats: Stats): Stats {
  if (stats.isFile()) return stats;
  throw new FileProblem(path, stats.isDirectory() ? 'EISDIR' : 'not a file');
}

/** Reads a regular file from its beginning: `length` bytes at the most. */
export async function readStart(path: string, length: number): Promise<FileStart> {
  const handle = await calls().open(path, forReading);
  try {
    const { size } = regular(path, await calls().fstat(handle));
    const bytes = Buffer.allocUnsafe(Math.min(size, length));
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await calls().read(handle, bytes, at, bytes.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return { bytes: bytes.subarray(0, at), size };
  } finally {
    await calls().close(handle);
  }
}

/** {@link readStart} without the system's threads. */
export function readStartNow(path: string, length: number): FileStart {
  const handle = openSync(path, forReading);
  try {
    const { size } = regular(path, fstatSync(handle));
    const bytes = Buffer.allocUnsafe(Math.min(size, length));
    let at = 0;
    while (at < bytes.length) {
      const count = readSync(handle, bytes, at, bytes.length - at, at);
      if (count === 0) break;
      at += count;
    }
    return { bytes: bytes.subarray(0, at), size };
  } finally {
    closeSync(handle);
  }
}

/** Opens a regular file for reads at any place. */
export async function openRegular(path: string): Promise<{ readonly handle: number; readonly size: number }> {
  const handle = await calls().open(path, forReading);
  try {
    return { handle, size: regular(path, await calls().fstat(handle)).size };
  } catch (error) {
    await calls().close(handle);
    throw error;
  }
}

/** Reads a part of an open file. */
export async function readPart(handle: number, offset: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await calls().read(handle, buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

export const closeFile = (handle: number): Promise<void> => calls().close(handle);

/** Opens a regular file for reads that do not wait. */
export function openNow(path: string): ImmediateReader {
  const handle = openSync(path, forReading);
  try {
    const { size, mtimeMs } = regular(path, fstatSync(handle));
    return {
      size,
      mtimeMs,
      read: (offset, length, memory) => {
        const wanted = Math.max(0, Math.min(length, size - offset));
        const bytes = memory && memory.length >= wanted ? memory.subarray(0, wanted) : new Uint8Array(wanted);
        const count = readSync(handle, bytes, 0, bytes.length, offset);
        return count === bytes.length ? bytes : bytes.subarray(0, count);
      },
      close: () => closeSync(handle),
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}
