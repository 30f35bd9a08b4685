/** Codes up to this length are found by one look-up. */
const FAST = 10;

/** A Huffman table (ITU-T T.81, annex C) made for reading. */
export interface HuffmanTable {
  /** By the next ten bits: length · 256 + symbol; 0 where the code is longer or does not exist. */
  readonly fast: Uint16Array;
  /** Per length 1–16: the largest code, −1 where there is none, and what to add to a code for its place in `symbols`. */
  readonly largest: Int32Array;
  readonly offset: Int32Array;
  readonly symbols: Uint8Array;
}

/** Builds a table from the counts of codes per length and the symbols; null when the counts make no code. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const fast = new Uint16Array(1 << FAST);
  const largest = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1]!;
    if (code + count > 1 << length) return null;
    offset[length] = place - code;
    for (let i = 0; i < count; i++, code++, place++) {
      if (length > FAST) continue;
      const entry = (length << 8) | symbols[place]!;
      fast.fill(entry, code << (FAST - length), (code + 1) << (FAST - length));
    }
    if (count > 0) largest[length] = code - 1;
    code <<= 1;
  }
  return { fast, largest, offset, symbols };
}
