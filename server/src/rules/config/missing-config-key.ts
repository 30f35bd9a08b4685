import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { findInConfig } from '../../trainers/documents/document.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, problemDrafts, setFix } from './edits.ts';
import { datasetsOf, placeOf } from './subsets.ts';

export default configRule({
  id: 'missing-config-key',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'The configuration lacks a key without which the trainer does not start.',
  why: 'Every dataset needs a resolution and every subset its folder or metadata file (sd-scripts library/config_util.py; library/train_util.py, DreamBoothDataset).',
  *check(context: ConfigContext): Iterable<Draft> {
    yield* problemDrafts(context, 'missing-config-key');
    for (const dataset of datasetsOf(context)) {
      if (dataset.params.values.resolution !== null || dataset.subsets.length === 0) continue;
      // One that is refused for its value is told there.
      const { root } = context.document;
      if ([['general'], dataset.table].some((table) => findInConfig(root, [...table, 'resolution']))) continue;
      const side = context.settings.resolution;
      yield {
        range: placeOf(context, dataset),
        message: t(
          'resolution is missing: training stops unless the command line gives it. {0} fits {1}.',
          side,
          context.settings.family.name,
        ),
        severity: context.knowsOptions ? 'error' : 'warning',
        fixes: fixesFrom(setFix(context, t('Add resolution = {0}', side), dataset.table, 'resolution', side)),
      };
    }
  },
});
