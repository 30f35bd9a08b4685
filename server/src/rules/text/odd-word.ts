import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import { isEnglish, isName } from '../../tags/english.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { solidWords } from '../../tags/glued-words.ts';
import { isJoined, isUsual, usualNear } from '../../tags/misspelt.ts';
import { isRareWord } from '../../tags/rare-words.ts';
import type { TextWord } from '../../tags/text-words.ts';
import { isSwap, isVariant } from '../../tags/word-slips.ts';
import type { CaptionContext } from '../context.ts';

/** Shorter words have too many neighbours. */
const shortest = 5;
/** Captions with the other word at the same place that make this one a slip. */
const fewest = 2;
/** Captions of a folder up to which its texts are looked through. */
export const mostCaptions = 300;

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
    if (meant[0] !== lower[0] || isVariant(lower, meant) || sayingsOf(context.index, lower) > 1) continue;
    if (places.some((place) => sayingsOf(context.index, place.replace('%', meant)) >= fewest)) return meant;
  }
  return null;
}

/**
 * The two words that a word of no dictionary is when a blank is put in, by its length or by other captions that have the two: "deckscreens"
 * beside "deck screens". Null where it may be a compound.
 */
export function twoWordsBySiblings({ index, facts, settings }: CaptionContext, word: string): string | null {
  for (const { apart, isSure } of solidWords(word)) {
    // What several captions have apart is synonym-drift's.
    const isDrift = settings.severities['synonym-drift'] !== 'off' && facts.captions <= mostCaptions;
    if (isDrift && sayingsOf(index, apart) >= fewest) return null;
    if (isSure) return apart;
    if (facts.captions <= mostCaptions && sayingsOf(index, apart) > 0 && sayingsOf(index, word) < fewest) return apart;
  }
  return null;
}

/** Letters of a word of the folder alone from which another caption may have a slip of it. */
const shortestOwn = 7;

/**
 * The word of other captions, in no dictionary either, that a word has two letters of swapped, one left out or one too many: "ganglnie" beside
 * "gangline" of two captions.
 */
export function wordOfSiblings({ index, facts }: CaptionContext, word: string): string | null {
  if (!/^[a-z]+$/.test(word) || word.length < shortestOwn || isEnglish(word) || isName(word) || isRareWord(word))
    return null;
  if (facts.captions > mostCaptions) return null;
  const own = ownWords(index, '');
  const times = (text: string): number => own[text] ?? 0;
  if (times(word) > 1) return null;
  for (const other of slipsFrom(word))
    if (
      (times(other) >= fewest || isLikelier(other, word)) &&
      times(other) > 0 &&
      !isVariant(word, other) &&
      !isEnglish(other)
    )
      return other;
  return null;
}

/** Whether of two words that one caption each has the first is two words of English, and the second has two of its letters swapped. */
const isLikelier = (other: string, word: string): boolean => isSwap(word, other) && isJoined(other) && !isJoined(word);

/** The words of a small folder that no dictionary has, with the number of captions up to which that matters. */
const ownWords = question((index, _: string): Readonly<Record<string, number>> => {
  const found: Record<string, number> = Object.create(null);
  for (const { trained } of index.facts.records())
    for (const word of new Set(trained.toLowerCase().match(/(?<![\w-])[a-z]{6,}(?![\w-])/g)))
      if (!isEnglish(word) && !isName(word)) found[word] = Math.min(fewest, (found[word] ?? 0) + 1);
  return found;
});

/** The words of which another one may be a slip, the first letter aside. */
function* slipsFrom(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail.length > 1) yield head + tail[1] + tail[0] + tail.slice(2);
    yield head + tail.slice(1);
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') yield head + letter + tail;
  }
}

/** How many captions of a small folder say some words in a row, up to a number. For questions only: the captions are looked through. */
export function sayings(index: DatasetIndex, phrase: string, upTo: number): number {
  const pattern = new RegExp(`\\b${phrase}\\b`, 'i');
  let found = 0;
  for (const { trained } of index.facts.records()) if (pattern.test(trained) && ++found >= upTo) break;
  return found;
}
const sayingsOf = question((index, phrase: string): number => sayings(index, phrase, fewest));
