import { type ClipOptions, countTokens, tokenLayout } from '../caption/clip/index.ts';
import { countQwen, qwenStarts } from '../caption/qwen/index.ts';
import type { TextTokenizer } from '../caption/tokenizer-file.ts';
import { parseWeights, type WeightedRun } from './captions/weights.ts';

/** How a caption is turned into tokens. */
export interface TokenOptions extends ClipOptions {
  /**
   * `weighted_captions`: brackets, weights and backslashes are taken out, and each stretch of one weight is tokenized by
   * itself (sd-scripts library/strategy_base.py). Default false.
   */
  readonly weighted?: boolean;
  /** Whose vocabulary counts: a built-in one, or one that the user has. Default `clip`. */
  readonly tokenizer?: 'clip' | 'qwen' | TextTokenizer;
}

/** Content tokens of a caption and where they lie. */
export interface CaptionTokens {
  readonly count: number;
  /** UTF-16 offset at which token `n` (from 0) begins; the text's length when there are not so many. */
  offsetOf(n: number): number;
}

/** Content tokens of a caption, without begin and end mark. A weight the trainer stops at leaves the text as it stands. */
export function countCaptionTokens(text: string, options: TokenOptions): number {
  return runsOf(text, options)?.reduce((sum, run) => sum + countOf(run.text, options), 0) ?? countOf(text, options);
}

/** The tokens of a caption with their places in it. */
export function captionTokens(text: string, options: TokenOptions): CaptionTokens {
  const { tokenizer } = options;
  if (typeof tokenizer === 'object')
    return { count: tokenizer.count(text), offsetOf: (n) => tokenizer.offsetOf(text, n) };
  const runs = runsOf(text, options);
  const starts =
    runs === null
      ? startsOf(text, options)
      : runs.flatMap((run) => {
          const places = placesOf(text, run);
          return Array.from(startsOf(run.text, options), (start) => places[start] ?? run.range.end);
        });
  return { count: starts.length, offsetOf: (n) => starts[Math.max(0, n)] ?? text.length };
}

function countOf(text: string, options: TokenOptions): number {
  const { tokenizer } = options;
  if (typeof tokenizer === 'object') return tokenizer.count(text);
  return tokenizer === 'qwen' ? countQwen(text) : countTokens(text, options);
}

/** UTF-16 offset at which each token begins. */
const startsOf = (text: string, options: TokenOptions): ArrayLike<number> & Iterable<number> =>
  options.tokenizer === 'qwen' ? qwenStarts(text) : tokenLayout(text, options).starts;

/** The stretches of equal weight; null where captions are not weighted or hold nothing that weighs. */
function runsOf(text: string, { weighted }: TokenOptions): readonly WeightedRun[] | null {
  return weighted && /[()[\]\\]/.test(text) ? parseWeights(text).value : null;
}

/** Where each unit of a run stands in the text: the run is the text with units left out, taken at their earliest place. */
function placesOf(text: string, { text: kept, range }: WeightedRun): number[] {
  const places: number[] = [];
  let at = range.start;
  for (let unit = 0; unit < kept.length; unit++) {
    while (at < range.end && text[at] !== kept[unit]) at++;
    places.push(Math.min(at++, range.end));
  }
  return places;
}
