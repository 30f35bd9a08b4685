import type { ConfigDocument } from '../../documents/parsed.ts';
import type { PyValue } from '../../documents/python-value.ts';
import { checkDatasetConfig } from './schema.ts';

/**
 * The document without the entries the trainer refuses: what is said about the rest holds as soon as those are mended. An entry with a
 * faulty type takes its default.
 */
export function withoutRefused(document: ConfigDocument): ConfigDocument {
  const refused = checkDatasetConfig(document.root, true, true).filter(
    ({ kind, path }) => (kind === 'unknown-key' || kind === 'wrong-type') && path.length > 0,
  );
  if (refused.length === 0) return document;
  const dropped = new Set(refused.map(({ path }) => path.join('\0')));
  const copy = (value: PyValue, path: readonly string[]): PyValue => {
    if (value.type === 'list')
      return { ...value, items: value.items.map((item, i) => copy(item, [...path, String(i)])) };
    if (value.type !== 'dict') return value;
    const entries = [...value.entries].flatMap(([key, entry]) => {
      const here = [...path, key];
      return dropped.has(here.join('\0')) ? [] : [[key, { ...entry, value: copy(entry.value, here) }] as const];
    });
    return { ...value, entries: new Map(entries) };
  };
  return { ...document, root: copy(document.root, []) };
}
