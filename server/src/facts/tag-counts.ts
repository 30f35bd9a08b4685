import type { Steps } from '../ground/steps.ts';
import { Postings } from './postings.ts';
import type { CaptionRecord } from './record.ts';

/** Times that the captions of a tag are found by a look through all; a folder that is only judged asks for those of its triggers. */
const lookedThrough = 16;
/** Captions that are listed in one step. */
const listedAtOnce = 128;

/** Which captions hold each tag of a folder, how often it is spelt so, and where it stands, by number and kept by difference. */
export class TagCounts {
  // Dense: a hole in an array would turn it into a slow dictionary.
  readonly #surfaces: number[] = [];
  readonly #first: number[] = [];
  readonly #places: number[] = [];
  readonly #frequencies: number[] = [];
  /** The captions of each tag; null until they are asked for often enough. */
  #postings: Postings[] | null = null;
  /** Lists that are being made, and the number of the first caption that is not in them yet. */
  #filling: { readonly postings: Postings[]; next: number } | null = null;
  #asked = 0;

  /** One more than the largest number of a normal form that a caption ever held. */
  get size(): number {
    return this.#frequencies.length;
  }

  /** Captions that hold a tag. */
  frequency(norm: number): number {
    return this.#frequencies[norm] ?? 0;
  }

  /** Captions that hold a tag spelt exactly so. */
  surfaceFrequency(surface: number): number {
    return this.#surfaces[surface] ?? 0;
  }

  /** Captions whose first tag it is. */
  firstCount(norm: number): number {
    return this.#first[norm] ?? 0;
  }

  /** Places of a tag among the distinct tags of its captions, from 0, summed. */
  placeSum(norm: number): number {
    return this.#places[norm] ?? 0;
  }

  /**
   * Numbers of the captions that hold a tag, ascending; valid until the next change. The lists of all tags are made only when those of
   * several were asked for, each as long as it must be: kept while a folder is read they would grow a dozen times each.
   * @param records the captions that are counted, in the order of their numbers
   */
  captions(norm: number, records: () => Iterable<CaptionRecord>): Uint32Array {
    if (this.#postings === null && ++this.#asked <= lookedThrough) return this.#holding(norm, records());
    this.#postings ??= this.#list(records());
    return this.#postings[norm]?.values() ?? new Uint32Array();
  }

  #holding(norm: number, records: Iterable<CaptionRecord>): Uint32Array {
    const found = new Uint32Array(this.frequency(norm));
    let length = 0;
    if (found.length > 0) for (const { id, norms } of records) if (norms.includes(norm)) found[length++] = id;
    return found;
  }

  /**
   * Makes the lists of all tags in steps, so that whoever asks for one later waits for none. Captions may change meanwhile.
   * @param records the captions by their numbers, as they are at each step
   */
  *listInSteps(records: readonly (CaptionRecord | undefined)[]): Steps<void> {
    if (this.#postings || this.#filling) return;
    const filling = { postings: this.#empty(), next: 0 };
    this.#filling = filling;
    yield;
    // Somebody could not wait and made them all.
    while (filling.next < records.length && this.#postings === null) {
      const record = records[filling.next++];
      if (record) addTo(filling.postings, record);
      if (filling.next % listedAtOnce === 0) yield;
    }
    this.#postings ??= filling.postings;
    this.#filling = null;
  }

  #list(records: Iterable<CaptionRecord>): Postings[] {
    const postings = this.#empty();
    for (const record of records) addTo(postings, record);
    return postings;
  }

  /** A list for each tag, without captions and with room for as many as hold it. */
  #empty(): Postings[] {
    // Parts of one buffer: twenty thousand of their own would take more than what is in them.
    const room = new Uint32Array(this.#frequencies.reduce((sum, count) => sum + count, 0));
    let used = 0;
    return this.#frequencies.map((count) => {
      used += count;
      return new Postings(room.subarray(used - count, used));
    });
  }

  /** Counts the places of a caption's tags in (1) or out (-1). */
  countPlaces(record: CaptionRecord | null, by: 1 | -1): void {
    if (!record) return;
    const { norms } = record;
    for (let at = 0; at < norms.length; at++) {
      const norm = norms[at];
      while (this.#places.length <= norm) {
        this.#places.push(0);
        this.#first.push(0);
      }
      this.#places[norm] += at * by;
    }
    if (norms.length > 0) this.#first[norms[0]] += by;
  }

  /** A caption got (1) or lost (-1) a tag. Returns in how many captions the tag is now. */
  change(norm: number, id: number, by: 1 | -1): number {
    while (this.#frequencies.length <= norm) this.#frequencies.push(0);
    this.#frequencies[norm] += by;
    // A caption that is still to come is listed as it is then.
    const lists = this.#postings ?? (this.#filling && id < this.#filling.next ? this.#filling.postings : null);
    if (lists) {
      while (lists.length <= norm) lists.push(new Postings());
      if (by === 1) lists[norm].add(id);
      else lists[norm].remove(id);
    }
    return this.#frequencies[norm];
  }

  /** One caption stands in the place of another. */
  changeSurfaces(before: CaptionRecord | null, after: CaptionRecord | null): void {
    const [old, next] = [distinctSurfaces(before), distinctSurfaces(after)];
    const gone = without(old, next);
    for (let i = 0; i < gone.length; i++) this.#surfaces[gone[i]]--;
    const come = without(next, old);
    for (let i = 0; i < come.length; i++) {
      const surface = come[i];
      while (this.#surfaces.length <= surface) this.#surfaces.push(0);
      this.#surfaces[surface]++;
    }
  }
}

function addTo(postings: Postings[], { id, norms }: CaptionRecord): void {
  for (let at = 0; at < norms.length; at++) {
    while (postings.length <= norms[at]) postings.push(new Postings());
    postings[norms[at]].add(id);
  }
}

/** The numbers of `list` that `other` does not have. Lists of one caption: distinct and short. */
export function without(list: Uint32Array | undefined, other: Uint32Array | undefined): ArrayLike<number> {
  if (!list) return [];
  if (!other || other.length === 0) return list;
  const found: number[] = [];
  for (let i = 0; i < list.length; i++) if (!other.includes(list[i])) found.push(list[i]);
  return found;
}

/** The surfaces of a caption without repeats. Without repeated tags it has as many surfaces as normal forms. */
function distinctSurfaces(record: CaptionRecord | null): Uint32Array | undefined {
  if (!record || record.surfaces.length === record.norms.length) return record?.surfaces;
  return Uint32Array.from(new Set(record.surfaces));
}
