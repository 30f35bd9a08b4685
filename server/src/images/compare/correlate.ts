/** Variance of luma that noise and compression explain. */
export const NOISE = 6;
/** A block agrees when its pixels correlate at least this much. */
export const AGREEING = 0.6;

/** Correlation of the luma gradients of two resampled planes, −1 to 1; points outside the second are left out. */
export function gradientCorrelation(a: Float32Array, b: Float32Array, inside: Uint8Array, side: number): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let j = 0; j < side - 1; j++) {
    for (let q = j * side; q < j * side + side - 1; q++) {
      if (inside[q] === 0 || inside[q + 1] === 0 || inside[q + side] === 0) continue;
      const ax = a[q + 1]! - a[q]!;
      const ay = a[q + side]! - a[q]!;
      const bx = b[q + 1]! - b[q]!;
      const by = b[q + side]! - b[q]!;
      ab += ax * bx + ay * by;
      aa += ax * ax + ay * ay;
      bb += bx * bx + by * by;
    }
  }
  return ab / Math.sqrt(Math.max(aa * bb, 1e-9));
}

const QUICK_BLOCK = 4;

/** Share of textured blocks of 4×4 points whose pixels correlate: a quick look before the full measure. */
export function agreeingShare(a: Float32Array, b: Float32Array, inside: Uint8Array, side: number): number {
  let agreeing = 0;
  let textured = 0;
  for (let top = 0; top < side; top += QUICK_BLOCK) {
    for (let left = 0; left < side; left += QUICK_BLOCK) {
      let n = 0;
      let sa = 0;
      let sb = 0;
      let saa = 0;
      let sbb = 0;
      let sab = 0;
      for (let j = top; j < top + QUICK_BLOCK; j++) {
        for (let q = j * side + left; q < j * side + left + QUICK_BLOCK; q++) {
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
      if (n < (QUICK_BLOCK * QUICK_BLOCK) / 2) continue;
      const va = saa / n - (sa / n) ** 2;
      const vb = sbb / n - (sb / n) ** 2;
      if (va < NOISE * 2 && vb < NOISE * 2) continue;
      textured++;
      if ((sab - (sa * sb) / n) / n > AGREEING * Math.sqrt((va + NOISE) * (vb + NOISE))) agreeing++;
    }
  }
  return textured === 0 ? 1 : agreeing / textured;
}
