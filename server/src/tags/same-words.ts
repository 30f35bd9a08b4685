import { COLOUR_WORDS } from './data/modifiers.ts';
import { isFunctionWord } from './function-words.ts';
import { isModified } from './separators.ts';
import { vocabulary } from './vocabulary.ts';

/** Words of a tag whose order is looked at, at the most. */
const mostWords = 3;

/**
 * Tags (normal form) that have the words of another one in another order, or with whose it is at one of them: "hat witch" and "witch's hat" for
 * "witch hat", "red long dress" for "long red dress". What another order makes another thing of is left out: a garden rose is no rose garden.
 */
export function* sameWords(words: readonly string[]): Iterable<string> {
  if (words.length < 2 || words.length > mostWords || words.some((word) => isFunctionWord(word) || /^\d/.test(word)))
    return;
  const last = words.length - 1;
  for (let at = 0; at < last; at++) {
    const word = words[at];
    if (/['’]s$/.test(word)) yield words.with(at, word.slice(0, -2)).join(' ');
    else if (/^[a-z]{3,}$/.test(word)) yield words.with(at, `${word}'s`).join(' ');
  }
  for (const order of words.length === 2 ? ofTwo : ofThree) {
    const other = order.map((at) => words[at]).join(' ');
    // Before the same thing, a colour before its thing, or where the other one is a tag that everybody knows.
    if (
      other !== words.join(' ') &&
      (order[last] === last || COLOUR_WORDS.has(words[order[0]]) || vocabulary().has(other) || isModified(other))
    )
      yield other;
  }
}

const ofTwo = [[1, 0]] as const;
const ofThree = [
  [1, 0, 2],
  [0, 2, 1],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;
