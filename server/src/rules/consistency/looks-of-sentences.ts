import { isStyle } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import type { TextRange } from '../../ground/text.ts';
import { type Attribute, attributesIn, isSameLook } from '../../tags/attributes.ts';
import { besideSomebody, hasSeveral } from '../../tags/several.ts';
import { classKind } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';

/** Captions that must say a colour, and their share of those that say one of the attribute, for it to be the subject's. */
const fewest = 6;
const usualShare = 0.75;
/** Share of the captions up to which another colour is the odd one; one always is. */
const oddShare = 0.2;
/** Share of the captions from which two colours are those of two subjects. */
const coupleShare = 0.7;

/** A colour that a sentence says and that is not the subject's, with the one that is. */
export interface OddLook {
  readonly range: TextRange;
  readonly attribute: Attribute;
  readonly usual: string;
  readonly captions: number;
}

/**
 * The colours of hair and eyes in the sentences of a caption that fit none that nearly all captions give the subject. Only where the
 * folder is of one concept, and the caption speaks of one person or gives each of two one of the two usual colours.
 */
export function* oddLooksOf(context: CaptionContext): Iterable<OddLook> {
  const { index, file, caption, folder } = context;
  const looks = index.record(file)?.marks?.looks ?? [];
  const odd = (look: string): boolean => isOdd(index, `${look}\n${folder.folder}`);
  if (looks.length === 0 || !looks.some(odd) || !isOfOneSubject(index, folder.folder)) return;
  for (const { start, end } of caption.trained) {
    const text = caption.text.slice(start, end);
    const said = attributesIn(text);
    for (const { attribute, value, start: from, end: to } of said) {
      if (!odd(`${attribute}\n${value}`)) continue;
      const own = usualOf(index, `${attribute}\n${folder.folder}`);
      const absent = own.filter(([usual]) => !said.some((one) => one.attribute === attribute && one.value === usual));
      const [usual] = absent;
      if (!usual || own.some(([one]) => isSameLook(attribute, value, one))) continue;
      if (own.length === 1 ? hasSeveral(text) || besideSomebody.test(text) : absent.length === own.length) continue;
      yield { range: { start: start + from, end: start + to }, attribute, usual: usual[0], captions: usual[1] };
      return;
    }
  }
}

/** Whether few captions of a subject say a look, see `ProseMarks.looks`; the key goes on with one of its folders. */
const isOdd = question((index, key: string): boolean => {
  const [attribute = '', value = '', folder = ''] = key.split('\n');
  if (attribute !== 'hair colour' && attribute !== 'eye colour') return false;
  const { captions, looks } = looksOf(index, folder);
  const said = looks.get(`${attribute}\n${value}`) ?? 0;
  return said <= Math.max(1, captions * oddShare) && usualOf(index, `${attribute}\n${folder}`).length > 0;
});

/** The colours that are the subject's, each with the captions that say it: one, or two of two subjects. The key is attribute and folder. */
const usualOf = question((index, key: string): readonly (readonly [value: string, captions: number])[] => {
  const [attribute, folder = ''] = key.split('\n');
  const { captions, looks } = looksOf(index, folder);
  const said = [...looks].flatMap(([look, count]) => {
    const [of, value = ''] = look.split('\n');
    return of === attribute ? [[value, count] as const] : [];
  });
  const all = said.reduce((sum, [, count]) => sum + count, 0);
  const couple = said.filter(([, count]) => count >= Math.max(fewest, captions * coupleShare));
  if (couple.length > 1) return couple;
  return said.filter(([, count]) => count >= Math.max(fewest, all * usualShare));
});

/** What the sentences of a subject say of hair and eyes, over all folders that share its trigger. */
function looksOf(index: DatasetIndex, folder: string): { captions: number; looks: ReadonlyMap<string, number> } {
  const looks = new Map<string, number>();
  let captions = 0;
  for (const one of foldersOf(index, folder)) {
    const subset = index.facts.subset(one);
    captions += subset?.captions ?? 0;
    for (const [look, count] of subset?.looks ?? []) looks.set(look, (looks.get(look) ?? 0) + count);
  }
  return { captions, looks };
}

/** The folders of the subject that a folder shows: those with its trigger, or the folder alone where it has none. */
const foldersOf = question((index, folder: string): readonly string[] => {
  const own = index.concepts.of(folder);
  if (own?.trigger == null) return [folder];
  return index.concepts.all.flatMap((other) =>
    !other.regularization && other.trigger === own.trigger ? [other.folder] : [],
  );
});

/** Whether the captions of a folder are of one concept, which is neither a style nor a thing, and no regularization set. */
const isOfOneSubject = question((index, folder: string): boolean => {
  const concept = index.concepts.of(folder);
  if (concept === undefined || concept.regularization || isStyle(concept)) return false;
  const trained = index.concepts.all.filter(({ regularization }) => !regularization);
  const kind = classKind(concept.classWord);
  return (concept.trigger !== null || trained.length === 1) && kind !== 'thing' && kind !== 'place';
});
