import { type ClipOptions, countTokens, tokenLayout } from '../caption/clip/index.ts';
import { parseWeights, type WeightedRun } from './sd-scripts/weights.ts';

/** How a caption is turned into tokens. */
export interface TokenOptions extends ClipOptions {
  /**
   * `weighted_captions`: brackets, weights and backslashes are taken out, and each stretch of one weight is tokenized by
   * itself (sd-scripts library/strategy_base.py). Default false.
   */
  readonly weighted?: boolean;
}

/** Content tokens of a caption and where they lie. */
export interface CaptionTokens {
  readonly count: number;
  /** UTF-16 offset at which token `n` (from 0) begins; the text's length when there are not so many. */
  offsetOf(n: number): number;
}

/** Content tokens of a caption, without begin and end mark. A weight the trainer stops at leaves the text as it stands. */
export function countCaptionTokens(text: string, options: TokenOptions): number {
  return (
    runsOf(text, options)?.reduce((sum, run) => sum + countTokens(run.text, options), 0) ?? countTokens(text, options)
  );
}

/** The tokens of a caption with their places in it. */
export function captionTokens(text: string, options: TokenOptions): CaptionTokens {
  const runs = runsOf(text, options);
  if (runs === null) {
    const layout = tokenLayout(text, options);
    return { count: layout.ids.length, offsetOf: (n) => layout.offsetOfToken(n) };
  }
  const starts = runs.flatMap((run) => {
    const places = placesOf(text, run);
    return Array.from(tokenLayout(run.text, options).starts, (start) => places[start] ?? run.range.end);
  });
  return { count: starts.length, offsetOf: (n) => starts[Math.max(0, n)] ?? text.length };
}

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
