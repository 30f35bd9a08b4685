/**
 * The captions that hold a tag, as a sorted list of caption numbers in one growing buffer. Numbers are given out in the
 * order captions are read, so building only appends; an edit finds its place by halving and moves at most the bytes
 * behind it, which the processor does as one block.
 */
export class Postings {
  #ids: Uint32Array;
  #length = 0;

  /** @param room an empty buffer to begin with; a larger one is made when it is full */
  constructor(room = new Uint32Array(1)) {
    this.#ids = room;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a caption number; it must not be in the list. */
  add(id: number): void {
    if (this.#length === this.#ids.length) {
      const grown = new Uint32Array(Math.ceil(this.#length * 1.5) + 1);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    const at = this.#place(id);
    if (at < this.#length) this.#ids.copyWithin(at + 1, at, this.#length);
    this.#ids[at] = id;
    this.#length++;
  }

  /** Takes a caption number out; one that is not in the list is ignored. */
  remove(id: number): void {
    const at = this.#place(id);
    if (this.#ids[at] !== id || at >= this.#length) return;
    this.#ids.copyWithin(at, at + 1, this.#length);
    this.#length--;
  }

  /** The caption numbers, ascending. A view: valid until the next change. */
  values(): Uint32Array {
    return this.#ids.subarray(0, this.#length);
  }

  /** Index of the first number that is not smaller. */
  #place(id: number): number {
    if (this.#length === 0 || this.#ids[this.#length - 1] < id) return this.#length;
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
