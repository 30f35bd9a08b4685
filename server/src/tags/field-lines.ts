import { lettersPattern } from '../ground/letters.ts';
import type { TextRange } from '../ground/text.ts';

/** A line of a form: a name, a mark, a value that may be missing. */
export interface FieldLine {
  /** Lower case. */
  readonly name: string;
  /** `:`, `=` …, without the blanks around it. */
  readonly mark: string;
  /** What stands behind the mark; "" where nothing does. */
  readonly value: string;
  /** The line, and the mark with the blanks around it; UTF-16 offsets into the text. */
  readonly range: TextRange;
  readonly markRange: TextRange;
}

/** Lines, and share of those that say something, that are fields in a form. */
const fewest = 2;
const share = 0.75;

/** What people write between a name and its value. */
export const fieldMark = String.raw`[:=：]|->|(?<=\s)[-–—](?=\s)`;
const fieldLine = lettersPattern(
  String.raw`^([ \t]*(?:[-*•][ \t]+)?(?:\*\*)?([\p{L}][\p{L} _-]{0,22}?[\p{L}]))((?:\*\*)?[ \t]*(${fieldMark})(?:\*\*)?[ \t]*)(\S.*)?$`,
);

/** The lines of a form with a name before each value, each on a line of its own; null for any other text. */
export function fieldLines(text: string): readonly FieldLine[] | null {
  const found: FieldLine[] = [];
  let said = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.trimEnd().length;
    const own = text.slice(start, end);
    if (own.trim() !== '') said++;
    const match = fieldLine(own).exec(own);
    if (match !== null) {
      const [, head, name, gap, mark, value = ''] = match;
      const markStart = start + head.length;
      found.push({
        name: name.toLowerCase(),
        mark,
        value,
        range: { start, end },
        markRange: { start: markStart, end: markStart + gap.length },
      });
    }
    start += line.length + 1;
  }
  return found.length >= fewest && found.length >= said * share ? found : null;
}
