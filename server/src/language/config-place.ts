import { lineAround } from '../ground/text.ts';
import type { PyValue } from '../trainers/documents/python-value.ts';
import type { TrainerConfig } from '../trainers/trainer.ts';

/** How a configuration is written, by the ending of its name. */
export type ConfigStyle = 'toml' | 'json' | 'yaml';

export function styleOf(path: string): ConfigStyle {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /\.toml$/i.test(path) ? 'toml' : 'json';
}

/**
 * The path of the table that an offset belongs to.
 * @param before the line up to the offset
 */
export function tableAt(config: TrainerConfig, style: ConfigStyle, offset: number, before: string): string[] {
  const { root } = config.document;
  const lineStart = offset - before.length;
  if (style === 'json') return innermost(root, offset, []);
  if (style === 'toml') return underHeader(config.text.slice(0, lineStart));
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

/** The path of the table that a line of TOML belongs to, by the headers above it. */
function underHeader(above: string): string[] {
  const counts = new Map<string, number>();
  let path: string[] = [];
  for (const [, brackets, name = ''] of above.matchAll(/^[ \t]*(\[{1,2})[ \t]*([\w.-]+)[ \t]*\]{1,2}/gm)) {
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
