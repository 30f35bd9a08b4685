import type { FolderFacts } from '../facts/facts.ts';
import { npmi } from '../facts/information.ts';

/** A tag that stands beside another more often than by chance. */
export interface Partner {
  readonly norm: number;
  /** Captions with both. */
  readonly together: number;
  /** −1 … 1 (Bouma 2009). */
  readonly npmi: number;
}

/** Counts of one question; cleared by what was touched, so that a rare tag costs nothing that grows with the folder. */
let counts = new Uint32Array(1024);

/**
 * The tags that stand beside one in at least `minimum` captions with an NPMI of at least `least`, in no order. Counted
 * anew from the captions that hold it: flat counters do 50,000 of them in a few milliseconds, where building the folder's
 * kept row of a frequent tag takes a hundred.
 */
export function partnersOf(facts: FolderFacts, norm: number, minimum: number, least: number): Partner[] {
  if (counts.length < facts.vocabulary.normCount) counts = new Uint32Array(2 * facts.vocabulary.normCount);
  const touched: number[] = [];
  for (const record of facts.captionsWith(norm)) {
    const { norms } = record;
    for (let i = 0; i < norms.length; i++) if (counts[norms[i]]++ === 0) touched.push(norms[i]);
  }
  const own = facts.frequency(norm);
  const found: Partner[] = [];
  for (const other of touched) {
    const together = counts[other];
    counts[other] = 0;
    if (other === norm || together < minimum) continue;
    const score = npmi(together, own, facts.frequency(other), facts.captions);
    if (score >= least) found.push({ norm: other, together, npmi: score });
  }
  return found;
}

/** Number of captions that hold both tags; costs what the captions of the rarer one hold. */
export function togetherCount(facts: FolderFacts, a: number, b: number): number {
  const [rare, other] = facts.frequency(a) <= facts.frequency(b) ? [a, b] : [b, a];
  let count = 0;
  for (const { norms } of facts.captionsWith(rare)) if (norms.includes(other)) count++;
  return count;
}
