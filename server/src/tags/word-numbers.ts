import type { Word } from './word.ts';

/** Stands where nothing was asked yet. */
const unknown = -0x80000000;

/**
 * One whole number for each tag of a folder, found out when it is first asked for and kept in a row by the numbers of the tags. Whoever
 * goes through all captions asks a few numbers of a million tags: in a row they stay beside the processor, where the words themselves lie
 * all over the memory, and waiting for those took a third of an audit.
 */
export class WordNumbers {
  readonly #word: (id: number) => Word;
  readonly #answer: (word: Word) => number;
  #known = new Int32Array(256).fill(unknown);

  /** @param answer a pure question about one tag; the answer has 32 bits and is never the least of those numbers */
  constructor(word: (id: number) => Word, answer: (word: Word) => number) {
    this.#word = word;
    this.#answer = answer;
  }

  /** The number of a tag, by the tag's own number. */
  of(id: number): number {
    const known = id < this.#known.length ? this.#known[id] : unknown;
    return known === unknown ? this.#find(id) : known;
  }

  /** The numbers of many tags. */
  all(ids: ArrayLike<number>): number[] {
    // With its length known: a list that grows by one is moved four times for the tags of a caption.
    const found = new Array<number>(ids.length);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at];
      const known = id < this.#known.length ? this.#known[id] : unknown;
      found[at] = known === unknown ? this.#find(id) : known;
    }
    return found;
  }

  /** Forgets tags whose numbers stand for others from now on. */
  forget(ids: readonly number[]): void {
    for (const id of ids) if (id < this.#known.length) this.#known[id] = unknown;
  }

  #find(id: number): number {
    if (id >= this.#known.length) {
      const more = new Int32Array(Math.max(id + 1, this.#known.length * 2)).fill(unknown);
      more.set(this.#known);
      this.#known = more;
    }
    const found = this.#answer(this.#word(id));
    this.#known[id] = found;
    return found;
  }
}

/** The tags of a folder, by their numbers. */
export interface NumberedWords {
  word(id: number): Word;
  /** The same row for the same question. */
  numbers(answer: (word: Word) => number): WordNumbers;
}

/** The flags of a tag. */
export const flagsOfWord = ({ flags }: Word): number => flags;
