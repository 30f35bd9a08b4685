/** Ends a chain. */
const none = -1;

/**
 * The numbers of tags by their texts, found from a range of a caption. A map would want a string of each tag of each caption: making
 * and hashing those took a third of indexing a large folder, and most are thrown away at once because the tag is known.
 */
export class SurfaceTable {
  /** The first tag of each chain, by its hash; the size is a power of two. */
  #first = new Int32Array(1 << 10).fill(none);
  /** By number: the next tag of the chain, the hash, and the text; undefined where a number is free. */
  readonly #next: number[] = [];
  readonly #hashes: number[] = [];
  readonly #texts: (string | undefined)[] = [];
  #size = 0;

  /** How many tags have a number. */
  get size(): number {
    return this.#size;
  }

  /** Number of the tag that a text has between two UTF-16 offsets, undefined when it has none. */
  find(text: string, start = 0, end = text.length): number | undefined {
    const length = end - start;
    let id = this.#first[hashOf(text, start, end) & (this.#first.length - 1)];
    for (; id !== none; id = this.#next[id]) {
      const other = this.#texts[id] as string;
      if (other.length === length && text.startsWith(other, start)) return id;
    }
    return undefined;
  }

  /** Gives a tag a number that is free: one that was deleted, or the next after the highest. The tag must have none. */
  add(text: string, id: number): void {
    if (this.#size >= this.#first.length) this.#grow();
    this.#texts[id] = text;
    this.#hashes[id] = hashOf(text, 0, text.length);
    this.#size++;
    this.#link(id);
  }

  /** Takes the number of a tag away. */
  delete(id: number): void {
    const slot = this.#hashes[id] & (this.#first.length - 1);
    if (this.#first[slot] === id) this.#first[slot] = this.#next[id];
    else {
      let before = this.#first[slot];
      while (this.#next[before] !== id) before = this.#next[before];
      this.#next[before] = this.#next[id];
    }
    this.#texts[id] = undefined;
    this.#size--;
  }

  /** The numbers in use, ascending. */
  *ids(): Iterable<number> {
    for (let id = 0; id < this.#texts.length; id++) if (this.#texts[id] !== undefined) yield id;
  }

  #link(id: number): void {
    const slot = this.#hashes[id] & (this.#first.length - 1);
    this.#next[id] = this.#first[slot];
    this.#first[slot] = id;
  }

  #grow(): void {
    this.#first = new Int32Array(this.#first.length * 4).fill(none);
    for (const id of this.ids()) this.#link(id);
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The low bits choose the chain: the high ones are mixed in.
  return hash ^ (hash >>> 15);
}
