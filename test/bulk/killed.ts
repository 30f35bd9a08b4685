import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { MadeTogether } from '../../server/src/bulk/made-together.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { temporaryName } from '../../server/src/workspace/workspace.ts';
import { volatileFolder } from '../support/volatile.ts';

/** A dataset in a folder of its own. */
export interface Place {
  /** Holds the dataset and what lies beside it. */
  readonly folder: string;
  /** Of the dataset. */
  readonly root: string;
  /** What the product keeps of its own, `TAGMETRY_STATE`. */
  readonly state: string;
}

export const journalsOf = ({ state }: Place): string => path.join(state, 'bulk');

/** A process that is changing a dataset. */
export interface Running {
  /** Settles when all is written, or when the process is gone; rejects when it could not do what it was told. */
  readonly done: Promise<void>;
  readonly kill: () => void;
}

/** One way in which the product changes captions. */
export interface Writer {
  readonly name: string;
  /** Puts a dataset into an empty place, and does what lies before the change. */
  readonly prepare: (place: Place) => void | Promise<void>;
  /** Starts the change in a process of its own. */
  readonly start: (place: Place) => Promise<Running>;
  /** What it asks the editor to write, and so writes nothing itself. */
  readonly writesNothing?: boolean;
}

/** Bytes of every file of a place but those of the product's own, by path. */
type Files = ReadonlyMap<string, string>;

/** A run from its begin to its end, against which those that are killed are held. */
interface Whole {
  readonly before: Files;
  readonly after: Files;
  /** What is there when everything noted is undone. */
  readonly undone: Files;
  /** Milliseconds from the start of the process to its end, and from the first mark of writing to the last. */
  readonly total: number;
  readonly writing: number;
}

/** How far the processes had come when they were killed. */
export interface Kills {
  untouched: number;
  partly: number;
  done: number;
}

/** Kills a writer again and again, at times of its whole run and most often while it writes; fails where anything is lost. */
export async function killAgainAndAgain(writer: Writer, kills: number): Promise<Kills> {
  const whole = await wholeRun(writer);
  if (writer.writesNothing) assert.deepEqual(whole.after, whole.before);
  else assert.notDeepEqual(whole.after, whole.before, `${writer.name} changes something`);
  const found: Kills = { untouched: 0, partly: 0, done: 0 };
  for (let kill = 0; kill < kills; kill++)
    await inPlace(async (place) => {
      await writer.prepare(place);
      await killed(writer, place, kill % 4 === 0 || writer.writesNothing ? 'any time' : 'writing', whole);
      await nextStart(place);
      found[held(filesOf(place), whole, writer)]++;
      await undoAll(place);
      assert.deepEqual(filesOf(place), whole.undone, `${writer.name}: undone to the last byte`);
      assert.deepEqual(leftovers(place), [], `${writer.name}: nothing is left over`);
    });
  return found;
}

/** What the programs keep of their compiled code, for all places: a start then costs a third. */
let compiled: string | undefined;

/**
 * Uses a place, and another one where a server ended that nobody had killed: the client prints how, and it says nothing of what a kill
 * leaves behind. Twice is no accident.
 */
async function inPlace<T>(use: (place: Place) => Promise<T>): Promise<T> {
  try {
    return await inOnePlace(use);
  } catch (error) {
    if (!(error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected)) throw error;
    return inOnePlace(use);
  }
}

async function inOnePlace<T>(use: (place: Place) => Promise<T>): Promise<T> {
  const folder = volatileFolder('tagmetry-kill-');
  const place = { folder, root: path.join(folder, 'set'), state: path.join(folder, 'state') };
  mkdirSync(place.root);
  mkdirSync(place.state);
  compiled ??= keptCode();
  symlinkSync(compiled, path.join(place.state, 'compiled'), 'junction');
  try {
    return await use(place);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function keptCode(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-compiled-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const wholeRun = (writer: Writer): Promise<Whole> =>
  inPlace(async (place) => {
    await writer.prepare(place);
    const before = filesOf(place);
    const start = performance.now();
    const { done } = await writer.start(place);
    await untilWriting(place, done);
    const begun = performance.now();
    const written = await lastWriting(place, done);
    await done;
    const total = performance.now() - start;
    const after = filesOf(place);
    await undoAll(place);
    return { before, after, undone: filesOf(place), total, writing: Math.max(0, written - begun) };
  });

async function killed(writer: Writer, place: Place, when: 'any time' | 'writing', whole: Whole): Promise<void> {
  const { done, kill } = await writer.start(place);
  const gone = done.catch(() => {});
  if (when === 'writing') await untilWriting(place, gone);
  await sleep(Math.random() * 1.1 * (when === 'writing' ? whole.writing : whole.total));
  kill();
  await gone;
}

/** Whether files are being written: a journal has its mark. */
function isWriting(place: Place): boolean {
  const bulk = journalsOf(place);
  const folders = existsSync(bulk) ? readdirSync(bulk) : [];
  return folders.some((dataset) => readdirSync(path.join(bulk, dataset)).some((name) => name.endsWith('.open')));
}

/** Settles when the first file is about to be written, or when the process has ended. */
async function untilWriting(place: Place, done: Promise<void>): Promise<void> {
  const hasEnded = ended(done);
  while (!hasEnded() && !isWriting(place)) await sleep(1);
}

/** The last time at which a process was seen to write. */
async function lastWriting(place: Place, done: Promise<void>): Promise<number> {
  const hasEnded = ended(done);
  let last = 0;
  for (; !hasEnded(); await sleep(1)) if (isWriting(place)) last = performance.now();
  return last;
}

function ended(done: Promise<void>): () => boolean {
  let has = false;
  const end = (): void => {
    has = true;
  };
  done.then(end, end);
  return () => has;
}

/** What the editor and every command do first. */
async function nextStart(place: Place): Promise<void> {
  await new CaptionWriter(nodeWorkspace, journalsOf(place)).recover(place.root);
}

async function undoAll(place: Place): Promise<void> {
  const together = new MadeTogether(nodeWorkspace, journalsOf(place));
  for (;;) {
    const { kind, left, moved } = await together.undo(place.root, true);
    assert.deepEqual([left, moved?.failed ?? []], [[], []]);
    if (kind === 'nothing' && moved === null) return;
  }
}

/** How far a run came; fails where a file is neither as before nor as after it, is missing, or is one too many. */
function held(now: Files, { before, after }: Whole, { name }: Writer): keyof Kills {
  for (const [file, bytes] of now)
    assert.ok(bytes === before.get(file) || bytes === after.get(file), `${name}: ${file} is old or new`);
  assert.equal(now.size, before.size, `${name}: every file is there once`);
  const asIn = (files: Files): boolean => [...now].every(([file, bytes]) => files.get(file) === bytes);
  return asIn(before) ? 'untouched' : asIn(after) ? 'done' : 'partly';
}

function filesOf({ folder, state }: Place): Files {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !file.startsWith(state + path.sep))
      found.set(path.relative(folder, file), readFileSync(file, 'latin1'));
  }
  return new Map([...found].sort());
}

/** Locks, marks and temporary files of the product's own. */
function leftovers(place: Place): string[] {
  const bulk = journalsOf(place);
  if (!existsSync(bulk)) return [];
  return readdirSync(bulk, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.open$|lock$/.test(name) || temporaryName.test(path.basename(name)),
  );
}

/** Writes files into a place's dataset. */
export function put({ root }: Place, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
}
