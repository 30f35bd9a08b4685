import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { datasetsOf, placeOf } from './subsets.ts';

export default configRule({
  id: 'oversized-batch',
  group: 'config',
  severity: 'info',
  fix: 'none',
  summary: 'Buckets hold fewer samples than one batch.',
  why: 'A batch never mixes buckets, so a thin bucket gives a smaller batch, and its images weigh more in the step (sd-scripts library/train_util.py, make_buckets).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const dataset of datasetsOf(context)) {
      const { planned } = dataset;
      if (!planned || planned.batchSize < 2) continue;
      const thin = planned.buckets.filter((bucket) => bucket.samples < planned.batchSize);
      const [first] = [...thin].sort((a, b) => a.samples - b.samples);
      if (!first) continue;
      yield {
        range: placeOf(context, dataset, 'batch_size', 'resolution'),
        message: t(
          'batch_size {0}: {1} of {2} buckets hold fewer samples ({3} holds {4}), so their batches are smaller.',
          planned.batchSize,
          thin.length,
          planned.buckets.length,
          `${first.bucket.width}×${first.bucket.height}`,
          first.samples,
        ),
      };
    }
  },
});
