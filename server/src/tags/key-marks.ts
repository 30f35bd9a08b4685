/** Places of the table, as a power of two: small enough for the processor's cache. */
export const placeBits = 14;
const places = 1 << placeBits;

/** Rounds that a byte can tell apart. */
const lastRound = 255;

/** A place in the table for a text: FNV-1a, cut to the size of the table. Worked out once for each tag. */
export function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (places - 1);
}

/**
 * Which texts a caption has, roughly: a text that was not marked is sure not to be there, one that was may be another of its place. Takes
 * no memory and is emptied at once, where a set for each caption of a folder took longer than everything that was asked of it.
 */
export class KeyMarks {
  /** The round in which each place was marked last. Bytes, because two such tables are in use beside all else that a caption needs. */
  readonly #seen = new Uint8Array(places);
  #round = 0;

  /** Begins another caption. */
  clear(): void {
    if (this.#round === lastRound) this.#seen.fill(0);
    this.#round = this.#round === lastRound ? 1 : this.#round + 1;
  }

  mark(place: number): void {
    this.#seen[place] = this.#round;
  }

  has(place: number): boolean {
    return this.#seen[place] === this.#round;
  }
}
