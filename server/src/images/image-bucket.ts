import type { FolderSettings } from '../settings/settings.ts';
import { type BucketChoice, type BucketPlan, chooseBucket, planBuckets } from '../trainers/buckets.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { TrainerProfile } from '../trainers/profiles.ts';
import { trainerOf } from '../trainers/trainers.ts';
import type { ImageHeader } from './header/types.ts';

const plans = new WeakMap<object, { readonly plan: BucketPlan | null }>();

/** The buckets of a folder; null when the trainer would stop for the settings. */
export function bucketPlanOf({ training }: FolderSettings): BucketPlan | null {
  let known = plans.get(training.buckets);
  if (!known) {
    known = { plan: planBuckets(training.buckets).value };
    plans.set(training.buckets, known);
  }
  return known.plan;
}

/** Where an image goes; null when the trainer would stop. */
export function bucketOf(size: PixelSize, settings: FolderSettings): BucketChoice | null {
  const { training, family, profile } = settings;
  const placed = trainerOf(profile).place(size, training.buckets.resolution, family);
  if (placed) {
    if (placed.error) return null;
    const { bucket, resized } = placed.value;
    return { bucket, resized, aspectError: bucket.width / bucket.height - size.width / size.height };
  }
  const plan = bucketPlanOf(settings);
  return plan && chooseBucket(plan, size).value;
}

/**
 * The size the trainer works with: turned as EXIF says where the trainer does so. sd-scripts reads extended WebP files one pixel too
 * small each way (imagesize 1.4.1).
 */
export function trainedSize(
  { format, variant, width, height, exifOrientation }: ImageHeader,
  trainer?: TrainerProfile,
): PixelSize {
  if (trainer && trainer.sizesBy !== 'imagesize') {
    const isTurned = trainer.exifRotation === 'applied' && exifOrientation >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  }
  const lost = format === 'webp' && variant === 'VP8X' ? 1 : 0;
  return { width: width - lost, height: height - lost };
}
