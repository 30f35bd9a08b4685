import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { croppedShare, fixedSizeFit } from '../../trainers/crop.ts';
import { isTrue } from '../../trainers/python/truth.ts';
import type { ConfigContext } from '../context.ts';
import { configRule } from '../define.ts';
import { fixesFrom, setFix } from './edits.ts';
import { type ConfigDataset, datasetsOf, placeOf } from './subsets.ts';

export default configRule({
  id: 'disabled-buckets',
  group: 'config',
  severity: 'warning',
  fix: 'suggested',
  summary: 'enable_bucket is off, as it is by default, though images have other sizes than the resolution.',
  why: 'Without buckets nothing is scaled: a smaller image stops training, a larger one needs random_crop; with cache_latents every image is cut to the one size (sd-scripts library/train_util.py, __getitem__).',
  *check(context: ConfigContext): Iterable<Draft> {
    for (const dataset of datasetsOf(context)) {
      const { planned } = dataset;
      if (dataset.params.values.enable_bucket !== false || !planned) continue;
      const { resolution } = planned;
      const fits = planned.images.map((image) => fixedSizeFit(image.size, resolution));
      const unfit = fits.filter((fit) => fit !== 'fits').length;
      if (unfit === 0) continue;
      const size = `${resolution.width}×${resolution.height}`;
      yield {
        range: placeOf(context, dataset, 'enable_bucket', 'resolution'),
        ...verdict(context, dataset, size, unfit, fits.includes('too-small')),
        fixes: fixesFrom(
          setFix(context, t('Set {0} to {1}', 'enable_bucket', 'true'), dataset.table, 'enable_bucket', true),
        ),
      };
    }
  },
});

function verdict(
  context: ConfigContext,
  { planned }: ConfigDataset,
  size: string,
  unfit: number,
  anyTooSmall: boolean,
): Pick<Draft, 'message' | 'severity'> {
  const images = planned?.images ?? [];
  const { args } = context;
  const cached = isTrue(args?.get('cache_latents')) || isTrue(args?.get('cache_latents_to_disk'));
  const mean = images.reduce((sum, image) => sum + croppedShare(image), 0) / Math.max(1, images.length);
  if (cached || !context.knowsOptions) {
    const message = t(
      'enable_bucket is off: {0} of {1} images are not {2} and are cut to it, {3} % of the pixels on average.',
      unfit,
      images.length,
      size,
      (mean * 100).toFixed(0),
    );
    return { message: context.knowsOptions ? message : `${message} ${t('Without cache_latents training stops.')}` };
  }
  return anyTooSmall
    ? {
        severity: 'error',
        message: t(
          'enable_bucket is off: {0} of {1} images are not {2}; training stops at the first smaller one.',
          unfit,
          images.length,
          size,
        ),
      }
    : {
        message: t(
          'enable_bucket is off: {0} of {1} images are larger than {2} and need random_crop; nothing is scaled.',
          unfit,
          images.length,
          size,
        ),
      };
}
