import { eachInSteps, finish, type Steps } from '../ground/steps.ts';
import { bump } from './bump.ts';
import type { CaptionRecord } from './record.ts';

/** Rows kept up to date at the most; the oldest goes first. */
const keptRows = 256;

/** In how many captions tags stand together, for the tags that were asked about: made on first use, then kept by difference. */
export class CooccurrenceRows {
  readonly #rows = new Map<number, Map<number, number>>();

  /** The row of a tag. Without one `captions` are the captions that hold it. */
  of(norm: number, captions: () => Iterable<CaptionRecord>): ReadonlyMap<number, number> {
    let row = this.#rows.get(norm);
    if (row) return row;
    row = finish(rowOf(norm, captions()));
    this.#put(norm, row);
    return row;
  }

  /**
   * Makes the row of a tag in steps, unless there is one.
   * @param revision another number when a caption changed: what was counted until then is of no use
   */
  *make(norm: number, captions: Iterable<CaptionRecord>, revision: () => number): Steps<void> {
    if (this.#rows.has(norm)) return;
    const begun = revision();
    const row = yield* rowOf(norm, captions);
    if (revision() === begun) this.#put(norm, row);
  }

  #put(norm: number, row: Map<number, number>): void {
    for (const oldest of this.#rows.keys()) {
      if (this.#rows.size < keptRows) break;
      this.#rows.delete(oldest);
    }
    this.#rows.set(norm, row);
  }

  /** Rows of tags that came or went change by the whole caption, rows of the tags that stayed by the difference. */
  change(
    before: CaptionRecord | null,
    after: CaptionRecord | null,
    gone: ArrayLike<number>,
    come: ArrayLike<number>,
  ): void {
    if (this.#rows.size === 0 || (gone.length === 0 && come.length === 0)) return;
    for (const norm of Array.from(gone)) countInto(this.#rows.get(norm), before?.norms ?? [], norm, -1);
    for (const norm of Array.from(come)) countInto(this.#rows.get(norm), after?.norms ?? [], norm, 1);
    if (!before || !after) return;
    const changed = new Set(Array.from(come));
    for (const norm of after.norms) {
      if (changed.has(norm)) continue;
      const row = this.#rows.get(norm);
      countInto(row, gone, norm, -1);
      countInto(row, come, norm, 1);
    }
  }
}

/** Counts the tags beside one in captions that hold it. */
function* rowOf(norm: number, captions: Iterable<CaptionRecord>): Steps<Map<number, number>> {
  const row = new Map<number, number>();
  yield* eachInSteps(captions, ({ norms }) => {
    for (let at = 0; at < norms.length; at++) {
      const other = norms[at];
      if (other !== norm) row.set(other, (row.get(other) ?? 0) + 1);
    }
  });
  return row;
}

function countInto(row: Map<number, number> | undefined, others: ArrayLike<number>, except: number, by: 1 | -1): void {
  if (!row) return;
  for (let i = 0; i < others.length; i++) if (others[i] !== except) bump(row, others[i], by);
}
