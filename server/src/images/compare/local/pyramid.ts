/** A plane of luma at one size. */
export interface Level {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** The level softened by a binomial of 5×5: single pixels must not decide the bits of a descriptor. */
export function smoothed({ data, width, height }: Level): Level {
  const rows = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const l = row + Math.max(0, x - 1);
      const ll = row + Math.max(0, x - 2);
      const r = row + Math.min(width - 1, x + 1);
      const rr = row + Math.min(width - 1, x + 2);
      rows[row + x] = (data[ll]! + data[rr]! + 4 * (data[l]! + data[r]!) + 6 * data[row + x]!) / 16;
    }
  }
  for (let y = 0; y < height; y++) {
    const u = Math.max(0, y - 1) * width;
    const uu = Math.max(0, y - 2) * width;
    const d = Math.min(height - 1, y + 1) * width;
    const dd = Math.min(height - 1, y + 2) * width;
    const row = y * width;
    for (let x = 0; x < width; x++)
      out[row + x] = (rows[uu + x]! + rows[dd + x]! + 4 * (rows[u + x]! + rows[d + x]!) + 6 * rows[row + x]!) / 16;
  }
  return { data: out, width, height };
}

/** The level at 1/√2 of its size, softened before so that no false patterns arise. */
export function halfOctave(level: Level): Level {
  const width = Math.max(1, Math.round(level.width / Math.SQRT2));
  const height = Math.max(1, Math.round(level.height / Math.SQRT2));
  const { data } = level;
  const out = new Float32Array(width * height);
  const stepX = level.width / width;
  const stepY = level.height / height;
  const soft = lightlySmoothed(level);
  for (let y = 0; y < height; y++) {
    const sy = Math.min(level.height - 1, Math.max(0, (y + 0.5) * stepY - 0.5));
    const iy = Math.min(level.height - 2, Math.max(0, sy | 0));
    for (let x = 0; x < width; x++) {
      const sx = Math.min(level.width - 1, Math.max(0, (x + 0.5) * stepX - 0.5));
      const ix = Math.min(level.width - 2, Math.max(0, sx | 0));
      const at = iy * level.width + ix;
      const upper = soft[at]! + (soft[at + 1]! - soft[at]!) * (sx - ix);
      const lower = soft[at + level.width]! + (soft[at + level.width + 1]! - soft[at + level.width]!) * (sx - ix);
      out[y * width + x] = data.length > 1 ? upper + (lower - upper) * (sy - iy) : data[0]!;
    }
  }
  return { data: out, width, height };
}

function lightlySmoothed({ data, width, height }: Level): Float32Array {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width;
    const down = Math.min(height - 1, y + 1) * width;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const l = Math.max(0, x - 1);
      const r = Math.min(width - 1, x + 1);
      out[row + x] = (4 * data[row + x]! + data[row + l]! + data[row + r]! + data[up + x]! + data[down + x]!) / 8;
    }
  }
  return out;
}
