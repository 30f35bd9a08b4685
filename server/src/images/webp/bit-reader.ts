/** Reads bits, the lowest of each byte first. Beyond the end there are zeros, and `left` goes below 0. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whole bytes that were not begun; below 0 the bytes that were missing. */
  get left(): number {
    return this.#bytes.length - this.#at + (this.#count >> 3);
  }

  /** The next bits without taking them, 16 at the most. */
  peek(count: number): number {
    while (this.#count < count) {
      this.#held |= (this.#bytes[this.#at++] ?? 0) << this.#count;
      this.#count += 8;
    }
    return this.#held & ((1 << count) - 1);
  }

  /** Takes bits that were looked at. */
  skip(count: number): void {
    this.#held >>>= count;
    this.#count -= count;
  }

  /** Takes up to 24 bits. */
  bits(count: number): number {
    if (count > 16) {
      const low = this.bits(16);
      return low + this.bits(count - 16) * 65_536;
    }
    const value = this.peek(count);
    this.skip(count);
    return value;
  }
}
