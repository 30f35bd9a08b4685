import { type TriggerUse, triggerUses } from '../tags/trigger-uses.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import { bump } from './bump.ts';
import type { CaptionRecord } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** In how many captions of a folder a word that could be the trigger stands, and how. */
export interface WordCounts {
  readonly captions: number;
  readonly first: number;
  readonly last: number;
  readonly second: number;
  /** Captions by the class word that follows: a general one, or what the folder's name has behind its trigger. */
  readonly classWords: ReadonlyMap<string, number>;
  /** Captions by the way the word is written. */
  readonly written: ReadonlyMap<string, number>;
}

/** Most words are followed by no class word and written in one way: a map of its own for each would be most of what is kept of them. */
const none: ReadonlyMap<string, number> = new Map();

class Counts implements WordCounts {
  captions = 0;
  first = 0;
  last = 0;
  second = 0;
  #classWords: Map<string, number> | null = null;
  /** Captions that write the word otherwise than in lower case; in the others nothing is to be told apart, and they are most. */
  #otherwise: Map<string, number> | null = null;
  #plain = 0;
  readonly #word: string;

  constructor(word: string) {
    this.#word = word;
  }

  get classWords(): ReadonlyMap<string, number> {
    return this.#classWords ?? none;
  }

  get written(): ReadonlyMap<string, number> {
    const otherwise = this.#otherwise ?? none;
    return this.#plain === 0 ? otherwise : new Map([[this.#word, this.#plain], ...otherwise]);
  }

  count({ first, last, second, classWord, written }: TriggerUse, by: 1 | -1): void {
    this.captions += by;
    if (first) this.first += by;
    if (last) this.last += by;
    if (second) this.second += by;
    if (classWord !== null) {
      this.#classWords ??= new Map();
      bump(this.#classWords, classWord, by);
    }
    if (written === this.#word) this.#plain += by;
    else {
      this.#otherwise ??= new Map();
      bump(this.#otherwise, written, by);
    }
  }
}

/** Part of the captions from which a word counts as frequent: 1 of this many. */
const frequentPart = 8;

/** The words of a folder's captions that could be its trigger, kept by difference. */
export class SubsetWords {
  readonly #vocabulary: Vocabulary;
  readonly #namedClass: string | null;
  readonly #counts = new Map<string, Counts>();
  readonly #frequent = new Set<string>();
  /** Captions that {@link #frequent} was last told by. */
  #told = 0;
  #captions = 0;

  /** @param namedClass what the folder's name gives as the class, in normal form; null where it gives none */
  constructor(vocabulary: Vocabulary, namedClass: string | null) {
    this.#vocabulary = vocabulary;
    this.#namedClass = namedClass;
  }

  /** Counts of a word (lower case), undefined when no caption holds it in a telling way. */
  of(word: string): WordCounts | undefined {
    return this.#counts.get(word);
  }

  /** The words that at least an eighth of the captions hold. */
  *frequent(): Iterable<[word: string, counts: WordCounts]> {
    if (this.#told !== this.#captions) {
      this.#frequent.clear();
      for (const [word, { captions }] of this.#counts) if (this.#isFrequent(captions)) this.#frequent.add(word);
      this.#told = this.#captions;
    }
    for (const word of this.#frequent) {
      const counts = this.#counts.get(word);
      if (counts && this.#isFrequent(counts.captions)) yield [word, counts];
    }
  }

  /**
   * The difference that one caption makes.
   * @returns whether a frequent word changed, so that what was inferred from it must be looked at again
   */
  change(old: CaptionRecord | null, next: CaptionRecord | null): boolean {
    if (old?.trained === next?.trained) return false;
    this.#captions += (next === null ? 0 : 1) - (old === null ? 0 : 1);
    const before = this.#countAll(old, -1);
    const after = this.#countAll(next, 1);
    return old === null || next === null || before || after;
  }

  #countAll(record: CaptionRecord | null, by: 1 | -1): boolean {
    if (record === null) return false;
    const { trained, isCommaList, surfaces } = record;
    let changed = false;
    const named = this.#namedClass;
    const text = named === null ? '' : trained.toLowerCase();
    for (const use of triggerUses(trained, isCommaList ? { of: this.#vocabulary, tags: surfaces } : undefined)) {
      const isNamed = named !== null && use.classWord === null && holdsTrigger(text, `${use.word} ${named}`);
      changed = this.#count(isNamed ? { ...use, classWord: named } : use, by) || changed;
    }
    return changed;
  }

  #count(use: TriggerUse, by: 1 | -1): boolean {
    let counts = this.#counts.get(use.word);
    if (!counts) {
      counts = new Counts(use.word);
      this.#counts.set(use.word, counts);
    }
    const was = this.#isFrequent(counts.captions);
    counts.count(use, by);
    const is = this.#isFrequent(counts.captions);
    if (is) this.#frequent.add(use.word);
    if (counts.captions === 0) {
      this.#counts.delete(use.word);
      this.#frequent.delete(use.word);
    }
    return was || is;
  }

  #isFrequent(captions: number): boolean {
    return captions > 0 && captions * frequentPart >= this.#captions;
  }
}
