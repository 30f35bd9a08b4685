import { randomUUID } from 'node:crypto';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import type { FileChange } from './change.ts';
import { MoveAside, type MovedAside, type MovedGroup } from './move-aside.ts';
import type { Pace } from './pace.ts';
import type { UndoResult } from './undo.ts';
import { CaptionWriter, type WriteResult } from './writer.ts';

/** What became of changes that were made as one. */
export interface MadeTogetherResult {
  /** Null where nothing was to be moved. */
  readonly moves: MovedAside | null;
  readonly written: WriteResult;
}

/** Edits of captions and moves out of the dataset that belong to one decision: they are made together, and one undo takes both back. */
export class MadeTogether {
  readonly #writer: CaptionWriter;
  readonly #moves: MoveAside;

  /** @param folder where changes are noted; must not lie in a dataset */
  constructor(workspace: WritableWorkspace, folder: string) {
    this.#writer = new CaptionWriter(workspace, folder);
    this.#moves = new MoveAside(workspace, folder);
  }

  /** Rejects with FileProblem when nothing can be noted; nothing is changed then. */
  async apply(
    root: string,
    title: string,
    changes: readonly FileChange[],
    groups: readonly MovedGroup[],
  ): Promise<MadeTogetherResult> {
    const together = changes.length > 0 && groups.length > 0 ? randomUUID() : undefined;
    const moves = groups.length === 0 ? null : await this.#moves.apply(root, groups, together);
    return { moves, written: await this.#writer.apply(root, title, changes, { together }) };
  }

  /**
   * Takes the last change of a dataset back, with the move that was made together with it.
   * @param alone take the last move back where no change is left
   * @param unsaved files that an editor holds another text of; see `undoLast`
   */
  async undo(
    root: string,
    alone: boolean,
    unsaved?: ReadonlySet<string>,
    pace?: Pace,
  ): Promise<UndoResult & { readonly moved: MovedAside | null }> {
    const undone = await this.#writer.undo(root, unsaved, pace);
    if (undone.kind === 'nothing') return { ...undone, moved: alone ? await this.#moves.undo(root) : null };
    return { ...undone, moved: undone.together ? await this.#moves.undo(root, undone.together) : null };
  }
}
