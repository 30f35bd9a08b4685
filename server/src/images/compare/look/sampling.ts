import type { Plane } from './detail.ts';
import type { Lay } from './lay.ts';

/**
 * Values of a plane at the cells of a grid, bilinear; places outside are drawn to the edge.
 * @param lay where the grid lies on the plane
 * @param side cells per side
 * @param parts 1 for the value at the middle of a cell; 2 for the mean of four: where a cell is more than a pixel, single values hold
 * finer texture than a picture that was shrunk has
 * @param out where they go, `side`×`side` numbers
 */
export function sampleValues(
  { data, side: size }: Plane,
  lay: Lay,
  side: number,
  parts: 1 | 2,
  out: Float32Array,
): void {
  out.fill(0);
  const last = size - 1;
  const lastCell = size - 2;
  const lines = side * parts;
  const weight = 1 / (parts * parts);
  const stepX = (lay[1] / lines) * size;
  const stepY = (lay[4] / lines) * size;
  for (let line = 0; line < lines; line++) {
    const y0 = (line + 0.5) / lines;
    const startX = (lay[0] + lay[2] * y0) * size - 0.5;
    const startY = (lay[3] + lay[5] * y0) * size - 0.5;
    const row = ((line / parts) | 0) * side;
    for (let i = 0, part = 0, q = row; i < lines; i++) {
      let x = startX + (i + 0.5) * stepX;
      let y = startY + (i + 0.5) * stepY;
      if (x < 0) x = 0;
      else if (x > last) x = last;
      if (y < 0) y = 0;
      else if (y > last) y = last;
      let ix = x | 0;
      let iy = y | 0;
      if (ix > lastCell) ix = lastCell;
      if (iy > lastCell) iy = lastCell;
      const at = iy * size + ix;
      const fx = x - ix;
      const p = data[at]!;
      const c = data[at + size]!;
      const upper = p + (data[at + 1]! - p) * fx;
      const lower = c + (data[at + size + 1]! - c) * fx;
      out[q]! += (upper + (lower - upper) * (y - iy)) * weight;
      if (++part === parts) {
        part = 0;
        q++;
      }
    }
  }
}

/** The pixels that the middles of the cells of a grid lie in. @param from where the first of them goes */
export function samplePixels(
  { data, side: size }: Plane,
  lay: Lay,
  side: number,
  out: Float32Array,
  from: number,
): void {
  for (let j = 0, q = from; j < side; j++) {
    const y0 = (j + 0.5) / side;
    for (let i = 0; i < side; i++, q++) {
      const x0 = (i + 0.5) / side;
      const x = Math.min(size - 1, Math.max(0, ((lay[0] + lay[1] * x0 + lay[2] * y0) * size) | 0));
      const y = Math.min(size - 1, Math.max(0, ((lay[3] + lay[4] * x0 + lay[5] * y0) * size) | 0));
      out[q] = data[y * size + x]!;
    }
  }
}

/** Marks the middles of the cells of a grid that lie inside the picture. */
export function markInside(lay: Lay, side: number, out: Uint8Array): void {
  for (let j = 0, q = 0; j < side; j++) {
    const y0 = (j + 0.5) / side;
    for (let i = 0; i < side; i++, q++) {
      const x0 = (i + 0.5) / side;
      const x = lay[0] + lay[1] * x0 + lay[2] * y0;
      const y = lay[3] + lay[4] * x0 + lay[5] * y0;
      out[q] = x >= 0 && y >= 0 && x < 1 && y < 1 ? 1 : 0;
    }
  }
}
