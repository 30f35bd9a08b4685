import type { TextRange } from '../../ground/text.ts';
import { parseJsonConfig } from './json-document.ts';
import type { ConfigDocument } from './parsed.ts';
import type { PyDictValue, PyEntry, PyValue } from './python-value.ts';
import { parseTomlConfig } from './toml-document.ts';

export type ConfigFormat = 'toml' | 'json';

/** Keys and list positions from the root, e.g. `['datasets', '0', 'resolution']`. */
export type ConfigPath = readonly string[];

/**
 * How the trainer reads a `dataset_config` of this name: by the ending, case ignored (sd-scripts library/config_util.py,
 * load_user_config). null: refused with ValueError. A `config_file` is always TOML.
 */
export function configFormat(fileName: string): ConfigFormat | null {
  const name = fileName.toLowerCase();
  if (name.endsWith('.json')) return 'json';
  return name.endsWith('.toml') ? 'toml' : null;
}

/** Reads a configuration text. Never throws. */
export function parseConfig(text: string, format: ConfigFormat): ConfigDocument {
  return format === 'json' ? parseJsonConfig(text) : parseTomlConfig(text);
}

/** The root as a dictionary, empty when it is something else. */
export function rootDict(document: ConfigDocument): PyDictValue {
  return document.root.type === 'dict' ? document.root : { type: 'dict', entries: new Map(), range: null };
}

/** The entry or list item at a path; null when there is none. */
export function findInConfig(root: PyValue, path: ConfigPath): PyEntry | null {
  let entry: PyEntry = { value: root, keyRange: null };
  for (const step of path) {
    const next: PyEntry | undefined = childOf(entry.value, step);
    if (!next) return null;
    entry = next;
  }
  return entry;
}

/** The range to mark for a path: its key, else its value, else the nearest parent that was written; null if nothing was. */
export function rangeOfPath(root: PyValue, path: ConfigPath): TextRange | null {
  for (let length = path.length; length > 0; length--) {
    const entry = findInConfig(root, path.slice(0, length));
    if (entry) return entry.keyRange ?? entry.value.range;
  }
  return root.range;
}

/** The key or value path that encloses an offset, deepest first found: what hover and completion ask for. */
export function pathAt(root: PyValue, offset: number): { path: string[]; on: 'key' | 'value' } | null {
  const inside = (range: TextRange | null) => range !== null && range.start <= offset && offset <= range.end;
  const visit = (value: PyValue, path: string[]): { path: string[]; on: 'key' | 'value' } | null => {
    const children: [string, PyEntry][] =
      value.type === 'dict'
        ? [...value.entries]
        : value.type === 'list'
          ? value.items.map((item, i) => [String(i), { value: item, keyRange: null }])
          : [];
    for (const [key, entry] of children) {
      const here = [...path, key];
      if (inside(entry.keyRange)) return { path: here, on: 'key' };
      const deeper = visit(entry.value, here);
      if (deeper) return deeper;
      if (entry.value.type !== 'dict' && entry.value.type !== 'list' && inside(entry.value.range)) {
        return { path: here, on: 'value' };
      }
    }
    return null;
  };
  return visit(root, []);
}

function childOf(value: PyValue, step: string): PyEntry | undefined {
  if (value.type === 'dict') return value.entries.get(step);
  if (value.type === 'list') {
    const item = value.items[Number(step)];
    return item && { value: item, keyRange: null };
  }
  return undefined;
}
