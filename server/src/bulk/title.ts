import { t } from '../ground/l10n.ts';
import type { BulkOperation } from './operations.ts';

/** What an operation does, for the user. */
export function operationTitle(operation: BulkOperation): string {
  switch (operation.kind) {
    case 'add': {
      const tags = operation.tags.join(', ');
      if (operation.at === 'front') return t('Add "{0}" in front', tags);
      if (operation.at === 'end') return t('Add "{0}" at the end', tags);
      return t('Add "{0}" after "{1}"', tags, operation.after ?? '');
    }
    case 'remove':
      return t('Remove "{0}"', operation.tags.join(', '));
    case 'replace':
      return t('Replace the tag "{0}" with "{1}"', operation.tag, operation.with);
    case 'replace-text':
      return t('Replace the text "{0}" with "{1}"', operation.find, operation.with);
    case 'move-front':
      return t('Move "{0}" to the front', operation.tags.join(', '));
    case 'sort':
      return t('Sort in the order "{0}"', operation.order.join(', '));
    case 'toggle':
      return t('Correct the position of "{0}"', operation.tag);
    case 'deduplicate':
      return t('Remove repeated tags');
    case 'set-text':
      return t('Copy another caption');
  }
}
