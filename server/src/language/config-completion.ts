import { lineAround, type TextRange } from '../ground/text.ts';
import { type ConfigFormat, type ConfigPath, findInConfig } from '../trainers/documents/document.ts';
import type { ConfigDocument } from '../trainers/documents/parsed.ts';
import type { PyValue } from '../trainers/documents/python-value.ts';
import type { OptionLevel } from '../trainers/sd-scripts/config/dataset-options.ts';
import { DATASET_OPTIONS } from '../trainers/sd-scripts/config/dataset-options.ts';
import type { ConfigRole } from '../trainers/sd-scripts/config/recognize.ts';
import { levelOf } from '../trainers/sd-scripts/config/validate.ts';
import { type ConfigOption, configOption, describeOption, optionNames } from './config-option.ts';

export interface ConfigProposal {
  readonly kind: 'key' | 'value' | 'table';
  readonly label: string;
  readonly newText: string;
  /** Type and default, one line. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
}

export interface ConfigProposals {
  /** What a proposal replaces, UTF-16 offsets. */
  readonly range: TextRange;
  readonly items: readonly ConfigProposal[];
}

export interface ConfigSource {
  readonly text: string;
  readonly document: ConfigDocument;
  readonly format: ConfigFormat;
  readonly role: ConfigRole;
}

const tables = ['[general]', '[[datasets]]', '[[datasets.subsets]]'];

/** Keys, values and table headers that fit at an offset; null where nothing does. */
export function completeConfig(source: ConfigSource, offset: number): ConfigProposals | null {
  const { text, format, role } = source;
  const lineStart = lineAround(text, offset).start;
  const before = text.slice(lineStart, offset);
  return format === 'json' ? inJson(source, before, offset) : inToml(source, before, lineStart, offset, role);
}

function inToml(
  source: ConfigSource,
  before: string,
  lineStart: number,
  offset: number,
  role: ConfigRole,
): ConfigProposals | null {
  if (/^\s*\[{1,2}[\w.]*$/.test(before) && role === 'dataset_config') {
    const start = lineStart + before.indexOf('[');
    const rest = /^[\w.]*\]{0,2}/.exec(source.text.slice(offset))?.[0].length ?? 0;
    const items = tables.map((label) => ({
      kind: 'table' as const,
      label,
      newText: label,
      detail: '',
      documentation: '',
    }));
    return { range: { start, end: offset + rest }, items };
  }
  const value = /^\s*([\w-]+)\s*=\s*("?[\w.]*)$/.exec(before);
  if (value) return values(source, value[1] ?? '', value[2] ?? '', offset);
  const key = /^\s*([\w-]*)$/.exec(before);
  if (!key) return null;
  const path = tableAt(source.text, lineStart);
  const start = offset - (key[1]?.length ?? 0);
  return {
    range: { start, end: wordEnd(source.text, offset) },
    items: keys(source, path, (name, option) => `${name} = ${example(option)}`),
  };
}

function inJson(source: ConfigSource, before: string, offset: number): ConfigProposals | null {
  const value = /"([\w-]+)"\s*:\s*("?[\w.]*)$/.exec(before);
  if (value) return values(source, value[1] ?? '', value[2] ?? '', offset);
  const key = /(?:^|[{,])\s*("?)([\w-]*)$/.exec(before);
  if (!key) return null;
  const path = dictAt(source.document.root, offset, []);
  const start = offset - (key[2]?.length ?? 0) - (key[1]?.length ?? 0);
  const end = wordEnd(source.text, offset);
  const isClosed = source.text[end] === '"';
  // A key that is already followed by its value is renamed only.
  const hasValue = /^"?\s*:/.test(source.text.slice(end));
  const write = (name: string, option: ConfigOption) => (hasValue ? `"${name}"` : `"${name}": ${example(option)}`);
  return { range: { start, end: end + (isClosed ? 1 : 0) }, items: keys(source, path, write) };
}

/** The path of the table a line of TOML belongs to, by the headers above it. */
function tableAt(text: string, lineStart: number): string[] {
  const headers = [...text.slice(0, lineStart).matchAll(/^[ \t]*(\[{1,2})[ \t]*([\w.-]+)[ \t]*\]{1,2}/gm)];
  const counts = new Map<string, number>();
  let path: string[] = [];
  for (const [, brackets, name = ''] of headers) {
    if (brackets === '[') path = name.split('.');
    else {
      const parts = name.split('.');
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      for (const other of counts.keys()) if (other.startsWith(`${name}.`)) counts.delete(other);
      const parent = parts.length > 1 ? [parts[0] ?? '', String((counts.get(parts[0] ?? '') ?? 1) - 1)] : [];
      path = [...parent, parts.at(-1) ?? '', String(count)];
    }
  }
  return path;
}

/** The path of the innermost table around an offset. */
function dictAt(value: PyValue, offset: number, path: string[]): string[] {
  const children: [string, PyValue][] =
    value.type === 'dict'
      ? [...value.entries].map(([key, entry]) => [key, entry.value])
      : value.type === 'list'
        ? value.items.map((item, i) => [String(i), item])
        : [];
  for (const [key, child] of children) {
    const { range } = child;
    const isTable = child.type === 'dict' || child.type === 'list';
    if (isTable && range && range.start < offset && offset < range.end) return dictAt(child, offset, [...path, key]);
  }
  return path;
}

function keys(
  { document, role }: ConfigSource,
  path: ConfigPath,
  write: (name: string, option: ConfigOption) => string,
): ConfigProposal[] {
  const table = findInConfig(document.root, path)?.value;
  const present = table?.type === 'dict' ? table.entries : new Map<string, unknown>();
  const level: OptionLevel | null = role === 'dataset_config' ? levelOf(path) : null;
  if (role === 'dataset_config' && level === null) return [];
  return optionNames(role)
    .filter((name) => !present.has(name) && (level === null || DATASET_OPTIONS[name]?.levels.includes(level)))
    .flatMap((name) => {
      const option = configOption(role, name);
      if (!option) return [];
      const detail = option.default === null ? option.type : `${option.type} · ${option.default}`;
      return [
        {
          kind: 'key' as const,
          label: name,
          newText: write(name, option),
          detail,
          documentation: describeOption(option),
        },
      ];
    });
}

function values({ role, text }: ConfigSource, name: string, typed: string, offset: number): ConfigProposals | null {
  const option = configOption(role, name);
  if (!option || option.values.length === 0) return null;
  const end = wordEnd(text, offset) + (typed.startsWith('"') && text[wordEnd(text, offset)] === '"' ? 1 : 0);
  const items = option.values.map((value) => ({
    kind: 'value' as const,
    label: value,
    newText: value,
    detail: value === option.default ? option.type : '',
    documentation: describeOption(option),
  }));
  return { range: { start: offset - typed.length, end }, items };
}

/** A value to start from: the opposite of a default that is false, else the first choice or the default. */
function example(option: ConfigOption): string {
  if (option.values[0] === 'true') return option.default === 'true' ? 'false' : 'true';
  return option.values[0] ?? option.default ?? '""';
}

function wordEnd(text: string, offset: number): number {
  return offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
}
