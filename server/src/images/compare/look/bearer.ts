import type { Grid } from './grid.ts';

/**
 * Edges that lean this much say which picture bears something, whatever else speaks. Of 1,947 looks at marked photographs and the originals
 * all lean the right way that lean as much.
 */
const PLAINLY = 0.4;
/** Edges that lean less say little by themselves. */
const UNSURE = 0.25;
/**
 * Times that contrast must have been larger before something see-through was laid over it, and correlation from which two pictures go up
 * and down together: what covers a picture goes its own ways. What lies over grass or bark takes away more edges than it brings; of those
 * looks 225 are told by this alone, all of them rightly, while the edges of 20 lean the wrong way.
 */
const FADED = 1.2;
const TOGETHER = 0.7;

/** Which of two pictures bears what lies over one of them. */
export interface Bearer {
  readonly on: 'a' | 'b';
  /** Its edges, or the contrast it took, say so. */
  readonly sure: boolean;
}

/**
 * Which picture bears what lies over one of them, by its edges and by the contrast it took.
 * @param leaning whose edges the outline of the difference is: 1 when only the first picture has them, −1 when only the second has
 * @param marked points that differ
 * @param belongs 1 at those points
 */
export function bearerOf(leaning: number, marked: readonly number[], grid: Grid, belongs: Uint8Array): Bearer {
  const { weaker, faded, together } = contrastsOf(marked, grid, belongs);
  const lean = Math.abs(leaning);
  if (lean < PLAINLY && together >= TOGETHER && faded >= FADED) return { on: weaker, sure: true };
  return { on: leaning > 0 ? 'a' : 'b', sure: lean >= UNSURE };
}

/** Which picture bears it by its edges of colour alone; null where they say little. */
export const bearerByColour = (leaning: number): Bearer | null =>
  Math.abs(leaning) < PLAINLY ? null : { on: leaning > 0 ? 'a' : 'b', sure: true };

/**
 * Edges that lean less than `LEVEL` say less than what was taken from the steps under a mark: a logarithm of `TAKEN` at the least, where the steps of
 * both pictures correlate by `ALIKE` and there are `STEPS` of them. Of 573 looks at marked photographs 12 are told by this, all rightly; where
 * edges lean more they are right more often.
 */
const LEVEL = 0.18;
const TAKEN = 0.5;
const ALIKE = 0.55;
const STEPS = 100;

/**
 * Which picture bears something see-through by its steps: from point to point what lies under it changes less, whatever its own light is, where
 * the values themselves go from bright to dark between its letters. Null where steps say little, or edges more.
 * @param belongs 1 at the points that differ
 */
export function bearerBySteps(leaning: number, { a, b, inside, side }: Grid, belongs: Uint8Array): Bearer | null {
  if (Math.abs(leaning) >= LEVEL) return null;
  const under = { aa: 1, bb: 1, ab: 0, steps: 0 };
  const elsewhere = { aa: 1, bb: 1, ab: 0, steps: 0 };
  for (let y = 0; y < side - 1; y++)
    for (let q = y * side; q < (y + 1) * side - 1; q++)
      for (const p of [q + 1, q + side]) {
        if (inside[q] === 0 || inside[p] === 0 || belongs[q] !== belongs[p]) continue;
        const sums = belongs[q] === 1 ? under : elsewhere;
        const [ofA, ofB] = [a[p]! - a[q]!, b[p]! - b[q]!];
        sums.aa += ofA * ofA;
        sums.bb += ofB * ofB;
        sums.ab += ofA * ofB;
        sums.steps++;
      }
  const taken = Math.log((under.bb * elsewhere.aa) / (under.aa * elsewhere.bb));
  const alike = under.ab / Math.sqrt(under.aa * under.bb);
  if (under.steps < STEPS || alike < ALIKE || Math.abs(taken) < TAKEN) return null;
  return { on: taken > 0 ? 'a' : 'b', sure: true };
}

/** Contrasts of two pictures where they differ. */
interface Contrasts {
  /** The one with less contrast. */
  readonly weaker: 'a' | 'b';
  /** Times that the contrast of the other follows its own. */
  readonly faded: number;
  /** How far both correlate. */
  readonly together: number;
}

/** Contrasts at the marked points, in shares of those elsewhere. @param belongs 1 at the marked points */
function contrastsOf(marked: readonly number[], { a, b, inside }: Grid, belongs: Uint8Array): Contrasts {
  const rest: number[] = [];
  for (let q = 0; q < inside.length; q++) if (inside[q] === 1 && belongs[q] === 0) rest.push(q);
  const elsewhere = spreadsOf(rest, a, b);
  const { aa, bb, ab } = spreadsOf(marked, a, b);
  const gain = Math.sqrt(elsewhere.aa / elsewhere.bb);
  const [ofB, ofBoth] = [bb * gain * gain, ab * gain];
  return {
    weaker: aa < ofB ? 'a' : 'b',
    faded: ofBoth / Math.min(aa, ofB),
    together: ofBoth / Math.sqrt(aa * ofB),
  };
}

/** Sums of squares and products about the means of points. */
function spreadsOf(
  points: readonly number[],
  a: Float32Array,
  b: Float32Array,
): { aa: number; bb: number; ab: number } {
  const n = Math.max(1, points.length);
  let [meanA, meanB] = [0, 0];
  for (const q of points) {
    meanA += a[q]! / n;
    meanB += b[q]! / n;
  }
  let [aa, bb, ab] = [1, 1, 0];
  for (const q of points) {
    aa += (a[q]! - meanA) ** 2;
    bb += (b[q]! - meanB) ** 2;
    ab += (a[q]! - meanA) * (b[q]! - meanB);
  }
  return { aa, bb, ab };
}
