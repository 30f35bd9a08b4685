import type { Draft, Severity } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { extensionOf } from '../../ground/paths.ts';
import type { ImageDamage, ImageFacts } from '../../images/facts.ts';
import { isImageExtension, type TrainerProfile } from '../../trainers/profiles.ts';
import { reasonText } from '../../workspace/reason.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'unreadable-image',
  group: 'images',
  severity: 'error',
  fix: 'none',
  summary: 'The file is not a whole image.',
  why: 'Trainers open images with PIL, which stops at an empty, cut or foreign file: training ends, often hours after it began (sd-scripts library/train_util.py, load_image).',
  *check({ image, settings }: ImageContext): Iterable<Draft> {
    if (!isTrained(image.file, settings.trainer)) return;
    const found = judge(image);
    if (found) yield { range: null, ...found };
  },
});

/** Files that no trainer opens cannot stop it; that they are not seen is a rule of its own. */
function isTrained(file: string, trainer: TrainerProfile): boolean {
  const extension = extensionOf(file);
  return isImageExtension(trainer, extension) || trainer.optionalImageExtensions.includes(extension.toLowerCase());
}

function judge({ damage, header, file }: ImageFacts): { message: string; severity?: Severity } | null {
  if (damage) return wording(damage, header?.format === 'jpeg', file);
  // PIL reads it only where a plugin for it was registered, which trainers do not do.
  if (header?.format === 'heif')
    return { message: t('This is a HEIC picture: training stops. Save it as PNG or JPEG.') };
  return null;
}

function wording(
  { reason, detail }: ImageDamage,
  isJpeg: boolean,
  file: string,
): { message: string; severity?: Severity } | null {
  switch (reason) {
    case 'empty':
      return { message: t('The file is empty (0 bytes): training stops. Delete it, or copy it again.') };
    case 'not-an-image':
      return {
        message:
          detail === null
            ? t('The file is not an image: training stops. Delete it, or copy it again.')
            : t('The file is not an image but {0}: training stops. Delete it, or copy it again.', detail),
      };
    case 'truncated-header':
      return { message: t('The file ends within its header: training stops. Copy it again.') };
    case 'truncated':
      return {
        message: t('The file is cut off, a part of the picture is missing: training stops. Copy it again.'),
      };
    case 'unsupported':
      // JPEG XL is seen where a module for it is installed, which then reads it too.
      if (detail !== null && extensionOf(file).toLowerCase() === `.${detail}`) return null;
      return {
        message: t('The content is {0}, which trainers cannot open: training stops. Save it as PNG.', detail ?? '?'),
      };
    case 'unreadable':
      if (detail === 'untrusted') return { message: t('Not looked at: {0}.', reasonText(detail)), severity: 'info' };
      return { message: t('The file cannot be read ({0}): training stops.', detail ?? '?') };
    case 'too-large':
      return {
        message: t('More than 178,956,970 pixels: PIL refuses the file and training stops. Make it smaller.'),
      };
    case 'corrupt':
      // libjpeg goes on with grey or shifted blocks; other formats have checksums that PIL trusts.
      if (isJpeg)
        return {
          message:
            detail === null
              ? t('A part of the picture is broken: it trains as grey or shifted blocks. Copy it again.')
              : t(
                  'Broken from {0} % of its height on: what follows trains as grey or shifted blocks. Copy it again.',
                  detail,
                ),
          severity: 'warning',
        };
      return { message: t('The picture data is broken: training may stop. Copy it again.') };
    case 'garbled':
      return {
        message: t(
          'A part of the data was overwritten: the picture trains as smeared or wrong blocks from there on. Copy it again.',
        ),
        severity: 'warning',
      };
    case 'inconsistent':
      return {
        message: t('The header contradicts itself: some programs refuse the file. Save it again.'),
        severity: 'warning',
      };
    case 'timeout':
      return { message: t('Decoding took more than 20 seconds and was stopped.'), severity: 'info' };
    case 'crashed':
      return { message: t('The decoder crashed twice on this file. Save it again.'), severity: 'warning' };
    case 'not-compared':
      return null;
  }
}
