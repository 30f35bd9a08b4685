/** Codes up to this length are found by one look-up. */
export const FAST = 10;
const LONGEST = 16;

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

/** Length · 256 + symbol of the code, longer than `FAST`, that 16 bits begin with; −1 when there is none. */
export function codeAt({ largest, offset, symbols }: HuffmanTable, bits: number): number {
  for (let length = FAST + 1; length <= LONGEST; length++) {
    const code = bits >>> (LONGEST - length);
    if (code <= largest[length]!) return (length << 8) | symbols[offset[length]! + code]!;
  }
  return -1;
}

/**
 * Reads the bits of one stretch of entropy-coded data, up to its marker. Beyond the end it gives zeros and counts them:
 * a decoder does the same and only warns.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #held = 0;
  /** Bits asked for beyond the end. */
  missing = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Position of the byte that was not taken yet. */
  get at(): number {
    return this.#at;
  }

  /** Bits taken from the bytes and not used yet. */
  get held(): number {
    return this.#held;
  }

  #fill(): void {
    const bytes = this.#bytes;
    while (this.#held <= 16) {
      let byte = 0;
      if (this.#at < bytes.length) {
        byte = bytes[this.#at]!;
        if (byte !== 0xff) this.#at++;
        else if (bytes[this.#at + 1] === 0) this.#at += 2;
        else {
          byte = 0;
          this.missing += 8;
        }
      } else this.missing += 8;
      this.#bits = (this.#bits << 8) | byte;
      this.#held += 8;
    }
  }

  /** The next symbol; −1 when no code begins like this. */
  symbol(table: HuffmanTable): number {
    if (this.#held < 16) this.#fill();
    const entry = table.fast[(this.#bits >>> (this.#held - FAST)) & ((1 << FAST) - 1)]!;
    if (entry !== 0) {
      this.#held -= entry >> 8;
      return entry & 255;
    }
    const found = codeAt(table, (this.#bits >>> (this.#held - LONGEST)) & 0xffff);
    if (found >= 0) {
      this.#held -= found >> 8;
      return found & 255;
    }
    return -1;
  }

  /** Leaves out up to 16 bits. */
  skip(count: number): void {
    if (this.#held < count) this.#fill();
    this.#held -= count;
  }

  /** Up to 16 bits as a number. */
  read(count: number): number {
    if (count === 0) return 0;
    if (this.#held < count) this.#fill();
    this.#held -= count;
    return (this.#bits >>> this.#held) & ((1 << count) - 1);
  }

  /** Whether more was read than there is. */
  get beyond(): boolean {
    return this.missing > this.#held;
  }
}
