import type { CaptionRecord } from '../facts/record.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';
import { CATEGORIES, categoryOfWord } from '../tags/categories.ts';
import type { Word } from '../tags/word.ts';

/** The form of one caption. Most captions of a large folder have one of their own: it is kept short. */
export interface Form {
  /** Tells the form from others: of sentences the form itself, of tags as {@link TagForms} writes it. */
  readonly key: string;
  readonly isProse: boolean;
  /** Pieces that are the same in every caption of the form, and pieces. */
  readonly fixed: number;
  readonly pieces: number;
}

/** The kinds of tags that are not fixed; the last is that of tags of no known category. */
const kinds = [...CATEGORIES, 'tag'] as const;

const kindOf = (word: Word): number => kinds.indexOf(categoryOfWord(word) ?? 'tag');

/**
 * The forms of captions written as tags: a fixed tag stands for itself, any other for its category; neighbours of one kind count
 * once. A form is kept as one letter for each part, because nearly every caption of a large folder has a form of its own.
 */
export class TagForms {
  readonly #vocabulary: Vocabulary;
  /** Numbers of the fixed tags, whose letters follow those of the kinds. */
  readonly #fixed: number[];
  readonly #often: readonly string[];

  /** @param often the fixed tags, in normal form */
  constructor(vocabulary: Vocabulary, often: readonly string[]) {
    this.#vocabulary = vocabulary;
    this.#often = often;
    this.#fixed = often.map(() => -1);
  }

  of({ surfaces, norms }: CaptionRecord): Form {
    const vocabulary = this.#vocabulary;
    // Numbers may have been given to other tags.
    for (const [at, tag] of this.#often.entries())
      if (vocabulary.norm(this.#fixed[at]) !== tag) this.#fixed[at] = vocabulary.normId(tag) ?? -1;
    const kindsOf = vocabulary.numbers(kindOf);
    const key: number[] = [];
    let fixed = 0;
    let last = -1;
    const hasRepeats = surfaces.length !== norms.length;
    const seen = hasRepeats ? new Set<number>() : null;
    for (let at = 0; at < surfaces.length; at++) {
      const surface = surfaces[at];
      const norm = vocabulary.normOf(surface);
      if (seen) {
        if (seen.has(norm)) continue;
        seen.add(norm);
      }
      const own = this.#fixed.indexOf(norm);
      if (own >= 0) fixed++;
      const letter = own < 0 ? kindsOf.of(surface) : kinds.length + own;
      if (letter !== last) key.push(letter);
      last = letter;
    }
    return { key: textOf(key), isProse: false, fixed, pieces: norms.length };
  }

  /** A form as people read it. */
  written(key: string): string {
    const partOf = (letter: number): string =>
      letter < kinds.length ? `‹${kinds[letter]}›` : this.#often[letter - kinds.length];
    return Array.from({ length: key.length }, (_, at) => partOf(key.charCodeAt(at))).join(', ');
  }
}

/** Letters that are given to a function at once. */
const mostAtOnce = 512;

/** The text of some letters. */
function textOf(letters: readonly number[]): string {
  if (letters.length <= mostAtOnce) return String.fromCharCode(...letters);
  return textOf(letters.slice(0, mostAtOnce)) + textOf(letters.slice(mostAtOnce));
}
