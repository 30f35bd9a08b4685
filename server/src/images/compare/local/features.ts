import { cornersOf } from './corners.ts';
import { halfOctave, type Level, smoothed } from './pyramid.ts';

/** Longer side of the picture that features are taken from, in pixels. */
export const FEATURE_SIDE = 576;
/** Features wanted of each level; a level is 1/√2 of the one before. */
const WANTED = [260, 190, 130, 95, 65, 45, 30];
/** Bits of a descriptor, in 32-bit words. */
export const WORDS = 4;
/** Bytes of a packed feature: words, x and y (in steps of 1/65535 of the sides), level. */
const FEATURE_BYTES = 4 * WORDS + 5;
const HEAD = 8;
const STEPS = 65_535;
/** Half the side of the patch a descriptor looks at, in pixels of its level. */
const REACH = 13;

/** Places of a picture that can be found again in a part of it, at another size, or inside a larger picture. */
export interface LocalFeatures {
  readonly count: number;
  /** Size of the picture the places were found in, in pixels. */
  readonly width: number;
  readonly height: number;
  /** `WORDS` words each. */
  readonly words: Uint32Array;
  /** Pixels of that picture. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 0 for the full size; each step is 1/√2 smaller. */
  readonly level: Uint8Array;
}

/** Pairs of points whose order of brightness makes the bits: drawn once, denser near the middle (BRIEF, Calonder et al. 2010). */
const TESTS = drawTests();

function drawTests(): Int8Array {
  const tests = new Int8Array(4 * 32 * WORDS);
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const place = (): number =>
    Math.max(-REACH + 1, Math.min(REACH - 1, Math.round((next() + next() + next() - 1.5) * 0.9 * REACH)));
  for (let i = 0; i < tests.length; i += 4) {
    do for (let k = 0; k < 4; k++) tests[i + k] = place();
    while (Math.hypot(tests[i]! - tests[i + 2]!, tests[i + 1]! - tests[i + 3]!) < 4);
  }
  return tests;
}

/**
 * Finds corners at several sizes and describes what is around each in 128 bits.
 * @param luma pixels of the picture at most `FEATURE_SIDE` long, row by row
 * @returns packed features, see `unpackFeatures`
 */
export function packFeatures(luma: Uint8Array, width: number, height: number): Uint8Array {
  const found: number[][] = [];
  let level: Level = { data: new Float32Array(luma), width, height };
  for (const [k, wanted] of WANTED.entries()) {
    if (Math.min(level.width, level.height) < 2 * REACH + 8) break;
    const soft = smoothed(level);
    for (const { x, y } of cornersOf(soft, wanted, REACH)) {
      found.push([...bitsAt(soft, x, y), ((x + 0.5) / level.width) * STEPS, ((y + 0.5) / level.height) * STEPS, k]);
    }
    level = halfOctave(level);
  }
  const bytes = new Uint8Array(HEAD + FEATURE_BYTES * found.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, width, true);
  view.setUint16(2, height, true);
  view.setUint32(4, found.length, true);
  for (const [i, feature] of found.entries()) {
    const at = HEAD + i * FEATURE_BYTES;
    for (let w = 0; w < WORDS; w++) view.setUint32(at + 4 * w, feature[w]!, true);
    view.setUint16(at + 4 * WORDS, feature[WORDS]!, true);
    view.setUint16(at + 4 * WORDS + 2, feature[WORDS + 1]!, true);
    bytes[at + 4 * WORDS + 4] = feature[WORDS + 2]!;
  }
  return bytes;
}

function bitsAt({ data, width }: Level, x: number, y: number): number[] {
  const words: number[] = [];
  const at = y * width + x;
  for (let w = 0; w < WORDS; w++) {
    let word = 0;
    for (let bit = 0; bit < 32; bit++) {
      const i = 4 * (32 * w + bit);
      const first = data[at + TESTS[i + 1]! * width + TESTS[i]!]!;
      const second = data[at + TESTS[i + 3]! * width + TESTS[i + 2]!]!;
      if (first < second) word |= 1 << bit;
    }
    words.push(word >>> 0);
  }
  return words;
}

/** The features in these bytes; none when they are not whole. */
export function unpackFeatures(bytes: Uint8Array): LocalFeatures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const listed = bytes.length >= HEAD ? view.getUint32(4, true) : 0;
  const count = bytes.length === HEAD + listed * FEATURE_BYTES ? listed : 0;
  const features = {
    count,
    width: count > 0 ? view.getUint16(0, true) : 1,
    height: count > 0 ? view.getUint16(2, true) : 1,
    words: new Uint32Array(count * WORDS),
    x: new Float32Array(count),
    y: new Float32Array(count),
    level: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const at = HEAD + i * FEATURE_BYTES;
    for (let w = 0; w < WORDS; w++) features.words[i * WORDS + w] = view.getUint32(at + 4 * w, true);
    features.x[i] = (view.getUint16(at + 4 * WORDS, true) / STEPS) * features.width;
    features.y[i] = (view.getUint16(at + 4 * WORDS + 2, true) / STEPS) * features.height;
    features.level[i] = bytes[at + 4 * WORDS + 4]!;
  }
  return features;
}
