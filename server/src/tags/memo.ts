import { flat } from '../ground/flat.ts';

/** Tags repeat over a folder; of so many different ones, and as many before them, the answers are remembered. */
const LIMIT = 8_000;

/** Longer texts are sentences: they hardly come again, and would fill the memory. */
const LONGEST = 80;

/** A pure function of one text that remembers its last answers, in bounded memory: those that were asked for lately stay. */
export function memoized<T>(compute: (text: string) => T, limit = LIMIT): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  let holdsUndefined = false;
  const keep = (text: string, value: T): void => {
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
  };
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let value = young.get(text);
    if (value !== undefined || (holdsUndefined && young.has(text))) return value as T;
    const own = flat(text);
    if (old.size > 0) value = old.get(text);
    if (value === undefined && !(holdsUndefined && old.has(text))) value = compute(own);
    holdsUndefined ||= value === undefined;
    keep(own, value as T);
    return value as T;
  };
}
