import { type PictureLook, type PlainBackground, shareOfHue } from './look.ts';

/** What a caption claims of a picture's colours as a whole. */
export type ColourClaim =
  | 'white background'
  | 'black background'
  | 'grey background'
  | 'coloured background'
  | 'greyscale'
  | 'monochrome'
  | 'sepia'
  | 'night'
  | 'day';

/** A claim with the hue it names, in degrees; null for claims about no hue. */
export interface NamedClaim {
  readonly claim: ColourClaim;
  readonly hue: number | null;
}

/** What speaks against a claim. */
export type Contradiction =
  /** A plain background of another colour; its colour (8-bit sRGB). */
  | { readonly by: 'background'; readonly rgb: readonly [number, number, number] }
  /** No part of the picture is that light or dark. */
  | { readonly by: 'nowhere' }
  /** Share of the picture that has a colour, or one the claim rules out. */
  | { readonly by: 'colours'; readonly share: number }
  /** Share of the picture with colours of another hue than its strongest. */
  | { readonly by: 'hues'; readonly share: number }
  /** It has no colour at all. */
  | { readonly by: 'no-colour' }
  /** Its mean lightness, 0 black to 1 white. */
  | { readonly by: 'lightness'; readonly lightness: number };

/** Hues of backgrounds by their word, degrees. Brown and beige are left out: they are dark or pale kinds of others. */
const hues: Readonly<Record<string, number>> = {
  red: 0,
  orange: 30,
  yellow: 55,
  green: 120,
  aqua: 180,
  cyan: 180,
  blue: 225,
  purple: 280,
  pink: 335,
};

const modes: Readonly<Record<string, ColourClaim>> = {
  greyscale: 'greyscale',
  grayscale: 'greyscale',
  'black and white': 'greyscale',
  'black and white photo': 'greyscale',
  'black and white photography': 'greyscale',
  monochrome: 'monochrome',
  sepia: 'sepia',
  night: 'night',
  'night sky': 'night',
  nighttime: 'night',
  midnight: 'night',
  day: 'day',
  daytime: 'day',
  daylight: 'day',
};

/** What a tag in normal form claims of the picture's colours; null when nothing. */
export function claimOf(norm: string): NamedClaim | null {
  const mode = Object.hasOwn(modes, norm) ? modes[norm] : undefined;
  if (mode) return { claim: mode, hue: null };
  const named = /^(?:simple |plain |solid )?(\w+) background$/.exec(norm)?.[1];
  if (named === undefined) return null;
  if (named === 'white' || named === 'black') return { claim: `${named} background`, hue: null };
  if (named === 'grey' || named === 'gray') return { claim: 'grey background', hue: null };
  return Object.hasOwn(hues, named) ? { claim: 'coloured background', hue: hues[named] as number } : null;
}

/** Tags beside which a claim says less than it seems: a part only, a filter, several backgrounds or pictures. */
const softened: Readonly<Partial<Record<ColourClaim, RegExp>>> = {
  greyscale: /^(?:spot color|partially colored|partially colou?red|multiple views|comic|colorized|.* theme)$/,
  monochrome: /^(?:spot color|partially colored|multiple views|comic|limited palette|.* theme)$/,
  sepia: /^(?:spot color|partially colored|multiple views|comic)$/,
  night:
    /^(?:day|sunset|sunrise|indoors|city lights|neon lights|fireworks|explosion|snow|multiple views|comic|aurora|full moon|moon)$/,
  day: /^(?:night|indoors|dark|cave|shade|silhouette|eclipse|solar eclipse|underwater|multiple views|comic|backlighting)$/,
};
const otherBackground =
  /^(?:(?:two-tone|multicolou?red|gradient|split|checkered|striped|patterned|polka dot|halftone|abstract|blurry|colorful|framed|photo) background|border|letterboxed|pillarboxed|multiple views|comic|inset|reference sheet|\w+ border|outside border)$/;

/** Whether another tag of the caption makes a claim one that pixels cannot judge. */
export function isSoftened({ claim }: NamedClaim, others: readonly string[]): boolean {
  const soft = softened[claim];
  if (soft) return others.some((tag) => soft.test(tag));
  return others.some((tag) => otherBackground.test(tag) || (claimOf(tag)?.claim.endsWith('background') ?? false));
}

/** Share of the picture that a plain background must cover to be the background. */
const covers = 0.25;
/** Share of the picture that may still be the background that is named, behind bars or a frame of another colour. */
const elsewhere = 0.25;
/** Luma (0–255) of what can be called white or black at all: a picture without any has no such background. */
const lightFrom = 165;
const darkTo = 90;
/** Luma beyond which a plain background is not white, and not black. */
const notWhite = 150;
const notBlack = 120;
/** Chroma (of 0 to about 110) of a plain background that has a colour, and of one that has none. */
const hasHue = 25;
const strongHue = 40;
const isGrey = 6;
/** Degrees by which a hue is another one. */
const otherHue = 75;
/**
 * Shares of the picture with colours of other hues than its strongest, and with colours that do not follow from lightness: a picture without
 * colours has neither, on yellowed paper, tinted or toned in two colours it has one of them at the most.
 */
const hasOtherHues = 0.05;
const plainlyColoured = 0.07;
const isStray = 0.15;
const allStray = 0.85;
/** Mean strength of colour of a picture that is more than yellowed. */
const tooColoured = 0.23;
/** Share of cold colours that a sepia picture cannot have. */
const coldShare = 0.08;
/** Mean strength of colour below which a picture is grey. */
const colourless = 0.006;
/** Mean lightness that is no night, and no day. */
const tooLight = 0.72;
const tooDark = 0.1;

/**
 * What plainly speaks against a claim; null when nothing does or the picture does not tell. Thresholds were set on drawn pictures and
 * photographs (`npm run bench colours`), for precision: a light night or a dark day is believed.
 */
export function contradiction({ claim, hue }: NamedClaim, look: PictureLook): Contradiction | null {
  const { tone } = look;
  const plain = look.plain !== null && look.plain.share >= covers ? look.plain : null;
  switch (claim) {
    case 'white background':
      if (plain && (plain.luma < notWhite || chromaOf(plain) >= strongHue) && look.light < elsewhere)
        return another(plain);
      return look.brightest < lightFrom ? { by: 'nowhere' } : null;
    case 'black background':
      if (plain && plain.luma > notBlack && look.dark < elsewhere) return another(plain);
      return look.darkest > darkTo ? { by: 'nowhere' } : null;
    case 'grey background':
      return plain && chromaOf(plain) >= strongHue ? another(plain) : null;
    case 'coloured background': {
      if (!plain || hue === null || shareOfHue(look, hue) >= elsewhere) return null;
      if (chromaOf(plain) < isGrey) return another(plain);
      return chromaOf(plain) >= hasHue && apart(hueOf(plain), hue) >= otherHue ? another(plain) : null;
    }
    case 'greyscale':
      return (tone.otherHues >= hasOtherHues && tone.stray >= isStray) ||
        tone.stray >= allStray ||
        look.saturation >= tooColoured
        ? { by: 'colours', share: tone.coloured }
        : null;
    case 'monochrome':
      return tone.plainlyOther >= plainlyColoured && tone.stray >= isStray
        ? { by: 'hues', share: tone.plainlyOther }
        : null;
    case 'sepia': {
      // Green over cyan and blue to magenta.
      const cold = sum(look.strongHues.slice(4, 11));
      if (cold >= coldShare) return { by: 'colours', share: cold };
      if (tone.plainlyOther >= plainlyColoured && tone.stray >= isStray)
        return { by: 'hues', share: tone.plainlyOther };
      return look.saturation < colourless ? { by: 'no-colour' } : null;
    }
    case 'night':
      return look.lightness > tooLight ? { by: 'lightness', lightness: look.lightness } : null;
    case 'day':
      return look.lightness < tooDark ? { by: 'lightness', lightness: look.lightness } : null;
  }
}

const another = (plain: PlainBackground): Contradiction => ({ by: 'background', rgb: rgbOf(plain) });

const chromaOf = ({ cb, cr }: PlainBackground): number => Math.hypot(cb, cr);

function rgbOf({ luma, cb, cr }: PlainBackground): [number, number, number] {
  const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
  return [clamp(luma + 1.402 * cr), clamp(luma - 0.344 * cb - 0.714 * cr), clamp(luma + 1.772 * cb)];
}

/** Hue in degrees, 0 red, 120 green, 240 blue. */
function hueOf(plain: PlainBackground): number {
  const [r, g, b] = rgbOf(plain);
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return 0;
  return 60 * (most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4);
}

const apart = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
