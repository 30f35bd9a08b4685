import { t } from '../ground/l10n.ts';

/** Why a file could not be read or written, in words; a code that is not known stays as it is. */
export function reasonText(reason: string): string {
  switch (reason) {
    case 'ENOENT':
      return t('it is gone');
    case 'EACCES':
    case 'EPERM':
      return t('there is no permission');
    case 'read-only':
    case 'EROFS':
      return t('it is read-only');
    case 'changed':
    case 'changed meanwhile':
      return t('it was changed meanwhile');
    case 'unreadable':
      return t('it cannot be read');
    case 'ENOSPC':
      return t('the disk is full');
    case 'EBUSY':
    case 'ETXTBSY':
      return t('another program uses it');
    case 'other machine':
      return t('it lies on another machine, where nothing was opened');
    case 'locked':
      return t('another program is editing this dataset');
    case 'not a file':
    case 'ENXIO':
      return t('it is no regular file');
    case 'untrusted':
      return t('it lies outside the folders that are open, and the workspace is not trusted');
    case 'no tags':
      return t('it holds no tags');
    case 'leads outside':
      return t('it is a link that leads out of the dataset');
    case 'ENOTDIR':
      return t('a file stands where a folder should be');
    case 'EISDIR':
      return t('it is a folder');
    case 'too large':
      return t('it is too large');
    case 'not UTF-8':
      return t('it is not UTF-8');
    case 'name not UTF-8':
      return t('its name is not UTF-8, so it cannot be opened');
    case 'changed since':
      return t('it was changed since');
    case 'cancelled':
      return t('it was not reached before you cancelled');
    case 'unsaved':
      return t('it has unsaved changes in the editor');
    case 'pattern too slow':
      return t('the regular expression takes too long in it');
    case 'would be empty':
      return t('nothing would be left of it, and an empty file stops training');
    case 'EEXIST':
      return t('its place is taken');
    default:
      return reason;
  }
}
