/** Side of the luma plane of a detail, in pixels. */
export const DETAIL_SIDE = 256;
/** Side of its chroma planes. */
export const CHROMA_SIDE = 64;

const LUMA = DETAIL_SIDE * DETAIL_SIDE;
const CHROMA = CHROMA_SIDE * CHROMA_SIDE;

/** A square plane of numbers, 0–255 for luma. */
export interface Plane {
  readonly data: Float32Array;
  readonly side: number;
}

/**
 * What a second look compares: the picture shrunk to 256×256 without keeping its proportions. Made only of pictures that
 * are in a pair, and not kept.
 */
export interface Detail {
  /** Luma at 256, 128 and 64; transparent pixels lie on white. */
  readonly luma: readonly [Plane, Plane, Plane];
  readonly cb: Plane;
  readonly cr: Plane;
}

/**
 * Packs a picture for a second look: luma (BT.601), then Cb and Cr offset by 128.
 * @param rgba 256×256 pixels, 8-bit sRGB with alpha
 */
export function encodeDetail(rgba: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LUMA + 2 * CHROMA);
  const sums = new Float32Array(2 * CHROMA);
  const cells = DETAIL_SIDE / CHROMA_SIDE;
  for (let i = 0, at = 0; i < LUMA; i++, at += 4) {
    const opacity = rgba[at + 3]! / 255;
    const ground = 255 * (1 - opacity);
    const r = rgba[at]! * opacity + ground;
    const g = rgba[at + 1]! * opacity + ground;
    const b = rgba[at + 2]! * opacity + ground;
    const y = 0.299 * r + 0.587 * g + 0.114 * b;
    bytes[i] = y + 0.5;
    const cell = Math.floor((i >> 8) / cells) * CHROMA_SIDE + Math.floor((i & 255) / cells);
    sums[cell]! += (b - y) * 0.564;
    sums[CHROMA + cell]! += (r - y) * 0.713;
  }
  for (let i = 0; i < 2 * CHROMA; i++) bytes[LUMA + i] = Math.max(0, Math.min(255, 128.5 + sums[i]! / cells ** 2));
  return bytes;
}

/** The planes of a packed picture. */
export function decodeDetail(bytes: Uint8Array): Detail {
  const full = { data: new Float32Array(bytes.subarray(0, LUMA)), side: DETAIL_SIDE };
  const half = halved(full);
  const chroma = (from: number): Plane => ({
    data: Float32Array.from(bytes.subarray(from, from + CHROMA), (value) => value - 128),
    side: CHROMA_SIDE,
  });
  return { luma: [full, half, halved(half)], cb: chroma(LUMA), cr: chroma(LUMA + CHROMA) };
}

/** Means of 2×2 pixels. */
function halved({ data, side }: Plane): Plane {
  const half = side >> 1;
  const out = new Float32Array(half * half);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const i = 2 * y * side + 2 * x;
      out[y * half + x] = (data[i]! + data[i + 1]! + data[i + side]! + data[i + side + 1]!) / 4;
    }
  }
  return { data: out, side: half };
}
