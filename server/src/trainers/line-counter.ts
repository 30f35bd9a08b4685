import type { CaptionSyntax } from '../caption/parse.ts';
import type { TextRange } from '../ground/text.ts';
import type { NumberedWords, WordNumbers } from '../tags/word-numbers.ts';
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
  /** The numbers of tokens of each tag, before a comma and at the end. */
  readonly #beforeComma: WordNumbers;
  readonly #atEnd: WordNumbers;
  /** Number of the last tag; below zero without one. */
  #last = -1;
  #end = 0;

  constructor(text: string, range: TextRange, syntax: CaptionSyntax, options: TokenOptions, words: NumberedWords) {
    this.#text = text;
    this.#range = range;
    this.#options = options;
    this.#isExact = mayCountTags(text, syntax, options);
    this.#beforeComma = words.numbers(tokensBeforeComma);
    this.#atEnd = words.numbers(tokensOfWord);
  }

  /** The next piece is the tag of this number, at these UTF-16 offsets of the text. */
  take(tag: number, start: number, end: number): void {
    if (!this.#isExact) return;
    if (this.#last >= 0) {
      const before = this.#beforeComma.of(this.#last);
      // See line-tokens.ts: a comma and a blank end a token for certain.
      this.#isExact =
        before >= 0 &&
        start === this.#end + 2 &&
        this.#text.charCodeAt(this.#end) === comma &&
        this.#text.charCodeAt(this.#end + 1) === blank;
      this.#tokens += before;
    }
    this.#last = tag;
    this.#end = end;
  }

  /** The next piece is blank. */
  skip(): void {
    this.#isExact = false;
  }

  /** The tokens of the whole line, once all pieces were taken. */
  count(): number {
    const last = this.#isExact && this.#last >= 0 ? this.#atEnd.of(this.#last) : -1;
    if (last >= 0) return this.#tokens + last;
    return countCaptionTokens(this.#text.slice(this.#range.start, this.#range.end), this.#options);
  }
}
