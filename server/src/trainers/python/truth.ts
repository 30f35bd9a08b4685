import type { PyValue } from '../documents/python-value.ts';

/** Python's truth of a value: the text "false" is true, 0 and an empty list are not. */
export function isTrue(value: PyValue | undefined): boolean {
  if (!value) return false;
  switch (value.type) {
    case 'none':
      return false;
    case 'list':
      return value.items.length > 0;
    case 'dict':
      return value.entries.size > 0;
    case 'str':
      return value.value !== '';
    case 'date':
      return true;
    default:
      return Boolean(value.value) || Number.isNaN(value.value);
  }
}
