import { baseName } from '../ground/paths.ts';
import { namedClass } from '../tags/trigger-words.ts';
import { bump } from './bump.ts';
import { NumberCounts } from './number-counts.ts';
import type { CaptionRecord } from './record.ts';
import { SubsetWords } from './subset-words.ts';
import { Source, type Sources, type Tracker } from './tracking.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Counts over the captions of one folder of the dataset (a subset), kept by difference like the facts of the whole. */
export class SubsetFacts {
  /** Relative to the dataset's root; "" for the root. */
  readonly folder: string;
  readonly #words: SubsetWords;
  readonly #frequency = new NumberCounts();
  readonly #first = new Map<number, number>();
  readonly #looks = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  /** Tags that at least half of the captions hold; some that no longer do may be left. */
  readonly #common = new Set<number>();
  /** Captions that {@link #common} was last told by. */
  #told = 0;
  #captions = 0;
  #tags = 0;
  #shape: number;
  readonly #tracker: Tracker;
  readonly #tagSources: Sources<number>;
  readonly #number = new Source();
  readonly #anything = new Source();

  /**
   * @param tagSources what rests on one tag, in whatever folder
   * @param shape number that {@link shape} counts on from
   */
  constructor(folder: string, vocabulary: Vocabulary, tracker: Tracker, tagSources: Sources<number>, shape = 0) {
    this.#words = new SubsetWords(vocabulary, namedClass(baseName(folder)));
    this.#shape = shape;
    this.folder = folder;
    this.#tracker = tracker;
    this.#tagSources = tagSources;
  }

  /** The words of its captions that could be its trigger. */
  get words(): SubsetWords {
    this.#tracker.note(this.#anything);
    return this.#words;
  }

  /** Captions by what their sentences say of hair and eyes, see `ProseMarks.looks`. */
  get looks(): ReadonlyMap<string, number> {
    this.#tracker.note(this.#anything);
    return this.#looks;
  }

  /** Captions by what their sentences say that the subject is, see `ProseMarks.kinds`. */
  get kinds(): ReadonlyMap<string, number> {
    this.#tracker.note(this.#anything);
    return this.#kinds;
  }

  /** Captions that train text. */
  get captions(): number {
    this.#tracker.note(this.#number);
    return this.#captions;
  }

  /** Distinct tags of each caption, summed. */
  get tags(): number {
    this.#tracker.note(this.#anything);
    return this.#tags;
  }

  /** Distinct tags of the folder. */
  get vocabulary(): number {
    this.#tracker.note(this.#anything);
    return this.#frequency.size;
  }

  /**
   * A number that changes with everything a trigger can be inferred from: the number of captions, tags most of them
   * share, what stands first or last in most of them, and the frequent words that could be it.
   */
  get shape(): number {
    this.#tracker.note(this.#anything);
    return this.#shape;
  }

  frequency(norm: number): number {
    this.#tagSources.note(norm);
    return this.#frequency.of(norm);
  }

  /** Captions whose first tag it is. */
  firstCount(norm: number): number {
    this.#tagSources.note(norm);
    return this.#first.get(norm) ?? 0;
  }

  /** Every tag in use with the number of captions that hold it. */
  *entries(): Iterable<[norm: number, frequency: number]> {
    this.#tracker.note(this.#anything);
    yield* this.#frequency.entries();
  }

  /** The tags that at least half of the captions hold. */
  *common(): Iterable<[norm: number, frequency: number]> {
    this.#tracker.note(this.#anything);
    if (this.#told !== this.#captions) {
      this.#common.clear();
      for (const [norm, captions] of this.#frequency.entries()) if (this.#isCommon(captions)) this.#common.add(norm);
      this.#told = this.#captions;
    }
    for (const norm of this.#common) if (this.#isCommon(this.frequency(norm))) yield [norm, this.frequency(norm)];
  }

  /** The difference that one caption makes; `gone` and `come` are the tags it lost and got. */
  change(
    old: CaptionRecord | null,
    next: CaptionRecord | null,
    gone: ArrayLike<number>,
    come: ArrayLike<number>,
  ): void {
    const captions = this.#captions + (next ? 1 : 0) - (old ? 1 : 0);
    this.#tracker.touch(this.#anything);
    if (captions !== this.#captions) {
      this.#shape++;
      this.#tracker.touch(this.#number);
    }
    this.#captions = captions;
    this.#tags += come.length - gone.length;
    for (let i = 0; i < gone.length; i++) this.#count(gone[i], -1);
    for (let i = 0; i < come.length; i++) this.#count(come[i], 1);
    if (this.#words.change(old, next)) this.#shape++;
    for (const kind of old?.marks?.kinds ?? []) bump(this.#kinds, kind, -1);
    for (const kind of next?.marks?.kinds ?? []) bump(this.#kinds, kind, 1);
    for (const look of old?.marks?.looks ?? []) bump(this.#looks, look, -1);
    for (const look of next?.marks?.looks ?? []) bump(this.#looks, look, 1);
    const [oldFirst, newFirst] = [old?.norms[0], next?.norms[0]];
    if (oldFirst !== newFirst) {
      this.#countFirst(oldFirst, -1);
      this.#countFirst(newFirst, 1);
    }
  }

  #countFirst(norm: number | undefined, by: 1 | -1): void {
    if (norm === undefined) return;
    const was = this.#isCommon(this.#first.get(norm) ?? 0);
    bump(this.#first, norm, by);
    if (was || this.#isCommon(this.#first.get(norm) ?? 0)) this.#shape++;
  }

  #count(norm: number, by: 1 | -1): void {
    const after = this.#frequency.count(norm, by);
    const was = this.#isCommon(after - by);
    const is = this.#isCommon(after);
    if (is) this.#common.add(norm);
    if (was || is) this.#shape++;
  }

  #isCommon(frequency: number): boolean {
    return frequency > 0 && frequency * 2 >= this.#captions;
  }
}
