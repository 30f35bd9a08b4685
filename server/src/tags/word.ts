import { memoized } from './memo.ts';
import { normalTag } from './normal.ts';
import { canonicalTag } from './synonyms.ts';

let traits = 0;

/**
 * A tag as typed, together with what is known of it. A folder has one for each tag that its captions write, and whoever judges a
 * caption finds everything about a tag in one place: looking a text up in a table for each question took half the time of an audit.
 */
export class Word {
  /** As typed. */
  readonly written: string;
  /** Normal form. */
  readonly norm: string;
  /** Answers of {@link trait}s, by number. */
  readonly known: unknown[];
  #canonical: string | null = null;

  constructor(written: string) {
    this.written = written;
    this.norm = normalTag(written);
    this.known = new Array(traits).fill(undefined);
  }

  /** Canonical form. */
  get canonical(): string {
    this.#canonical ??= canonicalTag(this.norm);
    return this.#canonical;
  }
}

/** A pure question about one tag, answered once per word. The answer is never undefined. */
export function trait<T extends NonNullable<unknown> | null>(answer: (word: Word) => T): (word: Word) => T {
  const at = traits++;
  return (word) => {
    const { known } = word;
    if (known[at] === undefined) known[at] = answer(word);
    return known[at] as T;
  };
}

/** The word of a text that no folder holds. */
const wordOf = memoized((written) => new Word(written));

/** Tags in any written form as words. */
export function wordsOf(tags: readonly string[] | readonly Word[]): readonly Word[] {
  return areWords(tags) ? tags : tags.map(wordOf);
}

function areWords(tags: readonly string[] | readonly Word[]): tags is readonly Word[] {
  return tags.length > 0 && typeof tags[0] !== 'string';
}
