import { signGroups, transposed, VECTOR_LENGTH, VECTOR_NORM } from './descriptor.ts';

/** Bits set in every 16-bit number. */
const BITS = new Uint8Array(65536);
for (let i = 1; i < 65536; i++) BITS[i] = BITS[i >> 1]! + (i & 1);

/** Signs that may differ, of 63: the cheap test before vectors are compared. */
const MAX_SIGN_DISTANCE = 18;
const FULL = VECTOR_NORM * VECTOR_NORM;

/**
 * How a picture is turned before it is compared: 1 mirrors left-right, 2 mirrors top-bottom, 4 swaps the axes;
 * the sum of the bits names all eight ways.
 */
export type Turn = number;

/** One similar descriptor. */
export interface Hit {
  /** Position in the order of `add`. */
  entry: number;
  /** Cosine of the two vectors, up to 1. */
  similarity: number;
  /** How the query has to be turned to look like the entry. */
  turn: Turn;
}

/** A growing list of descriptors that is searched completely, by sign bits first and by dot product then. */
export class DescriptorIndex {
  #signs = new Uint16Array(4 * 1024);
  #vectors = new Int16Array(VECTOR_LENGTH * 1024);
  #length = 0;

  /** Number of descriptors. */
  get length(): number {
    return this.#length;
  }

  /** Adds a descriptor at position `length`. */
  add(vector: Int16Array): void {
    const at = this.#length++;
    if (at * 4 >= this.#signs.length) {
      const signs = new Uint16Array(this.#signs.length * 2);
      signs.set(this.#signs);
      this.#signs = signs;
      const vectors = new Int16Array(this.#vectors.length * 2);
      vectors.set(this.#vectors);
      this.#vectors = vectors;
    }
    this.#signs.set(signGroups(vector), at * 4);
    this.#vectors.set(vector, at * VECTOR_LENGTH);
  }

  /**
   * Descriptors similar to a query.
   * @param minimum least cosine
   * @param turns 'none', 'mirror' (left-right) or 'all' eight ways
   * @param turnMargin added to the minimum where the query is turned in another way than a left-right mirror
   * @param end only positions before this one
   */
  query(vector: Int16Array, minimum: number, turns: 'none' | 'mirror' | 'all', turnMargin: number, end: number): Hit[] {
    const hits: Hit[] = [];
    this.#scan(vector, 0, turns === 'none' ? 1 : turns === 'mirror' ? 2 : 4, minimum, turnMargin, end, hits);
    if (turns === 'all') this.#scan(transposed(vector), 4, 4, minimum, turnMargin, end, hits);
    return hits;
  }

  /** Scans for the query mirrored in the first `ways` of four ways. */
  #scan(vector: Int16Array, base: Turn, ways: number, minimum: number, margin: number, end: number, hits: Hit[]): void {
    const [q0, q1, q2, q3] = signGroups(vector);
    const signs = this.#signs;
    const limit = Math.min(end, this.#length);
    for (let entry = 0, at = 0; entry < limit; entry++, at += 4) {
      const d0 = BITS[q0 ^ signs[at]!]!;
      const d1 = BITS[q1 ^ signs[at + 1]!]!;
      const d2 = BITS[q2 ^ signs[at + 2]!]!;
      const d3 = BITS[q3 ^ signs[at + 3]!]!;
      const plain = d0 + d1 + d2 + d3 <= MAX_SIGN_DISTANCE;
      const mirrored = ways > 1 && d0 - d1 + d2 - d3 <= MAX_SIGN_DISTANCE - 32;
      const upended = ways > 2 && d0 + d1 - d2 - d3 <= MAX_SIGN_DISTANCE - 32;
      const halfTurned = ways > 2 && d0 - d1 - d2 + d3 <= MAX_SIGN_DISTANCE - 32;
      if (!(plain || mirrored || upended || halfTurned)) continue;
      this.#compare(vector, entry, base, [plain, mirrored, upended, halfTurned], minimum, margin, hits);
    }
  }

  #compare(
    vector: Int16Array,
    entry: number,
    base: Turn,
    wanted: readonly boolean[],
    minimum: number,
    margin: number,
    hits: Hit[],
  ): void {
    const vectors = this.#vectors;
    const from = entry * VECTOR_LENGTH;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let row = 0; row < VECTOR_LENGTH; row += 16) {
      for (let i = row; i < row + 8; i += 2) {
        s0 += vector[i]! * vectors[from + i]!;
        s1 += vector[i + 1]! * vectors[from + i + 1]!;
        s2 += vector[i + 8]! * vectors[from + i + 8]!;
        s3 += vector[i + 9]! * vectors[from + i + 9]!;
      }
    }
    const sums = [s0 + s1 + s2 + s3, s0 - s1 + s2 - s3, s0 + s1 - s2 - s3, s0 - s1 - s2 + s3];
    for (let way = 0; way < 4; way++) {
      const similarity = sums[way]! / FULL;
      const turn = base + way;
      if (wanted[way] && similarity >= minimum + (turn > 1 ? margin : 0)) hits.push({ entry, similarity, turn });
    }
  }
}
