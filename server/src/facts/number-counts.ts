/** Slots for each number at the least; the first table has so many numbers. */
const room = 2;
const fewest = 32;

/** Spreads numbers that follow each other over the table. */
const mixed = (number: number): number => Math.imul(number, 0x9e3779b1);

/**
 * How often each of some whole numbers was counted. Counting a million tags of a folder into a map takes three times as long, and each
 * number of a map is an object more.
 */
export class NumberCounts {
  /** The numbers in the order in which they were first counted, and how often they were. */
  #numbers: number[] = [];
  #counts: number[] = [];
  /** One more than the place of a number in these; 0 for an empty slot. The length is a power of two. */
  #slots = new Int32Array(fewest * room);
  #size = 0;

  /** How many numbers have been counted more often in than out. */
  get size(): number {
    return this.#size;
  }

  of(number: number): number {
    const place = this.#slots[this.#slotOf(number)];
    return place === 0 ? 0 : this.#counts[place - 1];
  }

  /** Counts a number in (1) or out (-1). Returns how often it is counted now. */
  count(number: number, by: 1 | -1): number {
    let slot = this.#slotOf(number);
    if (this.#slots[slot] === 0) {
      if (this.#numbers.length * room >= this.#slots.length) {
        this.#make();
        slot = this.#slotOf(number);
      }
      this.#slots[slot] = this.#numbers.push(number);
      this.#counts.push(0);
    }
    const at = this.#slots[slot] - 1;
    const before = this.#counts[at];
    const after = before + by;
    this.#counts[at] = after;
    if (before === 0) this.#size++;
    if (after === 0) this.#size--;
    return after;
  }

  /** Every number that is counted, with how often. */
  *entries(): Iterable<[number: number, count: number]> {
    const [numbers, counts] = [this.#numbers, this.#counts];
    for (let at = 0; at < numbers.length; at++) if (counts[at] > 0) yield [numbers[at], counts[at]];
  }

  #slotOf(number: number): number {
    const mask = this.#slots.length - 1;
    const product = mixed(number);
    let slot = (product ^ (product >>> 15)) & mask;
    for (; this.#slots[slot] !== 0 && this.#numbers[this.#slots[slot] - 1] !== number; ) slot = (slot + 1) & mask;
    return slot;
  }

  /** Makes the table anew, with room for as many numbers again as are counted; those that no longer are leave it. */
  #make(): void {
    const held = [...this.entries()];
    let length = fewest * room;
    while (length < held.length * room * 2) length *= 2;
    this.#slots = new Int32Array(length);
    this.#numbers = held.map(([number]) => number);
    this.#counts = held.map(([, count]) => count);
    for (let at = 0; at < held.length; at++) this.#slots[this.#slotOf(held[at][0])] = at + 1;
  }
}
