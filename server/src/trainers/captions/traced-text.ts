import type { TextRange } from '../../ground/text.ts';
import { pythonStripRange } from '../python/python-text.ts';

/**
 * A text whose every UTF-16 unit remembers where it comes from, so that what the trainer finally reads can be marked in the file.
 * `from[i]`–`to[i]` is the source span of unit `i` in UTF-16 offsets; -1 for text that is not in the source (a caption prefix).
 */
export interface TracedText {
  readonly text: string;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The text as its own source, or as a source that starts at `offset`. */
export function traced(text: string, offset = 0): TracedText {
  const from = new Int32Array(text.length);
  const to = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    from[i] = offset + i;
    to[i] = offset + i + 1;
  }
  return { text, from, to };
}

/** Text that stands nowhere in the source. */
export function untraced(text: string): TracedText {
  const nowhere = new Int32Array(text.length).fill(-1);
  return { text, from: nowhere, to: nowhere };
}

export function sliceTraced(source: TracedText, start: number, end = source.text.length): TracedText {
  // Views, not copies: traced texts are never written to.
  const { text, from, to } = source;
  return { text: text.slice(start, end), from: from.subarray(start, end), to: to.subarray(start, end) };
}

/** `separator.join(parts)`; the separators stand nowhere in the source. */
export function joinTraced(parts: readonly TracedText[], separator = ''): TracedText {
  const text = parts.map((part) => part.text).join(separator);
  const from = new Int32Array(text.length).fill(-1);
  const to = new Int32Array(text.length).fill(-1);
  let start = 0;
  for (const part of parts) {
    from.set(part.from, start);
    to.set(part.to, start);
    start += part.text.length + separator.length;
  }
  return { text, from, to };
}

/** `text.split(separator)` of Python, at most `limit` cuts. The separator must not be empty. */
export function splitTraced(source: TracedText, separator: string, limit = Number.POSITIVE_INFINITY): TracedText[] {
  const parts: TracedText[] = [];
  let start = 0;
  for (let at = source.text.indexOf(separator); at >= 0 && parts.length < limit; ) {
    parts.push(sliceTraced(source, start, at));
    start = at + separator.length;
    at = source.text.indexOf(separator, start);
  }
  parts.push(sliceTraced(source, start));
  return parts;
}

/** `text.strip()` of Python. */
export function stripTraced(source: TracedText): TracedText {
  const range = pythonStripRange(source.text, 0, source.text.length);
  return sliceTraced(source, range.start, range.end);
}

/** `text.replace(search, replacement)` of Python for a search that is not empty; each replacement unit traces to the whole match. */
export function replaceTraced(source: TracedText, search: string, replacement: string): TracedText {
  if (!source.text.includes(search)) return source;
  const parts: TracedText[] = [];
  let start = 0;
  for (let at = source.text.indexOf(search); at >= 0; at = source.text.indexOf(search, start)) {
    const end = at + search.length;
    parts.push(sliceTraced(source, start, at));
    parts.push({
      text: replacement,
      from: new Int32Array(replacement.length).fill(source.from[at] as number),
      to: new Int32Array(replacement.length).fill(source.to[end - 1] as number),
    });
    start = end;
  }
  parts.push(sliceTraced(source, start));
  return joinTraced(parts);
}

/** The smallest source range that holds every traced unit; null when none is from the source. */
export function sourceRange(piece: TracedText): TextRange | null {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (let i = 0; i < piece.text.length; i++) {
    if ((piece.from[i] as number) < 0) continue;
    start = Math.min(start, piece.from[i] as number);
    end = Math.max(end, piece.to[i] as number);
  }
  return end < 0 ? null : { start, end };
}
