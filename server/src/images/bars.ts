import { SIDE } from './fingerprint/fingerprint.ts';

/** Bars or a border of one colour around a picture. */
export interface Bars {
  /** How much of the width or height each takes, 0 to 1; 0 where there is none. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Mean luma of the bars, 0–255. */
  readonly luma: number;
  /** A bar has writing in it. */
  readonly text: boolean;
}

/** Levels by which the cells of a plain line differ at the most. */
const PLAIN = 9;
/** Share of the outermost line that must be plain: writing reaches down to it. */
const PLAIN_EDGE = 0.85;
/** Levels from which a cell is something else than the bar. */
const OTHER = 14;
/** Share of the first full line behind the seam that must be something else: pictures go to the edge, motifs on a ground do not. */
const FILLED = 0.9;
/** The same where all four sides have a bar of one colour: what fills the picture to four straight seams is no motif. */
const FILLED_AROUND = 0.65;
/** Cells: thinner bars are not told from shadows, thicker ones not from grounds. */
const THINNEST = 2;
const THICKEST = 24;
/** Share of a line of writing that must still be bar: its ends, and what lies between words. */
const LEFT_BY_WRITING = 0.1;
/** Lines of writing, in cells, at the most. */
const WRITING = 14;
/** Levels by which writing stands out. */
const INK = 48;
/** Luma of bars that stand on one side only: white or black, as programs make them. */
const BLACK = 10;
const WHITE = 246;

/** Lines of the bar's own colour behind it from which it is the ground of what is written there: a page has gaps between its lines. */
const GAPS = 5;

interface Bar {
  readonly cells: number;
  readonly luma: number;
  readonly text: boolean;
  /** Whole lines of its colour behind its seam. */
  readonly gaps: number;
}

/**
 * Finds bars in the luma of 64×64 cells. A bar goes straight across, has one colour, and ends at once all along its
 * length. One bar alone must be black or white and bear writing: flat skies, walls and floors look much the same.
 */
export function barsOf(luma: Uint8Array): Bars | null {
  const fromTop: Reader = (depth, along) => luma[depth * SIDE + along]!;
  const fromBottom: Reader = (depth, along) => luma[(SIDE - 1 - depth) * SIDE + along]!;
  const fromLeft: Reader = (depth, along) => luma[along * SIDE + depth]!;
  const fromRight: Reader = (depth, along) => luma[along * SIDE + SIDE - 1 - depth]!;
  const around = borderOf(fromLeft, fromTop, fromRight, fromBottom);
  if (around) return around;
  const top = barOf(fromTop);
  const bottom = barOf(fromBottom);
  // Sides are looked at between the bars that were found: corners belong to both.
  const from = top?.cells ?? 0;
  const to = SIDE - (bottom?.cells ?? 0);
  const left = barOf(fromLeft, from, to);
  const right = barOf(fromRight, from, to);
  const kept = [...together(left, right), ...together(top, bottom)];
  const has = (bar: Bar | null): number => (bar && kept.includes(bar) ? bar.cells / SIDE : 0);
  if (kept.length === 0) return null;
  return {
    left: has(left),
    top: has(top),
    right: has(right),
    bottom: has(bottom),
    luma: Math.round(kept.reduce((sum, bar) => sum + bar.luma, 0) / kept.length),
    text: kept.some((bar) => bar.text),
  };
}

/** Those of two opposite bars that can be believed. */
function together(one: Bar | null, other: Bar | null): Bar[] {
  if (one && other && Math.abs(one.luma - other.luma) <= OTHER)
    return (one.text || other.text) && one.gaps - other.cells >= GAPS ? [] : [one, other];
  return [one, other]
    .filter((bar) => bar !== null)
    .filter(({ luma, text, gaps }) => text && gaps < GAPS && (luma <= BLACK || luma >= WHITE));
}

/** Luma at a depth from an edge and a place along it. */
type Reader = (depth: number, along: number) => number;

/** One colour all around: the lines behind its seams are filled between the other sides, of which a whole line has too much. */
function borderOf(...readers: readonly [left: Reader, top: Reader, right: Reader, bottom: Reader]): Bars | null {
  const level = readers[1](0, 0);
  const [left, top, right, bottom] = readers.map((value) => {
    let cells = 0;
    const isPlain = (): boolean => {
      for (let along = 0; along < SIDE; along++) if (Math.abs(value(cells, along) - level) > PLAIN) return false;
      return true;
    };
    while (cells <= THICKEST && isPlain()) cells++;
    return cells;
  }) as [number, number, number, number];
  if (Math.min(left, top, right, bottom) < THINNEST || Math.max(left, top, right, bottom) > THICKEST) return null;
  const seams = [
    isFilled(readers[0], left + 1, top + 1, SIDE - bottom - 1, level, FILLED_AROUND),
    isFilled(readers[1], top + 1, left + 1, SIDE - right - 1, level, FILLED_AROUND),
    isFilled(readers[2], right + 1, top + 1, SIDE - bottom - 1, level, FILLED_AROUND),
    isFilled(readers[3], bottom + 1, left + 1, SIDE - right - 1, level, FILLED_AROUND),
  ];
  if (!seams.every((filled) => filled)) return null;
  return { left: left / SIDE, top: top / SIDE, right: right / SIDE, bottom: bottom / SIDE, luma: level, text: false };
}

/** Whether a line is something else than the bar nearly all along. */
function isFilled(value: Reader, depth: number, from: number, to: number, level: number, least: number): boolean {
  let filled = 0;
  for (let along = from; along < to; along++) if (Math.abs(value(depth, along) - level) > OTHER) filled++;
  return filled >= least * (to - from);
}

/** The level that half of the cells along an edge stay below. */
function middleOf(value: Reader, from: number, to: number): number {
  const cells = Array.from({ length: to - from }, (_, k) => value(0, from + k)).sort((x, y) => x - y);
  return cells[cells.length >> 1]!;
}

/** The bar at one edge. */
function barOf(value: Reader, from = 0, to = SIDE): Bar | null {
  const line = (depth: number): { spread: number; mean: number; same: number; ink: boolean } => {
    let [least, most, sum, same] = [255, 0, 0, 0];
    for (let along = from; along < to; along++) {
      const cell = value(depth, along);
      least = Math.min(least, cell);
      most = Math.max(most, cell);
      sum += cell;
      if (Math.abs(cell - level) <= PLAIN) same++;
    }
    return {
      spread: most - least,
      mean: sum / (to - from),
      same: same / (to - from),
      ink: Math.max(most - level, level - least) > INK,
    };
  };
  const level = middleOf(value, from, to);
  const edge = line(0);
  if (edge.same < PLAIN_EDGE) return null;
  let last = 0;
  let writing = false;
  let inked = false;
  for (let depth = 1; depth < THICKEST; depth++) {
    const { spread, mean, same, ink } = line(depth);
    if (spread <= PLAIN && Math.abs(mean - level) <= PLAIN) {
      writing ||= inked;
      last = depth;
    } else if (same < LEFT_BY_WRITING || depth - last > WRITING) break;
    else inked ||= ink;
  }
  const cells = last + 1;
  if (cells < THINNEST) return null;
  let gaps = 0;
  for (let depth = cells + 1; depth < SIDE; depth++) {
    const { spread, mean } = line(depth);
    if (spread <= PLAIN && Math.abs(mean - level) <= PLAIN) gaps++;
  }
  // The first cell behind may hold both.
  return isFilled(value, cells + 1, from, to, level, FILLED) ? { cells, luma: level, text: writing, gaps } : null;
}
