import { u24le } from './reader.ts';

/** Probability of a plain bit. */
const EVEN = 128;

/** The boolean decoder of VP8 (RFC 6386, section 7). */
class BoolReader {
  readonly #bytes: Uint8Array;
  #at = 2;
  #value: number;
  #range = 255;
  #shifted = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#value = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  }

  bit(): number {
    const split = 1 + (((this.#range - 1) * EVEN) >> 8);
    const one = this.#value >= split << 8;
    if (one) {
      this.#range -= split;
      this.#value -= split << 8;
    } else this.#range = split;
    while (this.#range < 128) {
      this.#value <<= 1;
      this.#range <<= 1;
      if (++this.#shifted === 8) {
        this.#shifted = 0;
        this.#value |= this.#bytes[this.#at++] ?? 0;
      }
    }
    return one ? 1 : 0;
  }

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

/**
 * The quality setting, 0–100, that a lossy WebP was saved with, from the quantiser of its frame header (RFC 6386, section
 * 9) by inverting libwebp's `QualityToCompression` (quant_enc.c). Other encoders get the equivalent setting.
 * @param frame the frame from its first byte, at least the first hundred bytes
 * @returns null when the frame is no key frame
 */
export function webpQuality(frame: Uint8Array): number | null {
  if (frame.length < 30 || (frame[0]! & 1) !== 0 || u24le(frame, 3) !== 0x2a019d) return null;
  const reader = new BoolReader(frame.subarray(10));
  reader.number(2);
  const segments: number[] = [];
  let absolute = false;
  if (reader.bit()) {
    const updatesMap = reader.bit();
    if (reader.bit()) {
      absolute = reader.bit() === 1;
      for (let i = 0; i < 4; i++) segments.push(reader.bit() ? reader.signed(7) : 0);
      reader.optional(4, 6);
    }
    if (updatesMap) for (let i = 0; i < 3; i++) if (reader.bit()) reader.number(8);
  }
  reader.number(10);
  const adjusts = reader.bit() === 1;
  if (adjusts && reader.bit()) reader.optional(8, 6);
  reader.number(2);
  const base = reader.number(7);
  // Segments of one picture differ a little; the middle of them stands for the setting.
  const own = segments.map((value) => (absolute ? value : base + value)).sort((a, b) => a - b);
  const index = own.length > 0 ? (own[1]! + own[2]!) / 2 : base;
  const linear = (1 - Math.min(127, Math.max(0, index)) / 127) ** 3;
  const share = linear < 0.5 ? linear * 1.5 : (linear + 1) / 2;
  return Math.round(100 * share);
}
