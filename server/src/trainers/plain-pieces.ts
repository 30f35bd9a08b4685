import { tokenLayout } from '../caption/clip/index.ts';
import { type CaptionTokens, captionTokens, countCaptionTokens, type TokenOptions } from './caption-tokens.ts';
import { isPlainTag, mayCountTags } from './line-tokens.ts';

const between = ', ';

/** Letters of a piece whose tokens are kept: tags come again and again, sentences do not. */
const keptLength = 60;

/** How the texts of which one measures the tokens are cut. */
const commas = { separator: ',' } as const;

/**
 * Measures texts that are put together anew of the same tags, as shuffling does: tags between commas and blanks are counted once each,
 * where that is exact (see line-tokens.ts), any other text as a whole.
 */
export class PieceTokens {
  readonly #options: TokenOptions;
  /** Tokens of a piece with the comma behind it, and of one that stands last; -1 where it is not plain. */
  readonly #inside = new Map<string, number>();
  readonly #last = new Map<string, number>();
  readonly #starts = new Map<string, ArrayLike<number>>();
  #counted = { text: '', tokens: 0 };

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** Content tokens of a text. */
  count(text: string): number {
    // A text is counted to see whether it is cut, and again to say how long it is.
    if (text !== this.#counted.text) this.#counted = { text, tokens: this.#countNow(text) };
    return this.#counted.tokens;
  }

  #countNow(text: string): number {
    let sum = 0;
    const isPlain = this.#walk(text, (_, tokens) => {
      sum += tokens;
    });
    return isPlain ? sum : countCaptionTokens(text, this.#options);
  }

  /** UTF-16 offset at which token `n` (from 0) begins; the text's length when there are not so many. */
  offsetOf(text: string, n: number): number {
    let left = Math.max(0, n);
    let offset = text.length;
    // Looked through to its end: a piece that is not plain makes the whole text one that is not.
    let isFound = false;
    const isPlain = this.#walk(text, (start, tokens, piece) => {
      if (!isFound && left < tokens) {
        isFound = true;
        offset = left === 0 ? start : start + this.#startsIn(piece)[left]!;
      }
      left -= tokens;
    });
    return isPlain ? offset : this.#whole(text).offsetOf(n);
  }

  #whole(text: string): CaptionTokens {
    return captionTokens(text, this.#options);
  }

  /** Calls back with offset, tokens and text of each piece. False: the text cannot be measured by its pieces. */
  #walk(text: string, visit: (start: number, tokens: number, piece: string) => void): boolean {
    if (text === '' || !mayCountTags(text, commas, this.#options)) return false;
    for (let start = 0; ; ) {
      const at = text.indexOf(between, start);
      const isLast = at < 0;
      const piece = text.slice(start, isLast ? text.length : at);
      const tokens = this.#tokensOf(piece, isLast);
      if (tokens < 0) return false;
      visit(start, tokens, piece);
      if (isLast) return true;
      start = at + between.length;
    }
  }

  #tokensOf(piece: string, isLast: boolean): number {
    const kept = isLast ? this.#last : this.#inside;
    const known = piece.length > keptLength ? undefined : kept.get(piece);
    if (known !== undefined) return known;
    const isPlain = isPlainTag(piece) && piece === piece.trim();
    const tokens = isPlain ? countCaptionTokens(isLast ? piece : `${piece},`, this.#options) : -1;
    if (piece.length <= keptLength) kept.set(piece, tokens);
    return tokens;
  }

  #startsIn(piece: string): ArrayLike<number> {
    const known = this.#starts.get(piece);
    if (known) return known;
    const { starts } = tokenLayout(`${piece},`, this.#options);
    if (piece.length <= keptLength) this.#starts.set(piece, starts);
    return starts;
  }
}
