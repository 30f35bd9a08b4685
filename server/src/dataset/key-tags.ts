import { categoryOf } from '../tags/categories.ts';
import type { FolderFacts } from './facts.ts';

/** Share of a folder's captions that a tag must be in to count as a key tag of the folder. */
const keyShare = 0.9;
/** Share of captions that begin with a tag for it to count as the likely trigger. */
const firstShare = 0.5;
/** Below this number of captions shares say nothing. */
const fewest = 5;

/**
 * True for a tag (normal form) that the whole folder turns on: it stands first in most captions, as triggers do, or is in
 * nearly all of them. Quality words are left out. Heuristic.
 */
export function isKeyTag(facts: FolderFacts, norm: string): boolean {
  const id = facts.vocabulary.normId(norm);
  if (id === undefined || facts.captions < fewest) return false;
  const share = facts.frequency(id) / facts.captions;
  if (facts.firstCount(id) / facts.captions >= firstShare) return true;
  return share >= keyShare && categoryOf(norm) !== 'quality';
}
