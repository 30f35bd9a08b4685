import { countTokens, tokenLayout } from '../caption/clip/index.ts';
import { type Caption, type CaptionSyntax, type Tag, trainedText } from '../caption/parse.ts';
import { trait, type Word, wordsOf } from '../tags/word.ts';
import { captionTokens, countCaptionTokens, type TokenOptions } from './caption-tokens.ts';

/** Where the tokens of one trained line lie. Token numbers count content tokens of that line from 0. */
export interface LineTokens {
  /** Content tokens, without BOS and EOS. */
  readonly count: number;
  /** UTF-16 offset in the caption's text at which token `n` begins; the line's end when there are not so many. */
  offsetOf(n: number): number;
}

/** What is known of the tags of a caption, for callers that have it. */
export interface KnownTags {
  readonly words: readonly Word[];
  /** What a pure question says of each. */
  numbers(question: (word: Word) => number): ArrayLike<number>;
}

function known({ tags }: Caption): KnownTags {
  const words = wordsOf(tags.map((tag) => tag.text));
  return { words, numbers: (question) => words.map(question) };
}

/** Content tokens of a trained line. */
export function countLineTokens(
  caption: Caption,
  line: number,
  options: TokenOptions,
  tags: KnownTags = known(caption),
): number {
  const counts = plainCounts(caption, line, options, tags);
  if (counts === null) return countCaptionTokens(trainedText(caption, line), options);
  let sum = 0;
  for (const count of counts.tokens) sum += count;
  return sum;
}

/** Tokens of a trained line with their places in the caption's text. */
export function lineTokens(
  caption: Caption,
  line: number,
  options: TokenOptions,
  own: KnownTags = known(caption),
): LineTokens {
  const counts = plainCounts(caption, line, options, own);
  const range = caption.trained[line] ?? { start: 0, end: 0 };
  if (counts === null) {
    const tokens = captionTokens(trainedText(caption, line), options);
    return { count: tokens.count, offsetOf: (n) => range.start + tokens.offsetOf(n) };
  }
  const { pieces, first, tokens } = counts;
  const find = (n: number): number => {
    let left = Math.max(0, n);
    for (let at = 0; at < pieces.length; at++) {
      // A piece begins with its first token.
      if (left === 0) return pieces[at].range.start;
      if (left < tokens[at]) return pieces[at].range.start + startsInWord(own.words[first + at])[left];
      left -= tokens[at];
    }
    return range.end;
  };
  // Whoever asks for the limit asks for it again.
  let last = { n: -1, offset: -1 };
  const offsetOf = (n: number): number => {
    if (last.n !== n) last = { n, offset: find(n) };
    return last.offset;
  };
  return { count: tokens.reduce((sum, count) => sum + count, 0), offsetOf };
}

/** Characters that the tokenizer's repairs and special marks leave alone: printable ASCII without `!`, `&`, `<` and `>`. */
const plain = /^[ "-%'-;=?-~]+$/;

/** Whether a tag's tokens rest on nothing but its own characters and those right beside it. */
export const isPlainTag = (tag: string): boolean => plain.test(tag);

/** Tokens of a plain tag, without and with the comma behind it; -1 for any other. */
export const tokensOfWord = trait(({ written }) => (plain.test(written) ? countTokens(written) : -1));
export const tokensBeforeComma = trait(({ written }) => (plain.test(written) ? countTokens(`${written},`) : -1));

/** Where each token of a plain tag begins in it, in UTF-16 offsets; the last is that of the comma behind it. */
const startsInWord = trait(({ written }): readonly number[] => [...tokenLayout(`${written},`).starts]);

/** Whether the tags of a text may be counted one by one: where commas stand between them, and none is read as weights of a prompt. */
export const mayCountTags = (
  text: string,
  { separator }: Pick<CaptionSyntax, 'separator'>,
  { weighted, tokenizer }: TokenOptions,
): boolean => tokenizer === undefined && separator === ',' && !(weighted && /[()[\]\\]/.test(text));

/**
 * The tokens of each piece of a line, its comma included; null where pieces cannot be counted one by one. Between plain tags a
 * comma and a blank end a token for certain (transformers models/clip/tokenization_clip.py cuts at white space and nothing else
 * reaches over it), so tags that come again and again are counted once.
 */
function plainCounts(
  { text, syntax, trained, pieces: all, tags }: Caption,
  line: number,
  options: TokenOptions,
  known: KnownTags,
): { pieces: readonly Tag[]; first: number; tokens: number[] } | null {
  if (!mayCountTags(text, syntax, options)) return null;
  // An empty piece is not plain.
  if (tags.length !== all.length || tags.length === 0) return null;
  const pieces = trained.length === 1 ? all : all.filter((piece) => piece.line === line);
  const first = trained.length === 1 ? 0 : all.findIndex((piece) => piece.line === line);
  const before = known.numbers(tokensBeforeComma);
  const tokens: number[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const { range } = pieces[at];
    const next = pieces[at + 1];
    if (next && (next.range.start !== range.end + 2 || text[range.end] !== ',' || text[range.end + 1] !== ' '))
      return null;
    const count = next ? before[first + at] : tokensOfWord(known.words[first + at]);
    if (count < 0) return null;
    tokens.push(count);
  }
  return tokens.length === 0 ? null : { pieces, first, tokens };
}
