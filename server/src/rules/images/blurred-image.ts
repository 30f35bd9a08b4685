import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { bucketOf, trainedSize } from '../../images/image-bucket.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ edge: 4 }, () => ({
  /** Width of the finest edges, in pixels of the size that trains, from which on an image is blurred. */
  edge: z.number().min(1),
}));

export default imageRule({
  id: 'blurred-image',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'Even the sharpest edges of the image are blurred at the size it trains at.',
  why: 'What is out of focus, smoothed or enlarged everywhere trains as softness, and softness comes back in what is generated (seed: resolution, formats; the threshold is heuristic).',
  options,
  *check({ image, settings }: ImageContext, { edge: widest }: typeof options.defaults): Iterable<Draft> {
    const edge = image.fineness?.edge;
    if (image.header === null || edge == null) return;
    const size = trainedSize(image.header, settings.trainer);
    const choice = bucketOf(size, settings);
    // An image that is made smaller becomes as much sharper; one that is enlarged is told by rules of its own.
    const scale = choice
      ? Math.min(1, Math.max(choice.resized.width / size.width, choice.resized.height / size.height))
      : 1;
    const trained = edge * scale;
    if (trained < widest) return;
    yield {
      range: null,
      habit: t('Blurred at the size it trains at. Use sharper ones, or say so in the captions.'),
      message: t(
        'Blurred: its sharpest edges are {0} pixels wide at the size it trains at. Out of focus, smoothed or enlarged; use a sharper one, or say so in the caption.',
        trained.toFixed(1),
      ),
    };
  },
});
