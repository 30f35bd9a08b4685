import { KeyMarks, placeOf } from './key-marks.ts';
import { synonymKey } from './synonyms.ts';
import { trait, type Word } from './word.ts';

/** Equal for tags that mean one thing, see {@link synonymKey}. */
export const keyOfWord = trait(({ norm }) => synonymKey(norm));

/** A place for what a tag means, see {@link mayRepeat}. */
export const placeOfKey = (word: Word): number => placeOf(keyOfWord(word));
const marks = new KeyMarks();

/**
 * Whether two tags of a caption may mean one thing: false is sure, and nearly always the answer.
 * @param places {@link placeOfKey} of each
 */
export function mayRepeat(places: ArrayLike<number>): boolean {
  marks.clear();
  for (let at = 0; at < places.length; at++) {
    const place = places[at];
    if (marks.has(place)) return true;
    marks.mark(place);
  }
  return false;
}
