import type { FolderFacts } from '../facts/facts.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import type { WordCounts } from '../facts/subset-words.ts';
import { type TriggerKind, triggerKind } from '../tags/trigger-kinds.ts';
import { holdsTrigger, isClassWord } from '../tags/trigger-words.ts';
import { type Category, vocabulary } from '../tags/vocabulary.ts';

/** Captions below which nothing is inferred from counts alone. */
export const fewestCounted = 5;
/** Captions from which a count says somewhat more. */
const many = 10;
const plenty = 20;
/** Captions in sentences, and the share of them, from which a made-up word is what they are about. */
const enoughProse = 12;
/** The same for letters that no word is made of. */
const enoughLetters = 8;
const proseShare = 0.85;
/** Share of the captions that must hold a word for it to be the trigger. */
export const leastShare = 0.5;
/** Share of its captions in which a word stands at its place for the place to be its own. */
export const mostly = 0.8;
/** Share of the captions that any trigger of a folder stands in, a further one too. */
const companionShare = 0.15;
/** Share of the captions of a part of a name that hold the whole name. */
const wholeShare = 0.5;
/** Scores that differ by less are equally good. */
export const asGood = 0.3;

/** What a word is worth by its looks alone. Made by measuring labelled folders (test/bench/triggers.bench.ts). */
const byLooks: Readonly<Record<TriggerKind, number>> = {
  placeholder: 0.7,
  identifier: 0.5,
  coined: 0.5,
  joined: 0.45,
  'full name': 0.45,
  name: 0.3,
  ordinary: 0.15,
};

/** Words for how a picture is taken or looks: whatever the folder is called, they name nothing. */
const saysHow: ReadonlySet<Category | null> = new Set<Category | null>([
  ...(['framing', 'lighting', 'quality', 'gaze', 'expression'] as const),
]);

/** A word or name of a folder that could be its trigger. */
export interface Candidate {
  readonly word: string;
  readonly counts: WordCounts;
  /** 0 to 0.95. */
  readonly score: number;
  /** The folder is named after it. */
  readonly named: boolean;
}

/** The words that enough captions hold, the likeliest first. */
export function candidatesOf(facts: FolderFacts, subset: SubsetFacts, name: string): Candidate[] {
  const found: Candidate[] = [];
  for (const [word, counts] of subset.words.frequent()) {
    const score = scoreOf(word, counts, facts, subset, name);
    if (score > 0) found.push({ word, counts, score, named: isNamed(word, name) });
  }
  // Of a name and its parts the longest counts that is not the rare one.
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          ((isPart(one, other) && other.counts.captions >= one.counts.captions * wholeShare) ||
            (isPart(other, one) && one.counts.captions < other.counts.captions * wholeShare)),
      ),
  );
  return whole.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.named) - Number(a.named) ||
      (a.named && b.named ? name.indexOf(a.word) - name.indexOf(b.word) : 0) ||
      b.counts.captions - a.counts.captions ||
      (a.word < b.word ? -1 : 1),
  );
}

/** 0 to 0.95; 0 when the word cannot be the trigger. Summed in hundredths, so that thresholds are met exactly. */
function scoreOf(word: string, counts: WordCounts, facts: FolderFacts, subset: SubsetFacts, name: string): number {
  const { captions } = counts;
  const share = captions / subset.captions;
  if (captions < 3 || share < companionShare) return 0;
  let kind = triggerKind(word);
  // In a folder of underscores a joined word is a tag like others.
  if (kind === 'joined' && word.includes('_') && facts.spelling.majority(0.5) === 'underscore') kind = 'ordinary';
  const named = isNamed(word, name);
  // A class word or a tag is a name where the folder's name has it among others.
  if ((isClassWord(word) || vocabulary().has(word)) && (!named || name.trim() === word)) return 0;
  // A folder of posters whose captions begin with "poster" is named by what its pictures are.
  if (kind === 'ordinary' && name.trim() === `${word}s`) return 0;
  if (saysHow.has(vocabulary().get(word) ?? null)) return 0;
  let score = byLooks[kind] * 100;
  const [first, last, second] = [counts.first, counts.last, counts.second].map((count) => count >= captions * mostly);
  if (first) score += 30;
  else if (last) score += 25;
  else if (second) score += 20;
  if (classWordOf(counts) !== null) score += first || last ? 10 : 20;
  if (named) score += 30;
  if (share === 1) score += 10;
  else if (share >= 0.9) score += 5;
  else if (share < 0.75) score -= 5;
  if (subset.captions >= many) score += 5;
  // No dictionary has it, and twenty captions agree on it: wherever it stands, it is what they share.
  if (share === 1 && subset.captions >= plenty && (kind === 'coined' || kind === 'identifier')) score += 5;
  // Sentences are made of words that dictionaries have: the one that none has, and nearly all captions, is what they are about.
  const isProse = Math.max(facts.proseCaptions, ...facts.fields.values()) * 2 > facts.captions;
  if (
    isProse &&
    share >= proseShare &&
    subset.captions >= (kind === 'identifier' ? enoughLetters : enoughProse) &&
    (kind === 'coined' || kind === 'identifier')
  )
    score += 10;
  if (kind === 'ordinary' && !named && !first) return 0;
  if (kind === 'ordinary' && !named) score = Math.min(score, 60);
  return Math.min(Math.round(score), 95) / 100;
}

const isPart = (part: Candidate, whole: Candidate): boolean =>
  whole.word.length > part.word.length && holdsTrigger(whole.word, part.word);

/** Whether a folder's name holds a word, the word's marks aside: `10_aria vale` names `aria_vale`. */
function isNamed(word: string, name: string): boolean {
  return holdsTrigger(name.replaceAll('_', ' '), word.replaceAll('_', ' '));
}

/** The class word that follows a word in most of its captions. */
export function classWordOf({ captions, classWords }: WordCounts): string | null {
  const [best] = [...classWords].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && best[1] >= captions * leastShare ? best[0] : null;
}

/** The most frequent way to write a word. */
export function writtenForm({ written }: WordCounts): string {
  return [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}
