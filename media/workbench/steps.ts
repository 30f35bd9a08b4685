import type { ShownState } from './messages.ts';

/**
 * Where the keys lead before the host has said so: the next picture is here already, so it is shown with the key. Each step has a number;
 * what the host says of the current caption counts once it knows the last of them.
 */
export class Steps {
  #turn = 0;
  #host: ShownState | null = null;
  #place: number | null = null;

  /** Whether the keys led farther than the host has said. */
  get isAhead(): boolean {
    return this.#place !== null;
  }

  /** Takes a step. Returns its number, and the state to be shown at once: null where only the host can tell what comes next. */
  take(by: number): { readonly turn: number; readonly state: ShownState | null } {
    const turn = ++this.#turn;
    const host = this.#host;
    const from = this.#place ?? host?.current ?? -1;
    this.#place = host === null || from < 0 ? null : Math.max(0, Math.min(host.count - 1, from + by));
    return { turn, state: host && this.#ahead(host) };
  }

  /** The state to be shown when the host tells its own. */
  told(state: ShownState | null): ShownState | null {
    // Places of another revision are other captions.
    if (state === null || state.turn >= this.#turn || state.revision !== this.#host?.revision) this.#place = null;
    this.#host = state;
    return state && (this.#ahead(state) ?? state);
  }

  #ahead(host: ShownState): ShownState | null {
    return this.#place === null ? null : { ...host, current: this.#place };
  }
}
