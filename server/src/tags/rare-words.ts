import { packedRare } from './data/rare.generated.ts';

/** Letters of the words in the filter; shorter ones are slips of others too often, longer ones nobody doubts. */
export const shortestRare = 4;
export const longestRare = 14;

/** Bits of each word, and places that each word sets: three words in a thousand that are none are taken for one. */
const bitsOfWord = 12;
const places = 8;
/** Each character holds six bits, from this one on: all of them can be read in a text. */
const first = 48;
const bitsOfCharacter = 6;

/**
 * Packs words into a Bloom filter: a text of characters with six bits each. It tells which words are surely not in the list; what it says of
 * others is right but for three in a thousand, which costs a slip that is not told and no word that is wrongly called one.
 */
export function filterOf(words: readonly string[]): string {
  const characters = new Uint8Array(Math.ceil((words.length * bitsOfWord) / bitsOfCharacter));
  for (const word of words)
    for (const place of placesOf(word, characters.length * bitsOfCharacter))
      characters[Math.floor(place / bitsOfCharacter)] |= 1 << (place % bitsOfCharacter);
  return Array.from(characters, (bits) => String.fromCharCode(codeOf(bits))).join('');
}

/**
 * Whether a word (lower case) that one letter or its sound makes a word of the dictionaries is one by itself, of a large list of English:
 * "cringle", "arils", "clint".
 */
export function isRareWord(word: string): boolean {
  if (word.length < shortestRare || word.length > longestRare || !/^[a-z]+$/.test(word)) return false;
  const filter = packedRare();
  for (const place of placesOf(word, filter.length * bitsOfCharacter)) {
    const bits = bitsAt(filter.charCodeAt(Math.floor(place / bitsOfCharacter)));
    if ((bits & (1 << (place % bitsOfCharacter))) === 0) return false;
  }
  return true;
}

const backslash = 92;
/** 64 characters without the backslash, which a text in the code would need twice. */
const codeOf = (bits: number): number => (first + bits === backslash ? first + 2 ** bitsOfCharacter : first + bits);
const bitsAt = (code: number): number => (code === first + 2 ** bitsOfCharacter ? backslash - first : code - first);

/** The places of a word in a filter of so many bits: two numbers of its letters (FNV-1a), added again and again. */
function* placesOf(word: string, bits: number): Iterable<number> {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < word.length; at++) {
    a = Math.imul(a ^ word.charCodeAt(at), 0x1000193);
    b = Math.imul(b ^ word.charCodeAt(word.length - 1 - at), 0x85ebca6b) + 1;
  }
  for (let at = 0; at < places; at++) yield ((a >>> 0) + at * (b >>> 0)) % bits;
}
