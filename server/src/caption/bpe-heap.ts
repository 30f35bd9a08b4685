// Byte pair encoding by a heap of joinable pairs over a linked list, n log n instead of n². Same result as joining the pair of lowest rank
// everywhere, again and again: a join can only make pairs of higher rank, so taking the lowest rank first and, among equals, the
// leftmost, joins the same pairs.

/** A merge list. */
export interface Merges {
  /** Rank of the merge that joins two symbols; -1 when none does. Low ranks are applied first. */
  rank(left: number, right: number): number;
  /** The symbol that the merge of rank 0 makes; rank n makes `firstMerged + n`. */
  readonly firstMerged: number;
}

/** Positions ordered by (rank, position); both in one number: rank * 2^32 + position. */
class PairHeap {
  private readonly items: number[] = [];

  push(item: number): void {
    const { items } = this;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent]! <= item) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }

  /** The smallest item, or -1 when empty. */
  pop(): number {
    const { items } = this;
    if (items.length === 0) return -1;
    const top = items[0]!;
    const last = items.pop()!;
    const size = items.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && items[child + 1]! < items[child]!) child++;
      if (items[child]! >= last) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = last;
    return top;
  }
}

const RANK_UNIT = 2 ** 32;

/**
 * Joins the symbols of one piece in place.
 * @returns number of tokens now at the start of `symbols`
 */
export function mergeByHeap(merges: Merges, symbols: Uint16Array | Int32Array, length: number): number {
  const next = new Int32Array(length);
  const previous = new Int32Array(length);
  const alive = new Uint8Array(length).fill(1);
  const heap = new PairHeap();
  const offer = (left: number, right: number): void => {
    const rank = merges.rank(symbols[left]!, symbols[right]!);
    if (rank >= 0) heap.push(rank * RANK_UNIT + left);
  };
  for (let i = 0; i < length; i++) {
    next[i] = i + 1;
    previous[i] = i - 1;
  }
  for (let i = 0; i + 1 < length; i++) offer(i, i + 1);
  for (let item = heap.pop(); item !== -1; item = heap.pop()) {
    const rank = Math.floor(item / RANK_UNIT);
    const left = item % RANK_UNIT;
    const right = next[left]!;
    // An entry is stale when a neighbour was joined since: the pair there now has another rank, or none.
    if (alive[left] === 0 || right >= length || merges.rank(symbols[left]!, symbols[right]!) !== rank) continue;
    symbols[left] = merges.firstMerged + rank;
    alive[right] = 0;
    const after = next[right]!;
    next[left] = after;
    if (after < length) {
      previous[after] = left;
      offer(left, after);
    }
    if (previous[left]! >= 0) offer(previous[left]!, left);
  }
  let n = 0;
  for (let i = 0; i < length; i = next[i]!) symbols[n++] = symbols[i]!;
  return n;
}
