import { listOf } from './data/list.ts';
import { foldSpelling, SPELLINGS } from './spelling.ts';

/** A word or compound of a sentence that people write in more than one way. Offsets are UTF-16, half-open. */
export interface SpellingVariant {
  /** Equal for all ways to write it: `grey`, `daytime`. */
  readonly key: string;
  /** As written here, lower case: `gray`, `day time`. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Compounds written solid, with a space or with a hyphen without a change of meaning; here with a space. Left out:
 * compounds that take a hyphen only before a noun ("from a low angle", "a low-angle shot").
 */
const COMPOUNDS = listOf(`
day time, night time, high rise, close up, bird's eye, worm's eye, t shirt, time lapse, street lamp, street light, sun light,
moon light, candle light, water front, side walk, cross walk, pony tail, back ground, fore ground, fish eye, line art,
pixel art, water color, neck tie, bow tie, sun glasses, multi colored`);

let pattern: RegExp | null = null;

function variantPattern(): RegExp {
  if (pattern !== null) return pattern;
  const words = new Set<string>();
  // A blond man and a blonde woman are both spelt right.
  for (const [from, to] of Object.entries(SPELLINGS)) if (from !== 'blond') words.add(from).add(to);
  const compounds = COMPOUNDS.map((compound) => compound.replace("'", "['’]?").replace(' ', '[ -]?'));
  pattern = new RegExp(`\\b(?:${[...compounds, ...words].join('|')})\\b`, 'gi');
  return pattern;
}

/**
 * The words of a prose caption that have several spellings, to be counted over the folder by `key` and `form`: two forms
 * under one key are drift (`driftIn`). Sentences are compared word by word because their wording is free.
 */
export function spellingVariantsIn(text: string): SpellingVariant[] {
  const found: SpellingVariant[] = [];
  for (const match of text.matchAll(variantPattern())) {
    const form = match[0].toLowerCase().replace('’', "'");
    const key = foldSpelling(form).replace(/[ '-]/g, '');
    found.push({ key, form, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
