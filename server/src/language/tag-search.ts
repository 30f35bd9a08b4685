import type { DatasetIndex } from '../dataset/index.ts';

/** Characters of a word's beginning that have a list of their own. */
const keyLength = 2;

/**
 * Finds tags of a folder by the beginning of any of their words. Built from the vocabulary at first use and continued as
 * tags appear: a keystroke looks only at the tags that share its first letters.
 */
export class TagSearch {
  readonly #index: DatasetIndex;
  readonly #byKey = new Map<string, number[]>();
  #seen = 0;
  /** Numbers that stand for another tag than when they were read. */
  readonly #again = new Set<number>();

  constructor(index: DatasetIndex) {
    this.#index = index;
    index.vocabulary.onReuse((norm) => void (norm < this.#seen && this.#again.add(norm)));
  }

  /**
   * Numbers of the tags in use that match a query in normal form, best first: those that begin with it before those with
   * a later word that does, then by number of captions. An empty query gives the most frequent tags.
   */
  find(query: string, limit: number): number[] {
    const { facts, vocabulary } = this.#index;
    if (query === '') return mostFrequent(facts.entries(), limit);
    this.#readNew();
    const found: { norm: number; rank: number; count: number }[] = [];
    for (const norm of this.#byKey.get(query.slice(0, keyLength)) ?? []) {
      const count = facts.frequency(norm);
      if (count === 0) continue;
      const name = vocabulary.norm(norm);
      const rank = name.startsWith(query) ? 0 : hasWord(name, query) ? 1 : -1;
      if (rank >= 0) found.push({ norm, rank, count });
    }
    return found
      .sort((a, b) => a.rank - b.rank || b.count - a.count || a.norm - b.norm)
      .slice(0, limit)
      .map(({ norm }) => norm);
  }

  #readNew(): void {
    const { vocabulary } = this.#index;
    for (; this.#seen < vocabulary.normCount; this.#seen++) this.#read(this.#seen);
    for (const norm of this.#again) this.#read(norm);
    this.#again.clear();
  }

  #read(norm: number): void {
    const name = this.#index.vocabulary.norm(norm);
    const keys = new Set<string>();
    for (const at of wordStarts(name))
      for (let length = 1; length <= keyLength; length++) keys.add(name.slice(at, at + length));
    for (const key of keys) {
      const list = this.#byKey.get(key);
      if (!list) this.#byKey.set(key, [norm]);
      // A number that is used again may be there from its time before.
      else if (!this.#again.has(norm) || !list.includes(norm)) list.push(norm);
    }
  }
}

const isWordStart = /(?<=^|[\s\-_(/])\S/gu;

function wordStarts(name: string): number[] {
  return Array.from(name.matchAll(isWordStart), (match) => match.index);
}

function hasWord(name: string, query: string): boolean {
  for (let at = name.indexOf(query, 1); at > 0; at = name.indexOf(query, at + 1))
    if (' -_(/'.includes(name[at - 1])) return true;
  return false;
}

/** The most frequent of many, without sorting them all. */
function mostFrequent(entries: Iterable<[norm: number, count: number]>, limit: number): number[] {
  const best: [number, number][] = [];
  let least = 0;
  for (const [norm, count] of entries) {
    if (best.length >= limit * 2) {
      best.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      best.length = limit;
      least = best[limit - 1][1];
    }
    if (count > least || best.length < limit) best.push([norm, count]);
  }
  return best
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([norm]) => norm);
}

const searches = new WeakMap<DatasetIndex, TagSearch>();

/** The search of a folder, kept as long as the folder is open. */
export function tagSearch(index: DatasetIndex): TagSearch {
  let search = searches.get(index);
  if (!search) {
    search = new TagSearch(index);
    searches.set(index, search);
  }
  return search;
}
