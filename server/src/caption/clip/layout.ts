// Where each token lies in the text as written.
import { type Alignment, alignCleaned } from './align.ts';
import { classOf, DROPPED } from './char-class.ts';
import { encodedIds, run } from './engine.ts';
import { codePointIn } from './pieces.ts';
import { tokenByteLengths } from './vocabulary.ts';

/** The tokens of a text with their places. */
export interface TokenLayout {
  /** Token ids, as `encode` returns them. */
  readonly ids: Int32Array;
  /**
   * UTF-16 offset in the original text where each token begins. A token that begins inside a character (an emoji is
   * several tokens) has the character's offset. Never decreases.
   */
  readonly starts: Int32Array;
  /** UTF-16 offset in the original text where each token ends: after the last character it has a part of. */
  readonly ends: Int32Array;
  /**
   * UTF-16 offset in the original text where token `n` (from 0) begins; the text's length when there are fewer tokens.
   * `offsetOfToken(75)` is where the text beyond the first window begins.
   */
  offsetOfToken(n: number): number;
}

/** Bytes of a code point in UTF-8; none when CLIP's pattern skips it. */
function byteLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return classOf(codePoint) === DROPPED ? 0 : 2;
  return codePoint < 0x10000 ? 3 : 4;
}

class LayoutBuilder {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private partStart = 0;
  private alignment: Alignment | null = null;
  private readonly lengths = tokenByteLengths();

  part(start: number, original: string, fixed: string, cleaned: string): void {
    this.partStart = start;
    this.alignment = alignCleaned(original, fixed, cleaned);
  }

  special(start: number, length: number): void {
    this.starts.push(start);
    this.ends.push(start + length);
  }

  /** The tokens of a chunk follow each other byte by byte: walk both and note where they begin and end. */
  readonly chunk = (
    start: number,
    units: Uint16Array,
    length: number,
    ids: Uint16Array,
    from: number,
    to: number,
  ): void => {
    let unit = 0;
    let unitByte = 0;
    let byte = 0;
    for (let token = from; token < to; token++) {
      for (;;) {
        const codePoint = codePointIn(units, unit, length);
        const bytes = byteLength(codePoint);
        if (unitByte + bytes > byte) break;
        unitByte += bytes;
        unit += codePoint > 0xffff ? 2 : 1;
      }
      byte += this.lengths[ids[token]!]!;
      let end = unit;
      for (let endByte = unitByte; endByte < byte; ) {
        const codePoint = codePointIn(units, end, length);
        endByte += byteLength(codePoint);
        end += codePoint > 0xffff ? 2 : 1;
      }
      this.add(start + unit, start + end);
    }
  };

  /** Adds a token at [start, end) of the current part's cleaned text. */
  private add(start: number, end: number): void {
    this.starts.push(this.partStart + (this.alignment === null ? start : this.alignment.starts[start]!));
    this.ends.push(this.partStart + (this.alignment === null ? end : this.alignment.ends[end - 1]!));
  }
}

/** Token ids and places of a text; see `TokenLayout`. `exclamation`: `!` is a special token (Stable Diffusion 2). */
export function layoutOf(text: string, exclamation: boolean): TokenLayout {
  const builder = new LayoutBuilder();
  const count = run(text, exclamation, builder);
  const ids = Int32Array.from(encodedIds().subarray(0, count));
  const starts = Int32Array.from(builder.starts);
  return {
    ids,
    starts,
    ends: Int32Array.from(builder.ends),
    offsetOfToken: (n) => starts[Math.max(0, n)] ?? text.length,
  };
}
