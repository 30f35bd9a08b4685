// Tokens of Qwen2.5 and Qwen3 exactly as their tokenizers make them: one vocabulary, text in NFC, cut by one pattern, bytes merged by rank.
import { once } from '../../ground/once.ts';
import { mergeByHeap } from '../bpe-heap.ts';
import { BYTE_SYMBOL } from '../clip/alphabet.ts';
import { alignNfc } from './nfc.ts';
import { qwenMerges, tokenBytes } from './table.ts';

/** Tokens that are whole wherever they stand in a text (tokenizer.json, added_tokens), by id from 151643. */
const SPECIALS: readonly string[] = [
  ...['<|endoftext|>', '<|im_start|>', '<|im_end|>', '<|object_ref_start|>', '<|object_ref_end|>', '<|box_start|>'],
  ...['<|box_end|>', '<|quad_start|>', '<|quad_end|>', '<|vision_start|>', '<|vision_end|>', '<|vision_pad|>'],
  ...['<|image_pad|>', '<|video_pad|>', '<tool_call>', '</tool_call>', '<|fim_prefix|>', '<|fim_middle|>'],
  ...['<|fim_suffix|>', '<|fim_pad|>', '<|repo_name|>', '<|file_sep|>', '<tool_response>', '</tool_response>'],
  ...['<think>', '</think>'],
];
const FIRST_SPECIAL = 151643;
const specialPattern = once(() => new RegExp(SPECIALS.map((text) => text.replaceAll(/[|/]/g, '\\$&')).join('|'), 'g'));

/**
 * The pieces that are merged one by one (tokenizer.json, pre_tokenizer). White space is Unicode's, as the regular expressions of the original
 * have it: U+0085 is in it, U+FEFF is not.
 */
const piecePattern = once(
  () =>
    /'(?:[sSſtTmMdD]|[rR][eE]|[vV][eE]|[lL][lL])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n]*|\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
);

const encoder = new TextEncoder();

/** Ids of pieces that were met, so that a folder's words are merged once. Forgotten when full. */
const memo = new Map<string, Int32Array>();
const longestMemo = 40;
const memoSize = 20_000;

function idsOf(piece: string): Int32Array {
  const known = memo.get(piece);
  if (known) return known;
  const bytes = encoder.encode(piece);
  const symbols = Int32Array.from(bytes, (byte) => BYTE_SYMBOL[byte]!);
  const ids = symbols.slice(0, mergeByHeap(qwenMerges(), symbols, symbols.length));
  if (piece.length <= longestMemo) {
    if (memo.size >= memoSize) memo.clear();
    memo.set(piece, ids);
  }
  return ids;
}

/** Called for each piece of a text in NFC, with its UTF-16 offset in that text; `special` when it is one whole token. */
type PieceSink = (piece: string, start: number, ids: Int32Array, special: boolean) => void;

function walk(text: string, sink: PieceSink): void {
  let from = 0;
  const ordinary = (end: number): void => {
    for (const match of text.slice(from, end).matchAll(piecePattern()))
      sink(match[0], from + match.index, idsOf(match[0]), false);
  };
  for (const match of text.matchAll(specialPattern())) {
    ordinary(match.index);
    sink(match[0], match.index, Int32Array.of(FIRST_SPECIAL + SPECIALS.indexOf(match[0])), true);
    from = match.index + match[0].length;
  }
  ordinary(text.length);
}

/** The token ids of a text, without template, begin and end marks. Takes any text, never throws. */
export function encodeQwen(text: string): number[] {
  const all: number[] = [];
  walk(text.normalize('NFC'), (_piece, _start, ids) => {
    for (const id of ids) all.push(id);
  });
  return all;
}

/** The number of tokens of a text. */
export function countQwen(text: string): number {
  let count = 0;
  walk(text.normalize('NFC'), (_piece, _start, ids) => {
    count += ids.length;
  });
  return count;
}

/**
 * UTF-16 offset in the text as written at which each token begins; a token that begins inside a character has the character's offset.
 * As many entries as {@link countQwen} counts, never decreasing.
 */
export function qwenStarts(text: string): number[] {
  const normal = text.normalize('NFC');
  const original = normal === text ? null : alignNfc(text, normal);
  const starts: number[] = [];
  walk(normal, (piece, start, ids, special) => {
    let byte = 0;
    let unit = 0;
    let unitByte = 0;
    for (const id of ids) {
      // The character that holds the token's first byte.
      for (;;) {
        const codePoint = piece.codePointAt(unit) ?? 0;
        const bytes = byteLength(codePoint);
        if (special || unitByte + bytes > byte || unit >= piece.length) break;
        unitByte += bytes;
        unit += codePoint > 0xffff ? 2 : 1;
      }
      const at = start + unit;
      starts.push(original ? (original[at] ?? text.length) : at);
      if (!special) byte += tokenBytes(id);
    }
  });
  return starts;
}

const byteLength = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
