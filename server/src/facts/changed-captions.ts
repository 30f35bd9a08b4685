/** Changes that are remembered at the least: more than are made between two looks of somebody who looks after every pause in typing. */
const remembered = 4096;

/** Which captions changed, by their numbers and in order: whoever counted all of them looks at those again, and walks through no others. */
export class ChangedCaptions {
  readonly #numbers: number[] = [];
  #count = 0;

  /** How many changes there were so far. */
  get count(): number {
    return this.#count;
  }

  /** A caption came, went or became another one. */
  note(number: number): void {
    this.#count++;
    this.#numbers.push(number);
    if (this.#numbers.length >= 2 * remembered) this.#numbers.splice(0, remembered);
  }

  /** The captions that changed since there were so many changes, some of them repeatedly; null where that is not remembered. */
  since(count: number): readonly number[] | null {
    const missed = this.#count - count;
    if (missed > this.#numbers.length) return null;
    return this.#numbers.slice(this.#numbers.length - missed);
  }
}
