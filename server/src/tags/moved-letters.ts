import { once } from '../ground/once.ts';
import { SHORTEST } from './near-words.ts';
import { vocabularyWords } from './vocabulary.ts';

/** Words of the vocabulary by their letters in the order of the alphabet. */
const byLetters = once(() => {
  const found = new Map<string, string[]>();
  for (const word of vocabularyWords()) {
    if (word.length <= SHORTEST) continue;
    const key = lettersOf(word);
    const same = found.get(key);
    if (same) same.push(word);
    else found.set(key, [word]);
  }
  return found;
});

const lettersOf = (word: string): string => [...word].sort().join('');

/** The words of the vocabulary that a word becomes when one of its letters moves: "ears" for "eras", "beard" for "bread". */
export const movedLetters = (word: string): readonly string[] =>
  (byLetters().get(lettersOf(word)) ?? []).filter((other) => hasMovedLetter(word, other));

/** Whether one letter of a word has moved to another place. Both may be real words. */
export function hasMovedLetter(a: string, b: string): boolean {
  if (a.length !== b.length || a === b || a.length <= SHORTEST) return false;
  let [start, end] = [0, a.length];
  while (a[start] === b[start]) start++;
  while (a[end - 1] === b[end - 1]) end--;
  const [from, to] = [a.slice(start, end), b.slice(start, end)];
  return from.slice(1) + from[0] === to || to.slice(1) + to[0] === from;
}
