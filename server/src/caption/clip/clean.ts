// The clean-up before CLIP's tokenizer: ftfy.fix_text, collapse white space, lower-case (transformers
// models/clip/tokenization_clip.py with ftfy installed, which is what sd-scripts runs).
import { fix_text } from 'ftfy-js';

/** Stays as it is. */
export const PLAIN = 0;
/** ASCII capital: lower-cased. */
export const CAPITAL = 1;
/** White space. */
export const SPACE = 2;
/** `&` and `<`: plain unless an HTML entity or a special token begins there. */
export const CHECK = 3;
/** Needs the full clean-up. */
export const COMPLEX = 4;

/**
 * Kind of each code unit in text not yet cleaned. Plain are printable ASCII and the CJK characters that ftfy,
 * normalisation and lower-casing leave alone in any company of plain characters.
 */
export const rawKind: Uint8Array = new Uint8Array(0x10000).fill(COMPLEX);
rawKind.fill(PLAIN, 0x21, 0x7f);
rawKind.fill(CAPITAL, 0x41, 0x5b);
rawKind[0x26] = CHECK;
rawKind[0x3c] = CHECK;
for (const c of [0x09, 0x0a, 0x0c, 0x0d, 0x20]) rawKind[c] = SPACE;
rawKind.fill(PLAIN, 0x3001, 0x3003);
rawKind.fill(PLAIN, 0x3041, 0x3097);
rawKind.fill(PLAIN, 0x30a1, 0x30fd);
rawKind.fill(PLAIN, 0x4e00, 0xa000);
rawKind.fill(PLAIN, 0xac00, 0xd7a4);

/** White space as Python's `regex` module sees it (Unicode White_Space), which JavaScript's \s is not. */
const WHITE_SPACE =
  '\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** Kind of each code unit in cleaned text: nothing is complex any more. */
export const cleanKind: Uint8Array = new Uint8Array(0x10000);
for (const char of WHITE_SPACE) cleanKind[char.charCodeAt(0)] = SPACE;

/** Longest HTML entity ftfy replaces: `&`, `#`, 24 characters, `;`. */
const LONGEST_ENTITY = 27;

/** Whether an HTML entity may begin at the `&` at `at`. */
export function entityMayBegin(text: string, at: number): boolean {
  const end = Math.min(text.length, at + LONGEST_ENTITY);
  for (let i = at + 1; i < end; i++) if (text.charCodeAt(i) === 0x3b) return true;
  return false;
}

/** ftfy.fix_text 6.3.1 with its default options. */
export function fixText(text: string): string {
  return fix_text(text);
}

/** Capitals that have a small letter only since Unicode 15 to 17: the trainer's Python (3.10 to 3.12) keeps them. */
const NEW_CAPITALS = /[\u1c89\ua7cb\ua7cc\ua7ce\ua7d2\ua7d4\ua7da\ua7dc\u{10d50}-\u{10d65}\u{16ea0}-\u{16eb8}]+/u;

/** Lower-cases as Python's `str.lower()` does. */
export function lowerCase(text: string): string {
  if (!NEW_CAPITALS.test(text)) return text.toLowerCase();
  return text
    .split(new RegExp(`(${NEW_CAPITALS.source})`, 'u'))
    .map((part, index) => (index % 2 === 1 ? part : part.toLowerCase()))
    .join('');
}

/** One stretch between special tokens, or a special token itself. */
export interface Segment {
  /** UTF-16 offset in the whole text. */
  readonly start: number;
  readonly text: string;
  readonly special: boolean;
}

/** Cuts a text at the literal special tokens; with `exclamation` the `!` is one of them (Stable Diffusion 2). */
export function splitSpecials(text: string, exclamation: boolean): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(
    exclamation ? /<\|startoftext\|>|<\|endoftext\|>|!/g : /<\|startoftext\|>|<\|endoftext\|>/g,
  )) {
    if (match.index > at) segments.push({ start: at, text: text.slice(at, match.index), special: false });
    segments.push({ start: match.index, text: match[0], special: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) segments.push({ start: at, text: text.slice(at), special: false });
  return segments;
}
