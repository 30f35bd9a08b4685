import type { Tag } from '../../caption/parse.ts';
import { type ConceptCore, isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import { normalTag } from '../../tags/normal.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';

export type JudgedConcept = ConceptCore & { readonly trigger: string };

/** The concept a caption can be judged by: a trigger known well enough, all captions read; null otherwise. */
export function judgedConcept({ index, concept, caption }: CaptionContext): JudgedConcept | null {
  return index.complete && isKnown(concept) && caption.tags.length > 0 ? concept : null;
}

/** The first tag of a caption that is the trigger or holds it. */
export function triggerTag({ caption, norms }: CaptionContext, { trigger }: JudgedConcept): Tag | undefined {
  const norm = normalTag(trigger);
  // Marks make other tokens: where captions write "aria_vale", "aria vale" is another word.
  const marked = /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(trigger) ? trigger.toLowerCase() : null;
  return caption.tags.find(
    ({ text }, at) => holdsTrigger(norms[at], norm) && (marked === null || text.toLowerCase().includes(marked)),
  );
}

/** Whether a caption holds another trigger of its folder, or the part of a name that goes for the whole. */
export function holdsCompanion({ norms }: CaptionContext, { companions }: JudgedConcept): boolean {
  return companions.some((companion) => {
    const norm = normalTag(companion);
    return norms.some((tag) => holdsTrigger(tag, norm));
  });
}

/** Whether at least this share of the captions that hold a folder's trigger begin with it. */
export function beginsWithTrigger(context: CaptionContext, share: number): boolean {
  return headIsTrigger(context.index, `${share} ${context.folder.folder}`);
}

const headIsTrigger = question((index, key: string): boolean => {
  const folder = key.slice(key.indexOf(' ') + 1);
  const subset = index.facts.subset(folder);
  const trigger = index.conceptOf(folder)?.triggerNorm ?? null;
  const captions = trigger === null ? 0 : (subset?.frequency(trigger) ?? 0);
  if (!subset || trigger === null || captions === 0) return false;
  return subset.firstCount(trigger) / captions >= Number.parseFloat(key);
});
