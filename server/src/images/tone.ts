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
    const size = Math.sqrt(cb[at]! ** 2 + cr[at]! ** 2);
    x += cb[at]! * size;
    y += cr[at]! * size;
  }
  const length = Math.hypot(x, y) || 1;
  const [toX, toY] = [x / length, y / length];
  let [coloured, off, farOff, stray] = [0, 0, 0, 0];
  for (let at = 0; at < cells; at++) {
    const along = cb[at]! * toX + cr[at]! * toY;
    const aside = along < 0 ? Math.sqrt(cb[at]! ** 2 + cr[at]! ** 2) : Math.abs(cb[at]! * toY - cr[at]! * toX);
    if (Math.sqrt(cb[at]! ** 2 + cr[at]! ** 2) > other) coloured++;
    if (aside > other) off++;
    if (aside > plainly) farOff++;
    if (Math.sqrt(restCb[at]! ** 2 + restCr[at]! ** 2) > astray) stray++;
  }
  return { coloured: coloured / cells, otherHues: off / cells, plainlyOther: farOff / cells, stray: stray / cells };
}

/** Mean luma, 0 to 1, of as many square cells as there are of chroma. */
function shrunk(luma: Uint8Array, cells: number): Float64Array {
  const [from, to] = [Math.sqrt(luma.length), Math.sqrt(cells)];
  const ratio = from / to;
  const sums = new Float64Array(cells);
  for (let y = 0, at = 0; y < from; y++) {
    const row = Math.floor(y / ratio) * to;
    for (let cell = row; cell < row + to; cell++) for (let x = 0; x < ratio; x++, at++) sums[cell]! += luma[at]!;
  }
  return sums.map((sum) => sum / ratio / ratio / 255);
}

/** What is left of values after the parabola over lightness that fits them best (least squares). */
function unexplained(light: Float64Array, values: Float64Array): Float64Array {
  // Sums of the powers of lightness, and of the values times these.
  let [m1, m2, m3, m4, v0, v1, v2] = [0, 0, 0, 0, 0, 0, 0];
  for (let cell = 0; cell < light.length; cell++) {
    const [x, value] = [light[cell]!, values[cell]!];
    const square = x * x;
    m1 += x;
    m2 += square;
    m3 += square * x;
    m4 += square * square;
    v0 += value;
    v1 += value * x;
    v2 += value * square;
  }
  const rows = [
    [light.length + steady, m1, m2, v0],
    [m1, m2 + steady, m3, v1],
    [m2, m3, m4 + steady, v2],
  ];
  for (let row = 0; row < 3; row++)
    for (let below = 0; below < 3; below++) {
      if (below === row) continue;
      const factor = rows[below]![row]! / rows[row]![row]!;
      for (let at = row; at < 4; at++) rows[below]![at]! -= factor * rows[row]![at]!;
    }
  const [a, b, c] = rows.map((row, at) => row[3]! / row[at]!) as [number, number, number];
  const rest = new Float64Array(values.length);
  for (let cell = 0; cell < rest.length; cell++) rest[cell] = values[cell]! - a - light[cell]! * (b + c * light[cell]!);
  return rest;
}

/** Keeps the fit of a picture of one lightness from blowing up. */
const steady = 0.01;
