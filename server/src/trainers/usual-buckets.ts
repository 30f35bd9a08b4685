import { BUCKET_DEFAULTS, type BucketSettings } from './buckets.ts';
import type { ModelFamily } from './families.ts';

/**
 * The bucket settings assumed where no configuration is known: the trainer's built-in values with `enable_bucket`, at the family's
 * resolution (sd-scripts library/train_util.py; its `max_bucket_reso` is 1024 whatever the model).
 */
export function usualBuckets(family: ModelFamily): BucketSettings {
  const side = family.resolution ?? 1024;
  return {
    ...BUCKET_DEFAULTS,
    resolution: { width: side, height: side },
    enableBucket: true,
    maxBucketReso: Math.max(BUCKET_DEFAULTS.maxBucketReso, side),
  };
}
