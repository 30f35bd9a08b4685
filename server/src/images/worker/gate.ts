/**
 * Lets tasks run side by side, or one with nothing beside it. libvips keeps one text of errors for the whole process
 * (vips_error_buffer): of two pictures that fail at once, one can be told the other's reason, or none.
 * A task that asks to be alone goes before those that ask after it.
 */
export class Gate {
  #running = 0;
  /** Ends when the last task that asked to be alone has ended. */
  #alone: Promise<void> = Promise.resolve();
  #idle: (() => void) | null = null;

  /** Runs a task beside others. Rejects as the task does. */
  async together<T>(task: () => Promise<T>): Promise<T> {
    for (let seen = null as Promise<void> | null; seen !== this.#alone; ) {
      seen = this.#alone;
      await seen;
    }
    this.#running++;
    try {
      return await task();
    } finally {
      if (--this.#running === 0) this.#idle?.();
    }
  }

  /** Runs a task once nothing else runs, and nothing beside it. Rejects as the task does. */
  async alone<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#alone;
    let done = (): void => {};
    this.#alone = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      if (this.#running > 0) {
        await new Promise<void>((resolve) => {
          this.#idle = resolve;
        });
        this.#idle = null;
      }
      return await task();
    } finally {
      done();
    }
  }
}
