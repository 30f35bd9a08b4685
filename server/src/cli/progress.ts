/** A line on standard error that counts along; silent unless standard error is a terminal. */
export class ProgressLine {
  readonly #active: boolean;
  #last = 0;

  constructor(wanted: boolean) {
    this.#active = wanted && process.stderr.isTTY === true;
  }

  /** Shows where the work is, at most ten times a second. */
  update(label: string, done: number, total: number): void {
    const now = Date.now();
    if (!this.#active || (now - this.#last < 100 && done < total)) return;
    this.#last = now;
    process.stderr.write(`\r\x1b[K${label} ${done}/${total}`);
  }

  clear(): void {
    if (this.#active) process.stderr.write('\r\x1b[K');
  }
}
