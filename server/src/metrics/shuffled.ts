import type { ConceptMap } from '../concepts/concept-map.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { type FolderSettings, settingsFor } from '../settings/settings.ts';

/** Whether the trainer moves the tags of all captions of the subject, so that their order is not learnt. */
export function isShuffled(facts: FolderFacts, concepts: ConceptMap, settings: FolderSettings): boolean {
  const trained = concepts.all.filter(({ regularization, captions }) => !regularization && captions > 0);
  return (
    trained.length > 0 &&
    trained.every(({ folder }) => {
      const { shuffleCaption, keepTokens } = settingsFor(settings, `${folder}/`).captionOptions;
      const subset = facts.subset(folder);
      // A head that holds whole captions leaves nothing to shuffle.
      return shuffleCaption && subset !== undefined && subset.tags > subset.captions * (Math.max(0, keepTokens) + 1);
    })
  );
}
