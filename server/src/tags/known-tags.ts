import { memoized } from './memo.ts';
import type { ListedTag, TagCompletion, TagList } from './tag-list.ts';

/** Tags that are proposed for an unknown one, unless more are asked for. */
const mostNear = 3;

/** Several tag lists as one: the first list that knows a tag speaks for it. All tags in normal form. */
export class KnownTags {
  readonly lists: readonly TagList[];
  /** A search looks at every tag of the lists, and captions are asked about on every keystroke. */
  readonly #near = memoized((norm) => this.#merged((list) => list.didYouMean(norm, mostNear), mostNear));

  constructor(lists: readonly TagList[]) {
    this.lists = lists;
  }

  /** Whether a list has the tag under its own name. */
  has(norm: string): boolean {
    return this.lists.some((list) => list.has(norm));
  }

  get(norm: string): ListedTag | null {
    return this.#first((list) => list.get(norm));
  }

  /** The tag an alias stands for; null when a list has it as a tag of its own, or none knows it. */
  canonicalOf(norm: string): ListedTag | null {
    return this.has(norm) ? null : this.#first((list) => list.canonicalOf(norm));
  }

  /** Listed tags within two edits of an unknown one, the lists in turn, each tag once. */
  didYouMean(norm: string, limit = mostNear): ListedTag[] {
    return limit > mostNear
      ? this.#merged((list) => list.didYouMean(norm, limit), limit)
      : this.#near(norm).slice(0, limit);
  }

  /** Tags whose name or alias begins so, the lists in turn, each tag once. */
  complete(prefix: string, limit = 20): TagCompletion[] {
    return this.#merged((list) => list.complete(prefix, limit), limit);
  }

  #first<T>(ask: (list: TagList) => T | null): T | null {
    for (const list of this.lists) {
      const found = ask(list);
      if (found !== null) return found;
    }
    return null;
  }

  #merged<T extends ListedTag>(ask: (list: TagList) => T[], limit: number): T[] {
    const found = new Map<string, T>();
    for (const list of this.lists) for (const tag of ask(list)) if (!found.has(tag.norm)) found.set(tag.norm, tag);
    return [...found.values()].slice(0, limit);
  }
}
