import type { WhyIdle } from '../../dataset/idle.ts';
import { t } from '../../ground/l10n.ts';

/** Why an image or video never trains. */
export function unseenText(why: WhyIdle): string {
  switch (why) {
    case 'ending-case':
      return t('its extension mixes upper and lower case, which the trainer does not see');
    case 'ending':
      return t('the trainer does not look for this format');
    case 'hidden':
      return t('its name begins with a dot');
    case 'nested':
      return t('it lies in a folder below the image folder');
    case 'not-a-subset':
      return t('it lies in no folder named REPEATS_CLASS');
    case 'not-in-cache':
      return t('the cache read in place of the folder does not name it');
    case 'too-small':
      return t('it has too few pixels for skip_image_resolution');
    case 'left-over':
      return t('surplus, or kept for validation');
    case 'no-caption':
      return t('it has no caption, and the trainer leaves such images out');
    case 'companion':
      return t('it is the mask or control of another image');
    case 'unreadable':
      return t('it cannot be opened');
    case 'too-short':
      return t('it has too few frames');
    default:
      return t('the configuration does not name it');
  }
}
