import { t } from '../l10n.ts';

/** Name of a tag category in the display language; an unknown one is shown by its id. */
export function categoryName(id: string): string {
  switch (id) {
    case 'subject':
      return t('Subject');
    case 'background':
      return t('Background');
    case 'framing':
      return t('Framing');
    case 'lighting':
      return t('Lighting');
    case 'style':
      return t('Style');
    case 'quality':
      return t('Quality');
    case 'expression':
      return t('Expression');
    case 'gaze':
      return t('Gaze');
    case 'pose':
      return t('Pose');
    case 'clothing':
      return t('Clothing');
    case 'hair':
      return t('Hair');
    case 'eyes':
      return t('Eyes');
    case 'body':
      return t('Body');
    case 'colour':
      return t('Colour');
    default:
      return id;
  }
}
