import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, stat, unlink, utimes } from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { readStart } from './read-file.ts';
import { createFile } from './replace-file.ts';
import { FileProblem, type Release } from './workspace.ts';

/** Milliseconds between signs of life of a lock's holder. */
const heartbeat = 2000;
/** Milliseconds without a sign of life after which a lock counts as left behind, wherever its holder ran. */
const leftBehind = 30_000;
/** Milliseconds between looks at a lock that somebody holds. */
const patience = 25;

/** Bytes of a lock that are read: it names its holder in fewer. */
const most = 4096;

/** What a lock holds. Rejects with FileProblem where something else than a file has its name: nobody would ever take that away. */
const read = async (file: string): Promise<string> => Buffer.from((await readStart(file, most)).bytes).toString('utf8');

/** Locks held or waited for in this process: one after the other, without going by the disk. */
const queues = new Map<string, Promise<void>>();

/**
 * Takes a lock that processes share: a file that only one of them can make, naming its holder. The lock of a process of this machine
 * that is gone, or that gave no sign of life for half a minute, is taken over. See {@link WritableWorkspace.lock}.
 * @param silence milliseconds without a sign of life after which a lock counts as left behind
 */
export async function lockFile(file: string, wait: number, silence = leftBehind): Promise<Release> {
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
    const token = await take(file, end, silence);
    const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), heartbeat);
    beat.unref();
    return async () => {
      clearInterval(beat);
      if ((await read(file).catch(() => '')) === token) await unlink(file).catch(() => {});
      done();
    };
  } catch (error) {
    done();
    throw error;
  }
}

async function take(file: string, end: number, silence: number): Promise<string> {
  const watched = { held: '', beat: 0, since: 0 };
  const token = JSON.stringify({ pid: process.pid, host: os.hostname(), id: randomBytes(8).toString('hex') });
  for (;;) {
    try {
      await createFile(file, new TextEncoder().encode(token));
      return token;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await read(file).catch((error) => {
      if (error instanceof FileProblem) throw new FileProblem(file, error.reason);
      return null;
    });
    if (held !== null && (await isLeftBehind(file, held, watched, silence))) await takeAway(file, held);
    else if (performance.now() > end) throw new FileProblem(file, 'locked');
    else await sleep(patience);
  }
}

/** A lock as a waiter saw it: what it held, when its holder last gave a sign of life by the file's time, and since when it stands so. */
interface Watched {
  held: string;
  beat: number;
  since: number;
}

async function isLeftBehind(file: string, held: string, watched: Watched, silence: number): Promise<boolean> {
  const holder = holderOf(held);
  if (holder?.host === os.hostname() && !isAlive(holder.pid)) return true;
  const found = await stat(file).catch(() => null);
  if (found === null) return false;
  if (watched.held !== held || watched.beat !== found.mtimeMs)
    Object.assign(watched, { held, beat: found.mtimeMs, since: performance.now() });
  // The clock that wrote the time may go ahead of this one: then only watching tells.
  return Date.now() - found.mtimeMs > silence || performance.now() - watched.since > silence;
}

/** Takes a dead holder's lock away. Another waiter may have done so and made its own meanwhile: that one is put back. */
async function takeAway(file: string, held: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await read(aside).catch(() => held);
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
  } catch (error) {
    // It runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Whether a process has ended and only its parent has not asked yet how: it answers to its number for as long. Linux tells. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    // "pid (name) state …", where the name may hold anything.
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return 'ZX'.includes(text.slice(text.lastIndexOf(')') + 2)[0] ?? ' ');
  } catch {
    return false;
  }
}
