import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { extensionOf } from '../../ground/paths.ts';
import { isImageExtension } from '../../trainers/profiles.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'animated-image',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'The file holds an animation.',
  why: 'Only the first frame trains, which is often blank or a fade, and the caption describes the rest (sd-scripts library/train_util.py, load_image).',
  *check({ image, settings }: ImageContext): Iterable<Draft> {
    // Formats the trainer passes over (GIF for sd-scripts) have a rule of their own.
    if (!image.header?.animated || !isImageExtension(settings.trainer, extensionOf(image.file))) return;
    const { frames } = image.header;
    yield {
      range: null,
      message:
        frames === null
          ? t('An animation: only its first frame trains. Save the frame you want as PNG.')
          : t('An animation of {0} frames: only the first trains. Save the frame you want as PNG.', frames),
    };
  },
});
