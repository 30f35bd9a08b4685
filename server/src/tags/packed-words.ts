/**
 * A sorted list of words (letters a to z only) as one text: each word is a capital letter that says how many letters it
 * shares with the word before it (A none, Z 25), then its other letters. Every 32nd word shares none, so that one can be
 * looked up without unpacking the rest.
 */
const blockSize = 32;
const capitalA = 65;
const longestShared = 25;

/** Packs words; the order and repeats of the list do not matter. */
export function packWords(list: readonly string[]): string {
  const parts: string[] = [];
  let before = '';
  for (const [at, word] of [...new Set(list)].sort().entries()) {
    let shared = 0;
    if (at % blockSize !== 0)
      while (shared < longestShared && shared < before.length && before[shared] === word[shared]) shared++;
    parts.push(String.fromCharCode(capitalA + shared), word.slice(shared));
    before = word;
  }
  return parts.join('');
}

/** Looks words up in a packed list; costs a few microseconds, and memory for one number per 32 words. */
export class PackedWords {
  readonly #packed: string;
  /** Where each block begins. */
  #blocks: Uint32Array | null = null;

  constructor(packed: string) {
    this.#packed = packed;
  }

  has(word: string): boolean {
    this.#blocks ??= blockStarts(this.#packed);
    const blocks = this.#blocks;
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#wordAt(blocks[middle]) <= word) low = middle;
      else high = middle - 1;
    }
    let current = '';
    for (let at = blocks[low] ?? this.#packed.length; at < (blocks[low + 1] ?? this.#packed.length); ) {
      const rest = this.#wordAt(at);
      current = current.slice(0, this.#packed.charCodeAt(at) - capitalA) + rest;
      if (current === word) return true;
      if (current > word) return false;
      at += rest.length + 1;
    }
    return false;
  }

  /** The letters behind the capital at `at`. */
  #wordAt(at: number): string {
    let end = at + 1;
    while (this.#packed.charCodeAt(end) > capitalA + longestShared) end++;
    return this.#packed.slice(at + 1, end);
  }
}

function blockStarts(packed: string): Uint32Array {
  const starts: number[] = [];
  let words = 0;
  for (let at = 0; at < packed.length; at++) {
    if (packed.charCodeAt(at) > capitalA + longestShared) continue;
    if (words++ % blockSize === 0) starts.push(at);
  }
  return Uint32Array.from(starts);
}
