import { lineAround, type TextRange } from '../ground/text.ts';
import { findInConfig } from '../trainers/documents/document.ts';
import type { OptionMeanings, OptionWords } from '../trainers/option-dictionary.ts';
import type { TrainerConfig } from '../trainers/trainer.ts';
import { trainerOf } from '../trainers/trainers.ts';
import { describeOption } from './config-hover.ts';
import { type ConfigStyle, styleOf, tableAt } from './config-place.ts';

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

/** A key that is being written: an opening quotation mark, and what stands of it. */
const KEY: Record<ConfigStyle, RegExp> = {
  toml: /^\s*()([\w-]*)$/,
  json: /(?:^|[{,])\s*("?)([\w-]*)$/,
  yaml: /^\s*(?:-\s+)*()([\w-]*)$/,
};
/** A key with the beginning of its value. */
const VALUE: Record<ConfigStyle, RegExp> = {
  toml: /^\s*([\w-]+)\s*=\s*("?[\w.]*)$/,
  json: /"([\w-]+)"\s*:\s*("?[\w.]*)$/,
  yaml: /^\s*(?:-\s+)*([\w-]+)\s*:\s+("?[\w.]*)$/,
};
const HEADER = /^\s*\[{1,2}[\w.]*$/;

/**
 * Keys, values and headers of tables that fit at an offset; null where nothing does.
 * @param meanings those of its trainer
 */
export function completeConfig(
  config: TrainerConfig,
  offset: number,
  meanings: OptionMeanings,
): ConfigProposals | null {
  const { text } = config;
  const { words } = trainerOf(config.trainer);
  const before = text.slice(lineAround(text, offset).start, offset);
  const style = styleOf(config.path);
  if (style === 'toml' && HEADER.test(before)) return headers(words.headers(config), text, before, offset);
  const path = tableAt(config, style, offset, before);
  const options = words.optionsIn(config, path);
  if (options.length === 0) return null;
  const end = offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const value = VALUE[style].exec(before);
  if (value) {
    const option = options.find(({ name }) => name === value[1]);
    const typed = value[2] ?? '';
    if (!option || option.values.length === 0) return null;
    const closes = typed.startsWith('"') && text[end] === '"' ? 1 : 0;
    const items = option.values.map((label) => ({
      kind: 'value' as const,
      label,
      newText: label,
      detail: label === option.default ? option.type : '',
      documentation: describeOption(option, meanings),
    }));
    return { range: { start: offset - typed.length, end: end + closes }, items };
  }
  const key = KEY[style].exec(before);
  if (!key) return null;
  const typed = (key[1] ?? '') + (key[2] ?? '');
  const table = findInConfig(config.document.root, path)?.value;
  const present = table?.type === 'dict' ? table.entries : new Map<string, unknown>();
  const closes = style === 'json' && text[end] === '"' ? 1 : 0;
  // A key that is already followed by its value is renamed only.
  const hasValue = /^"?\s*[:=]/.test(text.slice(end));
  const items = options
    .filter(({ name }) => !present.has(name))
    .map((option) => ({
      kind: 'key' as const,
      label: option.name,
      newText: written(option, style, hasValue),
      detail: option.default === null ? option.type : `${option.type} · ${option.default}`,
      documentation: describeOption(option, meanings),
    }));
  return { range: { start: offset - typed.length, end: end + closes }, items };
}

function headers(labels: readonly string[], text: string, before: string, offset: number): ConfigProposals | null {
  if (labels.length === 0) return null;
  const rest = /^[\w.]*\]{0,2}/.exec(text.slice(offset))?.[0].length ?? 0;
  const items = labels.map((label) => ({
    kind: 'table' as const,
    label,
    newText: label,
    detail: '',
    documentation: '',
  }));
  return { range: { start: offset - before.length + before.indexOf('['), end: offset + rest }, items };
}

/** A key with a value to start from: the opposite of a default that is true, else the first choice or the default. */
function written({ name, values, default: value }: OptionWords, style: ConfigStyle, hasValue: boolean): string {
  const example = values[0] === 'true' && value === 'true' ? 'false' : (values[0] ?? value ?? '""');
  if (style === 'json') return hasValue ? `"${name}"` : `"${name}": ${example}`;
  if (hasValue) return name;
  return style === 'toml' ? `${name} = ${example}` : `${name}: ${example}`;
}
