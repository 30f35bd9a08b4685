import { CELLS, PIXEL_SIDE, SIDE } from './fingerprint.ts';

/** A picture as it is described: 8-bit samples, row by row, at least 64 and at most 128 pixels along either side. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Samples of a pixel: 3 for red, green and blue, 4 with alpha behind, 1 for a mask. */
  readonly channels: number;
}

/** The pixels of a line that each cell lies on, three at the most: the first, and how many 64ths of each are in the cell. */
interface Places {
  readonly first: Uint8Array;
  readonly shares: readonly [Uint8Array, Uint8Array, Uint8Array];
}

const known = new Map<number, Places>();

function placesOf(pixels: number): Places {
  let places = known.get(pixels);
  if (places) return places;
  const first = Uint8Array.from({ length: SIDE }, (_, cell) => Math.floor((cell * pixels) / SIDE));
  const share = (k: number): Uint8Array =>
    first.map((from, cell) => {
      const [begin, end] = [(from + k) * SIDE, (from + k + 1) * SIDE];
      return Math.max(0, Math.min(end, (cell + 1) * pixels) - Math.max(begin, cell * pixels));
    });
  places = { first, shares: [share(0), share(1), share(2)] };
  known.set(pixels, places);
  return places;
}

/** Sums of the columns of one row of cells; places behind the last are read where nothing is taken of them. */
const columns = new Int32Array(4 * (PIXEL_SIDE + 2));

const means = new Float32Array(3 * CELLS);

/**
 * Means of red, green and blue over 64×64 cells: all of the first, then all of the next. Of a mask all three are the same.
 * @returns good until the next call
 */
export function cellMeans(pixels: Pixels): Float32Array {
  const { data, width, height, channels } = pixels;
  const { first, shares } = placesOf(height);
  const line = width * channels;
  for (let row = 0; row < SIDE; row++) {
    const [a, b, c] = [shares[0][row]!, shares[1][row]!, shares[2][row]!];
    const at = first[row]! * line;
    const [next, last] = [at + (b > 0 ? line : 0), at + (c > 0 ? 2 * line : 0)];
    if (c === 0) for (let i = 0; i < line; i++) columns[i] = a * data[at + i]! + b * data[next + i]!;
    else for (let i = 0; i < line; i++) columns[i] = a * data[at + i]! + b * data[next + i]! + c * data[last + i]!;
    addCells(row, pixels);
  }
  return means;
}

/** Means of one row of cells from the sums of its columns. */
function addCells(row: number, { width, height, channels }: Pixels): void {
  const { first, shares } = placesOf(width);
  const [a, b, c] = shares;
  const weight = 1 / (width * height);
  const next = channels === 1 ? 0 : 1;
  const last = 2 * channels;
  for (let cell = 0, to = row * SIDE; cell < SIDE; cell++, to++) {
    const [x, y, z] = [a[cell]!, b[cell]!, c[cell]!];
    for (let k = 0, at = first[cell]! * channels; k < 3; k++, at += next)
      means[to + k * CELLS] = (x * columns[at]! + y * columns[at + channels]! + z * columns[at + last]!) * weight;
  }
}
