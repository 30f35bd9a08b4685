/** Tags repeat over a folder; beyond this many different ones the memory starts anew. */
const LIMIT = 50_000;

/** Longer texts are sentences: they hardly come again, and would fill the memory. */
const LONGEST = 80;

/** A pure function of one text that remembers its last answers, in bounded memory. */
export function memoized<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = compute(text);
      if (known.size >= LIMIT) known.clear();
      known.set(text, value);
    }
    return value as T;
  };
}
