import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ ratio: 2.5 }, () => ({
  /** Long side over short side. */
  ratio: z.number().min(1),
}));

export default imageRule({
  id: 'extreme-aspect-ratio',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'The image is far longer than wide, or far wider than long.',
  why: 'Such images land in buckets of their own, which makes batches small, or are cut heavily; SDXL itself was trained up to about 4:1, most of it under 2:1 (seed: aspect ratios; heuristic).',
  options,
  *check({ image }: ImageContext, { ratio }: typeof options.defaults): Iterable<Draft> {
    if (image.header === null) return;
    const { width, height } = image.header;
    const own = Math.max(width, height) / Math.min(width, height);
    if (own <= ratio) return;
    yield {
      range: null,
      habit: t('One side is much longer than the other. Crop the pictures to what the captions describe.'),
      message: t(
        '{0}×{1}: one side is {2} times the other. Crop the picture to what the caption describes.',
        width,
        height,
        own.toFixed(1),
      ),
    };
  },
});
