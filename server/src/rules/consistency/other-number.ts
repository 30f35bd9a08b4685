import { question } from '../../dataset/question.ts';
import { CLOTHING_NOUNS } from '../../tags/data/modifiers.ts';
import { countOfSubjects, subjectBits } from '../../tags/subjects.ts';
import { trait, type Word } from '../../tags/word.ts';
import type { CaptionContext } from '../context.ts';

/** Captions that have a garment in the singular for one in the plural to be a slip. */
const fewest = 4;

/** A garment in the singular that many captions have, where one caption of no several people has it in the plural: "white jackets". */
export interface OtherNumber {
  readonly norm: string;
  readonly captions: number;
}

/** What a tag is in other captions, which have its garment in the singular; null where nothing is odd. */
export function otherNumberOf(context: CaptionContext, word: Word): OtherNumber | null {
  const single = singleOf(word);
  if (single === null || countOfSubjects(context.numbers(subjectBits)) === 'several') return null;
  const captions = singles(context.index, `${word.norm}\n${single}`);
  return captions >= fewest ? { norm: single, captions } : null;
}

/** A garment in the singular (normal form) whose plural a tag is; null for all other tags. */
const singleOf = trait(({ norm }): string | null => {
  if (!norm.endsWith('s') || norm.endsWith('ss')) return null;
  const single = norm.slice(0, -1);
  const noun = single.slice(single.lastIndexOf(' ') + 1);
  // Gloves and boots are two by nature, and belts may be.
  return single.includes(' ') && CLOTHING_NOUNS.has(noun) && !maybeTwo.has(noun) ? single : null;
});

const maybeTwo = new Set([
  'ribbon',
  'bow',
  'belt',
  'earring',
  'bracelet',
  'hairclip',
  'hairpin',
  'necklace',
  'braid',
  'bag',
  'mask',
  'hat',
  'scrunchie',
]);

/** How many captions have the singular of a tag that one caption has; 0 where more have it. */
const singles = question((index, key: `${string}\n${string}`): number => {
  const [written, single] = key.split('\n').map((norm) => index.facts.vocabulary.normId(norm));
  if (written === undefined || single === undefined || index.facts.frequency(written) !== 1) return 0;
  return index.facts.frequency(single);
});
