// The token engine for plain ASCII, as WebAssembly: it runs at full speed from the first caption on, while JavaScript
// needs some hundred captions to warm up. AssemblyScript; tools/clip-kernel.ts compiles it. It gives the ids of engine.ts
// or refuses a text; what it refuses (other characters, entities, special tokens, very long pieces) goes there.

// Layout of the memory, in bytes. The tables are written by kernel.ts.
export const INPUT: i32 = 0x0000; // 32,768 bytes of text
export const IDS: i32 = 0x8000; // 32,768 ids, 16 bits each
export const PAIRS: i32 = 0x20000; // 48,894 pairs of symbols, 32 bits each
export const RANKS: i32 = 0x50000; // 65,536 ranks, 16 bits each
export const MULTIPLIERS: i32 = 0x70000; // 8,192 multipliers, 16 bits each
export const SYMBOLS: i32 = 0x74000; // symbol of each byte, 8 bits each
export const KINDS: i32 = 0x74100; // kind of each byte, see below
const FIRST_RANKS: i32 = 0x80000; // 256 × 512 first ranks, 16 bits each
const PIECE: i32 = 0xc0000; // symbols of the piece, 16 bits each
const PIECE_RANKS: i32 = 0xc0200; // ranks of its pairs
const SLOTS: i32 = 0xc1000; // 16,384 slots of the memo, 32 bits each
const HASHES: i32 = 0xd1000; // their hashes
const SLOT_KEYS: i32 = 0x130000; // the pair whose rank is in each slot of RANKS, 32 bits each; made by `prepare`
const ARENA: i32 = 0xe1000; // 262,144 bytes: number of ids, of bytes, the ids (16 bits each), the bytes

/** Kinds of bytes: letter, digit, another character, white space, and what only engine.ts can judge. */
const LETTER: i32 = 0;
const DIGIT: i32 = 1;
const SPACE: i32 = 3;
const REFUSED: i32 = 4;

const NO_MERGE: i32 = 0xffff;
const FIRST_MERGED: i32 = 512;
const LONGEST_PIECE: i32 = 192;
const LONGEST_WORD: i32 = 40;
const SLOT_MASK: i32 = 0x3fff;
const MOST_WORDS: i32 = 0x2000;
const ARENA_BYTES: i32 = 0x40000;
const APOSTROPHE: i32 = 0x27;

let idEnd: i32 = IDS;
let words: i32 = 0;
let arenaEnd: i32 = 0;

// @ts-ignore: decorator
@inline
function mergeRank(left: i32, right: i32): i32 {
  const key = (right << 16) | left;
  const mix = (key ^ (key >>> 15)) * -0x61c8864f; // 0x9e3779b1
  const multiplier = <i32>load<u16>(MULTIPLIERS + ((mix >>> 19) << 1));
  const slot = (mix * multiplier) >>> 16;
  // Most pairs are no merge: they are told after one look.
  return load<i32>(SLOT_KEYS + (slot << 2)) == key ? <i32>load<u16>(RANKS + (slot << 1)) : NO_MERGE;
}

// @ts-ignore: decorator
@inline
function firstRank(left: i32, right: i32): i32 {
  const at = FIRST_RANKS + (((left << 9) | right) << 1);
  const known = <i32>load<u16>(at);
  if (known != 0) return known == NO_MERGE ? NO_MERGE : known - 1;
  const rank = mergeRank(left, right);
  store<u16>(at, <u16>(rank == NO_MERGE ? NO_MERGE : rank + 1));
  return rank;
}

/** As `mergePiece` of bpe.ts. */
function mergePiece(length: i32): i32 {
  let best = NO_MERGE;
  let left = <i32>load<u16>(PIECE);
  for (let i = 1; i < length; i++) {
    const right = <i32>load<u16>(PIECE + (i << 1));
    const rank = firstRank(left, right);
    store<u16>(PIECE_RANKS + ((i - 1) << 1), <u16>rank);
    if (rank < best) best = rank;
    left = right;
  }
  let n = length;
  while (best != NO_MERGE) {
    const rank = best;
    const merged = FIRST_MERGED + rank;
    best = NO_MERGE;
    let to = 0;
    let joinedBefore = false;
    let before = 0;
    for (let from = 0; from < n; to++) {
      const joined = from + 1 < n && <i32>load<u16>(PIECE_RANKS + (from << 1)) == rank;
      const symbol = joined ? merged : <i32>load<u16>(PIECE + (from << 1));
      if (to > 0) {
        const beside =
          joined || joinedBefore ? mergeRank(before, symbol) : <i32>load<u16>(PIECE_RANKS + ((from - 1) << 1));
        store<u16>(PIECE_RANKS + ((to - 1) << 1), <u16>beside);
        if (beside < best) best = beside;
      }
      store<u16>(PIECE + (to << 1), <u16>symbol);
      before = symbol;
      joinedBefore = joined;
      from += joined ? 2 : 1;
    }
    n = to;
  }
  return n;
}

/** Appends the ids of one piece; false when it is too long. */
function appendPiece(start: i32, end: i32): bool {
  const length = end - start;
  if (length > LONGEST_PIECE) return false;
  for (let i = 0; i < length; i++)
    store<u16>(PIECE + (i << 1), <u16>load<u8>(SYMBOLS + <i32>load<u8>(start + i)));
  const last = PIECE + ((length - 1) << 1);
  store<u16>(last, load<u16>(last) + 256);
  const count = mergePiece(length);
  memory.copy(idEnd, PIECE, count << 1);
  idEnd += count << 1;
  return true;
}

// @ts-ignore: decorator
@inline
function kindAt(at: i32): i32 {
  return <i32>load<u8>(KINDS + <i32>load<u8>(at));
}

/** As `pieceEnd` of pieces.ts; special tokens are refused before. */
function pieceEnd(start: i32, end: i32): i32 {
  if (load<u8>(start) == APOSTROPHE && start + 1 < end) {
    const first = load<u8>(start + 1);
    if (first == 0x73 || first == 0x74 || first == 0x6d || first == 0x64) return start + 2;
    if (start + 2 < end) {
      const second = load<u8>(start + 2);
      if ((first == 0x72 || first == 0x76) && second == 0x65) return start + 3;
      if (first == 0x6c && second == 0x6c) return start + 3;
    }
  }
  const kind = kindAt(start);
  let at = start + 1;
  if (kind == DIGIT) return at;
  while (at < end && kindAt(at) == kind) at++;
  return at;
}

/** Appends the ids of a word, through the memo of words already seen. */
function appendWord(start: i32, end: i32, hash: i32): bool {
  const length = end - start;
  let slot = (hash ^ (hash >>> 15)) & SLOT_MASK;
  for (; load<i32>(SLOTS + (slot << 2)) != 0; slot = (slot + 1) & SLOT_MASK) {
    if (load<i32>(HASHES + (slot << 2)) != hash) continue;
    const record = ARENA + load<i32>(SLOTS + (slot << 2)) - 1;
    if (<i32>load<u8>(record + 1) != length) continue;
    const count = <i32>load<u8>(record);
    const text = record + 2 + (count << 1);
    let i = 0;
    while (i < length && load<u8>(text + i) == load<u8>(start + i)) i++;
    if (i < length) continue;
    memory.copy(idEnd, record + 2, count << 1);
    idEnd += count << 1;
    return true;
  }
  const from = idEnd;
  for (let at = start; at < end; ) {
    const next = pieceEnd(at, end);
    if (!appendPiece(at, next)) return false;
    at = next;
  }
  const bytes = idEnd - from;
  // Ids begin at even addresses in the arena.
  const size = (2 + bytes + length + 1) & ~1;
  if (words >= MOST_WORDS || arenaEnd + size > ARENA_BYTES) {
    memory.fill(SLOTS, 0, 0x10000);
    words = 0;
    arenaEnd = 0;
    slot = (hash ^ (hash >>> 15)) & SLOT_MASK;
  }
  store<i32>(SLOTS + (slot << 2), arenaEnd + 1);
  store<i32>(HASHES + (slot << 2), hash);
  const record = ARENA + arenaEnd;
  store<u8>(record, <u8>(bytes >> 1));
  store<u8>(record + 1, <u8>length);
  memory.copy(record + 2, from, bytes);
  memory.copy(record + 2 + bytes, start, length);
  arenaEnd += size;
  words++;
  return true;
}

function appendChunk(start: i32, end: i32, hash: i32): bool {
  if (end - start <= LONGEST_WORD) return appendWord(start, end, hash);
  for (let at = start; at < end; ) {
    const next = pieceEnd(at, end);
    if (!appendPiece(at, next)) return false;
    at = next;
  }
  return true;
}

/** To be called once, after the tables were written. */
export function prepare(): void {
  for (let slot = 0; slot < 0x10000; slot++) {
    const rank = <i32>load<u16>(RANKS + (slot << 1));
    store<i32>(SLOT_KEYS + (slot << 2), load<i32>(PAIRS + (rank << 2)));
  }
}

/**
 * Encodes the text at INPUT.
 * @param length bytes, at most 32,768
 * @returns the number of ids at IDS, or -1 for a text that it refuses
 */
export function encode(length: i32): i32 {
  idEnd = IDS;
  let start = 0;
  let hash: i32 = -0x7ee3623b;
  for (let at = 0; at < length; at++) {
    let byte = <i32>load<u8>(INPUT + at);
    const kind = <i32>load<u8>(KINDS + byte);
    if (kind == REFUSED) return -1;
    if (kind == SPACE) {
      if (at > start && !appendChunk(INPUT + start, INPUT + at, hash)) return -1;
      start = at + 1;
      hash = -0x7ee3623b;
      continue;
    }
    if (byte >= 0x41 && byte <= 0x5a) {
      byte += 0x20;
      store<u8>(INPUT + at, <u8>byte);
    }
    hash = (hash ^ byte) * 0x01000193;
  }
  if (length > start && !appendChunk(INPUT + start, INPUT + length, hash)) return -1;
  return (idEnd - IDS) >> 1;
}
