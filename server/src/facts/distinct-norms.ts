/** Tags of a caption up to which a list is searched; a longer one gets a set. */
const listedTags = 100;

/** Normal forms without repeats. Captions are short: looking through the list is cheaper than a set for each. */
export class DistinctNorms {
  readonly list: number[] = [];
  #set: Set<number> | null = null;

  add(norm: number): void {
    if (this.#set?.has(norm) ?? this.list.includes(norm)) return;
    this.list.push(norm);
    if (this.#set) this.#set.add(norm);
    else if (this.list.length > listedTags) this.#set = new Set(this.list);
  }
}
