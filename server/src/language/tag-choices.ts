import type { DatasetIndex } from '../dataset/index.ts';
import { usualSpelling } from '../facts/usual-spelling.ts';
import { normalTag } from '../tags/normal.ts';
import { writtenAsFolder } from './completion.ts';
import { tagSearch } from './tag-search.ts';

/** A tag that can be written where nothing is known of the caption. */
export interface TagChoice {
  /** As the dataset writes it. */
  readonly tag: string;
  /** Captions that hold it. */
  readonly captions: number;
  /** Posts in the user's list; null when it is not of the list. */
  readonly posts: number | null;
}

/**
 * Tags that match what is typed, at most `limit`: one that is typed in full, the dataset's own by count, then those of the user's list.
 */
export function tagChoices(index: DatasetIndex, typed: string, limit: number): TagChoice[] {
  const query = normalTag(typed);
  const { facts, vocabulary, knownTags } = index;
  const choices = new Map<string, TagChoice>();
  const fromDataset = (norm: number): void => {
    const name = vocabulary.norm(norm);
    if (choices.size >= limit || choices.has(name) || facts.frequency(norm) === 0) return;
    const tag = usualSpelling(facts, norm);
    choices.set(name, { tag, captions: facts.frequency(norm), posts: knownTags?.get(name)?.count ?? null });
  };
  const typedNorm = query === '' ? undefined : vocabulary.normId(query);
  if (typedNorm !== undefined) fromDataset(typedNorm);
  for (const norm of tagSearch(index).find(query, limit)) fromDataset(norm);
  if (knownTags && query !== '')
    for (const { norm, count } of knownTags.complete(query, limit))
      if (choices.size < limit && !choices.has(norm))
        choices.set(norm, { tag: writtenAsFolder({ facts }, norm), captions: 0, posts: count });
  return [...choices.values()];
}

/** The tags of some captions that match what is typed, those in most of them first. */
export function presentChoices(
  index: DatasetIndex,
  files: Iterable<string>,
  typed: string,
  limit: number,
): TagChoice[] {
  const query = normalTag(typed);
  const counts = new Map<number, number>();
  for (const file of files)
    for (const norm of index.record(file)?.norms ?? []) counts.set(norm, (counts.get(norm) ?? 0) + 1);
  const rankOf = (name: string): number => (name.startsWith(query) ? 0 : name.includes(` ${query}`) ? 1 : 2);
  return [...counts]
    .map(([norm, captions]) => ({ norm, captions, rank: rankOf(index.vocabulary.norm(norm)) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank || b.captions - a.captions || a.norm - b.norm)
    .slice(0, limit)
    .map(({ norm, captions }) => ({ tag: usualSpelling(index.facts, norm), captions, posts: null }));
}
