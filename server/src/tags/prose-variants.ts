import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { NOUNS, PLURALS } from './data/nouns.ts';
import { foldSpelling, SPELLINGS, withoutAccents } from './spelling.ts';

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
 * compounds that take a hyphen only before a noun ("from a low angle", "a low-angle shot"), and two words that also mean
 * something else ("a green house", "the sun set").
 */
const COMPOUNDS = listOf(`
day time, night time, high rise, close up, bird's eye, worm's eye, t shirt, time lapse, sun light,
moon light, candle light, water front, side walk, cross walk, pony tail, back ground, fore ground, fish eye, line art,
pixel art, water color, neck tie, bow tie, sun glasses, multi colored, tea pot, tea cup, tea spoon, coffee pot, flower pot,
light house, wind mill, water fall, water melon, farm house, tree house, book shelf, book case, book store, bath tub, bath room,
bed room, class room, tooth brush, fire place, foot path, foot print, rain coat, rain bow, rain drop, snow flake, snow man, star fish,
sea shore, sea shell, sun rise, sun flower, sun beam, sun dress, sun hat, head band, head phone, head scarf, arm chair,
wheel chair, wrist watch, wall paper, news paper, note book, lap top, key board, sky line, sky scraper, sail boat, row boat, speed boat,
rail way, rail road, drive way, door way, hall way, stair case, stair way, work shop, work bench, grave yard, church yard, court yard,
back yard, back pack, back drop, hand bag, hand rail, camp fire, camp site, fire work, butter fly, dragon fly, grass land, candle stick,
lamp post, cup cake, pan cake, sweat shirt, swim suit, jump suit, eye lash, eye brow, finger nail, pig tail, body suit,
skate board, surf board, step ladder, paper cut, snow drift, snow ball, snow storm, fire wood, camp ground, wheel barrow, flower bed, lamp shade, foot bridge, tooth paste, basket ball, base ball, horse shoe, bird house, dog house, tree top, roof top, hill side, river bank, sea weed, cork screw, saw dust, wood work, brick work, lady bird, lady bug, pine cone, pocket watch, saddle bag, motor cycle, motor bike, lip stick, neck line, tool box, mail box, paint brush, country side, cob web`);

const compounds = once(() => new Set(COMPOUNDS));

/** Whether two words (lower case) are a compound that is written solid as well: "snow flake". */
export const isWrittenSolid = (words: string): boolean => compounds().has(words);

/** Words of English that are written with and without their accents. */
const ACCENTED = listOf(`
café, cafés, façade, façades, décor, naïve, crêpe, crêpes, purée, soufflé, cliché, fiancé, fiancée, entrée, piñata, jalapeño, jalapeños, matinée, protégé,
appliqué, château, fête, première, crème, brûlée, soirée, macramé, négligée, señor, señorita, señora, déjà, sautéed, açaí, doppelgänger, über, éclair, éclairs,
papier-mâché, décolletage, bric-à-brac, vis-à-vis, déco, consommé, flambé`);

/** Compounds that are right with a space, though booru tags write some of them solid. */
const apart = new Set(
  listOf(
    'bow tie, hair band, hair clip, hair pin, hair tie, head scarf, tea cup, tea pot, arm band, wrist band, rain coat, rain boots, book case, flower pot, paint brush, tooth brush, hair brush, wine glass, leg warmers, tank top, window sill, night stand, river bank, race track, bath house, court house, rain forest, corn field, market place, barber shop, fish eye, mug shot, head shot, arm band, mini skirt, candle light, fire light, mid air, sea bed, sea floor, cliff side, pool side, lake side, river side, mountain side, ship yard, saw mill, board room, store room, show room, club room, night club, book store, tree house, flood lights, track suit, sports wear, sleep wear, table top, counter top, work bench',
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

/** All ways to write a word or compound, in lower case, by the letters that they begin with; the longest first. */
const waysToWrite = once((): ReadonlyMap<string, readonly string[]> => {
  const all = new Set<string>(nouns().keys());
  // A blond man and a blonde woman are both spelt right.
  for (const [from, to] of Object.entries(SPELLINGS)) if (from !== 'blond') all.add(from).add(to);
  for (const accented of ACCENTED) all.add(accented).add(withoutAccents(accented));
  for (const compound of COMPOUNDS)
    for (const plural of ['', /(?:x|ch|sh)$/.test(compound) ? 'es' : 's'])
      for (const apostrophe of compound.includes("'") ? ["'", '’', ''] : [''])
        for (const gap of [' ', '-', '']) all.add(`${compound.replace("'", apostrophe).replace(' ', gap)}${plural}`);
  const found = new Map<string, string[]>();
  for (const way of [...all].sort((a, b) => b.length - a.length)) {
    const first = /^[a-z\u00c0-\u024f]*/.exec(way)?.[0] ?? '';
    const ways = found.get(first);
    if (ways) ways.push(way);
    else found.set(first, [way]);
  }
  return found;
});

/** The words of a text one by one: looking each up costs a fifth of one pattern for all. */
const word = /[a-z\u00c0-\u024f]+/gi;
const isWordEnd = (text: string, at: number): boolean => at >= text.length || !/[\w\u00c0-\u024f]/.test(text[at]);

/** Words before which, and behind which, a noun means something else: a sports bike, drinking glasses, trainers of others. */
const ambiguous = new Set(['bike', 'bikes', 'glasses', 'trainers', 'bunny']);
const otherBefore =
  /\b(?:dirt|motor|sports?|quad|mini|super|race|racing|street|wine|champagne|beer|shot|drinking|cocktail|martini|magnifying|pokemon|personal|animal|dog|lion|easter|playboy|two|three|four|of|empty|full)[ -]$/i;
const otherBehind = /^(?:[ -](?:ears?|girl|suit|boy|of )\b)/i;

/** Whether a noun at a place of a text (UTF-16) is, by the words around it, another thing than the one that it is by itself. */
export const meansOther = (text: string, start: number, end: number): boolean =>
  ambiguous.has(text.slice(start, end).toLowerCase()) &&
  (otherBefore.test(text.slice(Math.max(0, start - 20), start)) || otherBehind.test(text.slice(end, end + 10)));

/**
 * The words of a prose caption that have several spellings or another word of one meaning, to be counted over the folder by `key` and
 * `form`: two forms under one key are drift (`driftIn`). Sentences are compared word by word because their wording is free.
 */
export function spellingVariantsIn(text: string): SpellingVariant[] {
  const found: SpellingVariant[] = [];
  const lower = text.toLowerCase();
  // Letters that are longer in lower case would move what stands behind them.
  if (lower.length !== text.length) return found;
  const ways = waysToWrite();
  let free = 0;
  for (const match of lower.matchAll(word)) {
    const start = match.index;
    const candidates = ways.get(match[0]);
    if (candidates === undefined || start < free || (start > 0 && /[\w\u00c0-\u024f]/.test(lower[start - 1]))) continue;
    const way = candidates.find((one) => lower.startsWith(one, start) && isWordEnd(lower, start + one.length));
    if (way === undefined) continue;
    const end = start + way.length;
    free = end;
    const written = way.replace('’', "'");
    const noun = nouns().get(written);
    if (noun && meansOther(text, start, end)) continue;
    const key = noun?.key ?? foldSpelling(written);
    found.push({ key: key.replace(/[ '-]/g, ''), form: noun?.form ?? written, start, end });
  }
  return found;
}
