import { normalTag } from './normal.ts';
import { canonicalTag } from './synonyms.ts';

let last: { readonly tags: readonly string[]; readonly places: ReadonlyMap<string, number> } | null = null;

/**
 * The canonical form of each tag (in any written form) with the index at which it stands first, in order. Several questions are
 * asked about one caption in a row: the answer for the last list is kept.
 */
export function canonicalPlaces(tags: readonly string[]): ReadonlyMap<string, number> {
  if (last?.tags === tags) return last.places;
  const places = new Map<string, number>();
  for (let at = 0; at < tags.length; at++) {
    const canonical = canonicalTag(normalTag(tags[at]));
    if (canonical !== '' && !places.has(canonical)) places.set(canonical, at);
  }
  last = { tags, places };
  return places;
}
