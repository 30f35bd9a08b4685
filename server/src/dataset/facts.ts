import type { CaptionRecord } from './record.ts';
import { SpellingFacts } from './spelling-facts.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Counts over the captions of a folder, kept by difference: adding or removing one caption costs what that caption
 * holds, never what the folder holds. "Captions" are those with text that trains, unless a member says otherwise.
 */
export class FolderFacts {
  readonly vocabulary: Vocabulary;
  /** How the folder spells its tags. */
  readonly spelling: SpellingFacts;
  #captions = 0;
  #tags = 0;
  readonly #frequency: number[] = [];
  readonly #surfaceFrequency: number[] = [];
  readonly #firstCount: number[] = [];
  readonly #postings: CaptionRecord[][] = [];
  readonly #rows = new Map<number, Map<number, number>>();
  readonly #sameText = new Map<string, CaptionRecord[]>();
  readonly #tokenHistogram = new Map<number, number>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.spelling = new SpellingFacts(vocabulary);
  }

  /** Captions that train text. */
  get captions(): number {
    return this.#captions;
  }

  /** Tags in all captions, repeats within a caption included. */
  get tags(): number {
    return this.#tags;
  }

  /** Counts a caption in. Captions without text are left out of every count. */
  add(record: CaptionRecord): void {
    this.#change(record, 1);
  }

  /** Takes a caption out again; it must be the very record that was added. */
  remove(record: CaptionRecord): void {
    this.#change(record, -1);
  }

  /** Number of captions that hold the tag in any spelling (document frequency). */
  frequency(norm: number): number {
    return this.#frequency[norm] ?? 0;
  }

  /** Number of captions that hold the tag spelt exactly so. */
  surfaceFrequency(surface: number): number {
    return this.#surfaceFrequency[surface] ?? 0;
  }

  /** Number of captions whose first tag it is. */
  firstCount(norm: number): number {
    return this.#firstCount[norm] ?? 0;
  }

  /** The captions that hold a tag, in no particular order. */
  captionsWith(norm: number): readonly CaptionRecord[] {
    return this.#postings[norm] ?? [];
  }

  /** The captions with this very trained text. */
  captionsWithText(trained: string): readonly CaptionRecord[] {
    return this.#sameText.get(trained) ?? [];
  }

  /** Texts that more than one caption trains, with those captions. */
  *repeatedTexts(): Iterable<readonly CaptionRecord[]> {
    for (const records of this.#sameText.values()) if (records.length > 1) yield records;
  }

  /** Number of captions by token count. */
  get tokenHistogram(): ReadonlyMap<number, number> {
    return this.#tokenHistogram;
  }

  /**
   * How many captions hold both tags, for every tag that ever stands beside `norm`. Built on first use from the captions
   * that hold it, kept by difference afterwards.
   */
  cooccurrence(norm: number): ReadonlyMap<number, number> {
    let row = this.#rows.get(norm);
    if (!row) {
      row = new Map();
      for (const record of this.captionsWith(norm)) countInto(row, record, norm, 1);
      this.#rows.set(norm, row);
    }
    return row;
  }

  /** Every tag in use: number of its normal form and its document frequency. */
  *entries(): Iterable<[norm: number, frequency: number]> {
    for (let norm = 0; norm < this.#frequency.length; norm++) {
      const count = this.#frequency[norm];
      if (count > 0) yield [norm, count];
    }
  }

  #change(record: CaptionRecord, by: 1 | -1): void {
    if (record.trained === '') return;
    this.#captions += by;
    this.#tags += record.surfaces.length * by;
    bump(this.#tokenHistogram, record.tokens, by);
    this.#changeText(record, by);
    this.spelling.change(record.surfaces, by);
    for (const norm of record.norms) {
      this.#frequency[norm] = (this.#frequency[norm] ?? 0) + by;
      this.#changePosting(norm, record, by);
      const row = this.#rows.get(norm);
      if (row) countInto(row, record, norm, by);
    }
    for (const surface of new Set(record.surfaces))
      this.#surfaceFrequency[surface] = (this.#surfaceFrequency[surface] ?? 0) + by;
    if (record.norms.length > 0) {
      const first = record.norms[0];
      this.#firstCount[first] = (this.#firstCount[first] ?? 0) + by;
    }
  }

  #changePosting(norm: number, record: CaptionRecord, by: 1 | -1): void {
    let list = this.#postings[norm];
    if (!list) {
      // Dense: a hole in the array would turn it into a slow dictionary.
      while (this.#postings.length <= norm) this.#postings.push([]);
      list = this.#postings[norm];
    }
    if (by === 1) list.push(record);
    else dropFrom(list, record);
  }

  #changeText(record: CaptionRecord, by: 1 | -1): void {
    const list = this.#sameText.get(record.trained);
    if (by === 1) {
      if (list) list.push(record);
      else this.#sameText.set(record.trained, [record]);
    } else if (list) {
      dropFrom(list, record);
      if (list.length === 0) this.#sameText.delete(record.trained);
    }
  }
}

function dropFrom(list: CaptionRecord[], record: CaptionRecord): void {
  const at = list.lastIndexOf(record);
  if (at < 0) return;
  list[at] = list[list.length - 1];
  list.pop();
}

function bump<K>(map: Map<K, number>, key: K, by: number): void {
  const count = (map.get(key) ?? 0) + by;
  if (count === 0) map.delete(key);
  else map.set(key, count);
}

function countInto(row: Map<number, number>, record: CaptionRecord, except: number, by: 1 | -1): void {
  for (const other of record.norms) if (other !== except) bump(row, other, by);
}
