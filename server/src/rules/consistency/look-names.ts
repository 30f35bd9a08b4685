import { t } from '../../ground/l10n.ts';
import type { Attribute } from '../../tags/attributes.ts';

/** An attribute in the display language. */
export function lookName(attribute: Attribute): string {
  return {
    'hair colour': t('hair colour'),
    'eye colour': t('eye colour'),
    gender: t('gender'),
    age: t('age'),
  }[attribute];
}
