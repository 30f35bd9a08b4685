import { t } from '../ground/l10n.ts';
import { lineAround, type TextRange } from '../ground/text.ts';
import { findInConfig, pathAt } from '../trainers/documents/document.ts';
import type { PyValue } from '../trainers/documents/python-value.ts';
import type { OptionWords, TrainerConfig } from '../trainers/trainer.ts';
import { trainerOf } from '../trainers/trainers.ts';
import type { ConfigProposals } from './config-completion.ts';

/** What is known of the option at an offset of a configuration of another trainer. Markdown; null where no option stands. */
export function otherHover(config: TrainerConfig, offset: number): { markdown: string; range: TextRange } | null {
  const place = pathAt(config.document.root, offset);
  if (!place) return null;
  const path = [...place.path];
  while (path.length > 0 && /^\d+$/.test(path.at(-1) ?? '')) path.pop();
  const option = optionsAt(config, path.slice(0, -1)).find(({ name }) => name === path.at(-1));
  const entry = findInConfig(config.document.root, path);
  const range = entry?.keyRange ?? entry?.value.range;
  return option && range ? { markdown: describe(option), range } : null;
}

/** Keys and values that fit at an offset of a configuration of another trainer; null where nothing does. */
export function completeOther(config: TrainerConfig, offset: number): ConfigProposals | null {
  const { text } = config;
  const lineStart = lineAround(text, offset).start;
  const before = text.slice(lineStart, offset);
  const style = styleOf(config.path);
  const path = tableOf(config, style, offset, lineStart, before);
  const options = optionsAt(config, path);
  if (options.length === 0) return null;
  const rest = /^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const value = VALUE[style].exec(before);
  if (value) {
    const option = options.find(({ name }) => name === value[1]);
    const typed = value[2] ?? '';
    if (!option || option.values.length === 0) return null;
    const closes = typed.startsWith('"') && text[offset + rest] === '"' ? 1 : 0;
    const items = option.values.map((label) => ({
      kind: 'value' as const,
      label,
      newText: label,
      detail: label === option.default ? option.type : '',
      documentation: describe(option),
    }));
    return { range: { start: offset - typed.length, end: offset + rest + closes }, items };
  }
  const key = KEY[style].exec(before);
  if (!key) return null;
  const typed = (key[1] ?? '') + (key[2] ?? '');
  const table = findInConfig(config.document.root, path)?.value;
  const present = table?.type === 'dict' ? table.entries : new Map<string, unknown>();
  const closes = style === 'json' && text[offset + rest] === '"' ? 1 : 0;
  const hasValue = /^"?\s*[:=]/.test(text.slice(offset + rest));
  const items = options
    .filter(({ name }) => !present.has(name))
    .map((option) => ({
      kind: 'key' as const,
      label: option.name,
      newText: written(option, style, hasValue),
      detail: option.default === null ? option.type : `${option.type} · ${option.default}`,
      documentation: describe(option),
    }));
  return { range: { start: offset - typed.length, end: offset + rest + closes }, items };
}

type Style = 'toml' | 'json' | 'yaml';

const KEY: Record<Style, RegExp> = {
  toml: /^\s*()([\w-]*)$/,
  json: /(?:^|[{,])\s*("?)([\w-]*)$/,
  yaml: /^\s*(?:-\s+)*()([\w-]*)$/,
};
const VALUE: Record<Style, RegExp> = {
  toml: /^\s*([\w-]+)\s*=\s*("?[\w.]*)$/,
  json: /"([\w-]+)"\s*:\s*("?[\w.]*)$/,
  yaml: /^\s*(?:-\s+)*([\w-]+)\s*:\s+("?[\w.]*)$/,
};

function styleOf(path: string): Style {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /\.toml$/i.test(path) ? 'toml' : 'json';
}

function optionsAt(config: TrainerConfig, path: readonly string[]): readonly OptionWords[] {
  return trainerOf(config.trainer).documents?.optionsIn(config, path) ?? [];
}

function written(option: OptionWords, style: Style, hasValue: boolean): string {
  const example =
    option.values[0] === 'true' && option.default === 'true' ? 'false' : (option.values[0] ?? option.default ?? '""');
  if (style === 'json') return hasValue ? `"${option.name}"` : `"${option.name}": ${example}`;
  if (hasValue) return option.name;
  return style === 'toml' ? `${option.name} = ${example}` : `${option.name}: ${example}`;
}

/** The path of the table an offset belongs to. */
function tableOf(config: TrainerConfig, style: Style, offset: number, lineStart: number, before: string): string[] {
  const { root } = config.document;
  if (style === 'json') return innermost(root, offset, []);
  if (style === 'toml') return tomlTable(config.text.slice(0, lineStart));
  // In YAML the keys of a table stand in one column.
  const column = (/^\s*(?:-\s+)*/.exec(before)?.[0] ?? '').length;
  const isItem = /^\s*-\s/.test(before);
  let best: string[] | null = null;
  let at = -1;
  const visit = (value: PyValue, path: string[]): void => {
    if (value.type === 'list') for (const [i, item] of value.items.entries()) visit(item, [...path, String(i)]);
    if (value.type !== 'dict') return;
    for (const [key, entry] of value.entries) {
      const start = entry.keyRange?.start ?? -1;
      if (start >= 0 && start < offset && start > at && columnOf(config.text, start) === column) {
        best = path;
        at = start;
      }
      visit(entry.value, [...path, key]);
    }
  };
  visit(root, []);
  if (best === null || at >= lineStart) return best ?? [];
  const list = best as string[];
  const last = list.at(-1) ?? '';
  // A new item of the list the keys above belong to.
  return isItem && /^\d+$/.test(last) ? [...list.slice(0, -1), String(Number(last) + 1)] : list;
}

const columnOf = (text: string, offset: number): number => offset - lineAround(text, offset).start;

function tomlTable(above: string): string[] {
  const counts = new Map<string, number>();
  let path: string[] = [];
  for (const [, brackets, name = ''] of above.matchAll(/^[ \t]*(\[{1,2})[ \t]*([\w.-]+)[ \t]*\]{1,2}/gm)) {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    path = brackets === '[' ? name.split('.') : [name, String(count)];
  }
  return path;
}

function innermost(value: PyValue, offset: number, path: string[]): string[] {
  const children: [string, PyValue][] =
    value.type === 'dict'
      ? [...value.entries].map(([key, entry]) => [key, entry.value])
      : value.type === 'list'
        ? value.items.map((item, i) => [String(i), item])
        : [];
  for (const [key, child] of children) {
    const isTable = child.type === 'dict' || child.type === 'list';
    if (isTable && child.range && child.range.start < offset && offset < child.range.end)
      return innermost(child, offset, [...path, key]);
  }
  return path;
}

/** Type and default in one line, and the meaning below it. Markdown. */
function describe(option: OptionWords): string {
  const facts = [option.type];
  if (option.default !== null) facts.push(t('default {0}', `\`${option.default}\``));
  const lines = [`\`${option.name}\`: ${facts.join(' · ')}`, option.meaning];
  if (option.values.length > 0 && option.values[0] !== 'true')
    lines.push(option.values.map((value) => `\`${value}\``).join(', '));
  return lines.join('\n\n');
}
