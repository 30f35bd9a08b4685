import type { TextRange } from '../../ground/text.ts';
import { joinTraced, sliceTraced, stripTraced, type TracedText, traced, untraced } from './traced-text.ts';

/** How much of a caption file is read: see `lines` of the trainer profile. */
export type LinePolicy = 'first' | 'random' | 'whole';

/** What a trainer takes from the text of a caption file. */
export interface CaptionLines {
  /** The caption as handed on; lines that are alternatives to each other are joined by a line feed. Ranges are those of the file. */
  readonly text: TracedText;
  /** The alternatives: one for `first` and `whole`, else one per line that is not blank. */
  readonly alternatives: readonly TracedText[];
  /** Lines with text that never train, stripped. */
  readonly ignored: readonly TextRange[];
}

/** Line ends as Python's universal newlines: U+2028, vertical tab and form feed do not end a line. */
const LINE_END = /\r\n|\r|\n/g;

/**
 * Takes the caption out of a file's text. `first` and `random` are sd-scripts without and with `enable_wildcard`
 * (library/train_util.py, read_caption); OneTrainer reads `random`, ai-toolkit `whole`.
 *
 * `first` is the first physical line even when it is blank: the caption is then empty although the file has text. A byte order mark,
 * where the caller left it in, is a character like any other.
 */
export function readCaptionLines(fileText: string, policy: LinePolicy): CaptionLines {
  const lines = physicalLines(fileText);
  if (policy === 'whole') {
    const text = joinTraced(lines, '\n');
    return { text, alternatives: [text], ignored: [] };
  }
  const stripped = lines.map(stripTraced);
  if (policy === 'first') {
    const [first = untraced(''), ...rest] = stripped;
    return { text: first, alternatives: [first], ignored: rest.filter((line) => line.text !== '').map(rangeOf) };
  }
  const filled = stripped.filter((line) => line.text !== '');
  return { text: joinTraced(filled, '\n'), alternatives: filled.length > 0 ? filled : [untraced('')], ignored: [] };
}

function physicalLines(fileText: string): TracedText[] {
  const whole = traced(fileText);
  const lines: TracedText[] = [];
  let start = 0;
  for (const end of fileText.matchAll(LINE_END)) {
    lines.push(sliceTraced(whole, start, end.index));
    start = end.index + end[0].length;
  }
  lines.push(sliceTraced(whole, start));
  return lines;
}

function rangeOf(line: TracedText): TextRange {
  return { start: line.from[0] as number, end: line.to.at(-1) as number };
}
