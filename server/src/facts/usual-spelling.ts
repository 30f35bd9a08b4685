import { displayForm } from '../tags/normal.ts';
import type { FolderFacts } from './facts.ts';

/** Brackets around a tag and the weight in them are how one caption stresses it. */
const weighted = /^[([{]|:\s*[\d.]+\s*[)\]]?$/;

/**
 * A tag as the folder writes it most often, without weights; of equally frequent spellings the first by its letters, whichever was met
 * first.
 * @param norm number of its normal form
 */
export function usualSpelling(facts: FolderFacts, norm: number): string {
  let best: string | null = null;
  let most = 0;
  for (const surface of facts.vocabulary.surfacesOf(norm)) {
    const count = facts.surfaceFrequency(surface);
    const text = facts.vocabulary.surface(surface);
    if (count === 0 || weighted.test(text)) continue;
    if (best !== null && (count < most || (count === most && text > best))) continue;
    most = count;
    best = text;
  }
  return best ?? displayForm(facts.vocabulary.norm(norm), facts.spelling.majority(0.5) ?? 'space');
}

/** {@link usualSpelling} of a normal form, as people are shown it; a phrase that is no tag of the folder stays as it is. */
export function shownTag(facts: FolderFacts, norm: string): string {
  const id = facts.vocabulary.normId(norm);
  return id === undefined || facts.frequency(id) === 0 ? norm : usualSpelling(facts, id);
}
