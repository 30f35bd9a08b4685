import { append } from '../ground/append.ts';
import { reasonOf, type WritableWorkspace } from '../workspace/workspace.ts';
import { type FileChange, type LeftFile, same, staysInside } from './change.ts';
import { entryOf, type JournalCreation, type JournalEntry, type JournalRename } from './journal.ts';
import { Journals } from './journals.ts';
import type { Pace } from './pace.ts';
import { type FileRename, hashAt, renameFiles } from './rename-files.ts';
import { type UndoResult, undoLast } from './undo.ts';

/** What became of a change of many files. */
export interface WriteResult {
  readonly written: readonly string[];
  /** Files left as they were: changed on disk meanwhile, not writable, or without a byte after the change. */
  readonly failed: readonly LeftFile[];
}

/** A file that is made, relative to the dataset's root. */
export interface NewFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface WriteOptions {
  /** Files that are made in the same change; one that is there by then stays as it is. */
  readonly creations?: readonly NewFile[];
  /** Files that get another name in the same change; one whose place is taken keeps its own. */
  readonly renames?: readonly FileRename[];
  /** Also changes that leave a file of 0 bytes, which stops training. Default false. */
  readonly allowEmpty?: boolean;
  /** Names what is undone with it. */
  readonly together?: string;
  readonly pace?: Pace;
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
    { allowEmpty = false, renames = [], creations = [], together, pace = {} }: WriteOptions = {},
  ): Promise<WriteResult> {
    if (changes.length + renames.length + creations.length === 0) return { written: [], failed: [] };
    return Journals.locked(this.#workspace, this.#folder, root, async (journals) => {
      const failed: LeftFile[] = [];
      const ready: FileChange[] = [];
      for (const change of changes) {
        const reason = await this.#refusal(root, change, allowEmpty);
        if (reason === null) ready.push(change);
        else failed.push({ file: change.file, reason });
      }
      const fresh = creations.filter(({ file, bytes }) => {
        const reason = !staysInside(file) ? 'ENOENT' : bytes.length === 0 && !allowEmpty ? 'would be empty' : null;
        if (reason !== null) failed.push({ file, reason });
        return reason === null;
      });
      if (ready.length + renames.length + fresh.length === 0) return { written: [], failed };
      const entries: JournalEntry[] = [];
      for (const change of ready) entries.push(entryOf(change, await journals.outside(change.file)));
      const journal = await journals.note(title, {
        entries,
        renames: await this.#hashed(root, renames),
        creations: await this.#missing(root, fresh),
        together,
      });
      await journals.open(journal);
      const written: string[] = [];
      const total = ready.length + fresh.length;
      const goesOn = (file: string): boolean => {
        pace.onProgress?.(written.length, total);
        if (pace.signal?.aborted) failed.push({ file, reason: 'cancelled' });
        return !pace.signal?.aborted;
      };
      for (const { file, before, after } of ready) {
        if (!goesOn(file)) continue;
        try {
          await this.#workspace.write(`${root}/${file}`, after, before);
          written.push(file);
        } catch (error) {
          failed.push({ file, reason: reasonOf(error) });
        }
      }
      for (const { file, bytes } of fresh) {
        if (!goesOn(file)) continue;
        try {
          await this.#workspace.create(`${root}/${file}`, bytes);
          written.push(file);
        } catch (error) {
          failed.push({ file, reason: reasonOf(error) });
        }
      }
      const wanted = renames.filter(({ from }) => goesOn(from));
      const renamed = await renameFiles(this.#workspace, root, wanted);
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
   * @param unsaved files that an editor holds another text of; see `undoLast`
   */
  async undo(root: string, unsaved?: ReadonlySet<string>, pace?: Pace): Promise<UndoResult> {
    return Journals.locked(this.#workspace, this.#folder, root, (journals) =>
      undoLast(this.#workspace, journals, unsaved, pace),
    );
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

  /** With what tells each file from others; one that cannot be read is left out, and its rename fails by itself. */
  async #hashed(root: string, renames: readonly FileRename[]): Promise<JournalRename[]> {
    const found: JournalRename[] = [];
    for (const { from, to } of renames) {
      const hash = await hashAt(this.#workspace, `${root}/${from}`);
      if (hash !== null) found.push({ from, to, hash });
    }
    return found;
  }

  /** New files as they are noted: one that is there already is none of ours, even where it holds the same. */
  async #missing(root: string, creations: readonly NewFile[]): Promise<JournalCreation[]> {
    const found: JournalCreation[] = [];
    for (const { file, bytes } of creations)
      if ((await hashAt(this.#workspace, `${root}/${file}`)) === null)
        found.push({ file, bytes: Buffer.from(bytes).toString('base64') });
    return found;
  }
}
