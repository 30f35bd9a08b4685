import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { bucketOf, trainedSize } from '../../images/image-bucket.ts';
import { croppedShare } from '../../trainers/crop.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ share: 0.15 }, () => ({
  /** Share of the pixels the crop may cut, 0 to 1. */
  share: z.number().min(0).max(1),
}));

export default imageRule({
  id: 'heavy-crop',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'The bucket of the image cuts away a large part of it.',
  why: 'The trainer scales the image until it covers its bucket and cuts the rest at both ends: heads and feet go, and the caption still names them (sd-scripts library/train_util.py, trim_and_resize_if_required).',
  options,
  *check({ image, settings }: ImageContext, { share }: typeof options.defaults): Iterable<Draft> {
    if (image.header === null || !settings.trainer.bucketsBySettings) return;
    const size = trainedSize(image.header, settings.trainer);
    const choice = bucketOf(size, settings);
    if (!choice) return;
    const cut = croppedShare(choice);
    if (cut <= share) return;
    const { bucket, resized } = choice;
    const [higher, wider] = [resized.height > bucket.height, resized.width > bucket.width];
    const where =
      higher && wider ? t('on all sides') : higher ? t('at the top and bottom') : t('at the left and right');
    const said = t(
      '{0} % of the pixels are cut {1}: {2} trains at {3}.',
      (cut * 100).toFixed(0),
      where,
      `${size.width}×${size.height}`,
      `${bucket.width}×${bucket.height}`,
    );
    const cure = cureOf(settings);
    yield { range: null, habit: t('The bucket cuts off much of the picture. {0}', cure), message: `${said} ${cure}` };
  },
});

/** What decides the bucket, and how the cut gets smaller. */
function cureOf({ training }: ImageContext['settings']): string {
  const { enableBucket, bucketNoUpscale, bucketResoSteps } = training.buckets;
  if (!enableBucket)
    return t('Without enable_bucket all images are cut to one shape. Turn it on, or crop it yourself.');
  if (bucketNoUpscale)
    return t(
      'With bucket_no_upscale sides are rounded down to steps of {0}. Use a larger image, or crop it yourself.',
      bucketResoSteps,
    );
  return t('Crop it yourself, or allow longer buckets.');
}
