import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { splitsIntoTags } from '../../trainers/captions/caption-options.ts';
import { pathAt } from '../../trainers/documents/document.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, removeFix, setFix } from './edits.ts';
import { datasetsOf, ownRange } from './subsets.ts';

export default configRule({
  id: 'useless-keep-tokens-separator',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'No caption contains keep_tokens_separator, or it is trained as text because nothing is shuffled.',
  why: 'Without the separator in a caption keep_tokens counts instead; without shuffling, dropout or warm-up captions are not split and the separator stays in the text (sd-scripts library/train_util.py, process_caption).',
  *check(context: ConfigContext): Iterable<Draft> {
    const said = new Set<number>();
    for (const { subsets } of datasetsOf(context)) {
      for (const subset of subsets) {
        const { options, images } = subset;
        const range = ownRange(context, subset.params, 'keep_tokens_separator');
        const captions = images.filter((image) => image.caption !== '' && image.captionSource.from !== 'class-tokens');
        if (!range || options.keepTokensSeparator === '' || captions.length === 0 || said.has(range.start)) continue;
        const holding = captions.filter((image) => image.caption.includes(options.keepTokensSeparator)).length;
        if (holding === 0) {
          said.add(range.start);
          yield {
            range,
            message: t(
              'No caption contains "{0}": keep_tokens ({1}) decides in all {2} captions.',
              options.keepTokensSeparator,
              options.keepTokens,
              captions.length,
            ),
            fixes: fixesFrom(remove(context, range)),
          };
        } else if (!splitsIntoTags(options)) {
          said.add(range.start);
          yield {
            range,
            message: t(
              'Nothing is shuffled or dropped, so "{0}" is trained as text in {1} captions.',
              options.keepTokensSeparator,
              holding,
            ),
            fixes: fixesFrom(
              setFix(context, t('Set {0} to {1}', 'shuffle_caption', 'true'), subset.table, 'shuffle_caption', true),
            ),
          };
        }
      }
    }
  },
});

function remove(context: ConfigContext, value: TextRange): Fix | null {
  const path = pathAt(context.document.root, value.start)?.path;
  return path ? removeFix(context, t('Remove {0}', 'keep_tokens_separator'), path) : null;
}
