import type { ConceptMap } from '../concepts/concept-map.ts';
import { baseName } from '../ground/paths.ts';
import { parseSubsetName } from '../trainers/sd-scripts/subset-name.ts';

/** Shorter words name nothing. */
const shortest = 4;

/**
 * Whether a tag (normal form) is what all folders to train are called after: a pose in `10_thumbs up`, a place in `beach`. Then it is
 * what the set is to teach, and stands everywhere on purpose.
 */
export function isNamesake(tag: string, concepts: ConceptMap): boolean {
  const trained = concepts.all.filter(({ regularization }) => !regularization);
  const words = tag.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= shortest);
  return (
    trained.length > 0 &&
    trained.every(({ folder }) => {
      const name = parseSubsetName(baseName(folder));
      const called = (name.accepted ? name.classTokens : baseName(folder)).toLowerCase().split(/[^\p{L}\p{N}]+/u);
      return words.some((word) => called.includes(word));
    })
  );
}
