// From text to token ids. Text of plain characters goes straight through, one pass, no strings; any other text is first
// cut at special tokens and cleaned. Chunks between white space are looked up in the memo, then cut into pieces and merged.
import { BYTE_SYMBOL, END_OF_TEXT, EXCLAMATION, START_OF_TEXT, WORD_END_OFFSET } from './alphabet.ts';
import { mergePiece } from './bpe.ts';
import {
  CAPITAL,
  CHECK,
  COMPLEX,
  cleanKind,
  entityMayBegin,
  fixText,
  lowerCase,
  rawKind,
  SPACE,
  splitSpecials,
} from './clean.ts';
import { Kernel } from './kernel/kernel.ts';
import { findWord, HASH_START, HASH_STEP, LONGEST_WORD, memoIds, rememberWord } from './memo.ts';
import { type MergeTable, mergeTable } from './merge-table.ts';
import { codePointIn, isDropped, pieceEnd, specialId } from './pieces.ts';

/** Ids of the text being encoded; grows as needed. Valid until the next call. */
let out = new Uint16Array(1024);
let outLength = 0;
/** Where the ids of the last text are: in `out`, or in the kernel's memory. */
let encoded: Uint16Array = out;
/** The kernel for plain ASCII, compiled when enough was encoded; null where there is no WebAssembly. */
let kernel: Kernel | null | undefined;
/** UTF-16 units that take as long without the kernel as compiling it. */
const WORTH_COMPILING = 2000;
let encodedUnits = 0;
/** The chunk being read, as cleaned UTF-16 units. */
let chunk = new Uint16Array(256);
/** Symbols of the piece being merged. */
let symbols = new Uint16Array(768);

function grown(buffer: Uint16Array, needed: number): Uint16Array<ArrayBuffer> {
  const bigger = new Uint16Array(Math.max(needed, 2 * buffer.length));
  bigger.set(buffer);
  return bigger;
}

const SPACE_UNIT = 0x20;
const EXCLAMATION_MARK = 0x21;

/** Called for each chunk with its UTF-16 offset in the scanned text, its units and its ids: `ids[from, to)`. */
export type ChunkSink = (
  start: number,
  units: Uint16Array,
  length: number,
  ids: Uint16Array,
  from: number,
  to: number,
) => void;

/** Writes the byte symbols of one piece (UTF-8, last byte marked as word end). Returns their number. */
function pieceSymbols(start: number, end: number): number {
  if (symbols.length < 3 * (end - start)) symbols = grown(symbols, 3 * (end - start));
  let n = 0;
  for (let at = start; at < end; at++) {
    const unit = chunk[at]!;
    if (unit < 0x80) {
      symbols[n++] = BYTE_SYMBOL[unit]!;
      continue;
    }
    let codePoint = codePointIn(chunk, at, end);
    if (codePoint > 0xffff) at++;
    else if ((codePoint & 0xf800) === 0xd800) codePoint = 0xfffd;
    if (codePoint < 0x800) symbols[n++] = BYTE_SYMBOL[0xc0 | (codePoint >> 6)]!;
    else {
      if (codePoint < 0x10000) symbols[n++] = BYTE_SYMBOL[0xe0 | (codePoint >> 12)]!;
      else {
        symbols[n++] = BYTE_SYMBOL[0xf0 | (codePoint >> 18)]!;
        symbols[n++] = BYTE_SYMBOL[0x80 | ((codePoint >> 12) & 0x3f)]!;
      }
      symbols[n++] = BYTE_SYMBOL[0x80 | ((codePoint >> 6) & 0x3f)]!;
    }
    symbols[n++] = BYTE_SYMBOL[0x80 | (codePoint & 0x3f)]!;
  }
  symbols[n - 1]! += WORD_END_OFFSET;
  return n;
}

function appendPiece(merges: MergeTable, start: number, end: number): void {
  const special = specialId(chunk, start, end);
  if (special >= 0) {
    appendId(special);
    return;
  }
  if (isDropped(chunk, start)) return;
  // First the symbols, then the buffer: writing them may have made a bigger one.
  const bytes = pieceSymbols(start, end);
  const count = mergePiece(merges, symbols, bytes);
  if (outLength + count > out.length) out = grown(out, outLength + count);
  for (let i = 0; i < count; i++) out[outLength++] = symbols[i]!;
}

function appendId(id: number): void {
  if (outLength === out.length) out = grown(out, outLength + 1);
  out[outLength++] = id;
}

/** Appends the ids of `chunk[start, end)`, through the memo. */
function appendWord(start: number, end: number, hash: number): void {
  const record = findWord(chunk, start, end, hash);
  if (record >= 0) {
    const count = memoIds[record]!;
    if (outLength + count > out.length) out = grown(out, outLength + count);
    for (let i = 0; i < count; i++) out[outLength++] = memoIds[record + 2 + i]!;
    return;
  }
  const from = outLength;
  const merges = mergeTable();
  for (let at = start; at < end; ) {
    const next = pieceEnd(chunk, at, end);
    appendPiece(merges, at, next);
    at = next;
  }
  rememberWord(chunk, start, end, hash, out, from, outLength - from);
}

function appendChunk(length: number, hash: number): void {
  if (length <= LONGEST_WORD) {
    appendWord(0, length, hash);
    return;
  }
  for (let at = 0; at < length; ) {
    const end = pieceEnd(chunk, at, length);
    if (end - at > LONGEST_WORD) appendPiece(mergeTable(), at, end);
    else {
      let pieceHash = HASH_START;
      for (let i = at; i < end; i++) pieceHash = Math.imul(pieceHash ^ chunk[i]!, HASH_STEP);
      appendWord(at, end, pieceHash);
    }
    at = end;
  }
}

/**
 * Appends the ids of a text whose characters all are plain or white space by `kinds`.
 * Returns false, with the ids undone, when the text needs the full clean-up.
 */
function scan(text: string, kinds: Uint8Array, exclamation: boolean, sink: ChunkSink | null): boolean {
  const undo = outLength;
  const length = text.length;
  const mark = exclamation ? EXCLAMATION_MARK : -1;
  let units = chunk;
  let size = 0;
  let hash = HASH_START;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? text.charCodeAt(at) : SPACE_UNIT;
    const kind = kinds[unit]!;
    if (kind >= CHECK && (kind === COMPLEX || needsCleaning(text, at, unit))) {
      outLength = undo;
      return false;
    }
    if (kind !== SPACE && unit !== mark) {
      if (size === units.length) {
        units = grown(units, size + 1);
        chunk = units;
      }
      const small = kind === CAPITAL ? unit + 0x20 : unit;
      units[size++] = small;
      hash = Math.imul(hash ^ small, HASH_STEP);
      continue;
    }
    if (size > 0) {
      const from = outLength;
      appendChunk(size, hash);
      if (sink !== null) sink(at - size, chunk, size, out, from, outLength);
      size = 0;
      hash = HASH_START;
    }
    if (unit === mark) {
      units[0] = unit;
      appendId(EXCLAMATION);
      if (sink !== null) sink(at, chunk, 1, out, outLength - 1, outLength);
    }
  }
  return true;
}

/** Whether the `&` or `<` at `at` begins something that only the full clean-up can treat. */
function needsCleaning(text: string, at: number, unit: number): boolean {
  if (unit === 0x26) return entityMayBegin(text, at);
  return unit === 0x3c && text.charCodeAt(at + 1) === 0x7c;
}

/** Where tokens come from, for callers that need their places in the text. All calls are in the order of the text. */
export interface PartSink {
  /** The chunks that follow are of `cleaned`, made from `original` (at `start` in the whole text) by way of `fixed`. */
  part(start: number, original: string, fixed: string, cleaned: string): void;
  /** One chunk of the current part. */
  chunk: ChunkSink;
  /** One special token, at `start` in the whole text. */
  special(start: number, length: number, id: number): void;
}

/**
 * Encodes a text.
 * @param exclamation whether `!` is a special token (Stable Diffusion 2)
 * @returns the number of ids; they are in `encodedIds()` until the next call
 */
export function run(text: string, exclamation: boolean, sink: PartSink | null): number {
  if (sink === null && !exclamation) {
    if (kernel === undefined) {
      encodedUnits += text.length;
      if (encodedUnits > WORTH_COMPILING) kernel = Kernel.start();
    }
    const count = kernel?.encode(text) ?? -1;
    if (kernel && count >= 0) {
      encoded = kernel.ids;
      return count;
    }
  }
  const count = runHere(text, exclamation, sink);
  encoded = out;
  return count;
}

/** Without the kernel: any text, and with a sink. */
export function runHere(text: string, exclamation: boolean, sink: PartSink | null): number {
  outLength = 0;
  if (!scan(text, rawKind, exclamation, null)) return runParts(text, exclamation, sink);
  if (sink === null) return outLength;
  outLength = 0;
  sink.part(0, text, text, text);
  scan(text, rawKind, exclamation, sink.chunk);
  return outLength;
}

function runParts(text: string, exclamation: boolean, sink: PartSink | null): number {
  for (const segment of splitSpecials(text, exclamation)) {
    if (segment.special) {
      const id = segment.text === '!' ? EXCLAMATION : segment.text === '<|endoftext|>' ? END_OF_TEXT : START_OF_TEXT;
      appendId(id);
      sink?.special(segment.start, segment.text.length, id);
      continue;
    }
    const fixed = fixText(segment.text);
    const cleaned = lowerCase(fixed);
    sink?.part(segment.start, segment.text, fixed, cleaned);
    // A `!` that the clean-up made (from the full-width one) is an ordinary character.
    scan(cleaned, cleanKind, false, sink?.chunk ?? null);
  }
  return outLength;
}

/** The ids of the last `run`. Valid until the next one. */
export function encodedIds(): Uint16Array {
  return encoded;
}

/** The ids of the last `runHere`. Valid until the next one. */
export function encodedHere(): Uint16Array {
  return out;
}
