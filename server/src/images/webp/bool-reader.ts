/** Probability of a plain bit. */
const EVEN = 128;

/** The boolean decoder of VP8 (RFC 6386, section 7). Past the end it reads zeros, as decoders do. */
export class BoolReader {
  readonly #bytes: Uint8Array;
  /** The next byte to be taken. */
  #at = 1;
  /** What was taken and not decoded yet: eight bits and `#spare` more. */
  #value: number;
  #spare = 0;
  #range = 255;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#value = bytes[0] ?? 0;
  }

  /** Bytes that are left; negative when more were taken than there are. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** One bit; `probability` of 256 that it is 0. */
  bit(probability = EVEN): number {
    const split = 1 + (((this.#range - 1) * probability) >> 8);
    const scaled = split << this.#spare;
    const one = this.#value >= scaled;
    if (one) {
      this.#value -= scaled;
      this.#range -= split;
    } else this.#range = split;
    if (this.#range < 128) {
      const shift = Math.clz32(this.#range) - 24;
      this.#range <<= shift;
      this.#spare -= shift;
      if (this.#spare < 0) {
        this.#value = (this.#value << 8) | (this.#at < this.#bytes.length ? this.#bytes[this.#at]! : 0);
        this.#at++;
        this.#spare += 8;
      }
    }
    return one ? 1 : 0;
  }

  /** A number of so many plain bits, the highest first. */
  number(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) value = (value << 1) | this.bit();
    return value;
  }

  /** Passes over signed numbers that may be left out. */
  optional(count: number, bits: number): void {
    for (let i = 0; i < count; i++) if (this.bit()) this.signed(bits);
  }

  signed(bits: number): number {
    const value = this.number(bits);
    return this.bit() ? -value : value;
  }
}
