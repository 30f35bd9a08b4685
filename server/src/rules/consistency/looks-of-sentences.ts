import { isStyle } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import type { TextRange } from '../../ground/text.ts';
import { type Attribute, attributesIn, isSameLook } from '../../tags/attributes.ts';
import { hasSeveral } from '../../tags/prose-contradictions.ts';
import { classKind } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';

/** Captions that must say a colour, and their share of those that say one of the attribute, for it to be the subject's. */
const fewest = 6;
const usualShare = 0.75;
/** Share of the captions up to which another colour is the odd one; one always is. */
const oddShare = 0.2;
/** Share of the captions from which two colours are those of two subjects. */
const coupleShare = 0.7;

/** Somebody else than the one that a caption names. */
const besideSomebody =
  /\b(?:to|with|at|from|by|beside|behind|and|near|of|for|holding|hugging|facing) (?:an?|another|the|her|his|their) (?:[a-z-]+ )?(?:man|woman|girl|boy|child|lady|gentleman|baby|toddler|person|friend|mother|father|sister|brother|daughter|son)\b/i;

/** A colour that a sentence says and that is not the subject's, with the one that is. */
export interface OddLook {
  readonly range: TextRange;
  readonly attribute: Attribute;
  readonly usual: string;
  readonly captions: number;
}

/**
 * The colours of hair and eyes in the sentences of a caption that fit none that nearly all captions give the subject. Only where the
 * folder has one concept, and the caption speaks of one person or gives each of two one of the two usual colours.
 */
export function* oddLooksOf(context: CaptionContext): Iterable<OddLook> {
  const { index, file, caption, style } = context;
  const looks = style === 'tags' ? [] : (index.record(file)?.marks?.looks ?? []);
  if (looks.length === 0 || !looks.some((look) => isOdd(index, look)) || !hasOneConcept(index, '')) return;
  for (const { start, end } of caption.trained) {
    const text = caption.text.slice(start, end);
    const said = attributesIn(text);
    for (const { attribute, value, start: from, end: to } of said) {
      if (!isOdd(index, `${attribute}\n${value}`)) continue;
      const own = usualOf(index, attribute);
      const absent = own.filter(([usual]) => !said.some((one) => one.attribute === attribute && one.value === usual));
      const [usual] = absent;
      if (!usual || own.some(([one]) => isSameLook(attribute, value, one))) continue;
      if (own.length === 1 ? hasSeveral(text) || besideSomebody.test(text) : absent.length === own.length) continue;
      yield { range: { start: start + from, end: start + to }, attribute, usual: usual[0], captions: usual[1] };
      return;
    }
  }
}

/** Whether few captions say a look, see `ProseMarks.looks`. */
const isOdd = question((index, look: string): boolean => {
  const [attribute] = look.split('\n');
  if (attribute !== 'hair colour' && attribute !== 'eye colour') return false;
  const { captions, sentences } = index.facts;
  return (sentences.looks.get(look) ?? 0) <= Math.max(1, captions * oddShare) && usualOf(index, attribute).length > 0;
});

/** The colours that are the subject's, each with the captions that say it: one, or two of two subjects. */
const usualOf = question((index, attribute: Attribute): readonly (readonly [value: string, captions: number])[] => {
  const { captions, sentences } = index.facts;
  const said = [...sentences.looks].flatMap(([look, count]) => {
    const [of, value] = look.split('\n');
    return of === attribute ? [[value, count] as const] : [];
  });
  const all = said.reduce((sum, [, count]) => sum + count, 0);
  const couple = said.filter(([, count]) => count >= Math.max(fewest, captions * coupleShare));
  if (couple.length > 1) return couple;
  return said.filter(([, count]) => count >= Math.max(fewest, all * usualShare));
});

/** Whether all captions are of one concept, which is neither a style nor a thing. */
const hasOneConcept = question((index, _: string): boolean => {
  const [concept, ...others] = index.concepts.all;
  const kind = classKind(concept?.classWord ?? null);
  // One subject may lie in several folders.
  const isOne = others.every(({ trigger }) => trigger !== null && trigger === concept?.trigger);
  return isOne && concept !== undefined && !isStyle(concept) && kind !== 'thing' && kind !== 'place';
});
