import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { isEnglish } from '../../tags/english.ts';
import { normalTag } from '../../tags/normal.ts';
import { kindOfWord } from '../../tags/trigger-kinds.ts';
import type { CaptionContext } from '../context.ts';
import { type JudgedConcept, triggerTag } from './find-trigger.ts';
import { captionsNaming, captionsWithClass, triggerHabits } from './trigger-habits.ts';

/** Letters of a trigger that another word begins with, and of the rest of that word, at the least. */
const shortestTrigger = 4;
const shortestRest = 3;
/** Captions with a word that no dictionary has, for it to be one that stands behind the trigger. */
const fewestOwn = 3;

/** Captions with a trigger from which another version of it is the odd one. */
const fewestUsual = 5;

/** The trigger and a word or a number behind it in one, or joined by another mark than in nearly all captions: "wtrclr-style", "bttfshbetta". */
export const runTogether = (context: CaptionContext, concept: JudgedConcept): Draft | null =>
  joinedToClass(context, concept) ?? runIntoNext(context, concept) ?? numbered(context, concept);

/** A made-up trigger with the number of a version that no other caption has: "mothgl_v2", which is another word to the text encoder. */
function numbered(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file } = context;
  const { trigger } = concept;
  if (trigger.length < shortestTrigger || /[\s\d]/.test(trigger) || !isMadeUp(trigger)) return null;
  // A trigger is letters of ASCII here, and nearly no caption has a number behind it.
  const pattern = new RegExp(String.raw`(?<![\w-])${escaped(trigger)}[_-]?v?\d{1,2}(?![\w-])`, 'i');
  for (const line of caption.trained) {
    const match = pattern.exec(caption.text.slice(line.start, line.end));
    if (match === null || captionsNaming(context, match[0].toLowerCase()).captions > 1) continue;
    const { captions } = captionsNaming(context, trigger);
    if (captions < fewestUsual) return null;
    const range = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    return {
      range,
      message: t(
        '"{0}" is "{1}" in {2} captions, which makes other tokens. Write it alike.',
        match[0],
        trigger,
        captions,
      ),
      fixes: [
        {
          title: t('Write "{0}"', trigger),
          safety: 'suggested',
          edits: [{ file, edits: [{ range, newText: trigger }] }],
        },
      ],
    };
  }
  return null;
}

const isMadeUp = (trigger: string): boolean => {
  const kind = kindOfWord(trigger.toLowerCase());
  return kind === 'coined' || kind === 'identifier';
};

/** A made-up trigger that a caption has only as the beginning of another word, whose rest is a word of English or of the folder. */
function runIntoNext(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file } = context;
  const { trigger } = concept;
  if (trigger.length < shortestTrigger || /\s/.test(trigger) || !isMadeUp(trigger)) return null;
  if (triggerTag(context, concept) !== undefined) return null;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])(${escaped(trigger)})(\p{L}{${shortestRest},})(?![\p{L}\p{N}_-])`,
    'iu',
  );
  for (const line of caption.trained) {
    const match = pattern.exec(caption.text.slice(line.start, line.end));
    if (match === null) continue;
    const rest = match[2].toLowerCase();
    if (!isEnglish(rest) && captionsNaming(context, rest).captions < fewestOwn) continue;
    const range = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    const newText = `${match[1]} ${match[2]}`;
    return {
      range,
      message: t(
        '"{0}" is the trigger and the word behind it in one, which makes other tokens. Write "{1}".',
        match[0],
        newText,
      ),
      fixes: [
        { title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] },
      ],
    };
  }
  return null;
}

/** The trigger and its class word with another mark between them than a blank, or none, where nearly all captions have a blank: `wtrclr-style`. */
function joinedToClass(context: CaptionContext, concept: JudgedConcept): Draft | null {
  const { caption, file, settings } = context;
  const { trigger, classWord } = concept;
  if (classWord === null || !triggerHabits(context, concept).isJoinedToClass) return null;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])(${escaped(trigger)})[-_–'’]?(${escaped(classWord)})(?![\p{L}\p{N}_-])`,
    'iu',
  );
  for (const line of caption.trained) {
    const match = pattern.exec(caption.text.slice(line.start, line.end));
    if (match === null) continue;
    const range = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    const newText = `${match[1]} ${match[2]}`;
    // A tag with an underscore is underscore-tag's.
    const isTag = caption.tags.findIndex((tag) => tag.range.start === range.start && tag.range.end === range.end);
    if (isTag >= 0 && context.norms[isTag] === normalTag(newText) && settings.severities['underscore-tag'] !== 'off')
      return null;
    const usual = captionsWithClass(context, concept, classWord.toLowerCase());
    return {
      range,
      severity: 'info',
      message: t('"{0}" is "{1}" in {2} captions, which makes other tokens. Write it alike.', match[0], newText, usual),
      fixes: [
        { title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] },
      ],
    };
  }
  return null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ _]');
