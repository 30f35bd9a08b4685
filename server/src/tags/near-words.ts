/** Shorter words have too many real neighbours. */
export const SHORTEST = 3;
/** Longer runs of letters are no words, and their deletions grow with the square of their length. */
const LONGEST = 40;
/** Two edits are only believed in words of this length. */
export const LONG_WORD = 9;

/** A word of letters of a length in which typos are looked for. */
export function isComparable(word: string): boolean {
  // `1girl` is a word as well.
  return word.length >= SHORTEST && word.length <= LONGEST && /^\d?[a-z]+$/.test(word);
}

/**
 * Words found by others that are written nearly like them, through what is left of both when letters are left out (Garbe's symmetric
 * delete).
 */
export class NearWords {
  /** By what is left of them. Nearly always that is one word, which is kept without a set: sets for all took 20 MB in a large folder. */
  readonly #words = new Map<string, string | Set<string>>();

  /** Words that are not comparable are left out. */
  add(word: string): void {
    if (!isComparable(word)) return;
    for (const key of deletionsOf(word)) {
      const words = this.#words.get(key);
      if (words === undefined) this.#words.set(key, word);
      else if (typeof words !== 'string') words.add(word);
      else if (words !== word) this.#words.set(key, new Set([words, word]));
    }
  }

  remove(word: string): void {
    if (!isComparable(word)) return;
    for (const key of deletionsOf(word)) {
      const words = this.#words.get(key);
      if (words === word) this.#words.delete(key);
      if (words === undefined || typeof words === 'string') continue;
      words.delete(word);
      if (words.size === 0) this.#words.delete(key);
    }
  }

  /** The words that are written nearly like a word, itself included, those of another list too. */
  near(word: string, others?: NearWords): Set<string> {
    const found = new Set<string>();
    for (const key of deletionsOf(word)) {
      this.#take(key, found);
      if (others) others.#take(key, found);
    }
    return found;
  }

  #take(key: string, found: Set<string>): void {
    const words = this.#words.get(key);
    if (words === undefined) return;
    if (typeof words === 'string') found.add(words);
    else for (const word of words) found.add(word);
  }
}

/** The word itself, with one letter left out, and for long words with two left out. */
function deletionsOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let i = 0; i < word.length; i++) {
    const one = word.slice(0, i) + word.slice(i + 1);
    keys.add(one);
    if (word.length < LONG_WORD - 1) continue;
    for (let k = i; k < one.length; k++) keys.add(one.slice(0, k) + one.slice(k + 1));
  }
  return keys;
}
