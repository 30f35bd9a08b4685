// Remembers the tokens of words already seen, in typed arrays of fixed size: looking a word up makes no string, and the
// memory (2.5 MB) never grows. When it is full everything is forgotten; the next captions fill it again.

const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
const MAX_WORDS = SLOTS / 2;
const ARENA_UNITS = 1 << 20;

/** Offset + 1 of each word's record in the arena; 0 = free. */
const slots = new Int32Array(SLOTS);
const hashes = new Int32Array(SLOTS);
/** Records: number of ids, number of units, ids, units. */
const arena = new Uint16Array(ARENA_UNITS);
let arenaEnd = 0;
let words = 0;

/** Longer chunks (in UTF-16 units) are looked up piece by piece: they rarely come again as a whole. */
export const LONGEST_WORD = 40;

/** Where recorded ids are read from: `memoIds[record]` is their number, the ids follow from `record + 2`. */
export const memoIds: Uint16Array = arena;

/** Start value and step of the word hash (FNV-1a over UTF-16 units). */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** The record of `units[start, end)`, or -1 when the word is not remembered. */
export function findWord(units: Uint16Array, start: number, end: number, hash: number): number {
  for (let slot = slotOf(hash); slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (hashes[slot] !== hash) continue;
    const record = slots[slot]! - 1;
    const length = end - start;
    if (arena[record + 1] !== length) continue;
    const from = record + 2 + arena[record]!;
    let i = 0;
    while (i < length && arena[from + i] === units[start + i]) i++;
    if (i === length) return record;
  }
  return -1;
}

/** Remembers a word that `findWord` did not find, with `count` ids from `ids[from]`. */
export function rememberWord(
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
  ids: Uint16Array,
  from: number,
  count: number,
): void {
  const length = end - start;
  if (words >= MAX_WORDS || arenaEnd + 2 + count + length > ARENA_UNITS) forgetWords();
  let slot = slotOf(hash);
  while (slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  slots[slot] = arenaEnd + 1;
  hashes[slot] = hash;
  arena[arenaEnd] = count;
  arena[arenaEnd + 1] = length;
  // Plain loops: a view of an array costs more than copying the few numbers of a word.
  let at = arenaEnd + 2;
  for (let i = from; i < from + count; i++) arena[at++] = ids[i]!;
  for (let i = start; i < end; i++) arena[at++] = units[i]!;
  arenaEnd += 2 + count + length;
  words++;
}

function forgetWords(): void {
  slots.fill(0);
  arenaEnd = 0;
  words = 0;
}
