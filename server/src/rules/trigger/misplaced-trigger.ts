import type { Tag } from '../../caption/parse.ts';
import { question } from '../../dataset/question.ts';
import { keptTags } from '../../ground/config-hint.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { normalTag } from '../../tags/normal.ts';
import { startOfTags } from '../../tags/trigger-uses.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import { type CaptionOptions, splitsIntoTags } from '../../trainers/captions/caption-options.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { beginsWithTrigger, type JudgedConcept, judgedConcept, triggerTag } from './find-trigger.ts';
import { lateOrTwice } from './late-or-twice.ts';
import { oddPlace } from './odd-place.ts';
import { triggerHabits } from './trigger-habits.ts';

/** Share of the captions that begin with the trigger from which a caption that does not is the odd one out. */
const custom = 0.8;

export default captionRule({
  id: 'misplaced-trigger',
  group: 'trigger',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The trigger stands outside the kept head, where other captions have it.',
  why: 'keep_tokens protects tags by place: a trigger further back is shuffled, may be dropped, and is the first to be cut (sd-scripts library/train_util.py, process_caption).',
  *check(context: CaptionContext): Iterable<Draft> {
    const concept = judgedConcept(context);
    if (!concept) return;
    const tag = triggerTag(context, concept);
    const head = headBefore(context, concept);
    const odd = oddPlace(context, concept, tag, head !== null) ?? lateOrTwice(context, concept);
    if (odd !== null) {
      yield odd;
      return;
    }
    if (head === null || !tag || tag.index === 0 || tag.range.start <= head) return;
    const { file, caption, settings } = context;
    const first = caption.tags.find((other) => other.line === tag.line && other.range.start >= head);
    // A phrase that holds the trigger stays where the sentence needs it: "but ohwx style", behind a refusal.
    if (!first || first === tag || normalTag(tag.text).split(' ').length > 3 || isOfClause(tag.text)) return;
    const place = placeInHead(tag, context);
    if (place === 'kept') return;
    // Two subjects, two triggers at the head: one of them must be second.
    const before = caption.tags.slice(caption.tags.indexOf(first), caption.tags.indexOf(tag));
    if (place === 'plain' && before.every((other) => isTrigger(other, context))) return;
    const { separator } = settings.syntax;
    const isBehindHead = first !== caption.tags.find((other) => other.line === tag.line);
    const gap = { start: tag.slot.start - separator.length, end: tag.slot.end };
    const newText = `${tag.text}${separator.trim() === '' ? separator : `${separator.trim()} `}`;
    yield {
      range: tag.range,
      tag: normalTag(tag.text),
      ...(place === 'plain' ? { severity: 'info' as const } : {}),
      message: isBehindHead
        ? t(
            'The trigger "{0}" is tag {1} here, and stands before "{2}" elsewhere. Move it there.',
            tag.text,
            tag.index + 1,
            first.text,
          )
        : messageOf(place, tag, settings.captionOptions, settings.trainer.keepTagsOption),
      fixes: [
        {
          title: isBehindHead
            ? t('Move "{0}" before "{1}"', tag.text, first.text)
            : t('Move "{0}" to the start', tag.text),
          safety: 'suggested',
          edits: [
            {
              file,
              edits: [
                { range: { start: first.range.start, end: first.range.start }, newText },
                { range: gap, newText: '' },
              ],
            },
          ],
        },
      ],
    };
  },
});

/**
 * Where the trigger belongs in a caption whose folder has it first: 0, or behind scores and the like where nearly all captions have it there
 * (UTF-16). Null where it has no such custom.
 */
function headBefore(context: CaptionContext, concept: JudgedConcept): number | null {
  if (beginsWithTrigger(context, custom)) return 0;
  const { caption } = context;
  const [line] = caption.trained;
  if (!line || concept.companions.length > 0) return null;
  const { isUsual, isFirst } = triggerHabits(context, concept);
  if (!isUsual || !isFirst) return null;
  return line.start + startOfTags(caption.text.slice(line.start, line.end));
}

/** Whether a tag begins with a word that joins it to what stands before. */
const isOfClause = (text: string): boolean =>
  /^(?:and|but|or|nor|yet|so|with|without|while|as|of|in|on|at|by|for|from|to|is|are|was|then|that|which|who|though|although)[ _]/i.test(
    text,
  );

/** Whether a tag is the trigger of some concept of the dataset. */
function isTrigger({ text }: Tag, { index }: CaptionContext): boolean {
  return holdsAnyTrigger(index, normalTag(text));
}

const holdsAnyTrigger = question((index, norm: string) =>
  index.concepts.known.some(({ trigger }) => holdsTrigger(norm, normalTag(trigger))),
);

/** Where a tag stands for the trainer: at a kept place, among tags that move or drop, or in a caption whose tags all stay. */
type Place = 'kept' | 'behind-separator' | 'behind-head' | 'plain';

function placeInHead(tag: Tag, { caption, settings: { captionOptions } }: CaptionContext): Place {
  const { keepTokensSeparator, keepTokens } = captionOptions;
  const line = caption.trained[tag.line];
  const text = line ? caption.text.slice(line.start, line.end) : '';
  const at = keepTokensSeparator === '' ? -1 : text.indexOf(keepTokensSeparator);
  if (line && at >= 0) {
    const tail = text.indexOf(keepTokensSeparator, at + keepTokensSeparator.length);
    const own = tag.range.start - line.start;
    if (own < at || (tail >= 0 && own > tail)) return 'kept';
    return 'behind-separator';
  }
  const { captionPrefix, captionSeparator: separator } = captionOptions;
  if (tag.index < keptTags({ prefix: captionPrefix ?? '', separator, keepTokens })) return 'kept';
  return keepTokens > 0 || splitsIntoTags(captionOptions) ? 'behind-head' : 'plain';
}

function messageOf(place: Place, { text, index }: Tag, options: CaptionOptions, option: string | null): string {
  const { keepTokensSeparator, shuffleCaption } = options;
  if (place === 'behind-separator' && splitsIntoTags(options))
    return shuffleCaption
      ? t(
          'The trigger "{0}" stands behind "{1}", first elsewhere: it moves or drops with the other tags. Move it to the start.',
          text,
          keepTokensSeparator,
        )
      : t(
          'The trigger "{0}" stands behind "{1}", first elsewhere: it drops with the other tags. Move it to the start.',
          text,
          keepTokensSeparator,
        );
  if (option === null)
    return t('The trigger "{0}" is tag {1} here, first elsewhere. Move it to the start.', text, index + 1);
  if (place !== 'plain')
    return t(
      'The trigger "{0}" is tag {1} here, first elsewhere: {2} does not protect it. Move it to the start.',
      text,
      index + 1,
      place === 'behind-head' ? option : keepTokensSeparator,
    );
  return t(
    'The trigger "{0}" is tag {1} here, first elsewhere: once captions are shuffled, {2} misses it. Move it to the start.',
    text,
    index + 1,
    option,
  );
}
