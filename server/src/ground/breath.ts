/** Milliseconds of work after which others get their turn. */
const slice = 10;

/** Lets long work give way to what else waits, such as keystrokes: call {@link Breath.give} between its parts. */
export class Breath {
  #since = performance.now();

  /** Settles at once as a rule; after a slice of work when everything that waited had its turn. */
  async give(signal?: AbortSignal): Promise<void> {
    if (performance.now() - this.#since < slice) return;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
