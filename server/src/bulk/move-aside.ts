import { createHash } from 'node:crypto';
import { z } from 'zod';
import { extensionOf, withoutExtension } from '../ground/paths.ts';
import { FileProblem, type WritableWorkspace } from '../workspace/workspace.ts';

const journalSchema = z.object({
  version: z.literal(1),
  root: z.string(),
  moves: z.array(z.object({ from: z.string(), to: z.string() })),
});
type Move = z.infer<typeof journalSchema>['moves'][number];

/** What became of images that were moved. Files are relative to the dataset's root. */
export interface MovedAside {
  /** Absolute path of the folder they are in now. */
  readonly folder: string;
  readonly moved: readonly string[];
  /** Files left where they were, with the reason. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/** Files that belong together: an image and its captions. They move together or not at all. */
export type MovedGroup = readonly string[];

/**
 * Moves files of a dataset to a folder beside it, and back. What is to be moved is noted before the first file is, so that
 * an undo works after a crash too. Nothing is ever overwritten or deleted.
 */
export class MoveAside {
  readonly #workspace: WritableWorkspace;
  readonly #folder: string;

  /** @param folder where moves are noted; must not lie in a dataset */
  constructor(workspace: WritableWorkspace, folder: string) {
    this.#workspace = workspace;
    this.#folder = folder;
  }

  /** The folder beside a dataset that its files are moved to. */
  static folderFor(root: string): string {
    return `${root} - moved aside`;
  }

  /** Moves groups of files, relative to the root; a group of which one file cannot be moved stays whole. */
  async apply(root: string, groups: readonly MovedGroup[]): Promise<MovedAside> {
    const folder = MoveAside.folderFor(root);
    const moved: string[] = [];
    const failed: { file: string; reason: string }[] = [];
    const planned: Move[][] = [];
    for (const group of groups) planned.push(await this.#plan(root, folder, group));
    await this.#note(root, planned.flat());
    for (const moves of planned) {
      const done: Move[] = [];
      try {
        for (const move of moves) {
          await this.#workspace.move(move.from, move.to);
          done.push(move);
        }
        moved.push(...moves.map(({ from }) => from.slice(root.length + 1)));
      } catch (error) {
        const reason = error instanceof FileProblem ? error.reason : String(error);
        failed.push(...moves.map(({ from }) => ({ file: from.slice(root.length + 1), reason })));
        for (const { from, to } of done.reverse()) await this.#workspace.move(to, from).catch(() => {});
      }
    }
    return { folder, moved, failed };
  }

  /** Moves the files of the last move back; null when there is none. A file whose place is taken stays where it is. */
  async undo(root: string): Promise<MovedAside | null> {
    const path = this.#journal(root);
    const bytes = await this.#workspace.read(path).catch(() => null);
    const journal = bytes && journalSchema.safeParse(parse(new TextDecoder().decode(bytes)));
    if (!journal?.success || journal.data.root !== root) return null;
    const moved: string[] = [];
    const failed: { file: string; reason: string }[] = [];
    for (const { from, to } of journal.data.moves) {
      // A file that never got there has nothing to come back from.
      if (!(await this.#exists(to))) continue;
      const file = from.slice(root.length + 1);
      try {
        await this.#workspace.move(to, from);
        moved.push(file);
      } catch (error) {
        failed.push({ file, reason: error instanceof FileProblem ? error.reason : String(error) });
      }
    }
    if (failed.length === 0) await this.#workspace.remove(path);
    return { folder: root, moved, failed };
  }

  /** Places for the files of a group: as they are named, or all with one number where a name is taken. */
  async #plan(root: string, folder: string, group: MovedGroup): Promise<Move[]> {
    for (let number = 1; ; number++) {
      const moves = group.map((file) => {
        const name = number === 1 ? file : `${withoutExtension(file)} (${number})${extensionOf(file)}`;
        return { from: `${root}/${file}`, to: `${folder}/${name}` };
      });
      const taken = await Promise.all(moves.map(({ to }) => this.#exists(to)));
      if (!taken.includes(true)) return moves;
    }
  }

  async #exists(path: string): Promise<boolean> {
    return this.#workspace.stat(path).then(
      () => true,
      () => false,
    );
  }

  #journal(root: string): string {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
    return `${this.#folder}/${name}.json`;
  }

  async #note(root: string, moves: readonly Move[]): Promise<void> {
    const text = JSON.stringify({ version: 1, root, moves });
    await this.#workspace.write(this.#journal(root), new TextEncoder().encode(text));
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
