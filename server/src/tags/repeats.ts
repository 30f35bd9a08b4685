import { KeyMarks, placeOf } from './key-marks.ts';
import { synonymKey } from './synonyms.ts';
import { trait, type Word } from './word.ts';

/** Equal for tags that mean one thing, see {@link synonymKey}. */
export const keyOfWord = trait(({ norm }) => synonymKey(norm));

const placeOfKey = trait((word) => placeOf(keyOfWord(word)));
const marks = new KeyMarks();

/** Whether two of the words may mean one thing: false is sure, and nearly always the answer. */
export function mayRepeat(words: readonly Word[]): boolean {
  marks.clear();
  for (let at = 0; at < words.length; at++) {
    const place = placeOfKey(words[at]);
    if (marks.has(place)) return true;
    marks.mark(place);
  }
  return false;
}
