import { type ConfigPath, rootDict } from './document.ts';
import type { ConfigDocument } from './parsed.ts';
import type { PyDictValue, PyValue } from './python-value.ts';

/**
 * The options of a `config_file`: its sections are dropped one level deep, and of equal keys the last wins (sd-scripts library/train_util.py and
 * musubi-tuner training/parser_common.py, read_config_from_file).
 */
export function flattenSections(root: PyDictValue): Map<string, PyValue> {
  const flat = new Map<string, PyValue>();
  for (const [key, entry] of root.entries) {
    if (entry.value.type !== 'dict') flat.set(key, entry.value);
    else for (const [inner, value] of entry.value.entries) flat.set(inner, value.value);
  }
  return flat;
}

/** The path at which an option of a `config_file` counts: the last place it is written at, at the top or in a section; null where it is nowhere. */
export function placeOfOption(root: PyDictValue, name: string): readonly string[] | null {
  let path: readonly string[] | null = null;
  for (const [key, entry] of root.entries) {
    if (entry.value.type === 'dict') {
      if (entry.value.entries.has(name)) path = [key, name];
    } else if (key === name) path = [name];
  }
  return path;
}

/** The same of a document; empty where the option is nowhere. */
export function pathOfOption(document: ConfigDocument, name: string): ConfigPath {
  return placeOfOption(rootDict(document), name) ?? [];
}
