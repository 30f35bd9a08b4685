/** Null when both lists are equal, else both as text. */
export function differingIds(actual: readonly number[], expected: readonly number[]): string | null {
  const is = actual.join(' ');
  const should = expected.join(' ');
  return is === should ? null : `is ${is} | should be ${should}`;
}
