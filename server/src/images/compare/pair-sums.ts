/** Two planes resampled to one square grid. */
export interface PlanePair {
  readonly a: Float32Array;
  readonly b: Float32Array;
  /** 1 where the point lies inside both pictures; the others are left out of every sum. */
  readonly inside: Uint8Array;
}

/** Values that `sumPairs` writes: number of points, Σa, Σb, Σa², Σb², Σab. */
export const SUMS = 6;

/** A rectangle of a grid. */
export interface Block {
  /** Its first point, counted row by row. */
  readonly first: number;
  /** Points in a row, and rows. */
  readonly width: number;
  readonly height: number;
  /** Points in a row of the whole grid. */
  readonly side: number;
}

/** Writes the sums over a block, from which mean, variance and covariance follow, to `into` from `at` on. */
export function sumPairs({ a, b, inside }: PlanePair, block: Block, into: Float64Array, at = 0): void {
  const { first, width, height, side } = block;
  let n = 0;
  let sa = 0;
  let sb = 0;
  let saa = 0;
  let sbb = 0;
  let sab = 0;
  for (let row = first; row < first + height * side; row += side) {
    for (let q = row; q < row + width; q++) {
      if (inside[q] === 0) continue;
      const x = a[q]!;
      const y = b[q]!;
      n++;
      sa += x;
      sb += y;
      saa += x * x;
      sbb += y * y;
      sab += x * y;
    }
  }
  into[at] = n;
  into[at + 1] = sa;
  into[at + 2] = sb;
  into[at + 3] = saa;
  into[at + 4] = sbb;
  into[at + 5] = sab;
}
