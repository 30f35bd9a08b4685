// Cuts a chunk (cleaned text without white space) into the pieces that are encoded one by one, as this pattern does:
// <\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+  (ignoring case;
// transformers models/clip/tokenization_clip.py). Works on UTF-16 units in a buffer, so no strings are made.
import { END_OF_TEXT, START_OF_TEXT } from './alphabet.ts';
import { classOf, DIGIT, DROPPED } from './char-class.ts';

/** The code point at `at` of a buffer of UTF-16 units. An unpaired surrogate is its own code point. */
export function codePointIn(units: Uint16Array, at: number, end: number): number {
  const unit = units[at]!;
  if ((unit & 0xfc00) === 0xd800 && at + 1 < end) {
    const low = units[at + 1]!;
    if ((low & 0xfc00) === 0xdc00) return 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
  }
  return unit;
}

const APOSTROPHE = 0x27;
const SPECIALS: readonly (readonly [string, number])[] = [
  ['<|startoftext|>', START_OF_TEXT],
  ['<|endoftext|>', END_OF_TEXT],
];

/** `ſ` is an `s` when case is ignored, and lower-casing keeps it. */
function sameLetter(unit: number | undefined, expected: number): boolean {
  return unit === expected || (unit === 0x17f && expected === 0x73);
}

function startsWith(units: Uint16Array, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (!sameLetter(units[at + i], text.charCodeAt(i))) return false;
  return true;
}

/** Length of the English ending at an apostrophe ('s 't 'm 'd 're 've 'll), or 0. */
function contractionLength(units: Uint16Array, at: number, end: number): number {
  if (at + 1 >= end) return 0;
  const first = units[at + 1]!;
  if (first === 0x73 || first === 0x17f || first === 0x74 || first === 0x6d || first === 0x64) return 2;
  if (at + 2 >= end) return 0;
  const second = units[at + 2]!;
  if ((first === 0x72 || first === 0x76) && second === 0x65) return 3;
  return first === 0x6c && second === 0x6c ? 3 : 0;
}

/** The id of a piece that is exactly a special token, or -1. */
export function specialId(units: Uint16Array, start: number, end: number): number {
  if (units[start] !== 0x3c || units[start + 1] !== 0x7c) return -1;
  for (const [text, id] of SPECIALS) {
    if (
      end - start === text.length &&
      units[start + 2] === text.charCodeAt(2) &&
      units[start + 3] === text.charCodeAt(3)
    ) {
      return id;
    }
  }
  return -1;
}

/** Where the piece that begins at `start` ends. All in UTF-16 units of the buffer; `start` < `end`. */
export function pieceEnd(units: Uint16Array, start: number, end: number): number {
  const first = units[start]!;
  if (first === APOSTROPHE) {
    const length = contractionLength(units, start, end);
    if (length > 0) return start + length;
  } else if (first === 0x3c && units[start + 1] === 0x7c) {
    for (const [text] of SPECIALS) if (startsWith(units, start, end, text)) return start + text.length;
  }
  let codePoint = codePointIn(units, start, end);
  const kind = classOf(codePoint);
  let at = start + (codePoint > 0xffff ? 2 : 1);
  if (kind === DIGIT) return at;
  while (at < end) {
    codePoint = codePointIn(units, at, end);
    if (classOf(codePoint) !== kind) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** Whether the piece from `start` is of characters that CLIP's pattern skips. */
export function isDropped(units: Uint16Array, start: number): boolean {
  const unit = units[start]!;
  return unit > 0x7f && classOf(unit) === DROPPED;
}
