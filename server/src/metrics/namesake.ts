import type { ConceptMap } from '../concepts/concept-map.ts';
import { lettersPattern } from '../ground/letters.ts';
import { baseName } from '../ground/paths.ts';
import { parseSubsetName } from '../trainers/subset-name.ts';

/** Shorter words name nothing. */
const shortest = 4;

const word = lettersPattern(String.raw`[\p{L}\p{N}]+`, 'g');
const wordsOf = (text: string): string[] => text.match(word(text)) ?? [];

/**
 * Whether a tag (normal form) is what all folders to train are called after: a pose in `10_thumbs up`, a place in `beach`. Then it is
 * what the set is to teach, and stands everywhere on purpose.
 */
export function isNamesake(tag: string, concepts: ConceptMap): boolean {
  const trained = concepts.all.filter(({ regularization }) => !regularization);
  const words = wordsOf(tag).filter((one) => one.length >= shortest);
  return (
    trained.length > 0 &&
    trained.every(({ folder }) => {
      const name = parseSubsetName(baseName(folder));
      const called = wordsOf((name.accepted ? name.classTokens : baseName(folder)).toLowerCase());
      return words.some((one) => called.includes(one));
    })
  );
}
