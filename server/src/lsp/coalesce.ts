/**
 * Collects values that come in bursts and hands them on together: after a quiet moment, or when enough time has passed
 * since the first of them. While one batch is worked on, the next is collected.
 */
export class Coalescer<K, V> {
  readonly #work: (batch: Map<K, V>) => Promise<void>;
  readonly #quiet: number;
  readonly #longest: number;
  #batch = new Map<K, V>();
  #first = 0;
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> | null = null;
  readonly #waiting: (() => void)[] = [];

  /** @param quiet milliseconds without news, @param longest milliseconds after which the batch goes on anyway */
  constructor(work: (batch: Map<K, V>) => Promise<void>, quiet: number, longest: number) {
    this.#work = work;
    this.#quiet = quiet;
    this.#longest = longest;
  }

  /** Adds a value; `merge` says what becomes of one that is waiting under the same key. */
  add(key: K, value: V, merge: (waiting: V, value: V) => V): void {
    const waiting = this.#batch.get(key);
    if (this.#batch.size === 0) this.#first = Date.now();
    this.#batch.set(key, waiting === undefined ? value : merge(waiting, value));
    if (this.#timer) clearTimeout(this.#timer);
    const wait = Math.min(this.#quiet, Math.max(0, this.#first + this.#longest - Date.now()));
    this.#timer = setTimeout(() => void this.#flush(), wait);
  }

  /** Settles once nothing is collected or worked on; at once where that is so now. */
  async idle(): Promise<void> {
    while (this.#working || this.#batch.size > 0)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
  }

  async #flush(): Promise<void> {
    this.#timer = null;
    if (this.#working || this.#batch.size === 0) return;
    const batch = this.#batch;
    this.#batch = new Map();
    this.#working = this.#work(batch).finally(() => {
      this.#working = null;
    });
    await this.#working.catch(() => {});
    for (const go of this.#waiting.splice(0)) go();
    if (this.#batch.size > 0 && !this.#timer) await this.#flush();
  }
}
