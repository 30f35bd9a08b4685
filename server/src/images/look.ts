import { type Bars, barsOf } from './bars.ts';
import { CELLS, type Fingerprint, SIDE } from './fingerprint/fingerprint.ts';
import { type Tone, toneOf } from './tone.ts';

/** Bins of the hue histogram, 30° each, the first around red. */
export const HUE_BINS = 12;

/** How a picture looks as a whole: a small histogram of its colours and a figure of its detail, from its fingerprint. */
export interface PictureLook {
  /** Mean lightness (luma), 0 black to 1 white. */
  readonly lightness: number;
  /** Mean strength of colour, 0 grey to 1 as strong as a pure primary. */
  readonly saturation: number;
  /** Share of 8×8 cells that have a colour of each hue; cells without colour are in none, so that the sum is 1 at most. */
  readonly hues: readonly number[];
  /** How sharply lightness bends from cell to cell of 64×64, over how steep it is: smooth pictures have less, a flat one 0. */
  readonly detail: number;
  /** Luma (0–255) that all but a fiftieth of the cells stay above, and below. */
  readonly darkest: number;
  readonly brightest: number;
  /** Share of the cells that are light, and dark. */
  readonly light: number;
  readonly dark: number;
  /** Share of 8×8 cells with a strong colour, and the share of them by hue. */
  readonly strong: number;
  readonly strongHues: readonly number[];
  /** How its colours go together. */
  readonly tone: Tone;
  /** A background of one colour; null without one. */
  readonly plain: PlainBackground | null;
  /** Bars or a border of one colour around it; null without. */
  readonly bars: Bars | null;
}

/** A background of one colour, connected to the edges of the picture. */
export interface PlainBackground {
  /** 0–255, and Cb and Cr of −128 to 127. */
  readonly luma: number;
  readonly cb: number;
  readonly cr: number;
  /** Of the picture, 0 to 1. */
  readonly share: number;
}

/** Chroma (Cb, Cr of −128 to 127) of a pure primary, about. */
const fullChroma = 110;
/** Chroma from which a cell has a colour. */
const coloured = 12;

/** Chroma from which the colour of a cell is strong. */
const strongFrom = 20;

/** The look of a picture, from chroma of 8×8 cells, luma of 64×64 cells and the plain background that was found. */
export function lookOf({
  luma,
  chroma,
  cover,
  background,
}: Pick<Fingerprint, 'luma' | 'chroma' | 'cover' | 'background'>): PictureLook {
  const hues = new Array<number>(HUE_BINS).fill(0);
  const strongHues = new Array<number>(HUE_BINS).fill(0);
  const cells = chroma.length / 2;
  let strength = 0;
  for (let cell = 0; cell < cells; cell++) {
    const [cb, cr] = [chroma[cell] ?? 0, chroma[cells + cell] ?? 0];
    const size = Math.hypot(cb, cr);
    strength += size;
    if (size >= coloured) hues[binOf(cb, cr)] += 1 / cells;
    if (size >= strongFrom) strongHues[binOf(cb, cr)] += 1 / cells;
  }
  let light = 0;
  for (let i = 0; i < luma.length; i++) light += luma[i] ?? 0;
  return {
    lightness: light / CELLS / 255,
    saturation: Math.min(1, strength / cells / fullChroma),
    hues,
    detail: detailOf(luma),
    ...extremesOf(luma),
    strong: strongHues.reduce((sum, share) => sum + share, 0),
    strongHues,
    tone: toneOf(luma, chroma),
    bars: barsOf(luma),
    plain: cover && { luma: background[0], cb: background[1], cr: background[2], share: shareOf(cover) },
  };
}

/** Cells at either end that do not count: single marks, glints. */
const leftOut = Math.floor(CELLS / 50);

/** Luma of a cell that is light, and of one that is dark. */
const lightFrom = 185;
const darkTo = 60;

function extremesOf(luma: Uint8Array): Pick<PictureLook, 'darkest' | 'brightest' | 'light' | 'dark'> {
  const counts = new Uint16Array(256);
  for (let i = 0; i < luma.length; i++) counts[luma[i] ?? 0]! += 1;
  /** The level that so many cells lie below. */
  const level = (below: number): number => {
    let at = 0;
    for (let sum = counts[0] ?? 0; sum <= below && at < 255; ) sum += counts[++at] ?? 0;
    return at;
  };
  const between = (from: number, to: number): number =>
    counts.subarray(from, to + 1).reduce((sum, count) => sum + count, 0) / CELLS;
  return {
    darkest: level(leftOut),
    brightest: level(CELLS - 1 - leftOut),
    light: between(lightFrom, 255),
    dark: between(0, darkTo),
  };
}

/** Share of background, two cells a byte of 0–15 each. */
function shareOf(cover: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < cover.length; i++) sum += ((cover[i] ?? 0) & 15) + ((cover[i] ?? 0) >> 4);
  return sum / (cover.length * 2 * 15);
}

/** Bends over slopes of the luma, along rows and columns: smoothing takes bends away before it takes slopes. */
function detailOf(luma: Uint8Array): number {
  let slopes = 0;
  let bends = 0;
  for (let y = 1; y < SIDE - 1; y++) {
    for (let at = y * SIDE + 1; at < y * SIDE + SIDE - 1; at++) {
      const here = 2 * (luma[at] ?? 0);
      const left = luma[at - 1] ?? 0;
      const right = luma[at + 1] ?? 0;
      const above = luma[at - SIDE] ?? 0;
      const below = luma[at + SIDE] ?? 0;
      slopes += (Math.abs(right - left) + Math.abs(below - above)) / 2;
      bends += Math.abs(left + right - here) + Math.abs(above + below - here);
    }
  }
  return slopes === 0 ? 0 : bends / slopes;
}

/** The bin of a chroma. Angles of Cb and Cr are turned so that red (BT.601) is in the middle of bin 0, yellow of 2, blue of 8. */
function binOf(cb: number, cr: number): number {
  return Math.floor((hueOf(cb, cr) + 15) / 30) % HUE_BINS;
}

/** Hue in degrees, 0 red, 60 yellow, 120 green, 180 cyan, 240 blue, 300 magenta. */
function hueOf(cb: number, cr: number): number {
  const [r, g, b] = [1.402 * cr, -0.344 * cb - 0.714 * cr, 1.772 * cb];
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return 0;
  const turn = most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return turn * 60;
}

/** Middle hue, in degrees, of the colour words that name one. */
const hueOfWord: Readonly<Record<string, number>> = {
  red: 0,
  crimson: 0,
  scarlet: 0,
  orange: 30,
  yellow: 55,
  gold: 45,
  golden: 45,
  green: 120,
  teal: 175,
  turquoise: 175,
  aqua: 180,
  cyan: 180,
  blue: 230,
  navy: 230,
  purple: 280,
  violet: 275,
  magenta: 300,
  pink: 340,
};
/** How far a cell may be from the hue of a word, in bins either way. */
const tolerance = 1;

/** Share of the picture that has a colour near a hue, in degrees. */
export function shareOfHue({ hues }: PictureLook, hue: number): number {
  const middle = Math.round(hue / 30);
  let share = 0;
  for (let bin = middle - tolerance; bin <= middle + tolerance; bin++) share += hues[(bin + HUE_BINS) % HUE_BINS] ?? 0;
  return share;
}

/** Whether a picture has a colour anywhere; null for words that name no hue (white, black, grey, brown …). */
export function hasColour(look: PictureLook, word: string): boolean | null {
  const hue = hueOfWord[word];
  if (hue === undefined) return null;
  return shareOfHue(look, hue) > 0;
}
