import type { FolderFacts } from '../facts/facts.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import { folderOf } from '../ground/paths.ts';
import { editDistance } from '../tags/edit-distance.ts';
import { normalTag } from '../tags/normal.ts';
import { triggerKind } from '../tags/trigger-kinds.ts';
import { classKind, holdsTrigger, isSameTrigger } from '../tags/trigger-words.ts';
import { asGood, type Candidate, candidatesOf, classWordOf, fewestCounted, writtenForm } from './trigger-candidates.ts';
import { holderOf } from './trigger-holders.ts';

/** Share of the captions that a further trigger must name without the first. */
const ownShare = 0.1;
/** Share of the captions that all triggers of a folder stand in together. */
const allShare = 0.85;
/** A word that differs by no more letters is a slip, no concept of its own. */
const slipEdits = 2;
/** Share of the captions, and so many of them, that a part of a name goes for the whole in where that is meant; fewer have lost the rest. */
const partShare = 0.15;
const fewestParts = 5;
/** Captions of a dataset up to which their texts are searched for a name. */
const mostSearched = 2000;

/** Further triggers of the same folder: words like the best that stand where it does not, or that the folder's name gives too. */
export function companionsOf(
  facts: FolderFacts,
  folder: string,
  best: Candidate,
  candidates: readonly Candidate[],
  { captions }: SubsetFacts,
): Candidate[] {
  const likely = candidates.filter(
    (other) =>
      other !== best &&
      other.score >= best.score - asGood - 1e-9 &&
      !isSameTrigger(other.word, best.word) &&
      editDistance(other.word, best.word, slipEdits) > slipEdits,
  );
  // Nearly always: a keystroke shall not look through the folder for it.
  if (likely.length === 0) return [];
  // "rinq woman and dovq man": who has a class word of its own is a subject of its own, though it never comes alone.
  const others = likely.filter((other) => isSomebody(best) && isSomebody(other));
  return others.length > 0 ? others : apart(facts, folder, best, likely, captions);
}

/** Whether a word is a made-up one with the class word of a person or a creature behind it. */
const isSomebody = ({ word, counts }: Candidate): boolean => {
  const kind = triggerKind(word);
  const of = classKind(classWordOf(counts));
  return (kind === 'coined' || kind === 'identifier' || kind === 'joined') && (of === 'person' || of === 'creature');
};

/** Those of the words that stand where the best does not, or that the folder's name gives too. */
function apart(
  facts: FolderFacts,
  folder: string,
  best: Candidate,
  likely: readonly Candidate[],
  captions: number,
): Candidate[] {
  const holders = holdersIn(facts, folder);
  const all = new Set(holders(best.word));
  const others = likely.filter((other) => {
    if (best.named && other.named) return true;
    const own = holders(other.word);
    // Seen apart they may be seen together too; a series or a class only ever comes with the name.
    const more = own.filter((id) => !all.has(id));
    if (
      own.length === 0
        ? best.counts.captions + other.counts.captions > captions * 1.1
        : more.length < captions * ownShare
    )
      return false;
    for (const id of more) all.add(id);
    return true;
  });
  const counted = others.reduce((sum, { counts }) => sum + counts.captions, best.counts.captions);
  const together = all.size > best.counts.captions ? all.size : Math.min(captions, counted);
  if (best.named && others.every(({ named }) => named)) return others;
  // One trigger with gaps is no two triggers: the others must be as frequent as a concept, and fill the gaps.
  return together >= captions * allShare && best.counts.captions <= captions * allShare
    ? others.filter(({ word, named }) => named || triggerKind(word) !== 'ordinary')
    : [];
}

/** Further triggers of a folder whose own is known from elsewhere, as written. */
export function companionsOfTrigger(facts: FolderFacts, folder: string, trigger: string, name: string): string[] {
  const subset = facts.subset(folder);
  if (!subset || subset.captions < fewestCounted) return [];
  const candidates = candidatesOf(facts, subset, name.toLowerCase());
  const own = candidates.find(({ word }) => word === trigger.toLowerCase());
  return own ? companionsOf(facts, folder, own, candidates, subset).map(({ counts }) => writtenForm(counts)) : [];
}

/** The captions of a folder that hold a word in a tag of at least a share of them. */
function holdersIn(facts: FolderFacts, folder: string): (word: string) => readonly number[] {
  return (word) => {
    const norm = holderOf(facts, folder, normalTag(word));
    // Counts that changed are told by the folder's shape.
    return facts.tracker.untracked(() => {
      if (norm !== null)
        return facts.captionsWith(norm).flatMap(({ id, file }) => (folderOf(file) === folder ? [id] : []));
      // Within changing phrases only the texts tell.
      if (facts.captions > mostSearched) return [];
      const found: number[] = [];
      for (const { id, file, trained } of facts.records())
        if (folderOf(file) === folder && holdsTrigger(trained.toLowerCase(), word)) found.push(id);
      return found;
    });
  };
}

/** The parts of a name that go for the whole in some captions: these hold the trigger too. */
export function partsOf(best: Candidate, subset: SubsetFacts): string[] {
  return best.word.split(' ').flatMap((part) => {
    const counts = part === best.word ? undefined : subset.words.of(part);
    const alone = (counts?.captions ?? 0) - best.counts.captions;
    return counts && alone >= Math.max(fewestParts, subset.captions * partShare) ? [writtenForm(counts)] : [];
  });
}
