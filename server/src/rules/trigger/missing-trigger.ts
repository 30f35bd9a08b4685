import { isKnown, type KnownConcept } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import { shownTag } from '../../facts/usual-spelling.ts';
import { hintFor } from '../../ground/config-hint.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { normalTag } from '../../tags/normal.ts';
import { wordsIn } from '../../tags/text-words.ts';
import { kindOfWord } from '../../tags/trigger-kinds.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { tagOfTrigger } from '../text/lost-marks.ts';
import { isToBeWritten } from '../text/to-be-written.ts';
import { absentNames, holdsPart, isHidden, judgedConcept } from './find-trigger.ts';
import { hasPlural, isPluralOf } from './misspelling.ts';
import { misspeltNames, qualified } from './misspelt-trigger.ts';
import { runTogether } from './run-together.ts';
import { placeOfTrigger } from './trigger-place.ts';

/** Captions without the trigger, and their share, from which they are meant: the seed asks for some as examples of the class. */
const fewestMeant = 10;
const meantShare = 0.2;

export default folderRule({
  id: 'missing-trigger',
  group: 'trigger',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A caption of a concept does not hold its trigger.',
  why: 'Without the trigger the subject is learnt under the other tags of the caption, the class word first: they then bring it out unasked (seed: class hijacking).',
  *check({ index, settings }: FolderContext): Iterable<Draft> {
    for (const concept of index.concepts.known) {
      if (!isMeant(concept, index) || hintFor(settings.configHints, concept.folder)?.triggerWord) continue;
      yield {
        file: concept.folder,
        range: null,
        severity: 'info',
        message: t(
          '{0} of {1} captions go without the trigger "{2}": good as examples of the class. If they show the subject, add it to them.',
          concept.captions - concept.held,
          concept.captions,
          concept.trigger,
        ),
      };
    }
  },
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const concept = judgedConcept(context);
    if (!concept || areMeant(context.index, concept.folder)) return;
    const absent = absentNames(context, concept);
    const name = absent.find((one) => partOfName(context, one) !== null) ?? absent[0];
    // Nearly all captions lack none: what costs more to find out is asked of the others.
    if (name === undefined || isToBeWritten(context) || misspeltNames(context, concept).length > 0) return;
    if (name === concept.trigger && holdsPart(context, concept)) return;
    const { file, caption, settings } = context;
    const { captionPrefix, captionSuffix } = settings.captionOptions;
    const trigger = normalTag(name);
    if (isHidden(context, name) || standsBelow(context, trigger) || isInPlural(context, trigger)) return;
    if (settings.severities['misspelt-trigger'] !== 'off' && runTogether(context, concept) !== null) return;
    const part = partOfName(context, name);
    // The trainer adds it to every caption.
    const { triggerWord = '' } = hintFor(settings.configHints, concept.folder) ?? {};
    if ([captionPrefix, captionSuffix, triggerWord].some((text) => text && holdsTrigger(text.toLowerCase(), trigger)))
      return;
    if (part !== null) {
      yield {
        range: part,
        message: t(
          'Only "{0}" of the trigger "{1}" stands here, which is another word to the text encoder. Write all of it.',
          caption.text.slice(part.start, part.end),
          name,
        ),
        fixes: [
          {
            title: t('Write "{0}"', name),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: part, newText: name }] }],
          },
        ],
      };
      return;
    }
    const [first] = caption.tags;
    const whole =
      name === concept.trigger
        ? (qualified(context, concept) ?? tagOfTrigger(context.index, context.folder.folder))
        : null;
    const added = whole === null ? name : shownIn(context.index, whole);
    const place = placeOfTrigger(context, concept, added);
    yield {
      range: first.range,
      message:
        context.style === 'prose'
          ? t('The trigger "{0}" is missing: the subject is learnt under the other words. Add it.', added)
          : t('The trigger "{0}" is missing: the subject is learnt under the other tags. Add it.', added),
      fixes: [
        {
          title:
            place.at === 'start' ? t('Add "{0}" at the start', added) : t('Add "{0}" where the others have it', added),
          safety: 'suggested',
          edits: [{ file, edits: [{ range: place.range, newText: place.newText }] }],
        },
      ],
    };
  },
});

/** Whether a trigger stands in lines that are not read, which ignored-line tells with how to join them. */
function standsBelow({ caption, settings }: CaptionContext, trigger: string): boolean {
  if (settings.severities['ignored-line'] === 'off') return false;
  return caption.ignored.some(({ start, end }) =>
    holdsTrigger(caption.text.slice(start, end).toLowerCase().replaceAll('_', ' '), trigger),
  );
}

/** Whether a caption has an ordinary name in the plural: "three turnip lanterns". */
function isInPlural({ norms }: CaptionContext, trigger: string): boolean {
  const length = trigger.split(' ').length;
  if (!hasPlural(trigger)) return false;
  return norms.some((norm) => {
    const words = norm.split(/[^\p{L}\p{N}_'-]+/u);
    return words.some((_, at) => isPluralOf(words.slice(at, at + length).join(' '), trigger));
  });
}

/** How a folder writes a tag (normal form) most often. */
const shownIn = question((index, norm: string) => shownTag(index.facts, norm));

/** Captions with the whole name that say a part of it elsewhere too, from which that part is a word of its own there. */
const fewestOfOwn = 2;

/**
 * The first word of a caption that is a part of a name of several words, and says whose it is; null when none is. What captions say beside
 * the whole name speaks of something else: "bmx bike" beside "ryo_bmx".
 */
function partOfName({ caption, index }: CaptionContext, trigger: string): TextRange | null {
  const parts = trigger.toLowerCase().split(/[ _-]/);
  if (parts.length < 2) return null;
  for (const tag of caption.tags)
    for (const { lower, start, end } of wordsIn(tag.text))
      if (
        parts.includes(lower) &&
        lower.length > 2 &&
        kindOfWord(lower) !== null &&
        besides(index, `${lower}\n${trigger}`) < fewestOfOwn
      )
        return { start: tag.range.start + start, end: tag.range.start + end };
  return null;
}

/** How many captions say a part of a name beside the whole name, up to the number that is asked for. */
const besides = question((index, key: string): number => {
  const [part, name] = key.split('\n');
  const whole = wholeWord(name);
  const alone = wholeWord(part);
  let found = 0;
  for (const { trained } of index.facts.records()) {
    const rest = trained.replace(whole, ' ');
    if (rest !== trained && rest.search(alone) >= 0 && ++found >= fewestOfOwn) break;
  }
  return found;
});

/** All places of a name in a text, its parts joined by any mark. */
const wholeWord = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_])${name
      .split(/[ _-]/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[ _-]')}(?![\\p{L}\\p{N}_])`,
    'giu',
  );

/** Whether so many captions go without the trigger that it is no slip. Beside a regularization set none need to. */
export function isMeant({ captions, held, companions }: KnownConcept, { concepts }: DatasetIndex): boolean {
  if (concepts.hasRegularization) return false;
  const missing = captions - held;
  return companions.length === 0 && missing >= fewestMeant && missing >= captions * meantShare;
}

const areMeant = question((index, folder: string): boolean => {
  const concept = index.concepts.of(folder);
  return isKnown(concept) && isMeant(concept, index);
});
