import { editDistance } from './edit-distance.ts';
import { normalTag } from './normal.ts';

/** A tag of the user's own list. */
export interface ListedTag {
  /** As written in the list. */
  readonly name: string;
  /** Normal form. */
  readonly norm: string;
  /** Category code of the list, or -1 where it has none. */
  readonly category: number;
  /** Number of posts, 0 where the list has none. */
  readonly count: number;
}

/** A completion out of a list. */
export interface TagCompletion extends ListedTag {
  /** The alias (normal form) that matched, when the name itself did not. */
  readonly alias: string | null;
}

/** Danbooru's category codes, as in a1111-sd-webui-tagcomplete's `danbooru.csv`. */
const DANBOORU: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'artist',
  3: 'copyright',
  4: 'character',
  5: 'meta',
};

/** e621's category codes, as in its `e621.csv`. */
const E621: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'artist',
  3: 'copyright',
  4: 'character',
  5: 'species',
  6: 'invalid',
  7: 'meta',
  8: 'lore',
};

/** Prefixes of this many characters have a bucket of their own. */
const BUCKET = 2;

/** Shorter prefixes match nearly everything; no list of completions is longer than this. */
const SHORT_BUCKET = 1000;

/**
 * A tag list of the a1111-sd-webui-tagcomplete layout, kept in columns: 140,000 tags with their aliases take a few arrays
 * and two maps. Tags are found by normal form.
 */
export class TagList {
  /** Lines that are no tag, 0-based. */
  readonly badLines: readonly number[];
  /** Whether the codes are those of e621 rather than Danbooru. */
  readonly e621: boolean;
  readonly #names: string[];
  readonly #norms: string[];
  readonly #categories: Int8Array;
  readonly #counts: Float64Array;
  readonly #byNorm: Map<string, number>;
  readonly #aliasTexts: readonly [tag: number, aliases: string][];
  #aliases: Map<string, number> | null = null;
  #buckets: Map<string, Entry[]> | null = null;
  #letters: Int32Array | null = null;

  constructor(columns: TagColumns) {
    this.badLines = columns.badLines;
    this.#names = columns.names;
    this.#norms = columns.norms;
    this.#categories = Int8Array.from(columns.categories);
    this.#counts = Float64Array.from(columns.counts);
    this.#byNorm = columns.byNorm;
    this.#aliasTexts = columns.aliases;
    this.e621 = columns.categories.some((code) => code > 5);
  }

  get size(): number {
    return this.#names.length;
  }

  /** Whether the list has the tag under its name; aliases do not count. */
  has(norm: string): boolean {
    return this.#byNorm.has(norm);
  }

  /** The tag of that name (normal form), or null. Aliases are not followed. */
  get(norm: string): ListedTag | null {
    const at = this.#byNorm.get(norm);
    return at === undefined ? null : this.#tag(at);
  }

  /** The canonical tag of an alias (normal form), or null when it is a tag of its own or unknown. */
  canonicalOf(norm: string): ListedTag | null {
    if (this.#byNorm.has(norm)) return null;
    const at = this.#byAlias().get(norm);
    return at === undefined ? null : this.#tag(at);
  }

  /** The name of a category code in this list, or null. */
  categoryName(code: number): string | null {
    return (this.e621 ? E621 : DANBOORU)[code] ?? null;
  }

  /** Tags whose name or alias starts with the prefix (normal form), most frequent first, each tag once. */
  complete(prefix: string, limit = 20): TagCompletion[] {
    const bucket = this.#bucketOf(prefix);
    const found: TagCompletion[] = [];
    const seen = new Set<number>();
    for (const entry of bucket) {
      if (found.length >= limit) break;
      if (!entry.norm.startsWith(prefix) || seen.has(entry.tag)) continue;
      seen.add(entry.tag);
      const tag = this.#tag(entry.tag);
      found.push({ ...tag, alias: entry.norm === tag.norm ? null : entry.norm });
    }
    return found;
  }

  /** Listed tags within two edits of an unknown one (normal form), nearest first, then most frequent. */
  didYouMean(norm: string, limit = 3): ListedTag[] {
    const most = norm.length < 5 ? 1 : 2;
    const letters = lettersOf(norm);
    const all = this.#allLetters();
    const near: { at: number; distance: number }[] = [];
    for (let at = 0; at < all.length; at++) {
      // Each edit changes the set of letters by at most two.
      if (bitCount(all[at]! ^ letters) > 2 * most) continue;
      const other = this.#norms[at]!;
      if (Math.abs(other.length - norm.length) > most || other === norm) continue;
      const distance = editDistance(norm, other, most);
      if (distance <= most) near.push({ at, distance });
    }
    near.sort((a, b) => a.distance - b.distance || this.#counts[b.at]! - this.#counts[a.at]!);
    return near.slice(0, limit).map(({ at }) => this.#tag(at));
  }

  #tag(at: number): ListedTag {
    return {
      name: this.#names[at]!,
      norm: this.#norms[at]!,
      category: this.#categories[at]!,
      count: this.#counts[at]!,
    };
  }

  /** Alias → tag; a tag's own name wins, then the first tag that claims the alias. Built at first use. */
  #byAlias(): Map<string, number> {
    if (this.#aliases !== null) return this.#aliases;
    const index = new Map<string, number>();
    for (const [tag, list] of this.#aliasTexts) {
      for (const alias of list.split(',')) {
        const norm = normalTag(alias);
        if (norm !== '' && !this.#byNorm.has(norm) && !index.has(norm)) index.set(norm, tag);
      }
    }
    this.#aliases = index;
    return index;
  }

  #allLetters(): Int32Array {
    this.#letters ??= Int32Array.from(this.#norms, lettersOf);
    return this.#letters;
  }

  /** The entries that share the first characters of a prefix, most frequent tag first. Built at first use. */
  #bucketOf(prefix: string): readonly Entry[] {
    if (this.#buckets === null) {
      const order = Array.from(this.#names.keys());
      if (this.#counts.some((count, at) => at > 0 && count > this.#counts[at - 1]!)) {
        order.sort((a, b) => this.#counts[b]! - this.#counts[a]! || a - b);
      }
      const aliases: (string[] | undefined)[] = [];
      for (const [alias, tag] of this.#byAlias()) {
        const list = aliases[tag];
        if (list === undefined) aliases[tag] = [alias];
        else list.push(alias);
      }
      const buckets = new Map<string, Entry[]>();
      for (const tag of order) {
        addToBuckets(buckets, { norm: this.#norms[tag]!, tag });
        for (const norm of aliases[tag] ?? []) addToBuckets(buckets, { norm, tag });
      }
      this.#buckets = buckets;
    }
    return this.#buckets.get(prefix.slice(0, BUCKET)) ?? [];
  }
}

type Entry = { norm: string; tag: number };

function addToBuckets(buckets: Map<string, Entry[]>, entry: Entry): void {
  for (let length = 0; length <= BUCKET && length <= entry.norm.length; length++) {
    const key = entry.norm.slice(0, length);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [entry]);
    else if (length === BUCKET || bucket.length < SHORT_BUCKET) bucket.push(entry);
  }
}

/** The columns of a list while it is read. */
export interface TagColumns {
  readonly names: string[];
  readonly norms: string[];
  readonly categories: number[];
  readonly counts: number[];
  readonly byNorm: Map<string, number>;
  /** The alias field of the tags that have one, unread. */
  readonly aliases: [tag: number, aliases: string][];
  readonly badLines: number[];
}

/** A bit for each letter that occurs, one for all digits, one for the space and one for all others. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) bits |= 1 << 26;
    else if (code === 32) bits |= 1 << 27;
    else bits |= 1 << (28 + (code & 3));
  }
  return bits;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
