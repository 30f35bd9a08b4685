import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';

/** What is said of a field under a name with a slip. */
export const misspelt = (range: TextRange, slip: string, field: string, captions: number): Draft => ({
  range,
  message: t('"{0}:" is "{1}:" in {2} captions. Write it alike.', slip, field, captions),
});

/** What is said of a field that has no value. */
export const withoutValue = (range: TextRange, field: string, captions: number): Draft => ({
  range,
  message: t('"{0}" has no value here, and {1} captions give one. Write it.', field, captions),
});

/** What is said of a field that stands several times. */
export const severalValues = (range: TextRange, field: string, values: readonly string[]): Draft => ({
  range,
  message: t('"{0}:" stands here {1} times: "{2}". Keep one.', field, values.length, values.join('", "')),
});
