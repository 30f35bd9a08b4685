import type { Fix } from '../../ground/finding.ts';
import { lineAround, type TextEdit, type TextRange } from '../../ground/text.ts';
import { type ConfigPath, findInConfig } from '../../trainers/documents/document.ts';
import type { ConfigContext } from '../context.ts';

/** What an edit needs to know of a configuration. */
export type EditableConfig = Pick<ConfigContext, 'file' | 'text' | 'format' | 'document'>;

/** A value that TOML and JSON write alike. */
export type ConfigValue = string | number | boolean | readonly (string | number | boolean)[];

/** A plain value as TOML and JSON both write it. */
export function written(value: ConfigValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // TOML's basic strings take the escapes of JSON.
  return JSON.stringify(value);
}

/** A fix that replaces a range of the configuration. */
export function replaceFix(context: EditableConfig, title: string, range: TextRange, newText: string): Fix {
  return fixOf(context, title, [{ range, newText }]);
}

/** A fix that takes a key with its value out of the file; null when it cannot be found. */
export function removeFix(context: EditableConfig, title: string, path: ConfigPath): Fix | null {
  const entry = findInConfig(context.document.root, path);
  if (!entry?.keyRange || !entry.value.range || entry.value.type === 'dict') return null;
  const range = wholeEntry(context.text, entry.keyRange.start, entry.value.range.end);
  return fixOf(context, title, [{ range, newText: '' }]);
}

/**
 * A fix that gives the table at a path an option: the value is replaced where it is written there, else a line is put below the
 * table's header. Null when there is no such table.
 */
export function setFix(
  context: EditableConfig,
  title: string,
  table: ConfigPath,
  name: string,
  value: ConfigValue,
): Fix | null {
  const own = findInConfig(context.document.root, [...table, name]);
  const text = written(value);
  if (own?.value.range) return replaceFix(context, title, own.value.range, text);
  const entry = findInConfig(context.document.root, table);
  if (entry?.value.type !== 'dict' || !entry.value.range) return null;
  const edit = insertion(context, entry.value.range, name, text);
  return edit && fixOf(context, title, [edit]);
}

function insertion(context: EditableConfig, table: TextRange, name: string, value: string): TextEdit | null {
  const { text, format } = context;
  if (text[table.start] === '{') {
    const at = table.start + 1;
    const inner = /^\s*/.exec(text.slice(at))?.[0] ?? '';
    const isEmpty = text[at + inner.length] === '}';
    const pair = format === 'json' ? `${JSON.stringify(name)}: ${value}` : `${name} = ${value}`;
    const space = isEmpty && !inner.includes('\n') ? '' : inner;
    return { range: { start: at, end: at }, newText: `${space || ' '}${pair}${isEmpty ? ' ' : ','}` };
  }
  if (format === 'json') return null;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // The top of a file has no header: its range covers the file.
  if (table.start === 0 && text[0] !== '[') return { range: { start: 0, end: 0 }, newText: `${name} = ${value}${eol}` };
  const end = text.indexOf('\n', table.end);
  const lineStart = lineAround(text, table.start).start;
  const header = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const next = end < 0 ? '' : text.slice(end + 1);
  const indent = /^([ \t]*)[\w"']/.exec(next)?.[1] ?? header;
  if (end < 0) return { range: { start: text.length, end: text.length }, newText: `${eol}${indent}${name} = ${value}` };
  return { range: { start: end + 1, end: end + 1 }, newText: `${indent}${name} = ${value}${eol}` };
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

function fixOf(context: EditableConfig, title: string, edits: readonly TextEdit[]): Fix {
  return { title, safety: 'suggested', edits: [{ file: context.file, edits }] };
}

/** The fixes that could be made. */
export function fixesFrom(...fixes: readonly (Fix | null)[]): Fix[] {
  return fixes.filter((fix) => fix !== null);
}
