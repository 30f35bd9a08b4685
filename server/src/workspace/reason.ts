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
      return t('another program uses it');
    default:
      return reason;
  }
}
