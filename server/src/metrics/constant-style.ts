import type { ConceptMap } from '../concepts/concept-map.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { categoryOf } from '../tags/categories.ts';
import { normalTag } from '../tags/normal.ts';
import { phrasesIn } from '../tags/phrases.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import { regularizationFolders, type SubjectTag, subjectTags } from './subject.ts';

/** Share of the captions from which a tag is always on. */
const always = 0.9;

/** A style or quality tag that nearly every sample of the subject trains. */
export interface ConstantTag {
  /** Normal form. */
  readonly tag: string;
  /** Captions that train it. */
  readonly captions: number;
  /** Where it comes from: the captions, or what the trainer puts before or behind all of them. */
  readonly from: 'captions' | 'prefix' | 'suffix' | 'trigger-word';
}

/** What the trainer puts before and behind the captions of a file's folder; asked by the folder's path with "/" behind it. */
export type AffixesOf = (file: string) => {
  readonly captionPrefix: string | null;
  readonly captionSuffix: string | null;
  /** Put before captions without it; "" for none. */
  readonly triggerWord: string;
};

const isLook = (category: string | null): boolean => category === 'style' || category === 'quality';

/** What a picture is, by which sentences begin, and what stands before the name of a style: "a photo of", "in the style of". */
const medium =
  /^(?:an? )?(?:photo|photograph|photography|picture|painting|drawing|illustration|sketch|render)(?: of)?$|^in (?:the|a) (?:\w+ )?style(?: of)?$/;

/** Whether a look is only the way in which most of its captions begin to speak: what the pictures are, and not how they look. */
const isManner = ({ tag, captions, spoken }: SubjectTag): boolean => spoken * 2 > captions && medium.test(tag);

/**
 * Style and quality tags of nearly every caption of the subject, those that caption_prefix and caption_suffix add included; the
 * trigger of a style is none of them.
 */
export function constantStyleTags(
  facts: FolderFacts,
  concepts: ConceptMap,
  affixesOf: AffixesOf,
): { readonly captions: number; readonly tags: readonly ConstantTag[] } {
  const { captions, tags } = subjectTags(facts, concepts);
  // What may be the trigger is asked for, and not told to be taken out.
  const triggers = concepts.all.flatMap(({ trigger, candidates, triggerNorm }) => [
    ...(trigger === null ? candidates : [trigger]).map(normalTag),
    // "claymation" of "plastivox claymation"
    ...(triggerNorm === null ? [] : [facts.vocabulary.norm(triggerNorm)]),
  ]);
  // "retro" of "retro postcard style" is no look of its own.
  const isTrigger = (tag: string): boolean =>
    triggers.some((trigger) => holdsTrigger(tag, trigger) || holdsTrigger(trigger, tag));
  // Where nothing else is always there and no trigger is known, a style is trained, and these tags are what it is called by.
  const isCalled =
    triggers.length === 0 &&
    !tags.some(({ category, captions: held }) => !isLook(category) && held >= captions * always);
  const found = new Map<string, ConstantTag>();
  for (const spoken of tags) {
    const { tag, category, captions: held } = spoken;
    if (isCalled && category === 'style') continue;
    if (isLook(category) && held >= captions * always && !isTrigger(tag) && !isManner(spoken))
      found.set(tag, { tag, captions: held, from: 'captions' });
  }
  for (const { tag, captions: held, from } of affixTags(facts, concepts, affixesOf))
    if (held >= captions * always && captions > 0 && !isTrigger(tag) && !found.has(tag))
      found.set(tag, { tag, captions: held, from });
  return {
    captions,
    tags: [...found.values()].sort((a, b) => b.captions - a.captions || (a.tag < b.tag ? -1 : 1)),
  };
}

/** Style and quality tags that the trainer adds, with the captions that train them by it or by themselves. */
function affixTags(facts: FolderFacts, concepts: ConceptMap, affixesOf: AffixesOf): ConstantTag[] {
  type From = Exclude<ConstantTag['from'], 'captions'>;
  const found = new Map<string, { captions: number; from: From }>();
  const others = new Set(regularizationFolders(concepts));
  for (const { folder, captions } of facts.subsets) {
    if (others.has(folder)) continue;
    const { captionPrefix, captionSuffix, triggerWord } = affixesOf(`${folder}/`);
    const added: (readonly [string, From])[] = [
      ...lookTagsIn(triggerWord).map((tag) => [tag, 'trigger-word'] as const),
      ...lookTagsIn(captionPrefix ?? '').map((tag) => [tag, 'prefix'] as const),
      ...lookTagsIn(captionSuffix ?? '').map((tag) => [tag, 'suffix'] as const),
    ];
    for (const [tag, from] of added) found.set(tag, { from, captions: (found.get(tag)?.captions ?? 0) + captions });
  }
  return [...found].map(([tag, rest]) => ({ tag, ...rest }));
}

/** Style and quality words of a text: its pieces between commas, or phrases of sentences. */
export function lookTagsIn(text: string): string[] {
  const pieces = text.split(',').map((piece) => normalTag(piece.trim()));
  const phrases = phrasesIn(text).filter(({ category }) => isLook(category));
  const whole = pieces.filter((piece) => piece !== '' && isLook(categoryOf(piece)));
  return [
    ...new Set([...whole, ...phrases.map(({ phrase }) => phrase).filter((p) => !whole.some((w) => w.includes(p)))]),
  ];
}
