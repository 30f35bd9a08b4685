import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { planBuckets } from '../../trainers/buckets.ts';
import { splitsIntoTags } from '../../trainers/captions/caption-options.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, problemDrafts, setFix } from './edits.ts';
import { type ConfigDataset, datasetsOf, ownRange, placeOf } from './subsets.ts';

export default configRule({
  id: 'config-refused-value',
  group: 'config',
  severity: 'error',
  fix: 'suggested',
  summary: 'A value has the right type and still stops training.',
  why: 'The trainer does not check values when it reads the configuration; it stops later, often after minutes of caching (sd-scripts library/train_util.py).',
  *check(context: ConfigContext): Iterable<Draft> {
    yield* problemDrafts(context, 'config-refused-value');
    for (const dataset of datasetsOf(context)) {
      yield* bucketLimits(context, dataset);
      const batch = Number(dataset.params.values.batch_size);
      if (batch < 1) {
        yield {
          range: placeOf(context, dataset, 'batch_size'),
          message: t('batch_size {0}: training stops (division by zero). It must be 1 or more.', batch),
          fixes: fixesFrom(setFix(context, t('Set {0} to {1}', 'batch_size', 1), dataset.table, 'batch_size', 1)),
        };
      }
      for (const subset of dataset.subsets) {
        const place = ownRange(context, subset.params, 'caption_separator');
        if (subset.options.captionSeparator === '' && splitsIntoTags(subset.options) && place)
          yield {
            range: place,
            message: t('An empty caption_separator stops training as soon as tags are shuffled or dropped.'),
          };
      }
    }
  },
});

function* bucketLimits(context: ConfigContext, dataset: ConfigDataset): Iterable<Draft> {
  const settings = dataset.buckets;
  // A side that is none is told by itself.
  if (!settings || settings.resolution.width < 1 || settings.resolution.height < 1) return;
  const { error } = planBuckets(settings);
  if (!error) return;
  const { width, height } = settings.resolution;
  const set = (name: string, value: number) =>
    fixesFrom(setFix(context, t('Set {0} to {1}', name, value), dataset.table, name, value));
  if (error.message.startsWith('min_bucket_reso')) {
    yield {
      range: placeOf(context, dataset, 'min_bucket_reso', 'resolution'),
      message: t(
        'min_bucket_reso {0} is above the short side of the resolution {1}×{2}: training stops.',
        settings.minBucketReso,
        width,
        height,
      ),
      fixes: set('min_bucket_reso', Math.min(256, width, height)),
    };
  } else if (error.message.startsWith('max_bucket_reso')) {
    yield {
      range: placeOf(context, dataset, 'max_bucket_reso', 'resolution'),
      message: t(
        'max_bucket_reso {0} is under the long side of the resolution {1}×{2}: training stops.',
        settings.maxBucketReso,
        width,
        height,
      ),
      fixes: set('max_bucket_reso', 2 * Math.max(width, height)),
    };
  } else {
    yield {
      range: placeOf(context, dataset, 'bucket_reso_steps', 'min_bucket_reso'),
      message: t('These bucket settings stop training: {0}.', error.message),
      fixes: settings.bucketResoSteps > 0 ? [] : set('bucket_reso_steps', 64),
    };
  }
}
