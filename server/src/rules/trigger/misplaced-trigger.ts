import { t } from '../../l10n.ts';
import { normalTag } from '../../tags/normal.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import type { Draft } from '../rule.ts';
import { headShare, judgedConcept, triggerTag } from './find-trigger.ts';

/** Share of the captions that begin with the trigger from which a caption that does not is the odd one out. */
const custom = 0.8;

export default captionRule({
  id: 'misplaced-trigger',
  group: 'trigger',
  severity: 'warning',
  fix: 'suggested',
  failureModes: ['prompt-sensitivity'],
  summary: 'The trigger stands outside the kept head, where other captions have it.',
  why: 'keep_tokens protects tags by place: a trigger further back is shuffled, may be dropped, and is the first to be cut (sd-scripts library/train_util.py, process_caption).',
  *check(context: CaptionContext): Iterable<Draft> {
    const concept = judgedConcept(context);
    if (!concept || headShare(context, concept) < custom) return;
    const tag = triggerTag(context, concept);
    if (!tag || tag.index === 0) return;
    const { file, caption, settings } = context;
    const first = caption.tags.find((other) => other.line === tag.line);
    // A phrase that holds the trigger stays where the sentence needs it.
    if (!first || first === tag || normalTag(tag.text).split(' ').length > 3) return;
    const { separator } = settings.syntax;
    const gap = { start: tag.slot.start - separator.length, end: tag.slot.end };
    const head = `${tag.text}${separator.trim() === '' ? separator : `${separator.trim()} `}`;
    yield {
      range: tag.range,
      tag: normalTag(tag.text),
      message: t(
        'The trigger "{0}" is tag {1} here, first elsewhere: keep_tokens does not protect it. Move it to the start.',
        tag.text,
        tag.index + 1,
      ),
      fixes: [
        {
          title: t('Move "{0}" to the start', tag.text),
          safety: 'suggested',
          edits: [
            {
              file,
              edits: [
                { range: { start: first.range.start, end: first.range.start }, newText: head },
                { range: gap, newText: '' },
              ],
            },
          ],
        },
      ],
    };
  },
});
