import { applyDifference, type Difference, differenceOf, sharing } from './difference.ts';
import { finishInBreaths } from './steps.ts';

/** An answer that its asker may come back for later. */
export type Live<T> = T & { readonly revision: number };

/** An answer for somebody who has an earlier one, or none. */
export type LiveAnswer<T> =
  | Live<T>
  /** `difference` makes the answer of `since` that of `revision`; null: nothing changed. */
  | { readonly revision: number; readonly since: number; readonly difference: Difference | null };

/** Remembers what was answered last, to tell the next answer by its difference. */
export class LiveAnswers<T extends object> {
  #revision = 0;
  #last: T | null = null;

  /** Number of the last answer; 0 before the first. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * In breaths; answers are given in turn.
   * @param since the revision that the asker has; the answer is whole without it, or when another one was given last
   */
  async answer(state: T, since?: number): Promise<LiveAnswer<T>> {
    const next = this.#last === null ? state : await finishInBreaths(sharing(this.#last, state));
    const known = since !== undefined && since === this.#revision ? this.#last : null;
    const revision = ++this.#revision;
    if (!known) {
      this.#last = next;
      return { ...next, revision };
    }
    const difference = differenceOf(known, next);
    this.#last = next;
    return { revision, since: since as number, difference };
  }
}

/** What the asker has after an answer; null when it has to ask for the whole. */
export function takeAnswer<T extends object>(had: Live<T> | null, answer: LiveAnswer<T>): Live<T> | null {
  if (!('difference' in answer)) return answer;
  if (had?.revision !== answer.since) return null;
  const { difference, revision } = answer;
  return { ...(difference ? (applyDifference(had, difference) as Live<T>) : had), revision };
}
