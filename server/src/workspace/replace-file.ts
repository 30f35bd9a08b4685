import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  copyFile,
  type FileHandle,
  link,
  open,
  realpath,
  rename,
  stat,
  unlink,
  utimes,
} from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { FileProblem } from './workspace.ts';

const anybodyMayWrite = 0o222;

/** Milliseconds between attempts to rename over a file that another program holds for a moment (scanners and indexers on Windows). */
const pauses = [10, 40, 150];

const heldByOthers = new Set(['EBUSY', 'EPERM', 'EACCES']);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** A new name beside a file, the same length whatever the file is called. */
function temporaryBeside(target: string): string {
  return path.join(path.dirname(target), `.tagmetry-${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Gives a file new bytes. As a rule a new file is renamed over it, so that a crash leaves the old or the new one; a link stays a link.
 * It is written in place where a rename would lose something (other hard links, an owner that only root may give) or is refused.
 * Renaming asks for no right to the file itself, so a file its owner made read-only is refused here.
 */
export async function replaceFile(file: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const old = await stat(target).catch(() => null);
  if (old && !old.isFile()) throw new FileProblem(file, old.isDirectory() ? 'EISDIR' : 'not a file');
  if (old && (old.mode & anybodyMayWrite) === 0) throw new FileProblem(file, 'read-only');
  if (old) await access(target, constants.W_OK);
  if (old && old.nlink > 1) return overwrite(file, target, bytes, expected);
  const temporary = temporaryBeside(target);
  let handle: FileHandle | undefined;
  try {
    handle = await open(temporary, 'wx', old ? old.mode & 0o7777 : undefined);
    const keeps = old === null || (await keepOwner(handle, old));
    if (keeps) {
      await handle.writeFile(bytes);
      await handle.sync();
    }
    await handle.close();
    handle = undefined;
    if (!keeps) {
      await unlink(temporary);
      return overwrite(file, target, bytes, expected);
    }
    if (expected) await compare(file, target, expected);
    await renameOver(temporary, target);
  } catch (error) {
    await handle?.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    // The folder takes no new files, or the file is held by a program that lets it be written: then in place.
    if (old && heldByOthers.has(codeOf(error))) return overwrite(file, target, bytes, expected);
    throw error;
  }
}

/** Gives a new file the owner and the mode of the old one; false when this process may not. */
async function keepOwner(
  handle: FileHandle,
  old: { readonly uid: number; readonly gid: number; readonly mode: number },
): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const made = await handle.stat();
  try {
    if (made.uid !== old.uid || made.gid !== old.gid) await handle.chown(old.uid, old.gid);
    // Not what the process's mask leaves of it; after the owner, whose change takes special bits away.
    if ((made.mode & 0o7777) !== (old.mode & 0o7777)) await handle.chmod(old.mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}

async function renameOver(temporary: string, target: string): Promise<void> {
  for (const pause of [...pauses, null]) {
    try {
      return await rename(temporary, target);
    } catch (error) {
      if (pause === null || !heldByOthers.has(codeOf(error))) throw error;
      await sleep(pause);
    }
  }
}

/** Writes in place, the new bytes over the old before the length changes: at no time is the file empty. */
async function overwrite(file: string, target: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void> {
  const handle = await open(target, 'r+');
  try {
    if (expected) await compare(file, handle, expected);
    let at = 0;
    while (at < bytes.length) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
    await handle.truncate(bytes.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Rejects when a file holds other bytes than these. */
export async function compare(file: string, place: string | FileHandle, expected: Uint8Array): Promise<void> {
  const handle =
    typeof place === 'string' ? await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)) : place;
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new FileProblem(file, 'not a file');
    if (found.size !== expected.length) throw new FileProblem(file, 'changed meanwhile');
    const now = Buffer.alloc(expected.length);
    let at = 0;
    while (at < now.length) {
      const { bytesRead } = await handle.read(now, at, now.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    if (at < now.length || Buffer.compare(now, expected) !== 0) throw new FileProblem(file, 'changed meanwhile');
  } finally {
    if (typeof place === 'string') await handle.close();
  }
}

/**
 * Makes a file that is not there yet, whole from its first moment: it is written under another name and linked to its own, which
 * fails where that exists. File systems without links get the name first and the bytes after.
 */
export async function createFile(file: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(path.dirname(file));
  const temporary = temporaryBeside(file);
  try {
    await writeNew(temporary, bytes);
    try {
      await link(temporary, file);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      await writeNew(file, bytes);
    }
  } finally {
    await unlink(temporary).catch(() => {});
  }
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a file to a place that is free; to another disk as a copy that takes the name only when it is whole. */
export async function moveFile(from: string, to: string): Promise<void> {
  const taken = await stat(to).then(
    () => true,
    () => false,
  );
  if (taken) throw new FileProblem(to, 'EEXIST');
  await makeFolder(path.dirname(to));
  try {
    return await renameOver(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
  }
  const temporary = temporaryBeside(to);
  try {
    const { atime, mtime } = await stat(from);
    await copyFile(from, temporary, constants.COPYFILE_EXCL);
    await utimes(temporary, atime, mtime);
    await rename(temporary, to);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await unlink(from);
}
