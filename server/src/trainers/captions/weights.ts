import { once } from '../../ground/once.ts';
import type { TextRange } from '../../ground/text.ts';
import { pythonWeight } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** A stretch of caption with one weight, as it is given to the tokenizer: each run is tokenized on its own. */
export interface WeightedRun {
  /** The text without brackets, weights and backslashes. */
  readonly text: string;
  readonly weight: number;
  /** From the first to the last character of the run, in UTF-16 offsets; brackets between merged pieces lie inside. */
  readonly range: TextRange;
}

const ROUND = 1.1;
const SQUARE = 1 / 1.1;

/** `\p{Nd}`: Python's `\d` takes digits of any script. */
const pieces = once(() => /\\[()[\]\\]?|[([\])]|:([+-]?[.\p{Nd}]+)\)|[^\\()[\]:]+|:/gu);

/**
 * Reads `(a)`, `[a]` and `(a:1.3)` as sd-scripts does **only with `weighted_captions`** (library/strategy_base.py,
 * parse_prompt_attention); without it brackets, numbers and backslashes are plain text.
 *
 * Nesting multiplies, a backslash makes a bracket literal, unclosed brackets reach to the end, `[x:0.5]` is not a weight. Neighbours
 * of equal weight are one run; an empty text gives one empty run. Error: ValueError for a number such as `1.2.3` or `.`, which stops
 * training. Weights are the trainer's doubles, to the last bit.
 */
export function parseWeights(text: string): Outcome<readonly WeightedRun[]> {
  const runs: { text: string; weight: number; range: TextRange }[] = [];
  const openRound: number[] = [];
  const openSquare: number[] = [];
  const multiplyFrom = (start: number, factor: number) => {
    for (let i = start; i < runs.length; i++) (runs[i] as { weight: number }).weight *= factor;
  };

  for (const match of text.matchAll(pieces())) {
    const [piece, number] = match;
    const range = { start: match.index, end: match.index + piece.length };
    if (piece.startsWith('\\')) runs.push({ text: piece.slice(1), weight: 1, range });
    else if (piece === '(') openRound.push(runs.length);
    else if (piece === '[') openSquare.push(runs.length);
    else if (number !== undefined && openRound.length > 0) {
      const weight = pythonWeight(number);
      if (weight === null) return stops('ValueError', `could not convert string to float: '${number}'`);
      multiplyFrom(openRound.pop() as number, weight);
    } else if (piece === ')' && openRound.length > 0) multiplyFrom(openRound.pop() as number, ROUND);
    else if (piece === ']' && openSquare.length > 0) multiplyFrom(openSquare.pop() as number, SQUARE);
    else runs.push({ text: piece, weight: 1, range });
  }
  for (const start of openRound) multiplyFrom(start, ROUND);
  for (const start of openSquare) multiplyFrom(start, SQUARE);
  return answer(runs.length === 0 ? [{ text: '', weight: 1, range: { start: 0, end: 0 } }] : mergeEqual(runs));
}

function mergeEqual(runs: readonly WeightedRun[]): WeightedRun[] {
  const merged: WeightedRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.weight !== run.weight) {
      merged.push(run);
      continue;
    }
    const range = { start: last.range.start, end: run.range.end };
    merged[merged.length - 1] = { text: last.text + run.text, weight: run.weight, range };
  }
  return merged;
}
