import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionFileContext } from '../context.ts';
import { captionFileRule } from '../define.ts';

export default captionFileRule({
  id: 'byte-order-mark',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The caption file begins with a byte-order mark, which becomes part of its first tag.',
  why: 'Captions are read as plain UTF-8, so the mark stays in front of the first tag: comparing tags, keep_tokens and class words no longer see the tag as it is typed. The CLIP tokenizer drops it, other encoders do not (sd-scripts library/train_util.py).',
  mayFind: ({ source }) => source.kind === 'text' && source.bom,
  *check({ file, source }: CaptionFileContext): Iterable<Draft> {
    if (source.kind !== 'text' || !source.bom) return;
    yield {
      range: { start: 0, end: 0 },
      message: t('Byte-order mark before the first tag: the trainer keeps it as part of that tag. Save without it.'),
      fixes: [
        {
          title: t('Save again as UTF-8 without byte-order mark'),
          safety: 'suggested',
          edits: [],
          resave: { file, from: 'utf-8' },
        },
      ],
    };
  },
});
