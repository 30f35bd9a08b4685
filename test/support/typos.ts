import { normalTag } from '../../server/src/tags/normal.ts';
import { type TypoFinding, TypoIndex, type TypoOptions } from '../../server/src/tags/typos.ts';

/** The probable misspellings in a folder; `counts` maps tags (normal or as written) to their counts. */
export function findTypos(counts: ReadonlyMap<string, number>, options: TypoOptions = {}): TypoFinding[] {
  const index = new TypoIndex(options);
  const merged = new Map<string, number>();
  for (const [tag, count] of counts) {
    const norm = normalTag(tag);
    if (norm !== '') merged.set(norm, (merged.get(norm) ?? 0) + count);
  }
  for (const [norm, count] of merged) index.set(norm, count);
  return index.all();
}
