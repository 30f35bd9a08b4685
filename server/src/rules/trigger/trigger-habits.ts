import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import type { WordCounts } from '../../facts/subset-words.ts';
import type { CaptionContext } from '../context.ts';
import type { JudgedConcept } from './find-trigger.ts';

/** Share of the captions with the trigger that do alike for it to be the folder's habit. */
const custom = 0.8;
/** Captions with the trigger from which its place is a habit, and captions with its class word behind it from which that is one. */
const fewest = 6;
const fewestBeforeClass = 5;

/** How the captions of a folder have its trigger. */
interface TriggerHabits {
  /** Enough captions hold it. */
  readonly isUsual: boolean;
  readonly isFirst: boolean;
  /** Its class word stands behind it. */
  readonly isBeforeClass: boolean;
  /** The same, of fewer captions. */
  readonly isJoinedToClass: boolean;
}

/** How a caption's folder has its trigger: no numbers, which move with every other edit, while what follows from them stays. */
export const triggerHabits = (
  { index, folder }: CaptionContext,
  { trigger, classWord }: JudgedConcept,
): TriggerHabits => habits(index, `${trigger.toLowerCase()}\n${classWord?.toLowerCase() ?? ''}\n${folder.folder}`);

/** How many captions of a caption's folder have a word or name that could be its trigger, and begin with it, for what is told. */
export const captionsNaming = (
  { index, folder }: CaptionContext,
  name: string,
): Pick<WordCounts, 'captions' | 'first'> => naming(index, `${name.toLowerCase()}\n${folder.folder}`);

/** How many have a class word behind the trigger. */
export const captionsWithClass = (
  { index, folder }: CaptionContext,
  { trigger }: JudgedConcept,
  classWord: string,
): number => withClass(index, `${trigger.toLowerCase()}\n${classWord}\n${folder.folder}`);

/** The counts of a word by a key that ends with the folder, whose name may have any characters. */
const countsOf = (index: DatasetIndex, word: string, folder: readonly string[]): WordCounts | undefined =>
  index.facts.subset(folder.join('\n'))?.words.of(word);

const naming = question((index, key: string) => {
  const [name, ...folder] = key.split('\n');
  const { captions = 0, first = 0 }: Partial<WordCounts> = countsOf(index, name, folder) ?? {};
  return { captions, first };
});

const withClass = question((index, key: string): number => {
  const [trigger, classWord, ...folder] = key.split('\n');
  return countsOf(index, trigger, folder)?.classWords.get(classWord) ?? 0;
});

const habits = question((index, key: `${string}\n${string}\n${string}`): TriggerHabits => {
  const [trigger, classWord, ...folder] = key.split('\n');
  const counts = countsOf(index, trigger, folder);
  const captions = counts?.captions ?? 0;
  const before = counts?.classWords.get(classWord) ?? 0;
  return {
    isUsual: captions >= fewest,
    isFirst: counts !== undefined && counts.first >= captions * custom,
    isBeforeClass: classWord !== '' && counts !== undefined && before >= captions * custom,
    isJoinedToClass: classWord !== '' && before >= fewestBeforeClass && before >= captions * custom,
  };
});
