import type { DatasetIndex } from '../dataset/index.ts';

/** How many times more often a tag stands in captions of a trigger than in all. */
export interface TagLift {
  readonly value: number;
  readonly trigger: string;
}

/**
 * How strongly tags go with the triggers of a folder: P(tag | captions of the trigger) / P(tag), the largest over the
 * triggers. Costs one look-up per subset that trains a trigger.
 */
export function tagLifts({ facts, concepts }: DatasetIndex): (norm: number, captions: number) => TagLift | null {
  const triggers = new Map<
    string,
    { captions: number; readonly subsets: NonNullable<ReturnType<typeof facts.subset>>[] }
  >();
  for (const { folder, trigger, regularization } of concepts.all) {
    const subset = facts.subset(folder);
    if (!trigger || regularization || !subset) continue;
    const found = triggers.get(trigger) ?? { captions: 0, subsets: [] };
    triggers.set(trigger, found);
    found.captions += subset.captions;
    found.subsets.push(subset);
  }
  const all = facts.captions;
  return (norm, captions) => {
    let best: TagLift | null = null;
    for (const [trigger, { captions: ofTrigger, subsets }] of triggers) {
      const held = subsets.reduce((sum, subset) => sum + subset.frequency(norm), 0);
      const value = (held / ofTrigger / captions) * all;
      if (best === null || value > best.value) best = { value, trigger };
    }
    return best;
  };
}
