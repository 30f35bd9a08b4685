import { randomBytes } from 'node:crypto';
import { readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFile } from './replace-file.ts';
import { FileProblem, type Release } from './workspace.ts';

/** Milliseconds between signs of life of a lock's holder. */
const heartbeat = 2000;
/** Milliseconds without a sign of life after which a lock counts as left behind, wherever its holder ran. */
const leftBehind = 30_000;
/** Milliseconds between looks at a lock that somebody holds. */
const patience = 25;

/** Locks held or waited for in this process: one after the other, without going by the disk. */
const queues = new Map<string, Promise<void>>();

/**
 * Takes a lock that processes share: a file that only one of them can make, naming its holder. The lock of a process of this machine
 * that is gone, or that gave no sign of life for half a minute, is taken over. See {@link WritableWorkspace.lock}.
 */
export async function lockFile(file: string, wait: number): Promise<Release> {
  const end = performance.now() + wait;
  const before = queues.get(file) ?? Promise.resolve();
  let leave = (): void => {};
  const own = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const turn = before.then(() => own);
  queues.set(file, turn);
  const done = (): void => {
    leave();
    if (queues.get(file) === turn) queues.delete(file);
  };
  try {
    const inTime = await Promise.race([before.then(() => true), sleep(wait, false, { ref: false })]);
    if (!inTime) throw new FileProblem(file, 'locked');
    const token = await take(file, end);
    const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), heartbeat);
    beat.unref();
    return async () => {
      clearInterval(beat);
      if ((await readFile(file, 'utf8').catch(() => '')) === token) await unlink(file).catch(() => {});
      done();
    };
  } catch (error) {
    done();
    throw error;
  }
}

async function take(file: string, end: number): Promise<string> {
  const token = JSON.stringify({ pid: process.pid, host: os.hostname(), id: randomBytes(8).toString('hex') });
  for (;;) {
    try {
      await createFile(file, new TextEncoder().encode(token));
      return token;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await readFile(file, 'utf8').catch(() => null);
    if (held !== null && (await isLeftBehind(file, held))) await takeAway(file, held);
    else if (performance.now() > end) throw new FileProblem(file, 'locked');
    else await sleep(patience);
  }
}

async function isLeftBehind(file: string, held: string): Promise<boolean> {
  const holder = holderOf(held);
  if (holder?.host === os.hostname() && !isAlive(holder.pid)) return true;
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > leftBehind;
}

/** Takes a dead holder's lock away. Another waiter may have done so and made its own meanwhile: that one is put back. */
async function takeAway(file: string, held: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await readFile(aside, 'utf8').catch(() => held);
  if (taken !== held) await createFile(file, new TextEncoder().encode(taken)).catch(() => {});
  await unlink(aside).catch(() => {});
}

function holderOf(text: string): { readonly pid: number; readonly host: string } | null {
  try {
    const { pid, host } = JSON.parse(text);
    return Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string' ? { pid, host } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
