import type { Tag } from '../../caption/parse.ts';
import { type Concept, isKnown, type KnownConcept } from '../../concepts/concepts.ts';
import { normalTag } from '../../tags/normal.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';

/** The concept a caption can be judged by: a trigger known well enough, all captions read; null otherwise. */
export function judgedConcept({ index, concept, caption }: CaptionContext): KnownConcept | null {
  return index.complete && isKnown(concept) && caption.tags.length > 0 ? concept : null;
}

/** The first tag of a caption that is the trigger or holds it. */
export function triggerTag({ caption, norms }: CaptionContext, { trigger }: KnownConcept): Tag | undefined {
  const norm = normalTag(trigger);
  // Marks make other tokens: where captions write "aria_vale", "aria vale" is another word.
  const marked = /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(trigger) ? trigger.toLowerCase() : null;
  return caption.tags.find(
    ({ text }, at) => holdsTrigger(norms[at], norm) && (marked === null || text.toLowerCase().includes(marked)),
  );
}

/** Whether a caption holds another trigger of its folder, or the part of a name that goes for the whole. */
export function holdsCompanion({ norms }: CaptionContext, { companions }: KnownConcept): boolean {
  return companions.some((companion) => {
    const norm = normalTag(companion);
    return norms.some((tag) => holdsTrigger(tag, norm));
  });
}

/** Share of a concept's captions that begin with its trigger, 0 without any. */
export function headShare({ facts, folder }: CaptionContext, { triggerNorm }: Concept): number {
  const subset = facts.subset(folder.folder);
  if (!subset || triggerNorm === null || subset.frequency(triggerNorm) === 0) return 0;
  return subset.firstCount(triggerNorm) / subset.frequency(triggerNorm);
}
