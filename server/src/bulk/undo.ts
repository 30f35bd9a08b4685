import { append } from '../ground/append.ts';
import { FileProblem, reasonOf, type WritableWorkspace } from '../workspace/workspace.ts';
import { hashOf, type LeftFile } from './change.ts';
import { bytesOf, type Journal, type JournalCreation, type JournalEntry } from './journal.ts';
import type { Journals } from './journals.ts';
import type { Pace } from './pace.ts';
import { type FileRename, hashAt, renameFiles } from './rename-files.ts';

/** What became of an undo. */
export interface UndoResult {
  /** `partly`: `left` is still to be undone, by another undo. `nothing`: there is nothing noted. */
  readonly kind: 'undone' | 'partly' | 'nothing';
  readonly title: string;
  /** Files that have their old bytes again, or are gone because the change made them. */
  readonly files: readonly string[];
  /** Those of them that are gone. */
  readonly gone: readonly string[];
  readonly left: readonly LeftFile[];
  /** Journals that cannot be used, damaged or of another dataset: absolute paths. They stay as they are. */
  readonly unusable: readonly string[];
  /** What else was made with it, and is to be undone with it. */
  readonly together?: string;
}

interface Pending {
  readonly entry: JournalEntry;
  readonly now: Uint8Array;
}

/** What is to be done to undo one journal, as the files are now. */
interface Todo {
  readonly restore: readonly Pending[];
  /** Files that are neither as the change left them nor as they were before. */
  readonly changed: readonly (JournalEntry | JournalCreation)[];
  /** Files that still have their new name, from it to the old one. */
  readonly back: readonly FileRename[];
  /** Files that are still as they were made. */
  readonly made: readonly JournalCreation[];
  /** Files that could be undone and are held: somebody goes on writing in them. */
  readonly held: readonly string[];
}

/**
 * Takes the last change of a dataset back that can be, while nobody else changes it. A file is undone only while it is as the change left
 * it; a change of which every file was changed since makes way for the one before it.
 * @param unsaved files, relative to the root, that an editor holds another text of than the disk: they are left alone. A change of which
 * nothing but such files is left to undo does not make way for the one before it.
 */
export async function undoLast(
  workspace: WritableWorkspace,
  journals: Journals,
  unsaved: ReadonlySet<string> = new Set(),
  pace: Pace = {},
): Promise<UndoResult> {
  const unusable: string[] = [];
  let stuck: UndoResult | null = null;
  for await (const { path, journal } of journals.list()) {
    if (!journal) {
      unusable.push(path);
      continue;
    }
    if (journal.entries.length + journal.renames.length + journal.creations.length === 0) continue;
    const todo = await todoOf(workspace, journals.root, journal, unsaved);
    const undoable = todo.restore.length + todo.back.length + todo.made.length;
    if (undoable + todo.changed.length + todo.held.length === 0) {
      // It never got as far as the first file, or somebody put all of them back.
      await journals.drop(path);
      continue;
    }
    if (undoable > 0) return { ...(await restore(workspace, journals, path, journal, todo, pace)), unusable };
    stuck ??= {
      kind: 'partly',
      title: journal.title,
      files: [],
      gone: [],
      left: leftOf(todo),
      unusable,
    };
    if (todo.held.length > 0) break;
  }
  return stuck ?? { kind: 'nothing', title: '', files: [], gone: [], left: [], unusable };
}

async function todoOf(
  workspace: WritableWorkspace,
  root: string,
  { entries, renames, creations }: Journal,
  unsaved: ReadonlySet<string>,
): Promise<Todo> {
  const held: string[] = [];
  const isHeld = (file: string): boolean => unsaved.has(file) && held.push(file) > 0;
  const restore: Pending[] = [];
  const changed: (JournalEntry | JournalCreation)[] = [];
  for (const entry of entries) {
    const now = await workspace.read(`${root}/${entry.file}`).catch(() => null);
    const hash = now && hashOf(now);
    // A file that the change never reached, because it failed or was interrupted, needs nothing.
    if (hash === entry.beforeHash) continue;
    if (now && hash === entry.afterHash) {
      if (!isHeld(entry.file)) restore.push({ entry, now });
    } else changed.push(entry);
  }
  const back: FileRename[] = [];
  for (const { from, to, hash } of renames)
    if ((await hashAt(workspace, `${root}/${to}`)) === hash && !isHeld(to)) back.push({ from: to, to: from });
  const made: JournalCreation[] = [];
  for (const creation of creations) {
    const hash = await hashAt(workspace, `${root}/${creation.file}`);
    if (hash === hashOf(bytesOf(creation.bytes))) {
      if (!isHeld(creation.file)) made.push(creation);
    } else if (hash !== null) changed.push(creation);
  }
  return { restore, changed, back, made, held };
}

async function restore(
  workspace: WritableWorkspace,
  journals: Journals,
  path: string,
  journal: Journal,
  todo: Todo,
  { onProgress, signal }: Pace,
): Promise<Omit<UndoResult, 'unusable'>> {
  const { restore: pending, back, made } = todo;
  const files: string[] = [];
  const gone: string[] = [];
  const left = leftOf(todo);
  await journals.open(path);
  const goesOn = (file: string): boolean => {
    onProgress?.(files.length + gone.length, pending.length + made.length);
    if (signal?.aborted) left.push({ file, reason: 'cancelled' });
    return !signal?.aborted;
  };
  for (const { entry, now } of pending) {
    if (!goesOn(entry.file)) continue;
    try {
      if (await journals.strays(entry.file, entry.target)) throw new FileProblem(entry.file, 'leads outside');
      await workspace.write(`${journals.root}/${entry.file}`, bytesOf(entry.before), now);
      files.push(entry.file);
    } catch (error) {
      left.push({ file: entry.file, reason: reasonOf(error) });
    }
  }
  for (const { file } of made) {
    if (!goesOn(file)) continue;
    try {
      // Where links lead out by now lies none of ours.
      if (await journals.strays(file, undefined)) throw new FileProblem(file, 'leads outside');
      await workspace.remove(`${journals.root}/${file}`);
      gone.push(file);
    } catch (error) {
      left.push({ file, reason: reasonOf(error) });
    }
  }
  const renamed = await renameFiles(
    workspace,
    journals.root,
    back.filter(({ from }) => goesOn(from)),
  );
  append(files, renamed.done);
  append(left, renamed.failed);
  await journals.close(path);
  if (left.length === 0) await journals.drop(path);
  else {
    const names = new Set(left.map(({ file }) => file));
    const entries = journal.entries.filter(({ file }) => names.has(file));
    const renames = journal.renames.filter(({ to }) => names.has(to));
    const creations = journal.creations.filter(({ file }) => names.has(file));
    await journals.replace(path, { ...journal, entries, renames, creations });
  }
  append(files, gone);
  const { title, together } = journal;
  const kind = left.length === 0 ? 'undone' : 'partly';
  return { kind, title, files, gone, left, ...(together === undefined ? {} : { together }) };
}

const leftOf = ({ changed, held }: Todo): LeftFile[] => [
  ...changed.map(({ file }) => ({ file, reason: 'changed since' })),
  ...held.map((file) => ({ file, reason: 'unsaved' })),
];
