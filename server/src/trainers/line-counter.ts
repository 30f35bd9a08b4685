import type { CaptionSyntax } from '../caption/parse.ts';
import type { TextRange } from '../ground/text.ts';
import type { Word } from '../tags/word.ts';
import { countCaptionTokens, type TokenOptions } from './caption-tokens.ts';
import { mayCountTags, tokensBeforeComma, tokensOfWord } from './line-tokens.ts';

const [comma, blank] = [0x2c, 0x20];

/**
 * Counts the content tokens of a trained line while it is cut into tags: tag by tag where that is exact, which in a folder of tags is
 * nearly always, else as a whole.
 */
export class LineCounter {
  readonly #text: string;
  readonly #range: TextRange;
  readonly #options: TokenOptions;
  #isExact: boolean;
  #tokens = 0;
  #last: Word | null = null;
  #end = 0;

  constructor(text: string, range: TextRange, syntax: CaptionSyntax, options: TokenOptions) {
    this.#text = text;
    this.#range = range;
    this.#options = options;
    this.#isExact = mayCountTags(text, syntax, options);
  }

  /** The next piece is a tag, at these UTF-16 offsets of the text. */
  take(word: Word, start: number, end: number): void {
    if (!this.#isExact) return;
    if (this.#last) {
      const before = tokensBeforeComma(this.#last);
      // See line-tokens.ts: a comma and a blank end a token for certain.
      this.#isExact =
        before >= 0 &&
        start === this.#end + 2 &&
        this.#text.charCodeAt(this.#end) === comma &&
        this.#text.charCodeAt(this.#end + 1) === blank;
      this.#tokens += before;
    }
    this.#last = word;
    this.#end = end;
  }

  /** The next piece is blank. */
  skip(): void {
    this.#isExact = false;
  }

  /** The tokens of the whole line, once all pieces were taken. */
  count(): number {
    const last = this.#isExact && this.#last ? tokensOfWord(this.#last) : -1;
    if (last >= 0) return this.#tokens + last;
    return countCaptionTokens(this.#text.slice(this.#range.start, this.#range.end), this.#options);
  }
}
