import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { NOUNS, PLURALS } from './data/nouns.ts';
import { foldSpelling, SPELLINGS } from './spelling.ts';

/** A word or compound of a sentence that people write in more than one way. Offsets are UTF-16, half-open. */
export interface SpellingVariant {
  /** Equal for all ways to write it: `grey`, `daytime`, `sofa`. */
  readonly key: string;
  /** As written here, lower case, nouns in the singular: `gray`, `day time`, `couch`. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Compounds written solid, with a space or with a hyphen without a change of meaning; here with a space. Left out:
 * compounds that take a hyphen only before a noun ("from a low angle", "a low-angle shot").
 */
const COMPOUNDS = listOf(`
day time, night time, high rise, close up, bird's eye, worm's eye, t shirt, time lapse, sun light,
moon light, candle light, water front, side walk, cross walk, pony tail, back ground, fore ground, fish eye, line art,
pixel art, water color, neck tie, bow tie, sun glasses, multi colored`);

/** Compounds that are right with a space, though booru tags write some of them solid. */
const apart = new Set(
  listOf(
    'bow tie, hair band, hair clip, hair pin, hair tie, head scarf, tea cup, tea pot, arm band, wrist band, rain coat, rain boots, book case, flower pot, paint brush, tooth brush, hair brush, wine glass, leg warmers, tank top',
  ),
);

/** Whether a tag of two words is a compound that is written so as well. */
export const isCompound = (norm: string): boolean => apart.has(norm);

/** Nouns and their plurals, by what is written: the word for all of them, and the singular of this one. */
const nouns = once((): ReadonlyMap<string, { readonly key: string; readonly form: string }> => {
  const found = new Map<string, { key: string; form: string }>();
  for (const [text, isPlural] of [
    [NOUNS, false],
    [PLURALS, true],
  ] as const)
    for (const line of text.trim().split('\n')) {
      const [key = '', others = ''] = line.split(': ');
      for (const form of [key, ...listOf(others)]) {
        found.set(form, { key, form });
        if (!isPlural) found.set(pluralOf(form), { key, form });
      }
    }
  return found;
});

/** The plural of a noun of the list, and of what it is written as. */
const pluralOf = (noun: string): string =>
  /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;

/** Another word for a noun of the list, in the number that this one is written in. */
export const alike = (form: string, written: string): string =>
  nouns().get(written)?.form !== written && nouns().has(written) ? pluralOf(form) : form;

/** The usual word for a noun of the list, in the singular where it has one. */
export const nounOf = (form: string): string => nouns().get(form)?.key ?? form;

/** Whether a form is a word of its own and no spelling of another. */
export const isNoun = (form: string): boolean => nouns().has(form);

const variants = once(() => {
  const words = new Set<string>();
  // A blond man and a blonde woman are both spelt right.
  for (const [from, to] of Object.entries(SPELLINGS)) if (from !== 'blond') words.add(from).add(to);
  const compounds = COMPOUNDS.map((compound) => compound.replace("'", "['’]?").replace(' ', '[ -]?'));
  const longest = [...nouns().keys()].sort((a, b) => b.length - a.length);
  return new RegExp(`\\b(?:${[...longest, ...compounds, ...words].join('|')})\\b`, 'gi');
});

/** Words before which, and behind which, a noun means something else: a sports bike, drinking glasses, trainers of others. */
const ambiguous = new Set(['bike', 'bikes', 'glasses', 'trainers', 'bunny']);
const otherBefore =
  /\b(?:dirt|motor|sports?|quad|mini|super|race|racing|street|wine|champagne|beer|shot|drinking|cocktail|martini|magnifying|pokemon|personal|animal|dog|lion|easter|playboy|two|three|four|of|empty|full)[ -]$/i;
const otherBehind = /^(?:[ -](?:ears?|girl|suit|boy|of )\b)/i;

/**
 * The words of a prose caption that have several spellings or another word of one meaning, to be counted over the folder by `key` and
 * `form`: two forms under one key are drift (`driftIn`). Sentences are compared word by word because their wording is free.
 */
export function spellingVariantsIn(text: string): SpellingVariant[] {
  const found: SpellingVariant[] = [];
  for (const match of text.matchAll(variants())) {
    const written = match[0].toLowerCase().replace('’', "'");
    const end = match.index + match[0].length;
    const noun = nouns().get(written);
    if (noun && ambiguous.has(written)) {
      if (otherBefore.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
      if (otherBehind.test(text.slice(end, end + 10))) continue;
    }
    const key = noun?.key ?? foldSpelling(written);
    found.push({ key: key.replace(/[ '-]/g, ''), form: noun?.form ?? written, start: match.index, end });
  }
  return found;
}
