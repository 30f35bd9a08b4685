import { t } from '../../ground/l10n.ts';
import type { UnseenReason } from '../../trainers/sd-scripts/dataset/unused-files.ts';

/** Why an image never trains. */
export function unseenText(reason: UnseenReason): string {
  switch (reason) {
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
    case 'left-over':
      return t('surplus, or kept for validation');
  }
}
