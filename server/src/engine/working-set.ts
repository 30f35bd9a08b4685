/** Places of a list, both ends included. */
export type PlaceRange = readonly [from: number, to: number];

/** How places join what is selected already. */
export type SelectMode = 'set' | 'add' | 'remove' | 'toggle';

/**
 * The captions somebody works on: members of a dataset in an order, those selected among them, and the current one. One for all views,
 * so that what one shows the others act on. Items are known by names of the caller's; nothing is read here.
 *
 * Members stay until the filter is asked again: a caption that is edited does not vanish from under the hand.
 */
export class WorkingSet {
  #ranked: readonly string[] = [];
  readonly #rank = new Map<string, number>();
  #members: readonly string[] = [];
  readonly #place = new Map<string, number>();
  readonly #selected = new Set<string>();
  #current: string | null = null;
  /** Where a range begins that is extended; forgotten when something else is selected or the place left otherwise. */
  #anchor: string | null = null;
  #revision = 0;

  /** Grows when members or their order become other ones: places are valid for one revision. */
  get revision(): number {
    return this.#revision;
  }

  get members(): readonly string[] {
    return this.#members;
  }

  /** How many items the dataset has. */
  get total(): number {
    return this.#ranked.length;
  }

  /** The current item, which may have been left out by the filter since. */
  get current(): string | null {
    return this.#current;
  }

  /** Place of the current item among the members; null when it is none. */
  get currentPlace(): number | null {
    return this.#current === null ? null : (this.#place.get(this.#current) ?? null);
  }

  /** Names of the selected members, in order. */
  get selected(): readonly string[] {
    return this.#members.filter((item) => this.#selected.has(item));
  }

  /** The selected members as ranges of places. */
  get selection(): PlaceRange[] {
    const ranges: [number, number][] = [];
    for (const [place, item] of this.#members.entries()) {
      if (!this.#selected.has(item)) continue;
      const last = ranges.at(-1);
      if (last?.[1] === place - 1) last[1] = place;
      else ranges.push([place, place]);
    }
    return ranges;
  }

  /** What an action is about: the selected members, else the current item; none without either. */
  get targets(): readonly string[] {
    const { selected } = this;
    return selected.length > 0 || this.#current === null ? selected : [this.#current];
  }

  /**
   * Takes over all items of the dataset in their order, and which of them are members. Selected and current items stay what they are
   * while they exist; when the current one is gone, the item at its place takes over.
   */
  replace(ranked: readonly string[], isMember: (item: string) => boolean): void {
    const rankBefore = this.#current === null ? 0 : (this.#rank.get(this.#current) ?? 0);
    this.#ranked = ranked;
    this.#rank.clear();
    for (const [rank, item] of ranked.entries()) this.#rank.set(item, rank);
    const members = ranked.filter(isMember);
    if (members.length !== this.#members.length || members.some((item, place) => item !== this.#members[place]))
      this.#revision++;
    this.#members = members;
    this.#place.clear();
    for (const [place, item] of members.entries()) this.#place.set(item, place);
    for (const item of this.#selected) if (!this.#place.has(item)) this.#selected.delete(item);
    if (this.#current !== null && this.#rank.has(this.#current)) return;
    this.#current = members[Math.min(this.#placeAtOrAfter(rankBefore), members.length - 1)] ?? null;
  }

  /** Nothing is selected or current any more: another dataset follows. */
  forget(): void {
    this.#selected.clear();
    this.#current = null;
    this.#members = [];
    this.#ranked = [];
    this.#rank.clear();
    this.#place.clear();
    this.#revision++;
  }

  /** Place of an item among the members; null when it is none. */
  placeOf(item: string): number | null {
    return this.#place.get(item) ?? null;
  }

  has(item: string): boolean {
    return this.#place.has(item);
  }

  /** Makes an item of the dataset the current one, member or not. Returns whether it exists. */
  goTo(item: string): boolean {
    if (!this.#rank.has(item)) return false;
    this.#current = item;
    this.#anchor = null;
    return true;
  }

  /** Selects all members from where the range began, at first the current one, to another place, which becomes current. */
  extendTo(place: number): void {
    const anchor = this.#anchor ?? this.#current;
    const from = anchor === null ? null : (this.#place.get(anchor) ?? null);
    const to = Math.max(0, Math.min(this.#members.length - 1, place));
    if (this.#members.length === 0) return;
    this.select([[Math.min(from ?? to, to), Math.max(from ?? to, to)]], 'set');
    this.#anchor = from === null ? this.#members[to] : anchor;
    this.#current = this.#members[to];
  }

  /** The same to the place so many members further, backwards if negative. */
  extendBy(by: number): void {
    this.extendTo((this.currentPlace ?? 0) + by);
  }

  /**
   * Goes on by so many members, backwards if negative, and stops at the ends. From an item that is no member the first step leads to the
   * member next to it.
   */
  step(by: number): void {
    if (this.#members.length === 0 || by === 0) return;
    const place = this.currentPlace;
    const after = this.#placeAtOrAfter(this.#current === null ? 0 : (this.#rank.get(this.#current) ?? 0));
    const from = place ?? (this.#current === null ? -1 : by > 0 ? after - 1 : after);
    this.#anchor = null;
    this.#current = this.#members[Math.max(0, Math.min(this.#members.length - 1, from + by))];
  }

  /** Takes members out until others are taken over; the order stays. */
  leaveOut(items: ReadonlySet<string>): void {
    this.replace(this.#ranked, (item) => this.#place.has(item) && !items.has(item));
  }

  /** Makes the member at or after the current item's rank current, where that is no member. */
  enter(): void {
    if (this.#current === null || this.currentPlace !== null || this.#members.length === 0) return;
    const place = this.#placeAtOrAfter(this.#rank.get(this.#current) ?? 0);
    this.goTo(this.#members[Math.min(place, this.#members.length - 1)]);
  }

  /** The first member from the place after the current one on, round the end, that fits; null when none does. */
  findNext(fits: (item: string) => boolean): string | null {
    return this.fromNext.find(fits) ?? null;
  }

  /** All members, from the place after the current one on, round the end. */
  get fromNext(): readonly string[] {
    const start = (this.currentPlace ?? -1) + 1;
    return [...this.#members.slice(start), ...this.#members.slice(0, start)];
  }

  /** Selects members by their places; those that are none are left out. */
  select(ranges: readonly PlaceRange[], mode: SelectMode): void {
    this.#anchor = null;
    if (mode === 'set') this.#selected.clear();
    for (const [from, to] of ranges)
      for (let place = Math.max(0, from); place <= Math.min(to, this.#members.length - 1); place++) {
        const item = this.#members[place];
        if (mode === 'remove' || (mode === 'toggle' && this.#selected.has(item))) this.#selected.delete(item);
        else this.#selected.add(item);
      }
  }

  /** Selects the members that were not, and the other way round. */
  invert(): void {
    this.select([[0, this.#members.length - 1]], 'toggle');
  }

  /** Place of the first member whose rank is at least this one; the number of members when there is none. */
  #placeAtOrAfter(rank: number): number {
    let [low, high] = [0, this.#members.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rank.get(this.#members[middle]) ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
