import type { BitReader } from './bit-reader.ts';

const LONGEST = 15;
/** Bits that are looked up at once; longer codes are read on bit by bit. */
const TABLE_BITS = 8;

/** A canonical prefix code: `read` gives the next symbol, −1 where the bits are no code. */
export interface PrefixCode {
  read(reader: BitReader): number;
}

/**
 * The code with these lengths; null when they are no whole tree (RFC 9649, section 3.7.2). One symbol alone takes no bits.
 */
export function prefixCode(lengths: Uint8Array): PrefixCode | null {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) if (length > 0) counts[length]!++;
  const used = counts.reduce((sum, count) => sum + count, 0);
  if (used === 0) return null;
  if (used === 1) {
    const only = lengths.findIndex((length) => length > 0);
    return { read: () => only };
  }
  let open = 1;
  for (let length = 1; length <= LONGEST; length++) {
    open = 2 * open - counts[length]!;
    if (open < 0) return null;
  }
  if (open !== 0) return null;
  const starts = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++) starts[length + 1] = starts[length]! + counts[length]!;
  const symbols = new Uint16Array(used);
  const next = starts.slice();
  for (const [symbol, length] of lengths.entries()) if (length > 0) symbols[next[length]!++] = symbol;
  const table = shortCodes(counts, symbols);
  return {
    read(reader) {
      const entry = table[reader.peek(TABLE_BITS)]!;
      if (entry > 0) {
        reader.skip(entry & 15);
        return entry >> 4;
      }
      let code = 0;
      let first = 0;
      let at = 0;
      for (let length = 1; length <= LONGEST; length++) {
        code |= reader.bits(1);
        const count = counts[length]!;
        if (code - count < first) return symbols[at + code - first]!;
        at += count;
        first = (first + count) << 1;
        code <<= 1;
      }
      return -1;
    },
  };
}

/** By the next bits, the first one lowest: symbol times 16 plus length of the code; 0 where the code is longer. */
function shortCodes(counts: Uint16Array, symbols: Uint16Array): Uint32Array {
  const table = new Uint32Array(1 << TABLE_BITS);
  let code = 0;
  let at = 0;
  for (let length = 1; length <= TABLE_BITS; length++) {
    code <<= 1;
    for (let k = 0; k < counts[length]!; k++, code++, at++) {
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
      for (let i = reversed; i < table.length; i += 1 << length) table[i] = (symbols[at]! << 4) | length;
    }
  }
  return table;
}
