import { Postings } from './postings.ts';
import type { CaptionRecord } from './record.ts';

/** Which captions hold each tag of a folder, how often it is spelt so, and where it stands, by number and kept by difference. */
export class TagCounts {
  // Dense: a hole in an array would turn it into a slow dictionary.
  readonly #surfaces: number[] = [];
  readonly #first: number[] = [];
  readonly #places: number[] = [];
  readonly #postings: Postings[] = [];

  /** One more than the largest number of a normal form that a caption ever held. */
  get size(): number {
    return this.#postings.length;
  }

  /** Captions that hold a tag. */
  frequency(norm: number): number {
    return this.#postings[norm]?.length ?? 0;
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

  /** Numbers of the captions that hold a tag, ascending; valid until the next change. */
  captions(norm: number): Uint32Array {
    return this.#postings[norm]?.values() ?? new Uint32Array();
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
    while (this.#postings.length <= norm) this.#postings.push(new Postings());
    const list = this.#postings[norm];
    if (by === 1) list.add(id);
    else list.remove(id);
    return list.length;
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
