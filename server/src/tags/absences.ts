import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { missingIn, singular } from './opposed/nouns.ts';

/** What somebody may have on or not: of one who has it on and has none, one is wrong. */
const WORN = `
glasses, sunglasses, eyeglasses, hat, cap, helmet, beanie, beret, hood, crown, tiara, mask, beard, moustache, mustache, goatee, stubble, scarf, glove, mitten, tie, necktie, bowtie,
earring, necklace, bracelet, ring, watch, jewelry, jewellery, makeup, lipstick, shoe, boot, sneaker, sandal, sock, stocking, tattoo, freckle, collar, leash, bandana, belt, jacket, coat, shirt,
backpack, bag, purse, handbag, apron, ribbon, cape, cloak, headphones, headband, veil, armor, armour, saddle, horn, wing, tail, wig, umbrella`;
interface Patterns {
  readonly on: RegExp;
  readonly off: RegExp;
}

const patterns = once((): Patterns => {
  const noun = `(?<noun>(?:${listOf(WORN).join('|')})(?:e?s)?)\\b(?! (?:case|bag|box|rack|stand|shop|strap|tree|ring))`;
  return {
    on: new RegExp(
      `\\b(?:wearing|wears|has on|dressed in|with|has|sporting|sports|in) (?:(?!(?:no|not|without|any|and|or|on|of|at|is|are|his|her|their) )[a-z-]+,? ){0,4}?${noun}|(?<=^|, )(?!(?:no|unworn|holding|removed|removing|without|single) )(?:[a-z-]+ ){0,2}${noun.replace('<noun>', '<piece>')}(?=,|$)`,
      'gi',
    ),
    off: new RegExp(
      `\\b(?:(?:not|isn['’]t) wearing|(?:does not|doesn['’]t) (?:wear|have)|(?:wear|ha)(?:s|ing|ve) no|with no|without(?: wearing)?|there (?:are|is) no|shows? no) (?:any |an? |visible |actual )*${noun}|\\b(?<word>[a-z]{3,}less)\\b`,
      'gi',
    ),
  };
});

/** One who takes it off, or has had it. */
const changing =
  /\b(?:taking|takes|took|taken|pulled|pulls|removed|removing|removes|used to|usually|once|before|after|lost|unworn|holding|holds|carrying|carries)\b/i;

/** Two phrases of a text of which one says that somebody wears a thing and the other one that there is none. Offsets are UTF-16. */
export interface WornAndNot {
  readonly a: { readonly start: number; readonly end: number };
  readonly b: { readonly start: number; readonly end: number };
}

/** "wearing glasses …, he is not wearing glasses": the first thing of one subject that it has on and has not; null where there is none. */
export function wornAndNot(text: string): WornAndNot | null {
  if (!/\bno|\bwithout|less\b|n['’]t\b/i.test(text)) return null;
  const absent = [...text.matchAll(patterns().off)];
  if (absent.length === 0 || changing.test(text)) return null;
  for (const match of text.matchAll(patterns().on)) {
    const on = { start: match.index, end: match.index + match[0].length };
    const noun = singular((match.groups?.noun ?? match.groups?.piece ?? '').toLowerCase());
    for (const other of absent) {
      const off = { start: other.index, end: other.index + other[0].length };
      const { noun: without, word } = other.groups ?? {};
      if ((word === undefined ? singular((without ?? '').toLowerCase()) : missingIn(word.toLowerCase())) !== noun)
        continue;
      if (on.start < off.end && off.start < on.end) continue;
      return on.start < off.start ? { a: on, b: off } : { a: off, b: on };
    }
  }
  return null;
}
