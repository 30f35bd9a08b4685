import type { TagStyle } from '../tags/normal.ts';
import { bracketStyle, styleOfWord } from '../tags/tag-style.ts';
import { Answers, Source, Tracker } from './tracking.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a folder spells its tags: occurrences per style, kept by difference. */
export class SpellingFacts {
  readonly #vocabulary: Vocabulary;
  readonly #styles: (TagStyle | null | undefined)[] = [];
  readonly #brackets: ('escaped' | 'bare' | null)[] = [];
  readonly #counts = { underscore: 0, space: 0, escaped: 0, bare: 0 };
  readonly #tracker: Tracker;
  readonly #words = new Source();
  readonly #pairs = new Source();
  readonly #majority: Answers<number, TagStyle | null>;

  constructor(vocabulary: Vocabulary, tracker = new Tracker()) {
    this.#vocabulary = vocabulary;
    this.#tracker = tracker;
    vocabulary.onRelease(({ surfaces }) => {
      for (const surface of surfaces) if (surface < this.#styles.length) this.#styles[surface] = undefined;
    });
    this.#majority = new Answers(tracker, (share) => this.#majorityNow(share));
  }

  /** Tags of several words written with underscores. */
  get underscore(): number {
    this.#tracker.note(this.#words);
    return this.#counts.underscore;
  }

  /** Tags of two or three words written with spaces. */
  get space(): number {
    this.#tracker.note(this.#words);
    return this.#counts.space;
  }

  /** Tags with brackets written `\(` and `\)`. */
  get escaped(): number {
    this.#tracker.note(this.#pairs);
    return this.#counts.escaped;
  }

  /** Tags with brackets at their end written as they are. */
  get bare(): number {
    this.#tracker.note(this.#pairs);
    return this.#counts.bare;
  }

  /** The style that at least `share` of the tags of several words have; null when none has, or there are none. */
  majority(share: number): TagStyle | null {
    return this.#majority.of(share);
  }

  #majorityNow(share: number): TagStyle | null {
    const { underscore, space } = this;
    const all = underscore + space;
    if (all === 0) return null;
    if (underscore / all >= share) return 'underscore';
    return space / all >= share ? 'space' : null;
  }

  /** Puts the tags of one caption in the place of another's. */
  replace(gone: ArrayLike<number>, come: ArrayLike<number>): void {
    const { underscore, space, escaped, bare } = this.#counts;
    this.#change(gone, -1);
    this.#change(come, 1);
    const now = this.#counts;
    if (now.underscore !== underscore || now.space !== space) this.#tracker.touch(this.#words);
    if (now.escaped !== escaped || now.bare !== bare) this.#tracker.touch(this.#pairs);
  }

  #change(surfaces: ArrayLike<number>, by: 1 | -1): void {
    // By number: an iterator of a typed array makes an object for each of a million tags.
    for (let at = 0; at < surfaces.length; at++) {
      const surface = surfaces[at];
      const style = this.#styleOf(surface);
      if (style !== null) this.#counts[style] += by;
      const brackets = this.#brackets[surface];
      if (brackets !== null) this.#counts[brackets] += by;
    }
  }

  #styleOf(surface: number): TagStyle | null {
    // Surfaces are numbered densely; filling up keeps the arrays fast.
    while (this.#styles.length <= surface) {
      this.#styles.push(undefined);
      this.#brackets.push(null);
    }
    let style = this.#styles[surface];
    if (style === undefined) {
      const word = this.#vocabulary.word(surface);
      style = styleOfWord(word);
      this.#styles[surface] = style;
      this.#brackets[surface] = bracketStyle(word.written);
    }
    return style;
  }
}
