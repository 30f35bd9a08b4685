import type { TextRange } from './text.ts';

/** A place in a text as editors and LSP name it: line and UTF-16 character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

/** Turns UTF-16 offsets of one text into lines and characters. Lines end at `\n`, `\r\n` or `\r`, as in LSP. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    // Most captions have one line, and an engine looks for its end faster than a loop does.
    const hasEnds = text.includes('\n') || text.includes('\r');
    for (let i = 0; hasEnds && i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
      if (unit === 0x0a || unit === 0x0d) this.#starts.push(i + 1);
    }
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.#starts[low] };
  }

  /** Offset of a position; places beyond a line or the text are brought back to its end. */
  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#text.length;
    let end = this.#starts[line + 1] ?? this.#text.length;
    // The line's own end mark is no place to put the cursor in.
    while (end > this.#starts[line] && (this.#text[end - 1] === '\n' || this.#text[end - 1] === '\r')) end--;
    return Math.min(this.#starts[line] + Math.max(0, character), end);
  }

  range({ start, end }: TextRange): LineRange {
    return { start: this.position(start), end: this.position(end) };
  }
}
