// What each token stands for, in bytes. Needed for offsets and display only, so it is made on first use and not to count.
import { END_OF_TEXT, FIRST_MERGED, MERGE_COUNT, START_OF_TEXT, SYMBOL_BYTE } from './alphabet.ts';
import { mergePairs } from './merge-table.ts';

let pairs: Uint16Array | null = null;
let lengths: Uint8Array | null = null;

function symbolPairs(): Uint16Array {
  pairs ??= mergePairs();
  return pairs;
}

/** Length of each token in UTF-8 bytes, by id. */
export function tokenByteLengths(): Uint8Array {
  if (lengths !== null) return lengths;
  const merges = symbolPairs();
  const made = new Uint8Array(END_OF_TEXT + 1).fill(1);
  for (let n = 0; n < MERGE_COUNT; n++) made[FIRST_MERGED + n] = made[merges[2 * n]!]! + made[merges[2 * n + 1]!]!;
  made[START_OF_TEXT] = '<|startoftext|>'.length;
  made[END_OF_TEXT] = '<|endoftext|>'.length;
  lengths = made;
  return made;
}

/** The UTF-8 bytes of a token that is not a special one. */
export function tokenBytes(id: number): number[] {
  if (id < FIRST_MERGED) return [SYMBOL_BYTE[id & 0xff]!];
  const merges = symbolPairs();
  const n = id - FIRST_MERGED;
  return [...tokenBytes(merges[2 * n]!), ...tokenBytes(merges[2 * n + 1]!)];
}

/** A token as text. Bytes that are only a part of a character (often in emoji and Japanese) are written as `\xE3`. */
export function tokenText(id: number): string {
  if (id === START_OF_TEXT) return '<|startoftext|>';
  if (id === END_OF_TEXT) return '<|endoftext|>';
  const bytes = tokenBytes(id);
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    const char = length > 0 && at + length <= bytes.length ? decodeOne(bytes, at, length) : null;
    text += char ?? `\\x${first.toString(16).toUpperCase().padStart(2, '0')}`;
    at += char === null ? 1 : length;
  }
  return text;
}

function decodeOne(bytes: readonly number[], at: number, length: number): string | null {
  if (length === 1) return String.fromCharCode(bytes[at]!);
  let codePoint = bytes[at]! & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]!;
    if ((byte & 0xc0) !== 0x80) return null;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : null;
}
