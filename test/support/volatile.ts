import { mkdtempSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Bytes that must be free: what tests write at once is a small part of it. */
const enough = 256 * 2 ** 20;

/**
 * A new folder of real files which lie in memory where the system keeps such a place. For tests that kill processes or run several: what
 * these leave does not depend on the disk, a process that has ended loses nothing it wrote, and times are steadier, so that a kill falls
 * within the writing more often. On a disk most of their time is waiting until it has what it was given.
 */
export function volatileFolder(prefix: string): string {
  return mkdtempSync(path.join(hasRoom('/dev/shm') ? '/dev/shm' : os.tmpdir(), prefix));
}

function hasRoom(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}
