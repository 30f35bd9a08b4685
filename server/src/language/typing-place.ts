import { spacedList } from '../caption/joint.ts';
import type { Tag } from '../caption/parse.ts';
import { stripRange } from '../caption/space.ts';
import type { TextRange } from '../ground/text.ts';
import type { CaptionContext } from '../rules/context.ts';

/** Where a tag is being typed. */
export interface TypingPlace {
  /** What a chosen tag replaces; empty where a new one begins. */
  readonly range: TextRange;
  /** From the start of the range to the cursor. */
  readonly typed: string;
  /** The tag the cursor is in, which is the one replaced. */
  readonly tag: Tag | null;
  /** Text to write before and after a chosen tag, so that it stands between separators. */
  readonly before: string;
  readonly after: string;
}

/**
 * The place of a UTF-16 offset among the tags; null where nothing typed would train (a line that is ignored).
 * In the middle of a tag the whole tag is replaced; in front of one a new tag is begun.
 */
export function placeOf(context: CaptionContext, offset: number): TypingPlace | null {
  const { text, syntax } = context.caption;
  const line = lineAround(text, offset, syntax.lines === 'whole');
  if (syntax.lines === 'first' && line.start > 0) return null;
  const separators = [syntax.separator, ...(syntax.groupSeparators ?? [])].filter((separator) => separator !== '');
  const slot = slotAround(text, line, offset, separators);
  const inner = stripRange(text, slot.start, slot.end);
  const first = slot.start === line.start;
  const space = first || /\s$/.test(text.slice(slot.start, offset)) || !spacedList(text, syntax.separator) ? '' : ' ';
  if (inner.start < inner.end && inner.start < offset && offset <= inner.end) {
    const tag = context.caption.tags.find(({ range }) => range.start === inner.start) ?? null;
    const typed = text.slice(inner.start, offset);
    // Directly behind the separator the space is still missing.
    const before = !first && inner.start === slot.start && spacedList(text, syntax.separator) ? ' ' : '';
    return { range: inner, typed, tag, before, after: '' };
  }
  const here = { start: offset, end: offset };
  if (inner.start >= offset && inner.start < inner.end) {
    // Behind the new tag comes one that is there already.
    const gap = /^\s/.test(text.slice(offset, slot.end)) || !spacedList(text, syntax.separator) ? '' : ' ';
    return { range: here, typed: '', tag: null, before: space, after: syntax.separator + gap };
  }
  const behindTag = inner.start < inner.end;
  const before = behindTag ? syntax.separator + (spacedList(text, syntax.separator) ? ' ' : '') : space;
  if (!behindTag) return { range: here, typed: '', tag: null, before, after: '' };
  // White space behind a tag: a longer tag is being typed, such as "long ".
  const tag = context.caption.tags.find(({ range }) => range.start === inner.start) ?? null;
  const range = { start: inner.start, end: offset };
  return { range, typed: text.slice(inner.start, offset), tag, before: '', after: '' };
}

function lineAround(text: string, offset: number, whole: boolean): TextRange {
  if (whole) return { start: 0, end: text.length };
  let start = offset;
  while (start > 0 && !'\r\n'.includes(text[start - 1])) start--;
  let end = offset;
  while (end < text.length && !'\r\n'.includes(text[end])) end++;
  return { start, end };
}

function slotAround(text: string, line: TextRange, offset: number, separators: readonly string[]): TextRange {
  let { start, end } = line;
  for (const separator of separators) {
    const before = offset - separator.length < line.start ? -1 : text.lastIndexOf(separator, offset - separator.length);
    if (before >= line.start) start = Math.max(start, before + separator.length);
    const after = text.indexOf(separator, offset);
    if (after >= 0 && after < end) end = after;
  }
  return { start, end };
}
