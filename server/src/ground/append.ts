/** Adds the items of one list to the end of another, however many there are: spread into `push` they would be arguments of a call. */
export function append<T>(into: T[], items: Iterable<T>): void {
  for (const item of items) into.push(item);
}

/** The largest of some numbers, however many there are; minus infinity for none. */
export function largest(values: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > found) found = value;
  return found;
}
