/** How fine the detail of a picture is, from its own pixels. */
export interface Fineness {
  /** Width of the finest tenth of its clear edges, in pixels; null where there are too few edges to tell. */
  readonly edge: number | null;
  /**
   * The pattern that enlarging left: interpolated pixels, or blocks of equal ones and how many pixels wide they are; null
   * where there is none. Smart enlargers leave none.
   */
  readonly enlarged: { readonly block: number | null } | null;
}

/** Two bytes: the edge in tenths of a pixel, and what enlarging left. */
const UNKNOWN_EDGE = 255;
const NOT_ENLARGED = 0;
const INTERPOLATED = 1;

/** A fineness as two bytes, for the cache and for sending between processes. */
export function encodeFineness({ edge, enlarged }: Fineness): Uint8Array {
  return Uint8Array.of(
    edge === null ? UNKNOWN_EDGE : Math.min(UNKNOWN_EDGE - 1, Math.round(10 * edge)),
    enlarged ? (enlarged.block ?? INTERPOLATED) : NOT_ENLARGED,
  );
}

/** The fineness in two bytes. */
export function decodeFineness(bytes: Uint8Array): Fineness {
  const [edge = UNKNOWN_EDGE, enlarged = NOT_ENLARGED] = bytes;
  return {
    edge: edge === UNKNOWN_EDGE ? null : edge / 10,
    enlarged: enlarged === NOT_ENLARGED ? null : { block: enlarged === INTERPOLATED ? null : enlarged },
  };
}

/** Longer side of the middle of a picture that is looked at, in pixels. */
export const FINE_SIDE = 1024;
/** Shorter pictures have too few pixels for a pattern to stand out. */
const LEAST_SIDE = 160;

/** Looks at luma of at most `FINE_SIDE` in both directions, row by row. */
export function finenessOf(luma: Uint8Array, width: number, height: number): Fineness {
  if (Math.min(width, height) < LEAST_SIDE) return { edge: null, enlarged: null };
  const sharpness = sharpnessOf(luma, width, height);
  const edge = sharpness === null ? null : Math.round(20 / Math.max(0.08, sharpness)) / 10;
  const block = sharpness !== null && sharpness > HARD ? blockOf(luma, width, height) : null;
  if (block !== null) return { edge, enlarged: { block } };
  // Interpolation leaves no hard edge.
  if (sharpness === null || sharpness > SOFT) return { edge, enlarged: null };
  const across = rhythmOf(bendsOf(luma, width, height, 1, width));
  const down = rhythmOf(bendsOf(luma, height, width, width, 1));
  const same = Math.abs(across.frequency - down.frequency) < SAME_FREQUENCY;
  const every = same && Math.min(across.strength, down.strength) >= STRONG;
  const other = Math.min(across.alternating, down.alternating) >= ALTERNATING;
  return { edge, enlarged: every || other ? { block: null } : null };
}

/** Bends over slopes below which edges are softer than those of pictures at their own size: on 130 photographs at least 1.2. */
const SOFT = 1.3;
/** Edges of blocks are steps from one pixel to the next. */
const HARD = 2;
const SAME_FREQUENCY = 0.008;
/** Times the usual magnitude of the spectrum. */
const STRONG = 5;
/**
 * Share by which every other line must bend more: of 111 photographs the most is 0.01, of half of those that were enlarged to twice
 * their size 0.05 is less.
 */
const ALTERNATING = 0.05;

const TILE = 32;
/** Levels that a tile's steepest slope must have for its edges to count, and tiles that it takes. */
const CLEAR = 16;
const LEAST_TILES = 8;
const FINEST = 0.9;

/**
 * Mean square of bends over that of slopes at the clear edges of the sharpest tenth of the tiles: 2 for a step from one
 * pixel to the next, 2/n for a ramp of n pixels.
 */
function sharpnessOf(luma: Uint8Array, width: number, height: number): number | null {
  const ratios: number[] = [];
  for (let top = 1; top + TILE < height; top += TILE) {
    for (let left = 1; left + TILE < width; left += TILE) {
      const limit = steepest(luma, width, left, top);
      if (limit < CLEAR) continue;
      let [slopes, bends] = [0, 0];
      for (let y = top; y < top + TILE; y++) {
        for (let at = y * width + left; at < y * width + left + TILE; at++) {
          for (const step of [1, width]) {
            const slope = luma[at + step]! - luma[at - step]!;
            if (Math.abs(slope) < limit / 2) continue;
            slopes += (slope * slope) / 4;
            bends += (luma[at + step]! - 2 * luma[at]! + luma[at - step]!) ** 2;
          }
        }
      }
      if (slopes > 0) ratios.push(bends / slopes);
    }
  }
  if (ratios.length < LEAST_TILES) return null;
  return ratios.sort((x, y) => x - y)[Math.floor(ratios.length * FINEST)]!;
}

/** Largest step between neighbours in a tile. */
function steepest(luma: Uint8Array, width: number, left: number, top: number): number {
  let most = 0;
  for (let y = top; y < top + TILE; y++) {
    for (let at = y * width + left; at < y * width + left + TILE; at++) {
      const step = Math.max(Math.abs(luma[at + 1]! - luma[at]!), Math.abs(luma[at + width]! - luma[at]!));
      if (step > most) most = step;
    }
  }
  return most;
}

/** Lines of a block of JPEG. */
const BLOCKS = 8;
const LARGEST_BLOCK = 7;
/**
 * How much more than their part of the steps must lie between blocks, as a share of the others; compression moves some inside. Of 221
 * photographs the most is 0.32 for blocks of 2, which are those of a JPEG too, and 0.15 for others; made of blocks of 3 it is 0.28.
 */
const BETWEEN = 0.25;
/** How much more than their part of the steps must lie there where those between the blocks of a JPEG are left out. */
const BEYOND = 0.12;

/** Side of the blocks of equal pixels that a picture is made of; null when it is not. */
function blockOf(luma: Uint8Array, width: number, height: number): number | null {
  const across = stepsAt(luma, width, height, 1, width);
  const down = stepsAt(luma, height, width, width, 1);
  const isMade = (steps: Float64Array, block: number): boolean =>
    foldedShare(steps, block) >= BETWEEN + (1 - BETWEEN) / block &&
    foldedShare(withoutBlocks(steps), block) >= 1 / block + BEYOND;
  for (let block = LARGEST_BLOCK; block >= 2; block--) if (isMade(across, block) && isMade(down, block)) return block;
  return null;
}

/** Sum of the steps from each line to the next, of every third place along them. */
function stepsAt(luma: Uint8Array, lines: number, length: number, step: number, along: number): Float64Array {
  const sums = new Float64Array(lines);
  for (let k = 0; k < length; k += 3)
    for (let i = 1, at = k * along + step; i < lines; i++, at += step)
      sums[i]! += Math.abs(luma[at]! - luma[at - step]!);
  return sums;
}

/** The steps with 0 where those between the blocks of a JPEG lie: strong compression leaves few others. */
function withoutBlocks(steps: Float64Array): Float64Array {
  const folded = fold(steps, BLOCKS);
  const between = folded.indexOf(Math.max(...folded));
  return steps.map((step, i) => (i % BLOCKS === between ? 0 : step));
}

function fold(steps: Float64Array, period: number): Float64Array {
  const folded = new Float64Array(period);
  for (const [i, step] of steps.entries()) folded[i % period]! += step;
  return folded;
}

/** Largest share of the steps that lie at one place of every `period`. */
function foldedShare(steps: Float64Array, period: number): number {
  const folded = fold(steps, period);
  const sum = folded.reduce((total, step) => total + step, 0);
  return sum === 0 ? 0 : Math.max(...folded) / sum;
}

/** Bends above this many levels count as this many: single outlines must not drown the rest. */
const MOST_BEND = 40;

/** Mean bend across each line: interpolated lines bend less than those that lie on a pixel of the original (Gallagher 2005). */
function bendsOf(luma: Uint8Array, lines: number, length: number, step: number, along: number): Float64Array {
  const sums = new Float64Array(lines - 2);
  for (let k = 0; k < length; k++) {
    for (let i = 0, at = k * along + step; i < lines - 2; i++, at += step)
      sums[i]! += Math.min(MOST_BEND, Math.abs(luma[at - step]! - 2 * luma[at]! + luma[at + step]!));
  }
  return sums.map((sum) => sum / length);
}

/** What comes again and again in a row of bends. */
interface Rhythm {
  /** Of the strongest wave, per line, and its magnitude in shares of the usual one. */
  readonly frequency: number;
  readonly strength: number;
  /** Magnitude of every other line, where the blocks of JPEG and WebP do not explain it. */
  readonly alternating: number;
}

const AROUND = 8;
const FREQUENCIES = 400;
const LOWEST = 0.08;
/** Near the rhythm of blocks nothing is taken for one of enlarging. */
const NEAR_BLOCKS = 0.006;
const NOISE = 0.002;
/** Times the waves of the blocks: of 111 photographs the most is 0.37. */
const LOUDER = 0.5;

function rhythmOf(bends: Float64Array): Rhythm {
  const relative = relativeTo(bends);
  const magnitudes: number[] = [];
  let best = { frequency: 0, magnitude: 0 };
  for (let k = 0; k < FREQUENCIES; k++) {
    const frequency = LOWEST + ((0.5 - LOWEST) * k) / FREQUENCIES;
    const magnitude = magnitudeAt(relative, frequency);
    magnitudes.push(magnitude);
    const blocks = Math.round(frequency * BLOCKS) / BLOCKS;
    if (Math.abs(frequency - blocks) > NEAR_BLOCKS && magnitude > best.magnitude) best = { frequency, magnitude };
  }
  const usual = magnitudes.sort((x, y) => x - y)[magnitudes.length >> 1]!;
  const half = magnitudeAt(relative, 0.5);
  const byBlocks = Math.max(...[1, 2, 3].map((k) => magnitudeAt(relative, k / BLOCKS)));
  return {
    frequency: best.frequency,
    strength: best.magnitude / (usual + NOISE),
    alternating: half > LOUDER * byBlocks ? half : 0,
  };
}

/** Each line in shares of the lines around it. */
function relativeTo(bends: Float64Array): Float64Array {
  return bends.map((bend, i) => {
    const around = bends.subarray(Math.max(0, i - AROUND), i + AROUND + 1);
    const mean = around.reduce((sum, value) => sum + value, 0) / around.length;
    return Math.min(3, bend / (mean + 0.05)) - 1;
  });
}

/** Magnitude of one frequency; the angle is turned step by step instead of asking for sines. */
function magnitudeAt(values: Float64Array, frequency: number): number {
  const [turnX, turnY] = [Math.cos(2 * Math.PI * frequency), Math.sin(2 * Math.PI * frequency)];
  let [x, y, re, im] = [1, 0, 0, 0];
  for (const value of values) {
    re += value * x;
    im += value * y;
    [x, y] = [x * turnX - y * turnY, x * turnY + y * turnX];
  }
  return Math.hypot(re, im) / values.length;
}
