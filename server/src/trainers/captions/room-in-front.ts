/**
 * Chances that the tags which a shuffle puts in front of a tag leave it room. One caption asks for each of its tags with the same others
 * but one, so that the sets of tags are counted once and each tag is taken out again.
 */
export class RoomInFront {
  readonly #costs: readonly number[];
  readonly #riding: number;
  readonly #laws: InFront;
  /** For each number of tags, how many sets of so many cost at most w: made for the largest room that is asked for. */
  readonly #sets: readonly Float64Array[] | null;

  /**
   * @param costs tokens that each shuffled tag takes from those behind it
   * @param room tokens, the most that is asked for
   * @param present chance of a tag to be there, 0 to 1
   * @param riding tokens of something that stands in front of one of the tags, any of those there, wherever it goes
   */
  constructor(costs: readonly number[], room: number, present: number, riding = 0) {
    this.#costs = costs;
    this.#riding = riding;
    this.#laws = inFrontOf(costs.length - 1, present);
    this.#sets = costs.length > mostExact || room < 0 ? null : setsWithin(costs, room);
  }

  /** Chance that the tags in front of the one at `index` take at most `room` tokens. */
  chance(index: number, room: number): number {
    if (room < 0) return 0;
    let all = this.#riding - (this.#costs[index] ?? 0);
    for (const cost of this.#costs) all += cost;
    if (all <= room) return 1;
    const { sizes, carried } = this.#laws;
    if (this.#riding === 0) return this.#within(index, room, sizes);
    // It rides on the tag itself or on one in front with the chance (k + 1) / m, else behind: k in front, m there in all.
    const before = carried.map((chance, k) => (k + 1) * chance);
    const behind = sizes.map((chance, k) => chance - (before[k] as number));
    return this.#within(index, room - this.#riding, before) + this.#within(index, room, behind);
  }

  /**
   * Chance that what rides on the tag at `index` has at most `room` tokens in front of it, and rides there. The tag is there.
   */
  ridingChance(index: number, room: number): number {
    return this.#within(index, room, this.#laws.carried);
  }

  /** Sum over the numbers of tags in front: the chance of the number, times that so many cost at most `room`. */
  #within(index: number, room: number, chances: Float64Array): number {
    if (room < 0) return 0;
    const own = this.#costs[index] ?? 0;
    const others = this.#costs.length - 1;
    if (!this.#sets) return drawnWithin(this.#costs.toSpliced(index, 1), room, chances);
    let chance = 0;
    let ways = 1;
    for (let size = 0; size < this.#sets.length && size <= others; size++) {
      const fitting = setsWithout(this.#sets, own, size, room);
      if (fitting === 0) break;
      chance += ((chances[size] as number) * fitting) / ways;
      ways = (ways * (others - size)) / (size + 1);
    }
    return chance;
  }
}

/** Tags up to which the number of sets of any size is a whole number that a double holds: C(56, 28) < 2⁵³ < C(57, 28). */
const mostExact = 56;

/** Sets by size (outer) and by what they cost at most (inner, 0 to `room`). */
function setsWithin(costs: readonly number[], room: number): Float64Array[] {
  const most = mostInFront(costs, room);
  const table = Array.from({ length: most + 1 }, () => new Float64Array(room + 1));
  (table[0] as Float64Array)[0] = 1;
  for (const [index, cost] of costs.entries()) {
    for (let size = Math.min(index + 1, most); size > 0; size--) {
      const row = table[size] as Float64Array;
      const smaller = table[size - 1] as Float64Array;
      for (let w = room; w >= cost; w--) row[w]! += smaller[w - cost]!;
    }
  }
  for (const row of table) for (let w = 1; w <= room; w++) row[w]! += row[w - 1]!;
  return table;
}

/** Sets of a size within `room` that lack a tag of the cost `own`: all of them, less those that have it, whose rest lacks it. */
function setsWithout(sets: readonly Float64Array[], own: number, size: number, room: number): number {
  let count = 0;
  let sign = 1;
  for (let left = size, w = room; left >= 0 && w >= 0; left--, w -= own, sign = -sign)
    count += sign * (sets[left] as Float64Array)[w]!;
  return count;
}

/** The same chance for very many tags, whose sets cannot be counted exactly: shares of the sets of each size, tag by tag. */
function drawnWithin(costs: readonly number[], room: number, inFront: Float64Array): number {
  // table[k][w]: chance that k of the tags seen so far, drawn at random, cost w in all.
  const most = mostInFront(costs, room);
  const table = Array.from({ length: most + 1 }, () => new Float64Array(room + 1));
  (table[0] as Float64Array)[0] = 1;
  for (const [index, cost] of costs.entries()) {
    const seen = index + 1;
    for (let k = Math.min(seen, most); k >= 0; k--) {
      const row = table[k] as Float64Array;
      const without = (seen - k) / seen;
      for (let w = room; w >= 0; w--) {
        const taken = k > 0 && w >= cost ? ((table[k - 1] as Float64Array)[w - cost] as number) : 0;
        row[w] = (row[w] as number) * without + (taken * k) / seen;
      }
    }
  }
  return table.reduce((sum, row, k) => sum + (inFront[k] as number) * row.reduce((a, b) => a + b, 0), 0);
}

/** The largest number of tags that can stand in front within `room`: the cheapest ones. */
function mostInFront(costs: readonly number[], room: number): number {
  let used = 0;
  let fitting = 0;
  for (const cost of costs.toSorted((a, b) => a - b)) {
    used += cost;
    if (used > room) break;
    fitting++;
  }
  return fitting;
}

/** Chances by the number of tags in front of one that is there, 0 to all others. */
interface InFront {
  /** So many are in front. */
  readonly sizes: Float64Array;
  /** So many are in front, and a choice among all that are there falls on the tag itself. */
  readonly carried: Float64Array;
}

/** Answers of `inFrontOf` that are kept: a run asks with one dropout, and captions have few different lengths. */
const mostKept = 500;
const kept = new Map<string, InFront>();

/** Of the m others that are there (binomial) any number from 0 to m is equally likely to be in front. */
function inFrontOf(others: number, present: number): InFront {
  const key = `${others} ${present}`;
  const known = kept.get(key);
  if (known) return known;
  const sizes = new Float64Array(Math.max(0, others) + 1);
  const carried = new Float64Array(sizes.length);
  let binomial = new Float64Array([1]);
  for (let n = 0; n < others; n++) {
    const next = new Float64Array(n + 2);
    binomial.forEach((chance, m) => {
      next[m] = (next[m] as number) + chance * (1 - present);
      next[m + 1] = (next[m + 1] as number) + chance * present;
    });
    binomial = next;
  }
  let atLeast = 0;
  let chosen = 0;
  for (let k = others; k >= 0; k--) {
    atLeast += (binomial[k] as number) / (k + 1);
    chosen += (binomial[k] as number) / (k + 1) ** 2;
    sizes[k] = atLeast;
    carried[k] = chosen;
  }
  const found = { sizes, carried };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}
