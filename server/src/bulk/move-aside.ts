import { append } from '../ground/append.ts';
import { extensionOf, folderOf, withoutExtension } from '../ground/paths.ts';
import { FileProblem, reasonOf, type WritableWorkspace } from '../workspace/workspace.ts';
import type { LeftFile } from './change.ts';
import { asideFolder, type Journal, type JournalMove } from './journal.ts';
import { Journals } from './journals.ts';

/** What became of images that were moved. Files are relative to the dataset's root. */
export interface MovedAside {
  /** Absolute path of the folder they are in now. */
  readonly folder: string;
  readonly moved: readonly string[];
  /** Files left where they were. */
  readonly failed: readonly LeftFile[];
}

/** Files that belong together: an image and its captions. They move together or not at all. */
export type MovedGroup = readonly string[];

/**
 * Moves files of a dataset to a folder beside it, and back. What is to be moved is noted before the first file is, in the dataset's
 * journals, so that an undo works after a crash too, move after move. Nothing is ever overwritten or deleted.
 */
export class MoveAside {
  readonly #workspace: WritableWorkspace;
  readonly #folder: string;

  /** @param folder where moves are noted; must not lie in a dataset */
  constructor(workspace: WritableWorkspace, folder: string) {
    this.#workspace = workspace;
    this.#folder = folder;
  }

  /**
   * Moves groups of files, relative to the root; a group of which one file cannot be moved stays whole.
   * @param together names what is undone with it
   */
  async apply(root: string, groups: readonly MovedGroup[], together?: string): Promise<MovedAside> {
    const folder = asideFolder(root);
    return Journals.locked(this.#workspace, this.#folder, root, async (journals) => {
      const moved: string[] = [];
      const failed: LeftFile[] = [];
      const planned: JournalMove[][] = [];
      for (const group of groups) planned.push(await this.#plan(folder, group));
      const noted: JournalMove[] = [];
      for (const move of planned.flat()) {
        const target = await journals.outside(folderOf(move.from));
        noted.push(target === null ? move : { ...move, target });
      }
      const journal = await journals.note('', { moves: noted, together });
      await journals.open(journal);
      for (const moves of planned) {
        const done: JournalMove[] = [];
        try {
          for (const move of moves) {
            await this.#workspace.move(`${root}/${move.from}`, `${folder}/${move.to}`);
            done.push(move);
          }
          append(
            moved,
            moves.map(({ from }) => from),
          );
        } catch (error) {
          const reason = reasonOf(error);
          append(
            failed,
            moves.map(({ from }) => ({ file: from, reason })),
          );
          for (const { from, to } of done.reverse())
            await this.#workspace.move(`${folder}/${to}`, `${root}/${from}`).catch(() => {});
        }
      }
      await journals.close(journal);
      if (moved.length === 0) await journals.drop(journal);
      return { folder, moved, failed };
    });
  }

  /**
   * Moves the files of the last move back; null when there is none. A file whose place is taken stays where it is.
   * @param together of the moves that were made with something else only
   */
  async undo(root: string, together?: string): Promise<MovedAside | null> {
    return Journals.locked(this.#workspace, this.#folder, root, async (journals) => {
      for await (const { path, journal } of journals.list()) {
        if (!journal || journal.moves.length === 0) continue;
        if (together !== undefined && journal.together !== together) continue;
        const result = await this.#back(journals, path, journal);
        if (result.moved.length + result.failed.length > 0) return result;
      }
      return null;
    });
  }

  async #back(journals: Journals, path: string, journal: Journal): Promise<MovedAside> {
    const { root } = journals;
    const folder = asideFolder(root);
    const moved: string[] = [];
    const failed: LeftFile[] = [];
    await journals.open(path);
    for (const { from, to, target } of journal.moves) {
      // A file that never got there has nothing to come back from.
      if (!(await this.#exists(`${folder}/${to}`))) continue;
      try {
        if (await journals.strays(folderOf(from), target)) throw new FileProblem(from, 'leads outside');
        await this.#workspace.move(`${folder}/${to}`, `${root}/${from}`);
        moved.push(from);
      } catch (error) {
        failed.push({ file: from, reason: reasonOf(error) });
      }
    }
    await journals.close(path);
    if (failed.length === 0) await journals.drop(path);
    return { folder: root, moved, failed };
  }

  /** Places for the files of a group: as they are named, or all with one number where a name is taken. */
  async #plan(folder: string, group: MovedGroup): Promise<JournalMove[]> {
    for (let number = 1; ; number++) {
      const moves = group.map((file) => ({
        from: file,
        to: number === 1 ? file : `${withoutExtension(file)} (${number})${extensionOf(file)}`,
      }));
      const taken = await Promise.all(moves.map(({ to }) => this.#exists(`${folder}/${to}`)));
      if (!taken.includes(true)) return moves;
    }
  }

  async #exists(path: string): Promise<boolean> {
    return this.#workspace.stat(path).then(
      () => true,
      () => false,
    );
  }
}

/** An image with the captions that nothing else needs: those of its name that no image which stays has too. */
export function groupOf(
  image: string,
  captions: Iterable<{ readonly file: string; readonly image: string | null }>,
  staying: Iterable<{ readonly file: string; readonly caption: string | null }>,
): MovedGroup {
  const needed = new Set([...staying].map(({ caption }) => caption));
  const own = [...captions].filter((caption) => caption.image === image && !needed.has(caption.file));
  return [image, ...own.map(({ file }) => file)];
}
