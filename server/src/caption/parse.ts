import type { TextRange } from '../ground/text.ts';
import { isPythonSpace, stripRange } from './space.ts';

/** Which lines of a caption file the trainer reads: the first, one chosen at random, or the whole file. */
export type LinePolicy = 'first' | 'random' | 'whole';

/** How a trainer cuts a caption file into tags. */
export interface CaptionSyntax {
  /** The literal text between two tags; never empty (sd-scripts stops on an empty separator). */
  readonly separator: string;
  readonly lines: LinePolicy;
  /** Further texts that end a tag (`keep_tokens_separator`, `secondary_separator`); none by default. */
  readonly groupSeparators?: readonly string[];
}

/** One separator-delimited piece of a caption. Empty pieces are kept: `keep_tokens` counts them. */
export interface Tag {
  /** The piece without the white space around it, UTF-16 offsets. Empty when the piece is blank. */
  readonly range: TextRange;
  /** The piece from separator to separator, white space included. */
  readonly slot: TextRange;
  /** The text of `range`. */
  readonly text: string;
  /** Position among the pieces of its line, from 0; empty pieces count. */
  readonly index: number;
  /** Which trained line it stands on, from 0. */
  readonly line: number;
}

/** A caption text, understood as the trainer reads it. Offsets are UTF-16 offsets into `text`. */
export interface Caption {
  readonly text: string;
  readonly syntax: CaptionSyntax;
  /** What trains, stripped, one range per alternative (policy `random`) or exactly one; none when all is blank. */
  readonly trained: readonly TextRange[];
  /** Text that no trainer setting of this syntax ever reads: stripped, non-blank. */
  readonly ignored: readonly TextRange[];
  /** Every piece of every trained line, in order of the text. */
  readonly pieces: readonly Tag[];
  /** The pieces that hold text. */
  readonly tags: readonly Tag[];
}

/** Default syntax of sd-scripts: comma-separated, first line only (library/train_util.py). */
export const defaultSyntax: CaptionSyntax = { separator: ',', lines: 'first' };

/** Whether commas, and nothing else, stand between two tags. */
export const cutsAtCommas = ({ separator, groupSeparators = [] }: CaptionSyntax): boolean =>
  separator === ',' && groupSeparators.length === 0;

/** The physical lines of a text under Python's universal newlines (`\n`, `\r\n`, `\r`), without their ends. */
function physicalLines(text: string): TextRange[] {
  const lines: TextRange[] = [];
  let start = 0;
  // Most captions have one line, and an engine looks for its end faster than a loop does.
  const hasEnds = text.includes('\n') || text.includes('\r');
  for (let i = 0; hasEnds && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x0a && unit !== 0x0d) continue;
    lines.push({ start, end: i });
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    start = i + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** A piece of a line, by UTF-16 offsets: `start` to `end` without the white space around it, and from separator to separator. */
type PieceVisitor = (start: number, end: number, slotStart: number, slotEnd: number) => void;

/** Calls back for each piece of a trained line, in order; for one that is blank `start` is `end`. */
export function eachPiece(text: string, range: TextRange, syntax: CaptionSyntax, visit: PieceVisitor): void {
  const { separator, groupSeparators = [] } = syntax;
  // Nearly always there is one separator, and it need not be looked for in others' company.
  const several =
    groupSeparators.length === 0 && separator !== ''
      ? null
      : [...groupSeparators, separator].filter((one) => one !== '');
  for (let start = range.start; ; ) {
    const found = several && nextSeparator(text, several, start, range.end);
    const next = several ? (found?.at ?? -1) : text.indexOf(separator, start);
    const length = found?.length ?? separator.length;
    const isLast = next < 0 || next + length > range.end;
    const end = isLast ? range.end : next;
    let from = start;
    let to = end;
    while (from < to && isPythonSpace(text.charCodeAt(from))) from++;
    while (to > from && isPythonSpace(text.charCodeAt(to - 1))) to--;
    visit(from, to, start, end);
    if (isLast) return;
    start = end + length;
  }
}

function piecesOf(text: string, range: TextRange, syntax: CaptionSyntax, line: number, out: Tag[]): void {
  let index = 0;
  eachPiece(text, range, syntax, (start, end, slotStart, slotEnd) => {
    const slot = { start: slotStart, end: slotEnd };
    out.push({ range: { start, end }, slot, text: text.slice(start, end), index: index++, line });
  });
}

/** The first separator that lies wholly before `end`; of those at one place the one listed first. */
function nextSeparator(
  text: string,
  separators: readonly string[],
  start: number,
  end: number,
): { at: number; length: number } | null {
  let found: { at: number; length: number } | null = null;
  for (const separator of separators) {
    const at = text.indexOf(separator, start);
    if (at >= 0 && at + separator.length <= end && (found === null || at < found.at))
      found = { at, length: separator.length };
  }
  return found;
}

/**
 * Parses a caption text (without byte-order mark). Never fails: any text has a reading.
 *
 * `first` reads the first physical line, stripped; a blank first line means an empty caption even when text follows
 * (sd-scripts library/train_util.py, read_caption). `random` reads each non-blank line as an alternative (OneTrainer,
 * or sd-scripts with enable_wildcard). `whole` reads the file as one text, newlines included (ai-toolkit).
 */
export function parseCaption(text: string, syntax: CaptionSyntax = defaultSyntax): Caption {
  const { trained, ignored } = captionLines(text, syntax);
  const pieces: Tag[] = [];
  for (let line = 0; line < trained.length; line++) piecesOf(text, trained[line], syntax, line, pieces);
  return { text, syntax, trained, ignored, pieces, tags: pieces.filter((piece) => piece.text !== '') };
}

/** What of a caption text trains and what is never read, before it is cut into pieces. */
export function captionLines(text: string, syntax: CaptionSyntax): Pick<Caption, 'trained' | 'ignored'> {
  const trained: TextRange[] = [];
  const ignored: TextRange[] = [];
  if (syntax.lines === 'whole') {
    const all = stripRange(text, 0, text.length);
    if (all.end > all.start) trained.push(all);
  } else {
    const lines = physicalLines(text);
    for (let number = 0; number < lines.length; number++) {
      const inner = stripRange(text, lines[number].start, lines[number].end);
      if (inner.end === inner.start) continue;
      (number === 0 || syntax.lines === 'random' ? trained : ignored).push(inner);
    }
  }
  return { trained, ignored };
}

/** The text of one trained line as the trainer holds it before process_caption; "" when nothing trains. */
export function trainedText(caption: Caption, line = 0): string {
  const range = caption.trained[line];
  return range ? caption.text.slice(range.start, range.end) : '';
}
