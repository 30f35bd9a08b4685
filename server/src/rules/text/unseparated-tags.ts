import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { habitOf, listElsewhere, mayBeElsewhere, separateAll, separateFix } from './other-separator.ts';

export default folderRule({
  id: 'unseparated-tags',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Tags stand one after the other with nothing but blanks between them.',
  why: 'Without caption_separator the whole caption is one tag to the trainer: it cannot be shuffled, dropped or kept in parts (sd-scripts library/train_util.py, process_caption).',
  *check({ facts, settings }: FolderContext): Iterable<Draft> {
    const habit = habitOf(facts);
    if (habit?.text !== ' ') return;
    yield {
      file: '',
      range: null,
      message: t(
        '{0} of {1} captions have only blanks between their tags: the trainer sees one tag in each. Put "{2}" between them.',
        habit.captions,
        facts.captions,
        settings.syntax.separator,
      ),
      fixes: separateAll(facts, settings, habit.text),
    };
  },
  mayFindInCaption: mayBeElsewhere,
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const list = listElsewhere(context);
    if (list?.text !== ' ' || habitOf(context.facts)?.text === ' ') return;
    yield {
      range: list.range,
      message: t(
        'Only blanks stand between these tags: the trainer sees one tag. Separate them by "{0}".',
        context.settings.syntax.separator,
      ),
      fixes: [separateFix(context, list)],
    };
  },
});
