import type { DatasetIndex } from '../dataset/index.ts';
import { inBreaths } from '../ground/breath.ts';
import { folderOf } from '../ground/paths.ts';

/** How many times more often a tag stands in captions of a trigger than in all. */
export interface TagLift {
  readonly value: number;
  readonly trigger: string;
}

/**
 * How strongly tags go with the triggers of a folder: P(tag | captions of the trigger) / P(tag), the largest over the
 * triggers. One pass over the captions, in breaths; then each tag costs one look-up per trigger.
 */
export async function tagLifts(index: DatasetIndex): Promise<(norm: number, captions: number) => TagLift | null> {
  const triggers = new Map<string, { captions: number; readonly tags: Map<number, number> }>();
  await inBreaths([...index.captions], ({ file }) => {
    const concept = index.concepts.of(folderOf(file));
    const record = index.record(file);
    if (!record || !concept?.trigger || concept.regularization) return;
    const found = triggers.get(concept.trigger) ?? { captions: 0, tags: new Map<number, number>() };
    triggers.set(concept.trigger, found);
    found.captions++;
    for (const norm of record.norms) found.tags.set(norm, (found.tags.get(norm) ?? 0) + 1);
  });
  const all = index.facts.captions;
  return (norm, captions) => {
    let best: TagLift | null = null;
    for (const [trigger, { captions: ofTrigger, tags }] of triggers) {
      const value = ((tags.get(norm) ?? 0) / ofTrigger / captions) * all;
      if (best === null || value > best.value) best = { value, trigger };
    }
    return best;
  };
}
