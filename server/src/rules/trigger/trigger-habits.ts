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

/** The numbers behind them, for what is told. */
export const triggerCounts = ({ index, folder }: CaptionContext, { trigger }: JudgedConcept): WordCounts | undefined =>
  index.facts.subset(folder.folder)?.words.of(trigger.toLowerCase());

const habits = question((index, key: `${string}\n${string}\n${string}`): TriggerHabits => {
  const [trigger, classWord, ...folder] = key.split('\n');
  const counts = index.facts.subset(folder.join('\n'))?.words.of(trigger);
  const captions = counts?.captions ?? 0;
  const before = counts?.classWords.get(classWord) ?? 0;
  return {
    isUsual: captions >= fewest,
    isFirst: counts !== undefined && counts.first >= captions * custom,
    isBeforeClass: classWord !== '' && counts !== undefined && before >= captions * custom,
    isJoinedToClass: classWord !== '' && before >= fewestBeforeClass && before >= captions * custom,
  };
});
