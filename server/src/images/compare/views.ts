import { CELLS, type Fingerprint, SIDE } from '../fingerprint/fingerprint.ts';
import { evenLight } from './look/even-light.ts';

/** Grey that replaces a plain background. */
const NEUTRAL = 128;

/** A rectangle in shares of the picture: left, top, right, bottom, each 0–1. */
export type Box = readonly [number, number, number, number];

export const WHOLE: Box = [0, 0, 1, 1];

/**
 * How a fingerprint is looked at: as it is; with its plain background replaced by grey, so that copies on another
 * background match; with transparency on black, the way programs that drop alpha often save it; or with its light evened
 * out.
 */
export type ViewKind = 0 | 1 | 2 | 3;
export const AS_IS: ViewKind = 0;
export const NEUTRAL_BACKGROUND: ViewKind = 1;
export const ON_BLACK: ViewKind = 2;
export const EVEN_LIGHT: ViewKind = 3;
export const VIEW_KINDS = 4;

/** Half the side of the surroundings whose light is evened out, in cells. */
const LIGHT_REACH = 9;

/** Planes of one view, at the three sizes alignment works on. */
export interface View {
  readonly y64: Float32Array;
  readonly y32: Float32Array;
  readonly y16: Float32Array;
  /** 8×8 cells. */
  readonly cb: Float32Array;
  readonly cr: Float32Array;
}

/** The views that can be made of a fingerprint. */
export function viewKinds(print: Fingerprint): ViewKind[] {
  if (!print.cover) return [AS_IS];
  return print.alpha ? [AS_IS, NEUTRAL_BACKGROUND, ON_BLACK] : [AS_IS, NEUTRAL_BACKGROUND];
}

/** The 64×64 luma plane of a view. */
export function lumaOfView(print: Fingerprint, kind: ViewKind): Float32Array {
  const plane = new Float32Array(print.luma);
  if (kind === EVEN_LIGHT) return evenLight({ data: plane, side: SIDE }, LIGHT_REACH).data;
  const { cover } = print;
  if (kind === AS_IS || !cover) return plane;
  const shift = ((kind === ON_BLACK ? 0 : NEUTRAL) - print.background[0]) / 15;
  for (let i = 0; i < CELLS; i++) plane[i]! += ((cover[i >> 1]! >> ((i & 1) * 4)) & 15) * shift;
  return plane;
}

/** Makes a view ready for alignment. */
export function makeView(print: Fingerprint, kind: ViewKind): View {
  const y64 = lumaOfView(print, kind);
  const y32 = halve(y64, SIDE);
  const cb = new Float32Array(print.chroma.subarray(0, 64));
  const cr = new Float32Array(print.chroma.subarray(64));
  if ((kind === NEUTRAL_BACKGROUND || kind === ON_BLACK) && print.cover) {
    const shares = blockShares(print.cover);
    for (let i = 0; i < 64; i++) {
      cb[i]! -= shares[i]! * print.background[1];
      cr[i]! -= shares[i]! * print.background[2];
    }
  }
  return { y64, y32, y16: halve(y32, SIDE / 2), cb, cr };
}

/** Means of 2×2 cells. */
function halve(plane: Float32Array, side: number): Float32Array {
  const half = side >> 1;
  const out = new Float32Array(half * half);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const i = 2 * y * side + 2 * x;
      out[y * half + x] = (plane[i]! + plane[i + 1]! + plane[i + side]! + plane[i + side + 1]!) / 4;
    }
  }
  return out;
}

/** Background share (0–1) of each chroma cell. */
function blockShares(cover: Uint8Array): Float32Array {
  const shares = new Float32Array(64);
  for (let i = 0; i < CELLS; i++) {
    const cell = (i >> 9) * 8 + ((i & 63) >> 3);
    shares[cell]! += ((cover[i >> 1]! >> ((i & 1) * 4)) & 15) / (15 * 64);
  }
  return shares;
}
