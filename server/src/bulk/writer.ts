import { append } from '../ground/append.ts';
import { FileProblem, reasonOf, type WritableWorkspace } from '../workspace/workspace.ts';
import { type FileChange, hashOf, type LeftFile, same, staysInside } from './change.ts';
import { bytesOf, entryOf, type Journal, type JournalEntry, type JournalRename, Journals } from './journals.ts';

/** What became of a change of many files. */
export interface WriteResult {
  readonly written: readonly string[];
  /** Files left as they were: changed on disk meanwhile, not writable, or without a byte after the change. */
  readonly failed: readonly LeftFile[];
}

/** What became of an undo. */
export interface UndoResult {
  /** `partly`: `left` is still to be undone, by another undo. `nothing`: there is nothing noted. */
  readonly kind: 'undone' | 'partly' | 'nothing';
  readonly title: string;
  /** Files that have their old bytes again. */
  readonly files: readonly string[];
  readonly left: readonly LeftFile[];
  /** Journals that cannot be used, damaged or of another dataset: absolute paths. They stay as they are. */
  readonly unusable: readonly string[];
  /** What else was made with it, and is to be undone with it. */
  readonly together?: string;
}

/** A file and the name it is to get, both relative to the dataset's root. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

export interface WriteOptions {
  /** Files that get another name in the same change; one whose place is taken keeps its own. */
  readonly renames?: readonly FileRename[];
  /** Also changes that leave a file of 0 bytes, which stops training. Default false. */
  readonly allowEmpty?: boolean;
  /** Names what is undone with it. */
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
  readonly changed: readonly JournalEntry[];
  /** Files that still have their new name, from it to the old one. */
  readonly back: readonly FileRename[];
}

/**
 * Everything that changes captions on disk goes through here: what is planned is compared with what is there now, noted in a journal,
 * written, and told. One change at a time per dataset, across processes. What fails is left as it is and named, the rest is done.
 * Undo gives back the bytes of the last change; a file is undone only while it is as the change left it.
 */
export class CaptionWriter {
  readonly #workspace: WritableWorkspace;
  readonly #folder: string;

  /** @param folder where journals are kept, one folder below it per dataset; must not lie in a dataset */
  constructor(workspace: WritableWorkspace, folder: string) {
    this.#workspace = workspace;
    this.#folder = folder;
  }

  /** Writes changes of a dataset's files. Rejects with FileProblem when they cannot be noted; then nothing is written. */
  async apply(
    root: string,
    title: string,
    changes: readonly FileChange[],
    { allowEmpty = false, renames = [], together }: WriteOptions = {},
  ): Promise<WriteResult> {
    if (changes.length + renames.length === 0) return { written: [], failed: [] };
    return Journals.locked(this.#workspace, this.#folder, root, async (journals) => {
      const failed: LeftFile[] = [];
      const ready: FileChange[] = [];
      for (const change of changes) {
        const reason = await this.#refusal(root, change, allowEmpty);
        if (reason === null) ready.push(change);
        else failed.push({ file: change.file, reason });
      }
      if (ready.length + renames.length === 0) return { written: [], failed };
      const entries: JournalEntry[] = [];
      for (const change of ready) entries.push(entryOf(change, await journals.outside(change.file)));
      const journal = await journals.note(title, { entries, renames: await this.#hashed(root, renames), together });
      await journals.open(journal);
      const written: string[] = [];
      for (const { file, before, after } of ready) {
        try {
          await this.#workspace.write(`${root}/${file}`, after, before);
          written.push(file);
        } catch (error) {
          failed.push({ file, reason: reasonOf(error) });
        }
      }
      const renamed = await this.#rename(root, renames);
      append(failed, renamed.failed);
      append(written, renamed.done);
      await journals.close(journal);
      if (written.length === 0) await journals.drop(journal);
      return { written, failed };
    });
  }

  /**
   * Takes the last change of a dataset back that can be. Goes on after a file that cannot be written; repeated until nothing is left,
   * it undoes everything that is noted. A change of which every file was changed since makes way for the one before it.
   */
  async undo(root: string): Promise<UndoResult> {
    return Journals.locked(this.#workspace, this.#folder, root, async (journals) => {
      const unusable: string[] = [];
      let stuck: UndoResult | null = null;
      for await (const { path, journal } of journals.list()) {
        if (!journal) {
          unusable.push(path);
          continue;
        }
        if (journal.entries.length + journal.renames.length === 0) continue;
        const todo = await this.#todo(root, journal);
        if (todo.restore.length + todo.changed.length + todo.back.length === 0) {
          // It never got as far as the first file, or somebody put all of them back.
          await journals.drop(path);
          continue;
        }
        if (todo.restore.length + todo.back.length > 0)
          return { ...(await this.#restore(journals, path, journal, todo)), unusable };
        stuck ??= { kind: 'partly', title: journal.title, files: [], left: todo.changed.map(changedSince), unusable };
      }
      return stuck ?? { kind: 'nothing', title: '', files: [], left: [], unusable };
    });
  }

  /** Puts in order what an interrupted change of a dataset left, unless a change is under way. Never fails. */
  async recover(root: string): Promise<void> {
    await Journals.recover(this.#workspace, this.#folder, root).catch(() => {});
  }

  async #refusal(root: string, { file, before, after }: FileChange, allowEmpty: boolean): Promise<string | null> {
    if (!staysInside(file)) return 'ENOENT';
    if (after.length === 0 && before.length > 0 && !allowEmpty) return 'would be empty';
    try {
      return same(await this.#workspace.read(`${root}/${file}`), before) ? null : 'changed meanwhile';
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** Gives files other names of the same dataset; a name that is taken stays. */
  async #rename(root: string, renames: readonly FileRename[]): Promise<{ done: string[]; failed: LeftFile[] }> {
    const done: string[] = [];
    const failed: LeftFile[] = [];
    for (const { from, to } of renames)
      try {
        await this.#workspace.move(`${root}/${from}`, `${root}/${to}`);
        done.push(to);
      } catch (error) {
        failed.push({ file: from, reason: reasonOf(error) });
      }
    return { done, failed };
  }

  /** With what tells each file from others; one that cannot be read is left out, and its rename fails by itself. */
  async #hashed(root: string, renames: readonly FileRename[]): Promise<JournalRename[]> {
    const found: JournalRename[] = [];
    for (const { from, to } of renames) {
      const hash = await this.#hashAt(`${root}/${from}`);
      if (hash !== null) found.push({ from, to, hash });
    }
    return found;
  }

  async #hashAt(path: string): Promise<string | null> {
    return this.#workspace.read(path).then(hashOf, () => null);
  }

  async #todo(root: string, { entries, renames }: Journal): Promise<Todo> {
    const restore: Pending[] = [];
    const changed: JournalEntry[] = [];
    for (const entry of entries) {
      const now = await this.#workspace.read(`${root}/${entry.file}`).catch(() => null);
      const hash = now && hashOf(now);
      // A file that the change never reached, because it failed or was interrupted, needs nothing.
      if (hash === entry.beforeHash) continue;
      if (now && hash === entry.afterHash) restore.push({ entry, now });
      else changed.push(entry);
    }
    const back: FileRename[] = [];
    for (const { from, to, hash } of renames)
      if ((await this.#hashAt(`${root}/${to}`)) === hash) back.push({ from: to, to: from });
    return { restore, changed, back };
  }

  async #restore(
    journals: Journals,
    path: string,
    journal: Journal,
    { restore, changed, back }: Todo,
  ): Promise<Omit<UndoResult, 'unusable'>> {
    const files: string[] = [];
    const left: LeftFile[] = changed.map(changedSince);
    await journals.open(path);
    for (const { entry, now } of restore) {
      try {
        if (await journals.strays(entry.file, entry.target)) throw new FileProblem(entry.file, 'leads outside');
        await this.#workspace.write(`${journals.root}/${entry.file}`, bytesOf(entry.before), now);
        files.push(entry.file);
      } catch (error) {
        left.push({ file: entry.file, reason: reasonOf(error) });
      }
    }
    const renamed = await this.#rename(journals.root, back);
    append(files, renamed.done);
    append(left, renamed.failed);
    await journals.close(path);
    if (left.length === 0) await journals.drop(path);
    else {
      const names = new Set(left.map(({ file }) => file));
      const entries = journal.entries.filter(({ file }) => names.has(file));
      await journals.replace(path, { ...journal, entries, renames: journal.renames.filter(({ to }) => names.has(to)) });
    }
    const { title, together } = journal;
    const kind = left.length === 0 ? 'undone' : 'partly';
    return { kind, title, files, left, ...(together === undefined ? {} : { together }) };
  }
}

const changedSince = ({ file }: JournalEntry): LeftFile => ({ file, reason: 'changed since' });
