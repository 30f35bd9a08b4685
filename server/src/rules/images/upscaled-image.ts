import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { bucketOf, trainedSize } from '../../images/image-bucket.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';
import { smallestSide } from './low-resolution.ts';

const options = ruleOptions({ factor: 1.2 }, () => ({
  /** How many times larger a side may become. */
  factor: z.number().min(1),
}));

export default imageRule({
  id: 'upscaled-image',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'The trainer enlarges the image to fill its bucket.',
  why: 'Enlarged images teach soft edges and scaling marks as part of the subject (seed: resolution); bucket_no_upscale keeps them at their size (sd-scripts library/train_util.py, BucketManager).',
  options,
  *check({ image, settings }: ImageContext, { factor }: typeof options.defaults): Iterable<Draft> {
    if (image.header === null || !settings.trainer.bucketsBySettings) return;
    const size = trainedSize(image.header, settings.trainer);
    // Far too small is a rule of its own.
    if (Math.min(size.width, size.height) < smallestSide(settings.resolution)) return;
    const choice = bucketOf(size, settings);
    if (!choice) return;
    const scale = Math.max(choice.resized.width / size.width, choice.resized.height / size.height);
    if (scale <= factor) return;
    yield {
      range: null,
      habit: t('Enlarged to fill the bucket: the blur trains. Use larger originals or bucket_no_upscale.'),
      message: t(
        '{0}×{1} is enlarged {2} times to {3}×{4}: the blur trains. Use a larger original or bucket_no_upscale.',
        size.width,
        size.height,
        scale.toFixed(2),
        choice.resized.width,
        choice.resized.height,
      ),
    };
  },
});
