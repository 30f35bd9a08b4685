import type { FolderFacts } from '../facts/facts.ts';
import { t } from '../ground/l10n.ts';
import { normalTag } from '../tags/normal.ts';
import type { Concept, KnownConcept } from './concepts.ts';
import { classWordBeside } from './kept-head.ts';
import { heldBy, holderOf } from './trigger-holders.ts';

/** Share of the captions of a folder that must hold a trigger of another folder for it to be theirs as well. */
const sharedShare = 0.6;

/** The concept of a folder without a trigger of its own, when its captions hold one that is sure in another folder. */
export function withSharedTrigger(facts: FolderFacts, concept: Concept, known: readonly KnownConcept[]): Concept {
  if (concept.trigger !== null || concept.source === 'sidecar' || concept.regularization || concept.captions === 0)
    return concept;
  let best: { other: KnownConcept; held: number } | null = null;
  for (const other of known) {
    const held = heldBy(facts, concept.folder, other.trigger);
    if (held >= concept.captions * sharedShare && held > (best?.held ?? 0)) best = { other, held };
  }
  if (best === null) return concept;
  const { trigger, folder } = best.other;
  const triggerNorm = holderOf(facts, concept.folder, normalTag(trigger));
  return {
    ...concept,
    trigger,
    candidates: [],
    held: best.held,
    triggerNorm,
    classWord: concept.classWord ?? classWordBeside(facts, concept.folder, triggerNorm),
    source: 'statistics',
    confidence: 0.75,
    reasons: [
      t('"{0}" is in {1} of {2} captions', trigger, best.held, concept.captions),
      t('it is the trigger of the folder "{0}" as well', folder),
    ],
  };
}
