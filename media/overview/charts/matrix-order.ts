/** Captions with both tags of a row and a column; the diagonal holds the captions with the tag. */
export interface Matrix {
  readonly tags: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Share of the captions from which on a tag is everywhere: it stands with everything, and tells nothing of what belongs together. */
const everywhere = 0.95;

/**
 * The matrix as it is drawn: without the tags of nearly every caption, and what belongs together side by side. Each tag is followed by
 * the one of those left with which its normalised pointwise mutual information is highest; the most frequent comes first.
 * @param captions that were counted
 */
export function arranged({ tags, counts }: Matrix, captions: number): Matrix {
  const telling = tags.flatMap((_, at) => (counts[at][at] < everywhere * captions ? [at] : []));
  const rest = new Set(telling.length > 1 ? telling : tags.keys());
  const order: number[] = [];
  while (rest.size > 0) {
    const last = order.at(-1);
    const bond = (at: number): number =>
      last === undefined ? 0 : npmi(counts[last][at], counts[last][last], counts[at][at], captions);
    const next = [...rest].reduce((best, at) => (bond(at) > bond(best) ? at : best));
    order.push(next);
    rest.delete(next);
  }
  return { tags: order.map((at) => tags[at]), counts: order.map((row) => order.map((column) => counts[row][column])) };
}

/** Normalised pointwise mutual information of two tags, -1 (never together) to 1 (always). Bouma 2009. */
function npmi(both: number, a: number, b: number, captions: number): number {
  if (both === 0 || captions === 0) return -1;
  if (both === captions) return 1;
  return Math.log((both * captions) / (a * b)) / Math.log(captions / both);
}
