/** Values by place of which the least recently used go; what goes is told, so that it can be let go of. */
export class RecentPlaces<T> {
  readonly #most: number;
  readonly #drop: (value: T) => void;
  readonly #kept = new Map<string, T>();

  constructor(most: number, drop: (value: T) => void) {
    this.#most = most;
    this.#drop = drop;
  }

  get(place: number | null): T | undefined {
    const key = String(place);
    const value = this.#kept.get(key);
    if (value !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, value);
    }
    return value;
  }

  has(place: number | null): boolean {
    return this.#kept.has(String(place));
  }

  set(place: number | null, value: T): void {
    const key = String(place);
    const before = this.#kept.get(key);
    if (before !== undefined) this.#drop(before);
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const [oldest, dropped] of this.#kept) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
      this.#drop(dropped);
    }
  }

  clear(): void {
    for (const value of this.#kept.values()) this.#drop(value);
    this.#kept.clear();
  }
}
