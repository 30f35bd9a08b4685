import type { Word } from './word.ts';

/** The canonical form of each tag with the index at which it stands first, in order. */
export function canonicalPlaces(words: readonly Word[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < words.length; at++) {
    const { canonical } = words[at];
    if (canonical !== '' && !places.has(canonical)) places.set(canonical, at);
  }
  return places;
}
