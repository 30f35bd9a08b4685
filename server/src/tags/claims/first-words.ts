import { LateMap } from '../../ground/late-map.ts';
import { categoryOf } from '../categories.ts';
import { trait, type Word } from '../word.ts';
import { FIRST_WORDS } from './data/first-words.generated.ts';

/** Bits that axes share, by their numbers; one more is left for a tag that may say two things of one axis. */
export const axisBitCount = 30;
export const moreBit = 1 << axisBitCount;

/** The bits of the axes of which a phrase may begin with a word: what the generated list holds, so that no phrase has to be read to know it. */
const bitsOfWords = new LateMap<number>(
  (word) => {
    for (
      let at = FIRST_WORDS.indexOf(` ${word}`);
      word !== '' && at >= 0;
      at = FIRST_WORDS.indexOf(` ${word}`, at + 1)
    ) {
      if (!' \n'.includes(FIRST_WORDS[at + 1 + word.length])) continue;
      const from = FIRST_WORDS.lastIndexOf('\n', at) + 1;
      return Number.parseInt(FIRST_WORDS.slice(from, FIRST_WORDS.indexOf(' ', from)), 36);
    }
    return undefined;
  },
  () => {
    const found = new Map<string, number>();
    for (const line of FIRST_WORDS.trim().split('\n')) {
      const [bits = '', ...words] = line.split(' ');
      for (const word of words) found.set(word, Number.parseInt(bits, 36));
    }
    return found;
  },
  60,
);

/** Bits of the axes that a tag may say something of, by its words alone. Tags that are known never take themselves back. */
export const firstBits = trait((word: Word): number => {
  let bits = 0;
  let twice = 0;
  for (const own of word.norm
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^a-z\d']+/)) {
    const more = bitsOfWords.get(own.replaceAll("'", '')) ?? 0;
    twice |= bits & more;
    bits |= more;
  }
  return twice !== 0 && categoryOf(word.norm) === null ? bits | moreBit : bits;
});
