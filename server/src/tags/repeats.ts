import { synonymKey } from './synonyms.ts';
import { trait, type Word } from './word.ts';

/** Equal for tags that mean one thing, see {@link synonymKey}. */
export const keyOfWord = trait(({ norm }) => synonymKey(norm));

/** Places of the table of keys seen: a power of two, small enough for the processor's cache. */
const places = 1 << 14;

/** FNV-1a of a word's key, cut to the size of the table. */
const placeOf = trait((word) => {
  const key = keyOfWord(word);
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (places - 1);
});

const seen = new Uint32Array(places);
let round = 0;

/** Whether two of the words may mean one thing: false is sure, and nearly always the answer. */
export function mayRepeat(words: readonly Word[]): boolean {
  // After 2³² rounds old marks could be taken for new ones; then a caption is merely looked at closely.
  round = (round + 1) >>> 0;
  let repeats = false;
  for (let at = 0; at < words.length; at++) {
    const place = placeOf(words[at]);
    if (seen[place] === round) repeats = true;
    seen[place] = round;
  }
  return repeats;
}
