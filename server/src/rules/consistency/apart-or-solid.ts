import { question } from '../../dataset/question.ts';
import { isEnglish, isName } from '../../tags/english.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { type TextWord, wordsIn } from '../../tags/text-words.ts';
import type { CaptionContext } from '../context.ts';

/** Captions of a folder up to which its texts are looked through. */
const mostCaptions = 300;
/** Captions that write a compound in one way for another way to be the odd one, and times of the other way's. */
const fewest = 2;
const timesOwn = 2;
/** Letters of a compound, and of each of its parts, at the least. */
const shortest = 6;
const shortestPart = 3;

/** A compound that the folder writes otherwise: its place in a text (UTF-16), what the others write, and how many of them. */
export interface OddCompound {
  readonly start: number;
  readonly end: number;
  readonly usual: string;
  readonly captions: number;
}

/**
 * Compounds of a text that most captions write with a blank, and this one solid or with a hyphen, or the other way round: "signalbox"
 * beside "signal box", "gold-leaf" beside "gold leaf", "fineline" beside "fine-line". A hyphen before a noun is right, and a word of a dictionary is as well.
 */
export function* oddCompounds({ index, facts, folder, concept }: CaptionContext, text: string): Iterable<OddCompound> {
  if (facts.captions > mostCaptions) return;
  const words = wordsIn(text);
  // A trigger written otherwise is misspelt-trigger's.
  const trigger = concept?.trigger?.toLowerCase() ?? null;
  const solids = solidWords(index, folder.folder);
  for (const [at, { lower, start, end }] of words.entries()) {
    if (lower.length >= shortest && (trigger === null || !lower.includes(trigger)) && text.slice(start, end) === lower)
      for (const usual of apartOf(lower, isBeforeNoun(text, words, at))) {
        const captions = writtenSo(index, usual);
        if (captions < fewest || captions < writtenSo(index, lower) * timesOwn) continue;
        yield { start, end, usual, captions };
        break;
      }
    const next = words[at + 1];
    const solid = next === undefined ? undefined : solids.get(`${lower} ${next.lower}`);
    if (solid !== undefined && solid !== trigger && text.slice(end, next.start) === ' ') {
      const captions = writtenSo(index, solid);
      if (captions >= writtenSo(index, `${lower} ${next.lower}`) * timesOwn)
        yield { start, end: next.end, usual: solid, captions };
    }
  }
}

/** How a compound would be written with a blank, a solid one with a hyphen too; nothing for a word of its own. */
function* apartOf(word: string, isBefore: boolean): Iterable<string> {
  const hyphen = word.indexOf('-');
  if (hyphen >= 0) {
    if (!isBefore && /^[a-z]{3,}-[a-z]{3,}$/.test(word)) yield word.replace('-', ' ');
    return;
  }
  if (!/^[a-z]+$/.test(word) || isEnglish(word) || isName(word)) return;
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (!parts.every(isEnglish)) continue;
    yield parts.join(' ');
    yield parts.join('-');
  }
}

/** Whether another word that says a thing stands directly behind one: there a compound takes a hyphen. */
function isBeforeNoun(text: string, words: readonly TextWord[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && text.slice(words[at].end, next.start) === ' ' && !isFunctionWord(next.lower);
}

/** Words of no dictionary that captions of a folder write, by the two words of English that they are. */
const solidWords = question((index, folder: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [word, { captions }] of index.facts.subset(folder)?.words.frequent() ?? [])
    if (captions >= fewest && word.length >= shortest) for (const apart of apartOf(word, true)) found.set(apart, word);
  return found;
});

/** How many captions of a small folder have a word or two words in a row, in either number. */
const writtenSo = question((index, phrase: string): number => {
  const single = phrase.replace(/(?<=[^su])s$/, '');
  const pattern = new RegExp(`(?<![\\p{L}-])${single}s?(?![\\p{L}-])`, 'iu');
  let found = 0;
  for (const { trained } of index.facts.records()) if (pattern.test(trained)) found++;
  return found;
});
