/**
 * Damerau–Levenshtein distance of two texts in UTF-16 units (optimal string alignment: insert, delete, replace, swap of
 * neighbours). Stops early: more than `limit` is returned as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= b.length; k++) {
      const cost = a[i - 1] === b[k - 1] ? 0 : 1;
      let value = Math.min(previous[k]! + 1, row[k - 1]! + 1, previous[k - 1]! + cost);
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) value = Math.min(value, before[k - 2]! + 1);
      row.push(value);
      if (value < least) least = value;
    }
    // A later swap reaches back two rows, so two rows must be beyond the limit.
    if (least > limit && Math.min(...previous) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length]!, limit + 1);
}
