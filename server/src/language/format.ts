import { type Caption, type CaptionSyntax, parseCaption, type Tag } from '../caption/parse.ts';
import { stripRange } from '../caption/space.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { isKeyTag } from '../dataset/key-tags.ts';
import { append } from '../ground/append.ts';
import { applyEdits } from '../ground/edits.ts';
import type { TextEdit, TextRange } from '../ground/text.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { captionStyle } from '../tags/caption-style.ts';
import { normalTag, type TagStyle } from '../tags/normal.ts';
import { respell } from '../tags/respell.ts';
import { sameTags } from '../tags/same-tags.ts';

/** Share of a folder's tags that must agree before formatting makes the rest follow. */
const clearMajority = 0.9;
/** Below this number of tags of several words a folder has no majority yet. */
const fewestTags = 20;

export interface FormatOptions {
  readonly syntax: CaptionSyntax;
  /** How words of a tag are joined; null keeps them. */
  readonly tagStyle: TagStyle | null;
  /** Lines may hold `{a|b}`, whose commas are no separators to a reader. */
  readonly wildcards: boolean;
  /** Tags (normal form) that are never respelt, such as the trigger. */
  readonly keeps: (norm: string) => boolean;
}

/** The options formatting has in a folder. */
export function formatOptionsOf(settings: FolderSettings, index: DatasetIndex): FormatOptions {
  const { formatTagStyle, syntax, captionOptions } = settings;
  const { spelling } = index.facts;
  const known = spelling.underscore + spelling.space >= fewestTags;
  const auto = known ? spelling.majority(clearMajority) : null;
  return {
    syntax,
    tagStyle: formatTagStyle === 'auto' ? auto : formatTagStyle === 'keep' ? null : formatTagStyle,
    wildcards: captionOptions.enableWildcard,
    keeps: (norm) => isKeyTag(index, index.vocabulary.normId(norm)),
  };
}

/**
 * The edits that bring a caption into form: one separator and one space between tags, no blanks at the ends, single
 * spaces, no empty tags, words joined in one style. Sentences only lose blanks that are too many. Tags stay the same ones
 * in the same order, else nothing is changed; formatting twice changes nothing more. `range` limits it to a part.
 */
export function formatCaption(text: string, options: FormatOptions, range?: TextRange): TextEdit[] {
  const caption = parseCaption(text, options.syntax);
  const edits = caption.trained.flatMap((_, line) => formatLine(caption, line, options));
  const inside = edits.filter(
    (edit) =>
      text.slice(edit.range.start, edit.range.end) !== edit.newText &&
      (range === undefined || (edit.range.start >= range.start && edit.range.end <= range.end)),
  );
  const after = parseCaption(applyEdits(text, inside), options.syntax);
  return sameTags(caption, after) ? inside : [];
}

function formatLine(caption: Caption, line: number, options: FormatOptions): TextEdit[] {
  const { text } = caption;
  const range = caption.trained[line];
  const pieces = caption.pieces.filter((piece) => piece.line === line);
  const filled = pieces.filter((piece) => piece.text !== '');
  if (filled.length === 0) return [];
  const edits = endsOf(text, range);
  const sentences = captionStyle(filled.map((piece) => piece.text)) !== 'tags';
  if (sentences || (options.wildcards && /[{}]/.test(text.slice(range.start, range.end)))) {
    append(edits, singleSpaces(text, range, options.syntax));
    return edits;
  }
  for (const [at, piece] of filled.entries()) {
    append(edits, formatTag(text, piece, options));
    const next = filled[at + 1];
    if (next !== undefined) append(edits, gapEdit(caption, pieces, piece, next));
  }
  // Separators before the first and behind the last tag.
  const [first, last] = [filled[0], filled[filled.length - 1]];
  if (onlySeparators(caption, range.start, first.range.start))
    edits.push({ range: { start: range.start, end: first.range.start }, newText: '' });
  if (onlySeparators(caption, last.range.end, range.end))
    edits.push({ range: { start: last.range.end, end: range.end }, newText: '' });
  return edits;
}

/** Blanks between the trained text and the ends of its physical line. */
function endsOf(text: string, range: TextRange): TextEdit[] {
  let { start, end } = range;
  while (start > 0 && isBlank(text[start - 1])) start--;
  while (end < text.length && isBlank(text[end])) end++;
  return [
    { range: { start, end: range.start }, newText: '' },
    { range: { start: range.end, end }, newText: '' },
  ];
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Runs of blanks inside a text become one space, where that makes no separator that was none. */
function singleSpaces(text: string, range: TextRange, syntax: CaptionSyntax): TextEdit[] {
  const written = text.slice(range.start, range.end);
  if (separatorsIn(written.replace(/[ \t]+/g, ' '), syntax) !== separatorsIn(written, syntax)) return [];
  return [...written.matchAll(/[ \t]+/g)].map((match) => ({
    range: { start: range.start + match.index, end: range.start + match.index + match[0].length },
    newText: ' ',
  }));
}

function formatTag(text: string, { range }: Tag, { syntax, tagStyle, keeps }: FormatOptions): TextEdit[] {
  const written = text.slice(range.start, range.end);
  const single = written.replace(/[ \t]+/g, ' ');
  const newText = tagStyle === null || keeps(normalTag(written)) ? single : respell(single, tagStyle);
  return newText === written || separatorsIn(newText, syntax) > 0 ? [] : [{ range, newText }];
}

/** Separators in a text, those of groups included: a tab for a blank can make one where blanks separate. */
const separatorsIn = (text: string, { separator, groupSeparators = [] }: CaptionSyntax): number =>
  [separator, ...groupSeparators].reduce((sum, one) => sum + (one === '' ? 0 : text.split(one).length - 1), 0);

/** One separator and one space; line ends of captions that are read as a whole and group separators stay. */
function gapEdit(caption: Caption, pieces: readonly Tag[], from: Tag, to: Tag): TextEdit[] {
  const { text, syntax } = caption;
  const range = { start: from.range.end, end: to.range.start };
  const gap = text.slice(range.start, range.end);
  if (/[\n\r]/.test(gap)) return [];
  if (onlySeparators(caption, range.start, range.end)) {
    const spaced = syntax.separator.trim() === syntax.separator ? `${syntax.separator} ` : syntax.separator;
    return [{ range, newText: spaced }];
  }
  // A group separator stands between them: only its blanks are evened out, and empty tags stay.
  return pieces.some((piece) => piece.text === '' && piece.index > from.index && piece.index < to.index)
    ? []
    : [{ range, newText: gap.replace(/[ \t]+/g, ' ') }];
}

/** Nothing but separators and what the trainer strips around tags: other blanks are text to it. */
function onlySeparators({ text, syntax }: Caption, start: number, end: number): boolean {
  const gap = text.slice(start, end);
  if (/[\n\r]/.test(gap)) return false;
  const rest = gap.replaceAll(syntax.separator, '');
  const { start: from, end: to } = stripRange(rest, 0, rest.length);
  return from === to;
}
