import type { TextRange } from '../../ground/text.ts';

/**
 * A value as the trainer's Python holds it. `1`, `1.0`, `true` and `"1"` are different values there, and its configuration schema
 * accepts some and refuses others, so the type is kept beside the value. `range` is where it was written, in UTF-16 offsets of its
 * document; null for values that come from the command line or from defaults.
 */
export type PyValue = { readonly range: TextRange | null } & (
  | { readonly type: 'none' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'str'; readonly value: string }
  /** TOML dates and times: no option takes one; kept to be refused. */
  | { readonly type: 'date'; readonly value: string }
  | { readonly type: 'list'; readonly items: readonly PyValue[] }
  | PyDict
);

export interface PyDict {
  readonly type: 'dict';
  /** In the order of the document, which is Python's order too. */
  readonly entries: Map<string, PyEntry>;
}

export interface PyEntry {
  readonly value: PyValue;
  /** Where the key is written; null outside documents. */
  readonly keyRange: TextRange | null;
}

export type PyDictValue = PyValue & PyDict;

/** A Python value as plain JSON data: int and float become numbers, None becomes null. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

export const NONE: PyValue = { type: 'none', range: null };

export const pyInt = (value: number): PyValue => ({ type: 'int', value, range: null });
export const pyFloat = (value: number): PyValue => ({ type: 'float', value, range: null });
export const pyStr = (value: string): PyValue => ({ type: 'str', value, range: null });
export const pyBool = (value: boolean): PyValue => ({ type: 'bool', value, range: null });
export const pyList = (items: readonly PyValue[]): PyValue => ({ type: 'list', items, range: null });

export function pyDict(entries: Iterable<[string, PyValue]>): PyDictValue {
  const map = new Map<string, PyEntry>();
  for (const [key, value] of entries) map.set(key, { value, keyRange: null });
  return { type: 'dict', entries: map, range: null };
}

/** As plain data. What several aliases stand for is one object there too, so that it cannot outgrow the document. */
export function toPlain(value: PyValue, known = new Map<unknown, Plain>()): Plain {
  if (value.type === 'none') return null;
  if (value.type !== 'list' && value.type !== 'dict') return value.value;
  const shared = value.type === 'list' ? value.items : value.entries;
  const before = known.get(shared);
  if (before !== undefined) return before;
  const plain =
    value.type === 'list'
      ? value.items.map((item) => toPlain(item, known))
      : Object.fromEntries([...value.entries].map(([key, entry]) => [key, toPlain(entry.value, known)]));
  known.set(shared, plain);
  return plain;
}

/** Python's `==`: `True == 1 == 1.0`, strings only equal strings. */
export function pyEquals(a: PyValue, b: PyValue): boolean {
  const numeric = (v: PyValue) =>
    v.type === 'bool' || v.type === 'int' || v.type === 'float' ? Number(v.value) : null;
  const left = numeric(a);
  const right = numeric(b);
  if (left !== null || right !== null) return left !== null && right !== null && left === right;
  if (a.type !== b.type) return false;
  if (a.type === 'list' && b.type === 'list') {
    if (a.items === b.items) return true;
    return a.items.length === b.items.length && a.items.every((item, i) => pyEquals(item, b.items[i] as PyValue));
  }
  if (a.type === 'dict' && b.type === 'dict') {
    if (a.entries === b.entries) return true;
    if (a.entries.size !== b.entries.size) return false;
    return [...a.entries].every(([key, entry]) => {
      const other = b.entries.get(key);
      return other !== undefined && pyEquals(entry.value, other.value);
    });
  }
  return toPlain(a) === toPlain(b);
}

/** The name Python uses for the type in messages. */
export function pyTypeName(value: PyValue): string {
  return value.type === 'none' ? 'NoneType' : value.type;
}
