import type { TextRange } from '../../ground/text.ts';
import type { PyDictValue, PyValue } from './python-value.ts';

/** Keys of one document; each costs another reading of it. */
const MAX_KEYS = 100;

/** A key without quotes that TOML refuses for its letters alone: `toml` 0.10.2 takes any. */
const unicodeKey = /^[ \t]*([^\s"'#=[\]{},.]*[^\0-\x7f\s][^\s"'#=[\]{},.]*)[ \t]*=/;

/**
 * Bare keys with letters beyond ASCII, such as `日本 = 1`. The parser refuses them, so a stand-in of the same length, one that
 * occurs nowhere in the text, takes their place while it reads: every position stays right.
 */
export class UnicodeKeys {
  readonly #text: string;
  readonly #standIns = new Map<string, string>();
  #replaced = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text with the key of a line replaced; null when the line has none, or no stand-in is left for it. */
  replaceIn(text: string, line: TextRange): string | null {
    const match = unicodeKey.exec(text.slice(line.start, line.end));
    if (!match || this.#replaced >= MAX_KEYS) return null;
    const [, key] = match;
    const standIn = this.#standIns.get(key) ?? this.#choose(key.length);
    if (standIn === null) return null;
    this.#standIns.set(key, standIn);
    this.#replaced++;
    const start = line.start + match[0].indexOf(key);
    return text.slice(0, start) + standIn + text.slice(start + key.length);
  }

  /** A dictionary as it was written, with the keys themselves. */
  restore(dict: PyDictValue): PyDictValue {
    if (this.#standIns.size === 0) return dict;
    const keys = new Map([...this.#standIns].map(([key, standIn]) => [standIn, key]));
    const visit = <T extends PyValue>(value: T): T => {
      if (value.type === 'list') return { ...value, items: value.items.map(visit) };
      if (value.type !== 'dict') return value;
      const entries = [...value.entries].map(
        ([key, entry]) => [keys.get(key) ?? key, { ...entry, value: visit(entry.value) }] as const,
      );
      return { ...value, entries: new Map(entries) };
    };
    return visit(dict);
  }

  #choose(length: number): string | null {
    const taken = new Set(this.#standIns.values());
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') {
      const standIn = letter.repeat(length);
      if (!taken.has(standIn) && !this.#text.includes(standIn)) return standIn;
    }
    return null;
  }
}
