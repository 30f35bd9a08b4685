import { parseJsonConfig } from '../../server/src/trainers/documents/json-document.ts';
import { NONE, type PyDictValue, type PyValue, pyDict } from '../../server/src/trainers/documents/python-value.ts';

/** A row with Python's types: 1 is an int and 1.0 a float. */
export function typedRow(line: string): PyDictValue {
  const { root } = parseJsonConfig(line);
  return root.type === 'dict' ? root : pyDict([]);
}

/** The value of a field; None where it is absent. */
export function field(value: PyValue, ...path: readonly string[]): PyValue {
  let at: PyValue = value;
  for (const step of path) {
    const next =
      at.type === 'dict' ? at.entries.get(step)?.value : at.type === 'list' ? at.items[Number(step)] : undefined;
    if (!next) return NONE;
    at = next;
  }
  return at;
}
