import { isFunctionWord } from './function-words.ts';
import { wordsIn } from './text-words.ts';

/** Words that each of two texts must say of its picture, and the share of the fewer of them that both may have. */
const fewest = 6;
const most = 0.13;
/** Letters by which two forms of a word are one: "smiling", "smiles". */
const stem = 4;

/**
 * Whether two texts tell of two pictures: each says enough, and hardly a word is in both. Two people who look at one picture name some of the
 * same things. A heuristic.
 * @param isCommon whether a word (lower case) says nothing of one picture in particular, such as a trigger: both having it tells nothing
 */
export function tellsOfOther(here: string, there: string, isCommon: (word: string) => boolean): boolean {
  const [own, other] = [here, there].map(
    (text) =>
      new Map(
        wordsIn(text)
          .filter(({ lower }) => lower.length >= 3 && !isFunctionWord(lower))
          .map(({ lower }) => [lower.slice(0, stem), lower]),
      ),
  );
  let shared = 0;
  let alike = 0;
  for (const [form, word] of own)
    if (other.has(form)) {
      alike++;
      if (!isCommon(word)) shared++;
    }
  const fewer = Math.min(own.size, other.size) - (alike - shared);
  return fewer >= fewest && shared <= fewer * most;
}
