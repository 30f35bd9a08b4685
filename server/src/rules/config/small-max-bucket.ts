import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { chooseBucket, planBuckets } from '../../trainers/buckets.ts';
import type { PixelSize } from '../../trainers/pixel-size.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { datasetsOf, placeOf } from './subsets.ts';

export default configRule({
  id: 'small-max-bucket',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'max_bucket_reso forces images that are not square into buckets of a smaller area.',
  why: 'The built-in 1024 does not follow the resolution: at 1024 a portrait of 832×1216 trains at 704×1024, with a third of its pixels lost (sd-scripts library/train_util.py, BucketManager).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const dataset of datasetsOf(context)) {
      const settings = dataset.buckets;
      if (!settings?.enableBucket || settings.bucketNoUpscale || !dataset.planned) continue;
      const large = 2 * Math.max(settings.resolution.width, settings.resolution.height);
      if (settings.maxBucketReso >= large) continue;
      const wide = planBuckets({ ...settings, maxBucketReso: large });
      if (wide.error) continue;
      let worst: { size: PixelSize; bucket: PixelSize; better: PixelSize } | null = null;
      let loss = 0;
      let count = 0;
      for (const { size, bucket } of dataset.planned.images) {
        const better = chooseBucket(wide.value, size);
        if (better.error) continue;
        const lost = area(better.value.bucket) - area(bucket);
        if (lost <= 0) continue;
        count++;
        if (lost > loss) [loss, worst] = [lost, { size, bucket, better: better.value.bucket }];
      }
      if (!worst) continue;
      yield {
        range: placeOf(context, dataset, 'max_bucket_reso', 'resolution', 'enable_bucket'),
        message: t(
          'max_bucket_reso {0}: {1} trains at {2} instead of {3}; {4} of {5} images get fewer pixels.',
          settings.maxBucketReso,
          text(worst.size),
          text(worst.bucket),
          text(worst.better),
          count,
          dataset.planned.images.length,
        ),
        fixes: fixesFrom(
          setFix(context, t('Set {0} to {1}', 'max_bucket_reso', large), dataset.table, 'max_bucket_reso', large),
        ),
      };
    }
  },
});

const area = ({ width, height }: PixelSize): number => width * height;
const text = ({ width, height }: PixelSize): string => `${width}×${height}`;
