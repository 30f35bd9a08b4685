import type { ByteSource } from './types.ts';

/** Large enough to hold small files whole: they then need no second read for their end. */
export const FIRST_READ = 16384;
const NEXT_READ = 4096;
const MAX_READS = 400;

/** Thrown inside header parsers when the bytes they need are not there; never leaves `readHeader`. */
export class OutOfBytes extends Error {}

/** Thrown inside header parsers when the source answers later: the parser is run again when the bytes have come. */
export class BytesPending extends Error {
  readonly #arrival: () => Promise<void>;

  constructor(arrival: () => Promise<void>) {
    super();
    this.#arrival = arrival;
  }

  /** Settles when the bytes are there. @throws what the source threw */
  arrival(): Promise<void> {
    return this.#arrival();
  }
}

export const LARGEST_TAIL = 65536;
const tailMemory = new Uint8Array(LARGEST_TAIL);

const EMPTY = new Uint8Array(0);

interface Window {
  readonly start: number;
  readonly bytes: Uint8Array;
}

const NOTHING: Window = { start: 0, bytes: EMPTY };

/**
 * A window over a byte source that reads a little and jumps. The number of reads is bounded, so a file made of
 * endless tiny blocks costs a fixed amount of work. Parsers are plain functions: waiting for every few bytes would cost
 * several times what parsing them does.
 */
export class HeaderReader {
  readonly size: number;
  readonly #source: ByteSource;
  #window: Window = NOTHING;
  /** Windows of a source that answers later: the parser starts over after each and asks for them again. */
  readonly #earlier: Window[] = [];
  #reads = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.size = Number.isFinite(source.size) ? Math.max(0, source.size) : 0;
  }

  /** Whether the budget of reads is used up; parsers then stop refining and keep what they know. */
  get exhausted(): boolean {
    return this.#reads >= MAX_READS;
  }

  /**
   * Up to `length` bytes at `offset`; fewer at the end of the file. `ahead` asks for a larger window when a read is needed.
   * @throws BytesPending when the source answers later
   */
  upTo(offset: number, length: number, ahead = NEXT_READ): Uint8Array {
    if (!(offset >= 0) || offset >= this.size) return EMPTY;
    const wanted = Math.min(length, this.size - offset);
    if (!holds(this.#window, offset, wanted)) {
      const known = this.#earlier.find((window) => holds(window, offset, wanted));
      if (known) this.#window = known;
      else if (this.exhausted) return EMPTY;
      else this.#read(offset, Math.min(Math.max(wanted, offset === 0 ? FIRST_READ : ahead), this.size - offset));
    }
    const from = offset - this.#window.start;
    return this.#window.bytes.subarray(from, from + wanted);
  }

  /** Exactly `length` bytes at `offset`. @throws OutOfBytes when the file is shorter; BytesPending */
  exactly(offset: number, length: number, ahead?: number): Uint8Array {
    const bytes = this.upTo(offset, length, ahead);
    if (bytes.length < length) throw new OutOfBytes();
    return bytes;
  }

  /**
   * Up to so many bytes at `offset`, at most `LARGEST_TAIL`, good until the next call for any file: for a look at many bytes at the end.
   * @throws BytesPending when the source answers later
   */
  tail(offset: number, length: number): Uint8Array {
    if (offset >= this.size) return EMPTY;
    const wanted = Math.min(length, this.size - offset);
    if ([this.#window, ...this.#earlier].some((window) => holds(window, offset, wanted)))
      return this.upTo(offset, wanted);
    if (this.exhausted) return EMPTY;
    this.#read(offset, wanted, tailMemory);
    const { bytes } = this.#window;
    this.#window = NOTHING;
    return bytes;
  }

  #read(start: number, length: number, memory?: Uint8Array): void {
    this.#reads++;
    const result = this.#source.read(start, length, memory);
    if (result instanceof Uint8Array) {
      this.#window = { start, bytes: result };
      return;
    }
    throw new BytesPending(async () => {
      const bytes = await result;
      // A file that shrank gives fewer bytes; zeros in their place end the asking.
      const padded = bytes.length === length ? bytes : new Uint8Array(length);
      if (padded !== bytes) padded.set(bytes.subarray(0, length));
      this.#earlier.push({ start, bytes: padded });
    });
  }
}

function holds({ start, bytes }: Window, offset: number, length: number): boolean {
  return offset >= start && offset + length <= start + bytes.length;
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
