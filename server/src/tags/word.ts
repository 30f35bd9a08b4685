import { memoized } from './memo.ts';
import { normalForm } from './normal.ts';
import { canonicalForm } from './synonyms.ts';

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
  #flags = 0;
  /** How many flags were known when they were asked. */
  #asked = 0;

  constructor(written: string) {
    this.written = written;
    this.norm = normalForm(written);
    this.known = new Array(traits).fill(undefined);
  }

  /** The {@link flag}s that hold of it. */
  get flags(): number {
    for (; this.#asked < flags.length; this.#asked++) if (flags[this.#asked](this)) this.#flags |= 1 << this.#asked;
    return this.#flags;
  }

  /** Canonical form. */
  get canonical(): string {
    this.#canonical ??= canonicalForm(this.norm);
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

const flags: ((word: Word) => boolean)[] = [];

/** Flags that a number has room for. */
const mostFlags = 31;

/**
 * A pure yes or no about one tag, as a bit of {@link Word.flags}. All tags of a caption are asked all of them at once, so that a rule
 * can pass over a caption whose tags are none of its business by looking at one number.
 */
export function flag(answer: (word: Word) => boolean): number {
  if (flags.length === mostFlags) throw new RangeError('A word has no room for another flag.');
  return 1 << (flags.push(answer) - 1);
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
