import { t } from '../l10n.ts';
import type { FolderSettings } from '../settings/settings.ts';
import {
  BUCKET_DEFAULTS,
  type BucketChoice,
  type BucketPlan,
  chooseBucket,
  type PixelSize,
  planBuckets,
} from '../trainer/buckets.ts';
import { croppedShare } from '../trainer/crop.ts';

const plans = new Map<number, BucketPlan | null>();

/**
 * The buckets of a dataset without a training configuration: the trainer's own defaults with `enable_bucket`, at the
 * family's resolution (sd-scripts library/train_util.py; its `max_bucket_reso` is 1024 whatever the model).
 */
function planOf({ resolution }: FolderSettings): BucketPlan | null {
  let plan = plans.get(resolution);
  if (plan === undefined) {
    const outcome = planBuckets({
      ...BUCKET_DEFAULTS,
      enableBucket: true,
      maxBucketReso: Math.max(BUCKET_DEFAULTS.maxBucketReso, resolution),
      resolution: { width: resolution, height: resolution },
    });
    plan = outcome.value;
    plans.set(resolution, plan);
  }
  return plan;
}

/** Where an image goes; null when the trainer would stop. */
export function bucketOf(size: PixelSize, settings: FolderSettings): BucketChoice | null {
  const plan = planOf(settings);
  return plan && chooseBucket(plan, size).value;
}

export const sizeText = ({ width, height }: PixelSize): string => `${width}×${height}`;

/** `1216×832 → bucket 1216×832`, or the size alone. */
export function bucketText(size: PixelSize, settings: FolderSettings): string {
  const choice = bucketOf(size, settings);
  return choice ? t('{0} → bucket {1}', sizeText(size), sizeText(choice.bucket)) : sizeText(size);
}

/** How much of the image the bucket cuts away, in words; null when nothing. */
export function cropText(size: PixelSize, settings: FolderSettings): string | null {
  const choice = bucketOf(size, settings);
  if (!choice) return null;
  const share = croppedShare(choice);
  return share > 0 ? t('{0} % of the image is cropped', (100 * share).toFixed(1)) : null;
}
