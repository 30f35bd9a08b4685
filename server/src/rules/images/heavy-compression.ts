import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ quality: 60, webpQuality: 25 }, () => ({
  /** Least estimated quality of a JPEG, 1 to 100. */
  quality: z.number().min(1).max(100),
  /** Least estimated quality of a lossy WebP, 0 to 100; the estimate is off by up to 20. */
  webpQuality: z.number().min(0).max(100),
}));

export default imageRule({
  id: 'heavy-compression',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'The image was compressed so much that it shows.',
  why: 'Blocks and smear of strong compression are part of what is trained, and come back as texture (seed: formats, outliers; heuristic).',
  options,
  *check({ image }: ImageContext, least: typeof options.defaults): Iterable<Draft> {
    if (image.header === null) return;
    const { jpegQuality, webpQuality } = image.header;
    if (jpegQuality !== null && jpegQuality < least.quality) {
      yield {
        range: null,
        habit: t('JPEG of low quality: its blocks train as texture. Use better originals.'),
        message: t('JPEG of quality {0}: its blocks train as texture. Use a better original.', jpegQuality),
      };
      return;
    }
    if (webpQuality !== null && webpQuality < least.webpQuality)
      yield {
        range: null,
        message: t(
          'WebP of a quality about {0}: fine detail is gone and the smear trains. Use a better original.',
          webpQuality,
        ),
      };
  },
});
