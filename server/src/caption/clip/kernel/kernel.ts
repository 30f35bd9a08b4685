// The kernel of kernel.as: compiled, given its tables, and fed.

import { exportsOf, type Global } from '../../../ground/webassembly.ts';
import { BYTE_SYMBOL } from '../alphabet.ts';
import { mergeTable } from '../merge-table.ts';
import { decodeBase64 } from '../packing.ts';
import { KERNEL } from './kernel.generated.ts';

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly INPUT: Global;
  readonly IDS: Global;
  readonly PAIRS: Global;
  readonly RANKS: Global;
  readonly MULTIPLIERS: Global;
  readonly SYMBOLS: Global;
  readonly KINDS: Global;
  prepare(): void;
  encode(length: number): number;
}

/** Longest text that the kernel takes, in UTF-16 units. */
export const LONGEST_TEXT = 0x8000;

// Kinds of bytes as kernel.as has them.
const LETTER = 0;
const DIGIT = 1;
const OTHER = 2;
const SPACE = 3;
const REFUSED = 4;

/** The token engine for plain ASCII. */
export class Kernel {
  /** The ids of the last text; valid until the next one. */
  readonly ids: Uint16Array;
  readonly #input: Uint8Array<ArrayBuffer>;
  readonly #encode: (length: number) => number;
  readonly #encoder = new TextEncoder();

  private constructor(exports: Exports) {
    const { memory, INPUT, IDS, PAIRS, RANKS, MULTIPLIERS, SYMBOLS, KINDS } = exports;
    const { keys, ranks, multipliers } = mergeTable();
    const { buffer } = memory;
    new Int32Array(buffer, PAIRS.value).set(keys);
    new Uint16Array(buffer, RANKS.value).set(ranks);
    new Uint16Array(buffer, MULTIPLIERS.value).set(multipliers);
    new Uint8Array(buffer, SYMBOLS.value).set(BYTE_SYMBOL);
    new Uint8Array(buffer, KINDS.value).set(kindOfBytes());
    this.#input = new Uint8Array(buffer, INPUT.value, LONGEST_TEXT);
    this.ids = new Uint16Array(buffer, IDS.value, LONGEST_TEXT);
    exports.prepare();
    this.#encode = exports.encode;
  }

  /** Compiles the kernel; null where WebAssembly is not to be had. */
  static start(): Kernel | null {
    try {
      const bytes = typeof Buffer === 'undefined' ? decodeBase64(KERNEL) : Buffer.from(KERNEL, 'base64');
      return new Kernel(exportsOf(new Uint8Array(bytes)) as Exports);
    } catch {
      return null;
    }
  }

  /** The number of ids of a text, then in `ids`; -1 when the kernel refuses it. */
  encode(text: string): number {
    const { length } = text;
    if (length > LONGEST_TEXT) return -1;
    const { read, written } = this.#encoder.encodeInto(text, this.#input);
    // Other than ASCII takes more bytes than units, or does not fit.
    return read === length && written === length ? this.#encode(length) : -1;
  }
}

/** What clean.ts and char-class.ts say of ASCII; characters that may begin an entity or a special token are refused. */
function kindOfBytes(): Uint8Array {
  const kinds = new Uint8Array(256).fill(REFUSED);
  kinds.fill(OTHER, 0x21, 0x7f);
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds.fill(LETTER, 0x41, 0x5b);
  kinds.fill(LETTER, 0x61, 0x7b);
  for (const byte of [0x09, 0x0a, 0x0c, 0x0d, 0x20]) kinds[byte] = SPACE;
  for (const char of '&<') kinds[char.charCodeAt(0)] = REFUSED;
  return kinds;
}
