import { question } from '../../dataset/question.ts';
import { isEnglish } from '../../tags/english.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { isUsual, usualNear } from '../../tags/misspelt.ts';
import type { TextWord } from '../../tags/text-words.ts';
import { isVariant } from '../../tags/word-slips.ts';
import type { CaptionContext } from '../context.ts';

/** Shorter words have too many neighbours. */
const shortest = 5;
/** Captions with the other word at the same place that make this one a slip. */
const fewest = 2;
/** Captions of a folder up to which its texts are looked through. */
const mostCaptions = 300;

/**
 * The word that captions of the folder have at the place where one has a rare word of English: "on the beech" beside "on the beach".
 * Null where no two captions have it.
 * @param words those of the line, the word in question among them
 */
export function meantBySiblings(context: CaptionContext, words: readonly TextWord[], at: number): string | null {
  const { lower } = words[at];
  if (lower.length < shortest || !/^[a-z]+$/.test(lower) || !isEnglish(lower) || isUsual(lower)) return null;
  const near = usualNear(lower);
  if (near.length === 0 || context.facts.captions > mostCaptions || !context.index.complete) return null;
  const text = (from: number, to: number): string | null => {
    const part = words.slice(from, to);
    return from < 0 || part.length < to - from ? null : part.map((word) => word.lower).join(' ');
  };
  const [before, behind] = [text(at - 1, at), text(at + 1, at + 2)];
  const isTelling = (word: string | null): boolean => word !== null && !isFunctionWord(word);
  // A thing beside it tells; of small words it takes two.
  const places = [
    isTelling(before) ? `${before} %` : text(at - 2, at) === null ? null : `${text(at - 2, at)} %`,
    isTelling(behind) ? `% ${behind}` : null,
  ].filter((place): place is string => place !== null);
  for (const meant of near) {
    // Nobody gets the first letter wrong.
    if (meant[0] !== lower[0] || isVariant(lower, meant) || sayings(context.index, lower) > 1) continue;
    if (places.some((place) => sayings(context.index, place.replace('%', meant)) >= fewest)) return meant;
  }
  return null;
}

/** How many captions of a small folder say some words in a row, up to the number that is asked for. */
const sayings = question((index, phrase: string): number => {
  const pattern = new RegExp(`\\b${phrase}\\b`, 'i');
  let found = 0;
  for (const { trained } of index.facts.records()) if (pattern.test(trained) && ++found >= fewest) break;
  return found;
});
