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
  why: 'sd-scripts ignores the EXIF orientation: where the mark is right the picture trains lying on its side or upside down, in the bucket of the wrong shape (sd-scripts library/train_util.py, load_image). Programs that turn the pixels sometimes leave the mark behind, so look.',
  *check({ image, settings }: ImageContext): Iterable<Draft> {
    if (settings.trainer.exifRotation !== 'ignored') return;
    const orientation = image.header?.exifOrientation ?? 1;
    if (orientation === 1) return;
    yield {
      range: null,
      message: t(
        'Its EXIF data asks for {0}, which the trainer does not do: the pixels train as they are stored. Look at them, and turn them if they lie wrong.',
        turnText(orientation),
      ),
    };
  },
});

/** What a viewer does to the stored pixels (Exif 2.3, tag 0x0112). */
function turnText(orientation: number): string {
  switch (orientation) {
    case 2:
      return t('mirroring');
    case 3:
      return t('half a turn');
    case 4:
      return t('half a turn and mirroring');
    case 6:
      return t('a quarter turn clockwise');
    case 8:
      return t('a quarter turn anticlockwise');
    default:
      return t('a quarter turn and mirroring');
  }
}
