import type { Lay } from '../look/lay.ts';
import { solve } from '../solve.ts';
import type { LocalFeatures } from './features.ts';

/** Two places with nearly the same description, by position in their lists. */
export interface Match {
  readonly own: number;
  readonly other: number;
  /** Bits that differ. */
  readonly bits: number;
}

/** Matches that are tried as the start of a lay. */
const SEEDS = 40;
/** Distance that a place may be off, in shares of the longer side of the other picture: at first, and in the end. */
const LOOSE = 0.05;
const TIGHT = 0.02;
/** Different places that must agree. */
const LEAST_INLIERS = 9;

/**
 * One scale and one shift that many matches agree on, then fitted as an affine map without rotation.
 * @returns where the own picture lies on the other; null when the matches do not fit one another
 */
export function layOfMatches(
  own: LocalFeatures,
  other: LocalFeatures,
  matches: readonly Match[],
): { lay: Lay; inliers: number } | null {
  const side = Math.max(other.width, other.height);
  const seeds = [...matches].sort((x, y) => x.bits - y.bits || x.own - y.own || x.other - y.other).slice(0, SEEDS);
  let best: Match[] = [];
  for (const seed of seeds) {
    const steps = own.level[seed.own]! - other.level[seed.other]!;
    // A place found at a coarser level of its own picture is as much larger in it.
    const scale = Math.SQRT2 ** -steps;
    const dx = other.x[seed.other]! - scale * own.x[seed.own]!;
    const dy = other.y[seed.other]! - scale * own.y[seed.own]!;
    const inliers = matches.filter(
      (match) =>
        Math.abs(own.level[match.own]! - other.level[match.other]! - steps) <= 1 &&
        Math.hypot(
          scale * own.x[match.own]! + dx - other.x[match.other]!,
          scale * own.y[match.own]! + dy - other.y[match.other]!,
        ) <
          LOOSE * side * Math.max(1, scale),
    );
    if (inliers.length > best.length) best = inliers;
  }
  if (distinct(best, own, other) < LEAST_INLIERS - 2) return null;
  let fit = { x: axis(best, own.x, other.x), y: axis(best, own.y, other.y) };
  for (const limit of [(LOOSE + TIGHT) / 2, TIGHT, TIGHT]) {
    const { x, y } = fit;
    if (!x || !y || x[1] <= 0.05 || y[1] <= 0.05) return null;
    best = matches.filter(
      (match) =>
        Math.hypot(
          x[0] + x[1] * own.x[match.own]! - other.x[match.other]!,
          y[0] + y[1] * own.y[match.own]! - other.y[match.other]!,
        ) <
        limit * side * Math.max(1, (x[1] + y[1]) / 2),
    );
    if (distinct(best, own, other) < LEAST_INLIERS) return null;
    fit = { x: axis(best, own.x, other.x), y: axis(best, own.y, other.y) };
  }
  const { x, y } = fit;
  if (!x || !y || x[1] / y[1] > 2 || y[1] / x[1] > 2) return null;
  const lay: Lay = [
    x[0] / other.width,
    (x[1] * own.width) / other.width,
    0,
    y[0] / other.height,
    0,
    (y[1] * own.height) / other.height,
  ];
  return { lay, inliers: distinct(best, own, other) };
}

/** Different places among the matches, to a few pixels: one place may be found at several levels. */
function distinct(matches: readonly Match[], own: LocalFeatures, other: LocalFeatures): number {
  const places = (list: LocalFeatures, of: (match: Match) => number): number =>
    new Set(matches.map((match) => (Math.round(list.x[of(match)]! / 6) << 12) | Math.round(list.y[of(match)]! / 6)))
      .size;
  return Math.min(
    places(own, ({ own: i }) => i),
    places(other, ({ other: i }) => i),
  );
}

/** Least-squares line through the places of one axis: offset and scale. */
function axis(matches: readonly Match[], own: Float32Array, other: Float32Array): [number, number] | null {
  const sums = new Float64Array(4);
  const right = new Float64Array(2);
  for (const match of matches) {
    const p = own[match.own]!;
    const q = other[match.other]!;
    sums[0]! += 1;
    sums[1]! += p;
    sums[2]! += p;
    sums[3]! += p * p;
    right[0]! += q;
    right[1]! += p * q;
  }
  return solve(sums, right, 2) ? [right[0]!, right[1]!] : null;
}
