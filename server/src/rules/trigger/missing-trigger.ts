import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { normalTag } from '../../tags/normal.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { judgedConcept, triggerTag } from './find-trigger.ts';
import { misspeltTags } from './misspelt-trigger.ts';

export default captionRule({
  id: 'missing-trigger',
  group: 'trigger',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A caption of a concept does not hold its trigger.',
  why: 'Without the trigger the subject is learnt under the other tags of the caption, the class word first: they then bring it out unasked (seed: class hijacking).',
  *check(context: CaptionContext): Iterable<Draft> {
    const concept = judgedConcept(context);
    if (!concept || triggerTag(context, concept) || misspeltTags(context, concept).length > 0) return;
    const { file, caption, settings } = context;
    const { captionPrefix, captionSuffix } = settings.captionOptions;
    const trigger = normalTag(concept.trigger);
    // The trainer adds it to every caption.
    if ([captionPrefix, captionSuffix].some((text) => text && holdsTrigger(text.toLowerCase(), trigger))) return;
    const [first] = caption.tags;
    const { separator } = settings.syntax;
    const at = first.range.start;
    yield {
      range: first.range,
      message: t('The trigger "{0}" is missing: the subject is learnt under the other tags. Add it.', concept.trigger),
      fixes: [
        {
          title: t('Add "{0}" at the start', concept.trigger),
          safety: 'suggested',
          edits: [
            {
              file,
              edits: [
                {
                  range: { start: at, end: at },
                  newText: `${concept.trigger}${separator.trim() === '' ? separator : `${separator.trim()} `}`,
                },
              ],
            },
          ],
        },
      ],
    };
  },
});
