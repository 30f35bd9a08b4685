import type { Tag } from '../../caption/parse.ts';
import { type ConceptCore, isKnown } from '../../concepts/concepts.ts';
import { question } from '../../dataset/question.ts';
import { lettersPattern } from '../../ground/letters.ts';
import { withPlainLetters } from '../../tags/look-alikes.ts';
import { normalTag } from '../../tags/normal.ts';
import { countOfSubjects, subjectBits } from '../../tags/subjects.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';
import { withoutHidden } from '../text/invisible-character.ts';

export type JudgedConcept = ConceptCore & { readonly trigger: string };

/** The concept a caption can be judged by: a trigger known well enough, all captions read; null otherwise. */
export function judgedConcept({ index, concept, caption }: CaptionContext): JudgedConcept | null {
  return index.complete && isKnown(concept) && caption.tags.length > 0 ? concept : null;
}

const joined = lettersPattern(String.raw`[\p{L}\p{N}]_[\p{L}\p{N}]`);

/** Whether an underscore makes one word of two. */
export const isJoined = (trigger: string): boolean => joined(trigger).test(trigger);

/** The first tag of a caption that is the trigger or holds it. */
export function triggerTag(context: CaptionContext, { trigger }: JudgedConcept): Tag | undefined {
  if (last.context !== context || last.trigger !== trigger)
    last = { context, trigger, tag: findTriggerTag(context, trigger) };
  return last.tag;
}

/** What was found last: several rules ask it of a caption, one after the other. */
let last: { readonly context: CaptionContext | null; readonly trigger: string; readonly tag: Tag | undefined } = {
  context: null,
  trigger: '',
  tag: undefined,
};

function findTriggerTag({ caption, words }: CaptionContext, trigger: string): Tag | undefined {
  const norm = normalTag(trigger);
  // Marks make other tokens: where captions write "aria_vale", "aria vale" is another word.
  const marked = isJoined(trigger) || /^[[<{]/.test(trigger) ? trigger.toLowerCase() : null;
  return caption.tags.find(
    ({ text }, at) => holdsTrigger(words[at].norm, norm) && (marked === null || text.toLowerCase().includes(marked)),
  );
}

/** Words of sentences that say that two people are there. */
const ofTwo =
  /\b(?:couple|two (?:people|friends|women|men|girls|boys|lovers)|both (?:wear|are|have|look|smile|stand|sit|hold)|(?:and|with) (?:an?|another) (?:[a-z-]+ )?(?:man|woman|girl|boy|person|friend))\b/i;

/** Share of the captions that two triggers must both stand in for none of them to go without either. */
const alwaysShare = 0.85;

/**
 * The triggers that a caption should hold and does not: any of them where it has none, and where the triggers of a folder always go
 * together, the one that is left out. Empty when it has what it needs.
 */
export function absentNames(context: CaptionContext, concept: JudgedConcept): readonly string[] {
  const { index, folder } = context;
  const held = triggerTag(context, concept) !== undefined;
  const others = concept.companions.filter((companion) => !isPartOf(companion, concept));
  const absent = others.filter((companion) => !holdsName(context, companion));
  if (held && absent.length === 0) return [];
  if (!held && absent.length === others.length) return [concept.trigger, ...absent];
  // A picture of one of two is rightly captioned with one name; only a count of several says that both are there.
  const isOfSeveral =
    context.style === 'tags'
      ? countOfSubjects(context.numbers(subjectBits)) === 'several'
      : context.caption.trained.some(({ start, end }) => ofTwo.test(context.caption.text.slice(start, end)));
  if (!isOfSeveral) return [];
  const together = togetherIn(index, folder.folder);
  return [...(held ? [] : [concept.trigger]), ...absent].filter((name) => together.includes(name));
}

/** Whether all that a name lacks is not to hold characters that do not show or only look like its letters, which invisible-character says. */
export function isHidden({ caption, letters, settings }: CaptionContext, name: string): boolean {
  if (letters.isAscii && !letters.hasControls) return false;
  if (settings.severities['invisible-character'] === 'off') return false;
  return holdsTrigger(withPlainLetters(withoutHidden(caption.text)).toLowerCase(), name.toLowerCase());
}

/** Whether a caption has a part of the trigger that goes for the whole in this folder. */
export const holdsPart = (context: CaptionContext, concept: JudgedConcept): boolean =>
  concept.companions.some((companion) => isPartOf(companion, concept) && holdsName(context, companion));

const isPartOf = (name: string, { trigger }: JudgedConcept): boolean =>
  holdsTrigger(normalTag(trigger), normalTag(name));

/** Whether a tag of a caption is a name or holds it. */
export function holdsName({ words }: CaptionContext, name: string): boolean {
  const norm = normalTag(name);
  return words.some((tag) => holdsTrigger(tag.norm, norm));
}

/** The triggers of a folder that nearly all its captions hold, where that is more than one. A part of a name is none of its own. */
const togetherIn = question((index, folder: string): readonly string[] => {
  const concept = index.conceptOf(folder);
  const subset = index.facts.subset(folder);
  if (!isKnown(concept) || !subset || concept.companions.length === 0) return [];
  const names = [concept.trigger, ...concept.companions.filter((name) => !isPartOf(name, concept))];
  const always = names.filter(
    (name) => (subset.words.of(name.toLowerCase())?.captions ?? 0) >= subset.captions * alwaysShare,
  );
  return always.length > 1 ? always : [];
});

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
