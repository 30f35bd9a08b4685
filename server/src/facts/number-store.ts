/** Numbers of one block: 256 KB. */
const blockSize = 1 << 16;

/**
 * Many short lists of numbers in few large blocks. Fifty thousand captions would else need a hundred thousand buffers,
 * each with more overhead than content. A block is freed when no list in it is used any more.
 */
export class NumberStore {
  #block = new Uint32Array(0);
  #used = 0;

  /** A list with these numbers. */
  list(numbers: readonly number[]): Uint32Array {
    if (numbers.length > blockSize / 4) return Uint32Array.from(numbers);
    if (this.#used + numbers.length > this.#block.length) {
      this.#block = new Uint32Array(blockSize);
      this.#used = 0;
    }
    const at = this.#used;
    // A loop: `set` with a plain array takes a slow way of its own.
    for (let i = 0; i < numbers.length; i++) this.#block[at + i] = numbers[i];
    this.#used += numbers.length;
    return new Uint32Array(this.#block.buffer, at * 4, numbers.length);
  }
}
