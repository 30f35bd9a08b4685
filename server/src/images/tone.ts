/** How the colours of a picture go together: of one hue, bound to lightness, or each for itself. */
export interface Tone {
  /** Share of 8×8 cells that have a colour at all. */
  readonly coloured: number;
  /** Share of the cells whose colour is of another hue than the strongest one of the picture. */
  readonly otherHues: number;
  /** The same for colours that are plainly of another hue. */
  readonly plainlyOther: number;
  /** Share of the cells whose colour does not follow from their lightness, as that of a tinted picture does. */
  readonly stray: number;
}

/** Chroma (Cb, Cr of −128 to 127) by which a colour is another one; and plainly so. */
const other = 4;
const plainly = 8;
const astray = 4;

/**
 * The tone of a picture.
 * @param luma 0–255 of square cells, row by row
 * @param chroma Cb, then Cr of fewer cells, −128 to 127
 */
export function toneOf(luma: Uint8Array, chroma: Int8Array): Tone {
  const cells = chroma.length / 2;
  const light = shrunk(luma, cells);
  const cb = Float64Array.from({ length: cells }, (_, at) => chroma[at] ?? 0);
  const cr = Float64Array.from({ length: cells }, (_, at) => chroma[cells + at] ?? 0);
  const [restCb, restCr] = [unexplained(light, cb), unexplained(light, cr)];
  // The strongest hue: strong colours weigh more.
  let [x, y] = [0, 0];
  for (let at = 0; at < cells; at++) {
    const size = Math.hypot(cb[at]!, cr[at]!);
    x += cb[at]! * size;
    y += cr[at]! * size;
  }
  const length = Math.hypot(x, y) || 1;
  const [toX, toY] = [x / length, y / length];
  let [coloured, off, farOff, stray] = [0, 0, 0, 0];
  for (let at = 0; at < cells; at++) {
    const along = cb[at]! * toX + cr[at]! * toY;
    const aside = along < 0 ? Math.hypot(cb[at]!, cr[at]!) : Math.abs(cb[at]! * toY - cr[at]! * toX);
    if (Math.hypot(cb[at]!, cr[at]!) > other) coloured++;
    if (aside > other) off++;
    if (aside > plainly) farOff++;
    if (Math.hypot(restCb[at]!, restCr[at]!) > astray) stray++;
  }
  return { coloured: coloured / cells, otherHues: off / cells, plainlyOther: farOff / cells, stray: stray / cells };
}

/** Mean luma, 0 to 1, of as many square cells as there are of chroma. */
function shrunk(luma: Uint8Array, cells: number): Float64Array {
  const [from, to] = [Math.sqrt(luma.length), Math.sqrt(cells)];
  const ratio = from / to;
  const sums = new Float64Array(cells);
  for (let at = 0; at < luma.length; at++)
    sums[Math.floor(Math.floor(at / from) / ratio) * to + Math.floor((at % from) / ratio)]! += luma[at]!;
  return sums.map((sum) => sum / ratio / ratio / 255);
}

/** What is left of values after the parabola over lightness that fits them best (least squares). */
function unexplained(light: Float64Array, values: Float64Array): Float64Array {
  const rows = [0, 1, 2].map((row) => [0, 0, 0, 0].map((_, at) => (row === at ? steady : 0)));
  for (let cell = 0; cell < light.length; cell++) {
    for (let row = 0; row < 3; row++) {
      const weight = light[cell]! ** row;
      for (let at = 0; at < 3; at++) rows[row]![at]! += weight * light[cell]! ** at;
      rows[row]![3]! += weight * values[cell]!;
    }
  }
  for (let row = 0; row < 3; row++)
    for (let below = 0; below < 3; below++) {
      if (below === row) continue;
      const factor = rows[below]![row]! / rows[row]![row]!;
      for (let at = row; at < 4; at++) rows[below]![at]! -= factor * rows[row]![at]!;
    }
  const [a, b, c] = rows.map((row, at) => row[3]! / row[at]!) as [number, number, number];
  return values.map((value, cell) => value - a - b * light[cell]! - c * light[cell]! ** 2);
}

/** Keeps the fit of a picture of one lightness from blowing up. */
const steady = 0.01;
