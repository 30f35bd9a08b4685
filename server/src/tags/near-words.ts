import { editDistance } from './edit-distance.ts';

/** Shorter words have too many real neighbours. */
export const SHORTEST = 3;
/** A tag of one word has no other words to vouch for it, so it must be this long (or have two letters swapped). */
export const LONE_WORD = 5;
/** Longer runs of letters are no words, and their deletions grow with the square of their length. */
const LONGEST = 40;
/** Two edits are only believed in words of this length. */
const LONG_WORD = 9;

/** The edits that a misspelt word of this length is believed to have at the most. */
export const mostEdits = (word: string): number => (word.length >= LONG_WORD ? 2 : 1);

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

/** The words of a list that are written nearly like a word, by a walk over it: for a few questions that is cheaper than taking it apart. */
export function* nearIn(list: Iterable<string>, word: string): Iterable<string> {
  const limit = mostEdits(word);
  for (const other of list) {
    if (Math.abs(other.length - word.length) > limit) continue;
    if (isNear(word, other, limit) && isComparable(other)) yield other;
  }
}

function isNear(a: string, b: string, limit: number): boolean {
  if (limit > 1) return editDistance(a, b, limit) <= limit;
  // One edit leaves what stands before and behind it, which nearly no two words have in common.
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return Math.max(a.length, b.length) - head - tail <= 2 && editDistance(a, b, limit) <= limit;
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
