import type { Draft, Fix } from '../../ground/finding.ts';
import { lineAround, type TextEdit, type TextRange } from '../../ground/text.ts';
import { type ConfigPath, findInConfig } from '../../trainers/documents/document.ts';
import { entryRange } from '../../trainers/documents/entry-range.ts';
import type { ProblemRule } from '../../trainers/trainer.ts';
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
  const range = entryRange(context.text, context.document.root, path);
  return range && fixOf(context, title, [{ range, newText: '' }]);
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

function fixOf(context: EditableConfig, title: string, edits: readonly TextEdit[]): Fix {
  return { title, safety: 'suggested', edits: [{ file: context.file, edits }] };
}

/** The fixes that could be made. */
export function fixesFrom(...fixes: readonly (Fix | null)[]): Fix[] {
  return fixes.filter((fix) => fix !== null);
}

/** What the trainer itself refuses or passes over in the file, as far as a rule tells it. */
export function* problemDrafts(context: ConfigContext, rule: ProblemRule): Iterable<Draft> {
  for (const { rule: own, severity, range, message, fixes } of context.problems)
    if (own === rule) {
      const offered = fixes.map((fix) => replaceFix(context, fix.title, fix.range, fix.newText));
      yield { range, message, severity, fixes: offered };
    }
}
