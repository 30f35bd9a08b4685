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

/** Descriptors that lie in one piece of memory: a list that doubled would hold twice what it needs, and three times while it grows. */
const PIECE = 1024;

interface Piece {
  readonly signs: Uint16Array;
  readonly vectors: Int16Array;
}

/** A growing list of descriptors that is searched completely, by sign bits first and by dot product then. */
export class DescriptorIndex {
  readonly #pieces: Piece[] = [];
  #length = 0;

  /** Number of descriptors. */
  get length(): number {
    return this.#length;
  }

  /** Adds a descriptor at position `length`. */
  add(vector: Int16Array): void {
    const at = this.#length++ % PIECE;
    if (at === 0)
      this.#pieces.push({ signs: new Uint16Array(4 * PIECE), vectors: new Int16Array(VECTOR_LENGTH * PIECE) });
    const { signs, vectors } = this.#pieces.at(-1)!;
    signs.set(signGroups(vector), at * 4);
    vectors.set(vector, at * VECTOR_LENGTH);
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
    const ways = turns === 'none' ? 1 : turns === 'mirror' ? 2 : 4;
    const limit = Math.min(end, this.#length);
    const scan = (turned: Int16Array, base: Turn): void => {
      for (const [k, piece] of this.#pieces.entries()) {
        const first = k * PIECE;
        if (first >= limit) return;
        const from = hits.length;
        scanPiece(piece, Math.min(PIECE, limit - first), turned, base, ways, minimum, turnMargin, hits);
        for (let i = from; i < hits.length; i++) hits[i]!.entry += first;
      }
    };
    scan(vector, 0);
    if (turns === 'all') scan(transposed(vector), 4);
    return hits;
  }
}

/** Scans the first descriptors of a piece for the query mirrored in the first `ways` of four ways; entries count from the piece on. */
function scanPiece(
  { signs, vectors }: Piece,
  limit: number,
  vector: Int16Array,
  base: Turn,
  ways: number,
  minimum: number,
  margin: number,
  hits: Hit[],
): void {
  const [q0, q1, q2, q3] = signGroups(vector);
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
    compare(vector, vectors, entry, base, [plain, mirrored, upended, halfTurned], minimum, margin, hits);
  }
}

function compare(
  vector: Int16Array,
  vectors: Int16Array,
  entry: number,
  base: Turn,
  wanted: readonly boolean[],
  minimum: number,
  margin: number,
  hits: Hit[],
): void {
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
