import { question } from '../../dataset/question.ts';
import { gluedTags, mayBeGlued } from '../../tags/glued.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';

/** Captions from which a tag is the folder's own, whatever it is made of. */
export const ownTag = 3;

/** The two tags that stand in a tag without even a blank between them. A trigger has its own rule for what is written like it. */
export function gluedIn(context: CaptionContext, at: number): readonly string[] | null {
  const { norms, index, caption } = context;
  const trigger = triggerOf(context);
  const norm = norms[at];
  if (!mayBeGlued(norm) || (trigger !== null && norm.includes(trigger))) return null;
  const parts = gluedTags(norm, {
    isOwn: (part) => isOwnName(index, part),
    isWritten: (part) => isWritten(index, part),
  });
  // A capital within the tag begins a name: "place: Marsworth".
  const word = parts && `${parts[0].split(' ').at(-1)}${parts[1].split(' ')[0]}`;
  const isName = (name: string): boolean => name.toLowerCase() === word;
  return (caption.tags[at].text.match(/(?<=[\s_:])\p{Lu}\p{Ll}+/gu) ?? []).some(isName) ? null : parts;
}

/** The trigger of a caption's folder in normal form. */
export const triggerOf = ({ concept }: CaptionContext): string | null =>
  concept?.trigger == null ? null : normalTag(concept.trigger);

/** Whether so many captions hold a tag, by its name, that it is one of the folder. */
export const isOwnName = question((index, norm: string): boolean => {
  const id = index.facts.vocabulary.normId(norm);
  return id !== undefined && index.facts.frequency(id) >= ownTag;
});

/** Whether another caption writes a tag. */
export const isWritten = question((index, norm: string): boolean => {
  const id = index.facts.vocabulary.normId(norm);
  return id !== undefined && index.facts.frequency(id) > 0;
});
