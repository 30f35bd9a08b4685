import fs from 'node:fs';
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { once } from '../ground/once.ts';
import { lockFile } from './lock.ts';
import { makeFolder } from './make-folder.ts';
import { closeFile, openNow, openRegular, readPart, readStart, readStartNow } from './read-file.ts';
import { compare, createFile, moveFile, replaceFile } from './replace-file.ts';
import { refuseForeignShare } from './shares.ts';
import {
  type DirectoryEntry,
  type FileKind,
  FileProblem,
  type FileReader,
  type FileStart,
  mostBytes,
  type WritableWorkspace,
} from './workspace.ts';

/**
 * Calls that are answered at once, without the system's threads: starting those takes as long as a dozen calls, and a run over a small folder
 * has no more.
 */
let atOnce = 24;

/** Loading the promise version of the module takes longer than listing a small folder. */
const waiting = once(() => ({
  readdir: promisify(fs.readdir),
  stat: promisify(fs.stat),
  realpath: promisify(fs.realpath.native),
}));

const readdir = async (directory: string): Promise<fs.Dirent[]> =>
  atOnce-- > 0
    ? fs.readdirSync(directory, { withFileTypes: true })
    : waiting().readdir(directory, { withFileTypes: true });

const stat = async (file: string): Promise<fs.Stats> => (atOnce-- > 0 ? fs.statSync(file) : waiting().stat(file));

const realpath = async (file: string): Promise<string> =>
  atOnce-- > 0 ? fs.realpathSync.native(file) : waiting().realpath(file);

const startOf = async (file: string, length: number): Promise<FileStart> =>
  atOnce-- > 0 ? readStartNow(file, length) : readStart(file, length);

interface Kinded {
  isFile(): boolean;
  isDirectory(): boolean;
}

const kindOf = (entry: Kinded): FileKind => (entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other');

const problemOf = (file: string, error: unknown): FileProblem =>
  error instanceof FileProblem ? error : new FileProblem(file, (error as NodeJS.ErrnoException).code ?? String(error));

const isWindows = process.platform === 'win32';

async function guarded<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    if (isWindows) refuseForeignShare(file);
    return await action();
  } catch (error) {
    throw problemOf(file, error);
  }
}

function guardedNow<T>(file: string, action: () => T): T {
  try {
    if (isWindows) refuseForeignShare(file);
    return action();
  } catch (error) {
    throw problemOf(file, error);
  }
}

/** The files of this machine. */
export const nodeWorkspace: WritableWorkspace = {
  list: (directory) =>
    guarded(directory, async () => {
      const entries = await readdir(directory);
      const result: DirectoryEntry[] = [];
      for (const entry of entries) {
        // A link is what it points to.
        if (!entry.isSymbolicLink()) result.push({ name: entry.name, kind: kindOf(entry) });
        else {
          const target = stat(path.join(directory, entry.name));
          result.push({
            name: entry.name,
            kind: await target.then(kindOf, () => 'broken-link' as const),
            isLink: true,
          });
        }
      }
      return result;
    }),
  stat: (file) =>
    guarded(file, async () => {
      const s = await stat(file);
      return { kind: kindOf(s), size: s.size, mtimeMs: s.mtimeMs };
    }),
  read: (file, most = mostBytes) =>
    guarded(file, async () => {
      const { bytes, size } = await startOf(file, most);
      if (size > most) throw new FileProblem(file, 'too large');
      return bytes;
    }),
  readStart: (file, length) => guarded(file, () => startOf(file, length)),
  readStartNow: (file, length) => guardedNow(file, () => readStartNow(file, length)),
  openNow: (file) => guardedNow(file, () => openNow(file)),
  open: (file) =>
    guarded(file, async (): Promise<FileReader> => {
      const { handle, size } = await openRegular(file);
      return {
        size,
        read: (offset, length) =>
          guarded(file, () => readPart(handle, offset, Math.max(0, Math.min(length, size - offset)))),
        close: () => closeFile(handle),
      };
    }),
  realPath: (file) => guarded(file, () => realpath(file)),
  write: (file, bytes, expected) =>
    guarded(file, async () => {
      if (expected) await compare(file, file, expected);
      await makeFolder(path.dirname(file));
      await replaceFile(file, bytes, expected);
    }),
  create: (file, bytes) => guarded(file, () => createFile(file, bytes)),
  move: (from, to) => guarded(to, () => moveFile(from, to)),
  remove: (file) => guarded(file, () => unlink(file)),
  lock: (file, wait) => guarded(file, () => lockFile(file, wait)),
};
