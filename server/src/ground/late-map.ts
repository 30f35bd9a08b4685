/**
 * A map that never changes, made when many of its keys are asked for or all of them at once. Until then each key is looked for by
 * itself: a run over one caption asks for a handful of thousands.
 */
export class LateMap<V extends NonNullable<unknown>> {
  /** Finds one key without making the map. */
  readonly look: (key: string) => V | undefined;
  readonly #make: () => ReadonlyMap<string, V>;
  readonly #asked = new Map<string, V | undefined>();
  readonly #few: number;
  #all: ReadonlyMap<string, V> | null = null;

  /**
   * @param look finds one key without the map, and answers as the map would
   * @param make makes the map
   * @param few keys that are looked for one by one at the most: about as many as take as long as making the map
   */
  constructor(look: (key: string) => V | undefined, make: () => ReadonlyMap<string, V>, few: number) {
    this.#few = few;
    this.look = look;
    this.#make = make;
  }

  /** All of it. */
  get all(): ReadonlyMap<string, V> {
    if (this.#all === null) {
      this.#all = this.#make();
      this.#asked.clear();
    }
    return this.#all;
  }

  get(key: string): V | undefined {
    if (this.#all !== null) return this.#all.get(key);
    const known = this.#asked.get(key);
    if (known !== undefined || this.#asked.has(key)) return known;
    if (this.#asked.size >= this.#few) return this.all.get(key);
    const found = this.look(key);
    this.#asked.set(key, found);
    return found;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}
