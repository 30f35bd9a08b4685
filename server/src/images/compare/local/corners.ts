import type { Level } from './pyramid.ts';

/** A place that differs from its surroundings in every direction. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Response below which a place is flat or only an edge; of the order of the squared slope in levels. */
const LEAST = 4;

/**
 * Corners spread over a plane: of every cell of a raster the one with the largest smaller eigenvalue of the structure
 * tensor (Shi & Tomasi 1994), the strongest of all cells first.
 * @param wanted how many at the most
 * @param margin distance kept from the edges, in pixels
 */
export function cornersOf({ data, width, height }: Level, wanted: number, margin: number): Corner[] {
  const cell = Math.max(4, Math.floor(Math.sqrt(((width - 2 * margin) * (height - 2 * margin)) / (wanted * 1.6))));
  const response = responses({ data, width, height });
  const corners: (Corner & { strength: number })[] = [];
  for (let top = margin; top < height - margin; top += cell) {
    for (let left = margin; left < width - margin; left += cell) {
      let best = LEAST;
      let at = -1;
      for (let y = top; y < Math.min(top + cell, height - margin); y++) {
        for (let x = left; x < Math.min(left + cell, width - margin); x++) {
          const q = y * width + x;
          if (response[q]! > best && isPeak(response, q, width)) {
            best = response[q]!;
            at = q;
          }
        }
      }
      if (at >= 0) corners.push({ x: at % width, y: Math.floor(at / width), strength: best });
    }
  }
  return corners.sort((a, b) => b.strength - a.strength).slice(0, wanted);
}

function isPeak(response: Float32Array, q: number, width: number): boolean {
  const value = response[q]!;
  return (
    value >= response[q - 1]! &&
    value >= response[q + 1]! &&
    value >= response[q - width]! &&
    value >= response[q + width]!
  );
}

/** Smaller eigenvalue of the structure tensor over 5×5 pixels, at each pixel. */
function responses({ data, width, height }: Level): Float32Array {
  const size = width * height;
  const xx = new Float32Array(size);
  const xy = new Float32Array(size);
  const yy = new Float32Array(size);
  for (let y = 1; y < height - 1; y++) {
    for (let q = y * width + 1; q < y * width + width - 1; q++) {
      const gx = (data[q + 1]! - data[q - 1]!) / 2;
      const gy = (data[q + width]! - data[q - width]!) / 2;
      xx[q] = gx * gx;
      xy[q] = gx * gy;
      yy[q] = gy * gy;
    }
  }
  const [sxx, sxy, syy] = [boxed(xx, width, height), boxed(xy, width, height), boxed(yy, width, height)];
  const out = new Float32Array(size);
  for (let q = 0; q < size; q++) {
    const half = (sxx[q]! + syy[q]!) / 2;
    const difference = (sxx[q]! - syy[q]!) / 2;
    out[q] = half - Math.sqrt(difference * difference + sxy[q]! * sxy[q]!);
  }
  return out;
}

/** Means of 5×5 pixels, by running sums; the two outermost rows and columns stay 0. */
function boxed(plane: Float32Array, width: number, height: number): Float32Array {
  const rows = new Float32Array(plane.length);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      sum += plane[row + x]!;
      if (x >= 5) sum -= plane[row + x - 5]!;
      if (x >= 4) rows[row + x - 2] = sum;
    }
  }
  const out = new Float32Array(plane.length);
  for (let x = 0; x < width; x++) {
    let sum = 0;
    for (let y = 0; y < height; y++) {
      sum += rows[y * width + x]!;
      if (y >= 5) sum -= rows[(y - 5) * width + x]!;
      if (y >= 4) out[(y - 2) * width + x] = sum / 25;
    }
  }
  return out;
}
