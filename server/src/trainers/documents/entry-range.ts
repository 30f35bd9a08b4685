import { lineAround, type TextRange } from '../../ground/text.ts';
import { type ConfigPath, findInConfig } from './document.ts';
import type { PyValue } from './python-value.ts';

/** What goes when a key is taken out of a configuration with its value; null where the path leads nowhere or to a table. */
export function entryRange(text: string, root: PyValue, path: ConfigPath): TextRange | null {
  const entry = findInConfig(root, path);
  if (!entry?.keyRange || !entry.value.range || entry.value.type === 'dict') return null;
  return wholeEntry(text, entry.keyRange.start, entry.value.range.end);
}

/** The range of an entry with its comma, or with its whole line where it stands alone. */
function wholeEntry(text: string, start: number, end: number): TextRange {
  const lineStart = lineAround(text, start).start;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  const isAlone = before.trim() === '' && /^\s*,?\s*(#.*)?$/.test(after);
  const comma = /^\s*,/.exec(after);
  if (isAlone && (comma || !/,\s*$/.test(text.slice(0, lineStart)))) {
    return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 };
  }
  if (comma)
    return { start, end: end + comma[0].length + (/^[ \t]*/.exec(after.slice(comma[0].length))?.[0].length ?? 0) };
  // The last of several: the comma before it goes too.
  const lead = /,?\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - lead, end };
}
