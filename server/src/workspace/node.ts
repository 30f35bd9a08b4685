import { randomBytes } from 'node:crypto';
import { constants, readFile as readFileCallback, readFileSync } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  type DirectoryEntry,
  type FileKind,
  FileProblem,
  type FileReader,
  type WritableWorkspace,
} from './workspace.ts';

interface Kinded {
  isFile(): boolean;
  isDirectory(): boolean;
}

const kindOf = (entry: Kinded): FileKind => (entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other');

async function guarded<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function guardedNow<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new FileProblem(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Half the cost of the promise version for small files: that one opens a handle object for each. */
const readFile = promisify(readFileCallback);

const anybodyMayWrite = 0o222;

/**
 * Writes beside the target and renames over it, so that a crash leaves the old or the new file. A link stays a link: what
 * it points to is replaced. Renaming asks for no right to the file itself, so a file its owner made read-only is refused here.
 */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (s) => s.mode & 0o7777,
    () => undefined,
  );
  if (mode !== undefined) {
    if ((mode & anybodyMayWrite) === 0) throw new FileProblem(file, 'read-only');
    await access(target, constants.W_OK);
  }
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(temporary, 'wx', mode);
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(temporary, target);
  } catch (error) {
    await handle?.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

/** The files of this machine. */
export const nodeWorkspace: WritableWorkspace = {
  list: (directory) =>
    guarded(directory, async () => {
      const entries = await readdir(directory, { withFileTypes: true });
      const result: DirectoryEntry[] = [];
      for (const entry of entries) {
        // A link is what it points to.
        const kind = entry.isSymbolicLink()
          ? await stat(path.join(directory, entry.name)).then(kindOf, () => 'broken-link' as const)
          : kindOf(entry);
        result.push({ name: entry.name, kind });
      }
      return result;
    }),
  stat: (file) =>
    guarded(file, async () => {
      const s = await stat(file);
      return { kind: kindOf(s), size: s.size, mtimeMs: s.mtimeMs };
    }),
  read: (file) => guarded(file, () => readFile(file)),
  open: (file) =>
    guarded(file, async (): Promise<FileReader> => {
      const handle = await open(file, 'r');
      try {
        const { size } = await handle.stat();
        return {
          size,
          read: (offset, length) =>
            guarded(file, async () => {
              const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
              const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
              return buffer.subarray(0, bytesRead);
            }),
          close: () => handle.close(),
        };
      } catch (error) {
        await handle.close();
        throw error;
      }
    }),
  readNow: (file) => guardedNow(file, () => readFileSync(file)),
  realPath: (file) => guarded(file, () => realpath(file)),
  write: (file, bytes, expected) =>
    guarded(file, async () => {
      if (expected && Buffer.compare(await readFile(file), expected) !== 0)
        throw new FileProblem(file, 'changed meanwhile');
      await mkdir(path.dirname(file), { recursive: true });
      await replaceFile(file, bytes);
    }),
  move: (from, to) =>
    guarded(to, async () => {
      const exists = await stat(to).then(
        () => true,
        () => false,
      );
      if (exists) throw new FileProblem(to, 'EEXIST');
      await mkdir(path.dirname(to), { recursive: true });
      await rename(from, to);
    }),
  remove: (file) => guarded(file, () => unlink(file)),
};
