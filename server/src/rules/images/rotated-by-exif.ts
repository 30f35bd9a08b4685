import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'rotated-by-exif',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'Only the EXIF data says which way up the image is.',
  why: 'sd-scripts ignores the EXIF orientation: the picture trains lying on its side or upside down, in the bucket of the wrong shape (sd-scripts library/train_util.py, load_image).',
  *check({ image, settings }: ImageContext): Iterable<Draft> {
    if (settings.trainer.exifRotation !== 'ignored') return;
    const orientation = image.header?.exifOrientation ?? 1;
    if (orientation === 1) return;
    yield {
      range: null,
      message: t(
        '{0}, because the trainer ignores its EXIF orientation. Turn the pixels themselves.',
        trains(orientation),
      ),
    };
  },
});

/** How the stored pixels lie (Exif 2.3, tag 0x0112). */
function trains(orientation: number): string {
  if (orientation === 3) return t('Trains upside down');
  if (orientation === 2) return t('Trains mirrored');
  if (orientation === 4) return t('Trains upside down and mirrored');
  return orientation === 6 || orientation === 8
    ? t('Trains lying on its side')
    : t('Trains lying on its side and mirrored');
}
