/**
 * A sorted list of words (letters a to z only) as one text: each word is a capital letter that says how many letters it
 * shares with the word before it (A none, Z 25), then its other letters. Every 32nd word at least shares none, so that one can be
 * looked up without unpacking the rest.
 */
const blockSize = 32;
const capitalA = 65;
const longestShared = 25;
/** Before a word that shares nothing. */
const whole = 'A';

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

/** The words of a packed list. */
export function* unpackWords(packed: string): Iterable<string> {
  let word = '';
  for (let at = 0; at < packed.length; ) {
    const rest = restAt(packed, at);
    word = word.slice(0, packed.charCodeAt(at) - capitalA) + rest;
    yield word;
    at += rest.length + 1;
  }
}

/** Looks words up in a packed list; costs a few microseconds and no memory. */
export class PackedWords {
  readonly #text: () => string;

  /** @param text gives the packed list; asked when something is looked up, and not before */
  constructor(text: () => string) {
    this.#text = text;
  }

  has(word: string): boolean {
    const packed = this.#text();
    // Halves what is left between a place that begins with a whole word not behind the one that is looked for, and one behind it.
    let [low, high] = [0, packed.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const at = packed.indexOf(whole, middle);
      if (at < 0 || at >= high) high = middle;
      else if (restAt(packed, at) <= word) low = at;
      else high = at;
    }
    let current = '';
    for (let at = low; at < packed.length; ) {
      const rest = restAt(packed, at);
      current = current.slice(0, packed.charCodeAt(at) - capitalA) + rest;
      if (current === word) return true;
      if (current > word) return false;
      at += rest.length + 1;
    }
    return false;
  }
}

/** The letters behind the capital at `at`. */
function restAt(packed: string, at: number): string {
  let end = at + 1;
  while (packed.charCodeAt(end) > capitalA + longestShared) end++;
  return packed.slice(at + 1, end);
}
