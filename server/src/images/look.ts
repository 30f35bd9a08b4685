import { CELLS, type Fingerprint, SIDE } from './fingerprint/fingerprint.ts';

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
}

/** Chroma (Cb, Cr of −128 to 127) of a pure primary, about. */
const fullChroma = 110;
/** Chroma from which a cell has a colour. */
const coloured = 12;

/** The look of a picture. Chroma of 8×8 cells and luma of 64×64 cells are all that is asked. */
export function lookOf({ luma, chroma }: Pick<Fingerprint, 'luma' | 'chroma'>): PictureLook {
  const hues = new Array<number>(HUE_BINS).fill(0);
  const cells = chroma.length / 2;
  let strength = 0;
  for (let cell = 0; cell < cells; cell++) {
    const [cb, cr] = [chroma[cell] ?? 0, chroma[cells + cell] ?? 0];
    const size = Math.hypot(cb, cr);
    strength += size;
    if (size >= coloured) hues[binOf(cb, cr)] += 1 / cells;
  }
  let light = 0;
  for (const value of luma) light += value;
  return {
    lightness: light / CELLS / 255,
    saturation: Math.min(1, strength / cells / fullChroma),
    hues,
    detail: detailOf(luma),
  };
}

/** Bends over slopes of the luma, along rows and columns: smoothing takes bends away before it takes slopes. */
function detailOf(luma: Uint8Array): number {
  let slopes = 0;
  let bends = 0;
  for (let y = 1; y < SIDE - 1; y++)
    for (let x = 1; x < SIDE - 1; x++)
      for (const step of [1, SIDE]) {
        const at = y * SIDE + x;
        const [before, here, after] = [luma[at - step] ?? 0, luma[at] ?? 0, luma[at + step] ?? 0];
        slopes += Math.abs(after - before) / 2;
        bends += Math.abs(before - 2 * here + after);
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

/** Whether a picture has a colour anywhere; null for words that name no hue (white, black, grey, brown …). */
export function hasColour(look: PictureLook, word: string): boolean | null {
  const hue = hueOfWord[word];
  if (hue === undefined) return null;
  const middle = Math.round(hue / 30);
  for (let bin = middle - tolerance; bin <= middle + tolerance; bin++)
    if ((look.hues[(bin + HUE_BINS) % HUE_BINS] ?? 0) > 0) return true;
  return false;
}
