import type { ByteSource } from './types.ts';

/** Large enough to hold small files whole: they then need no second read for their end. */
const FIRST_READ = 16384;
const NEXT_READ = 4096;
const MAX_READS = 400;

/** Thrown inside header parsers when the bytes they need are not there; never leaves `readHeader`. */
export class OutOfBytes extends Error {}

/**
 * A window over a byte source that reads a little and jumps. The number of reads is bounded, so a file made of
 * endless tiny blocks costs a fixed amount of work.
 */
export class HeaderReader {
  readonly size: number;
  readonly #source: ByteSource;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #reads = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.size = Number.isFinite(source.size) ? Math.max(0, source.size) : 0;
  }

  /** Whether the budget of reads is used up; parsers then stop refining and keep what they know. */
  get exhausted(): boolean {
    return this.#reads >= MAX_READS;
  }

  /** Up to `length` bytes at `offset`; fewer at the end of the file. `ahead` asks for a larger window when a read is needed. */
  async upTo(offset: number, length: number, ahead = NEXT_READ): Promise<Uint8Array> {
    if (!(offset >= 0) || offset >= this.size) return new Uint8Array(0);
    const wanted = Math.min(length, this.size - offset);
    const at = offset - this.#start;
    if (at < 0 || at + wanted > this.#bytes.length) {
      if (this.exhausted) return new Uint8Array(0);
      this.#reads++;
      const span = Math.max(wanted, offset === 0 ? FIRST_READ : ahead);
      const result = this.#source.read(offset, Math.min(span, this.size - offset));
      this.#bytes = result instanceof Uint8Array ? result : await result;
      this.#start = offset;
    }
    const from = offset - this.#start;
    return this.#bytes.subarray(from, from + wanted);
  }

  /** Exactly `length` bytes at `offset`. @throws OutOfBytes when the file is shorter. */
  async exactly(offset: number, length: number, ahead?: number): Promise<Uint8Array> {
    const bytes = await this.upTo(offset, length, ahead);
    if (bytes.length < length) throw new OutOfBytes();
    return bytes;
  }
}

/** Big-endian 16-bit number. */
export const u16be = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
/** Little-endian 16-bit number. */
export const u16le = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);
/** Little-endian 24-bit number. */
export const u24le = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16);
/** Big-endian 32-bit unsigned number. */
export const u32be = (b: Uint8Array, at: number): number =>
  ((b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!) >>> 0;
/** Little-endian 32-bit unsigned number. */
export const u32le = (b: Uint8Array, at: number): number =>
  (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;

/** Bytes as Latin-1 text: the way four-letter codes are compared. */
export function latin1(b: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to && i < b.length; i++) text += String.fromCharCode(b[i]!);
  return text;
}
