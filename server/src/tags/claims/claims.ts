import { once } from '../../ground/once.ts';
import type { TextRange } from '../../ground/text.ts';
import { betweenCommas } from '../opposed/between.ts';
import { type Opposed, TWO_PICTURES } from '../opposed/clash.ts';
import { isOtherTime, otherPicture, sentencesOf } from './apart.ts';
import { axesTwice } from './axes.ts';
import { nobodyThere } from './nobody.ts';
import { numbersTwice } from './numbers.ts';
import { partsTwice } from './parts.ts';
import { placesTwice } from './places.ts';
import { looksTwice, maySay } from './things.ts';
import { type Shape, unitsOf } from './units.ts';
import { valuesTwice } from './values.ts';
import { castOf } from './who.ts';
import { wornAfterAll } from './worn.ts';

/** What a text says of one thing or of its scene and takes back, by whom and what each phrase speaks of. */
export function claimsTwice(text: string, shape: Shape, isOfSeveral: boolean): Opposed | null {
  if (TWO_PICTURES.test(text)) return null;
  const units = unitsOf(text, shape);
  const cast = once(() => castOf(units, isOfSeveral));
  const sentenceAt = sentencesOf(text, units);
  const isApart = (a: number, b: number): boolean => [a, b].some((at) => isOtherTime(text, at, sentenceAt(at)));
  // A list of tags has pairs of its own.
  if (shape === 'tags')
    return (
      (maySay(partsTwice(units)) ? looksTwice(units, cast, isApart, sentenceAt) : null) ??
      wornAfterAll(text, units, cast, isApart) ??
      valuesTwice(text, units, cast, isApart, sentenceAt)
    );
  return (
    looksTwice(units, cast, isApart, sentenceAt) ??
    wornAfterAll(text, units, cast, isApart) ??
    valuesTwice(text, units, cast, isApart, sentenceAt) ??
    axesTwice(text, units, cast, isApart, sentenceAt) ??
    placesTwice(text, units, cast, isApart, sentenceAt) ??
    nobodyThere(text, units, cast, isApart, sentenceAt) ??
    numbersTwice(text, cast)
  );
}

/**
 * Whether two phrases of a text speak of two, or of two times: told from the sentences that they stand in and from whom these are about.
 * For what was found otherwise.
 */
export function areOfTwo(text: string, a: TextRange, b: TextRange): boolean {
  if (isElsewhere(text, a, b)) return true;
  const units = unitsOf(text, 'mixed');
  const cast = castOf(units, false);
  const [one, other] = [a, b].map(({ start, end }) => cast.at(start, end));
  if (one !== null && other !== null) return one !== other;
  // "another dog with its tail raised": nobody knows whose.
  return [a, b].some(({ start, end }) =>
    cast.mentions.some(
      (mention) =>
        mention.start < end &&
        start < mention.end &&
        mention.owner === null &&
        /^(?:his|her|its)$/.test(mention.noun.det),
    ),
  );
}

/** Whether one of two phrases stands in a sentence of a later time, or of what a picture in the picture shows. */
export function isElsewhere(text: string, a: TextRange, b: TextRange): boolean {
  if ([a, b].some(({ start }) => formerly.test(betweenCommas(text, start)))) return true;
  if (otherOne.test(text) && [a, b].some(({ start, end }) => otherOne.test(pieceAround(text, start, end)))) return true;
  if (!otherPicture.test(text) && !laterOn.test(text)) return false;
  const sentenceAt = sentencesOf(text, unitsOf(text, 'mixed'));
  return [a, b].some(({ start }) => otherPicture.test(sentenceAt(start)));
}
/** "He has a beard; the other man is clean-shaven". */
const otherOne = /\bthe other (?:man|woman|boy|girl|one|person|figure|dog|cat|horse|bird)\b/i;

/** The piece between commas and stops that a phrase stands in. */
function pieceAround(text: string, start: number, end: number): string {
  const from = Math.max(...[',', ';', '.'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  return text.slice(from, end);
}
const laterOn = /\b(?:then|later|afterwards?|moments|minutes|hours|finally|suddenly)\b/i;
/** "Where its wheels used to be" is not where they are; it says nothing of the rest of the sentence. */
const formerly = /\bused to\b/i;
