/** JSON text with keys in a fixed order, so that equal data gives equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : item,
  );
}

/** The named answers that are not as expected, in words; null when all are. */
export function unequal(pairs: readonly (readonly [name: string, expected: unknown, got: unknown])[]): string | null {
  const wrong = pairs.filter(([, expected, got]) => canonical(expected) !== canonical(got));
  if (wrong.length === 0) return null;
  return wrong
    .map(([name, expected, got]) => `${name}: ${canonical(got)} instead of ${canonical(expected)}`)
    .join('; ');
}
