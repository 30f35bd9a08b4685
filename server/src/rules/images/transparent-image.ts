import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'transparent-image',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'The image has transparent pixels.',
  why: 'Trainers convert to RGB, which drops alpha and lays nothing under it: the colours hidden behind transparency train, often black or noise (sd-scripts library/train_util.py, load_image).',
  *check({ image }: ImageContext): Iterable<Draft> {
    if (!image.header?.hasAlpha || image.header.animated || image.transparent === false) return;
    if (image.transparent)
      yield {
        range: null,
        message: t(
          'Has transparent pixels: alpha is dropped and the colours hidden behind it train. Put it on a background.',
        ),
      };
    // Many programs write an alpha channel that is opaque throughout.
    else
      yield {
        range: null,
        message: t(
          'Has an alpha channel, which is dropped. Compare the images to see whether anything is transparent.',
        ),
        severity: 'hint',
        asks: true,
      };
  },
});
