import { listOf } from './data/list.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { isEnglish, isName } from './english.ts';
import { memoized } from './memo.ts';
import { isUsual } from './misspelt.ts';
import { isRareWord } from './rare-words.ts';

/** What goes before a word without a blank whatever the word is, and what goes behind one. */
const prefixes = new Set(
  listOf(
    'over, under, super, inter, intra, micro, macro, mega, photo, cross, counter, multi, after, semi, pseudo, ultra, hyper, infra, trans, retro, electro, hydro, thermo, post, fore, anti, auto, astro, helio, litho, techno, cyber, mono, poly, para, quasi, sub, non, pre, mid, out, out, half, self, step, mini, maxi, demi, water, hand, bio, geo, neo, eco, up, down, back, side, all, ever, every, some, any, full',
  ),
);
const suffixes = new Set(
  listOf(
    `man, men, woman, women, person, people, folk, wear, ware, ship, like, wise, craft, work, works, worker, maker, making, house, shop, room, yard, land, board, stone, glass,
metal, cloth, print, wood, shaped, coloured, colored, sized, style, styled, core, punk, proof, less, free, side, ways, way, fold, some, most, most, fish, bird, fly, moth,
foot, feet, bane, wool, wort, tongue, ear, ears, tail, tails, eye, eyes, claw, claws, bill, nest, beard, breath, head, heads, tooth, teeth, skin, mouth, slipper, purse, weed, grass, berry, berries, flower, flowers, mantle, leaf, thorn, root, seed, bark, back, neck, wing, wings, hood, let, lets, ling, over, under, about, down, out, scape, scapes, light, lights, stead, town, ville, ford, field, hill, holm`,
  ),
);

/** Whether two words may be one that no dictionary has: "underdrawing", "birdsfoot", "limewood". */
export const isSolidAnyway = (first: string, second: string): boolean => prefixes.has(first) || suffixes.has(second);

/** Letters of two words from which no dictionary would lack their compound, and of the longer and the shorter one at the least. */
const longestCompound = 12;
const longerPart = 6;
const shorterPart = 4;

/** Whether two words are together longer than compounds that no dictionary has: "floralwallpaper". "kite flier" is whoever does it. */
export const isTooLong = (first: string, second: string): boolean =>
  (first.length + second.length >= longestCompound ||
    // "greyuniform": names of plants and animals have short words behind a colour.
    (COLOUR_WORDS.has(first) && second.length >= longerPart && isUsual(second))) &&
  Math.max(first.length, second.length) >= longerPart &&
  Math.min(first.length, second.length) >= shorterPart &&
  !isSolidAnyway(first, second) &&
  !isDoer(second);

/** Whether a word names whoever does something: "maker", "keeper", "climbers". */
const isDoer = (word: string): boolean => {
  const [, stem] = /^([a-z]{3,})ers?$/.exec(word) ?? [];
  return stem !== undefined && [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((verb) => isEnglish(verb));
};

/** Letters of a word that two words of the folder may make. */
const shortestSolid = 8;

/**
 * The ways in which a word of no dictionary is two words of English that have lost their blank, the likeliest first, with whether the words
 * themselves say so; the folder has to say it of shorter ones, which may be compounds.
 */
export const solidWords: (word: string) => readonly { readonly apart: string; readonly isSure: boolean }[] = memoized(
  (word) => {
    if (word.length < shortestSolid || !/^[a-z]+$/.test(word) || isEnglish(word) || isName(word) || isRareWord(word))
      return [];
    const found: { apart: string; isSure: boolean; usual: number }[] = [];
    for (let at = 3; at <= word.length - 3; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (!isEnglish(first) || !isEnglish(second)) continue;
      const usual = Number(isUsual(first)) + Number(isUsual(second));
      found.push({ apart: `${first} ${second}`, isSure: isTooLong(first, second), usual });
    }
    return found.sort((a, b) => b.usual - a.usual);
  },
);

/** Whether a word of English is a plural. */
export const isPlural = (word: string): boolean =>
  word.length > 3 && /[^sui]s$/.test(word) && (isEnglish(word.slice(0, -1)) || isEnglish(word.slice(0, -2)));

/** Letters of a participle, and of the word behind it, at the least. */
const shortestParticiple = 5;
const shortestThing = 4;
const shortestBefore = 4;

/** Whether a word says what has been done with a thing: "painted", "unglazed", "dried". */
export function isParticiple(word: string): boolean {
  const bare = word.startsWith('un') && !isEnglish(word) ? word.slice(2) : word;
  if (word.length < shortestParticiple || !word.endsWith('ed') || !isEnglish(bare)) return false;
  const stem = word.slice(word.startsWith('un') ? 2 : 0, -2);
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')].some(
    (verb) => verb.length >= 3 && isEnglish(verb),
  );
}

/** Two small words that have lost their blank: "froma", "behindthe". */
const twoSmall =
  /^(from|with|into|onto|over|under|behind|beside|near|through|across|against|around|above|below|along|between|among|amongst|amid|past|before|after|until|without|within|towards?|inside|outside|upon|off|down)(an?|the|his|her|its|their|two)$/;
const shortestTwo = 5;

/** An article, and a word so long that no other word has it in it by chance: "arefrigerator". */
const behindArticle = /^(the|a(?![aeiou])|an(?=[aeiou]))([a-z]{7,})$/;

/** Words of English behind which, or before which, nothing is written without a blank. */
const small = /^(?:the|and|with|from|his|her|their|that|which|while|into)$/;

/**
 * The two words that a word of no dictionary is when a blank is put in: "unglazedfoot", "abovethe". Null where they may be a compound: only
 * a participle before a thing, or a small word behind one, is sure.
 */
export const wordsApart: (word: string) => string | null = memoized((word) => {
  if (!/^[a-z]+$/.test(word) || word.length < shortestTwo || isEnglish(word) || isName(word)) return null;
  const [, small1, small2] = twoSmall.exec(word) ?? [];
  if (small2 !== undefined && !isRareWord(word)) return `${small1} ${small2}`;
  const [, article, rest] = behindArticle.exec(word) ?? [];
  if (rest !== undefined && isEnglish(rest) && !isRareWord(word)) return `${article} ${rest}`;
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const isOfThing = second.length >= shortestThing && isParticiple(first) && isEnglish(second);
    const isBeforeSmall =
      first.length >= shortestBefore && word.length >= shortestBefore + 3 && small.test(second) && isUsual(first);
    if (isOfThing || isBeforeSmall) return `${first} ${second}`;
  }
  return null;
});
