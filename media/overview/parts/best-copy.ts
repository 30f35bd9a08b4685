/** What is compared of an image that shows the same picture as others. */
export interface Copy {
  readonly file: string;
  readonly caption: string | null;
  /** Pixels; null when the header could not be read. */
  readonly width: number | null;
  readonly height: number | null;
  /** Bytes. */
  readonly size: number;
}

/**
 * Copies of one picture, the one to keep first: what has a caption before what has none, so that no words are lost; then the largest,
 * the least compressed (most bytes for a pixel), and the one with the most tags. What is equal stays in its order.
 * @param tagsOf number of tags of a caption
 */
export function bestFirst<C extends Copy>(copies: readonly C[], tagsOf: (caption: string) => number): C[] {
  const ranked = copies.map((copy) => {
    const pixels = (copy.width ?? 0) * (copy.height ?? 0);
    const tags = copy.caption === null ? -1 : tagsOf(copy.caption);
    return { copy, rank: [tags >= 0 ? 1 : 0, pixels, pixels === 0 ? 0 : copy.size / pixels, tags] };
  });
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, key) => value !== b.rank[key]);
    return at < 0 ? 0 : b.rank[at] - a.rank[at];
  });
  return ranked.map(({ copy }) => copy);
}
