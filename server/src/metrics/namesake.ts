import type { ConceptMap } from '../concepts/concept-map.ts';
import { lettersPattern } from '../ground/letters.ts';
import { baseName } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import type { Category } from '../tags/vocabulary.ts';
import { parseSubsetName } from '../trainers/subset-name.ts';

/** Shorter words name nothing. */
const shortest = 4;

const word = lettersPattern(String.raw`[\p{L}\p{N}]+`, 'g');
const wordsOf = (text: string): string[] => text.match(word(text)) ?? [];

/** What the last letters of a trigger or a folder's name say is trained: a pose in "squtpose", a place in "xkbar room". */
const trainedKinds: Partial<Record<Category, RegExp>> = {
  pose: /(?:pose|poses|posing|stance|gesture)$/,
  background: /(?:background|backdrop|scenery|landscape|interior|room|place|location|(?<![a-z])bg)$/,
  lighting: /(?:light|lighting|lights)$/,
  framing: /(?:view|angle|shot|framing|close-?up|(?<![a-z])pov)$/,
};

/**
 * Whether a tag (normal form) is what all folders to train are called after or teach: a pose in `10_thumbs up`, a place in `beach`, the
 * class word of "dromhault castle", and any pose where the trigger is "squtpose". Then it is what the set is to teach, and stands everywhere on purpose.
 */
export function isNamesake(tag: string, category: Category | null, concepts: ConceptMap): boolean {
  const trained = concepts.all.filter(({ regularization }) => !regularization);
  const words = wordsOf(tag).filter((one) => one.length >= shortest);
  const ofKind = category === null ? undefined : trainedKinds[category];
  return (
    trained.length > 0 &&
    trained.every(({ folder, trigger, classWord }) => {
      if (classWord !== null && wordsOf(normalTag(classWord)).some((one) => words.includes(one))) return true;
      const name = parseSubsetName(baseName(folder));
      const called = (name.accepted ? name.classTokens : baseName(folder)).toLowerCase();
      const ofFolder = wordsOf(called);
      return (
        words.some((one) => ofFolder.includes(one)) ||
        (ofKind !== undefined && [called, trigger?.toLowerCase()].some((one) => one !== undefined && ofKind.test(one)))
      );
    })
  );
}
