import type { FolderFacts } from './facts.ts';
import { npmi, pmi, wilsonLower } from './information.ts';

/** How strongly a tag goes with another one, the "given" tag, such as a trigger. */
export interface Association {
  readonly norm: number;
  /** Normal form. */
  readonly tag: string;
  /** Captions with both. */
  readonly together: number;
  /** Captions with the given tag. */
  readonly support: number;
  /** P(tag | given) = together ÷ support. */
  readonly probability: number;
  /** What P(tag | given) is at least with 95 % confidence (Wilson). */
  readonly lower: number;
  /** Pointwise mutual information in nats. */
  readonly pmi: number;
  /** PMI normalised to −1 … 1 (Bouma 2009). */
  readonly npmi: number;
}

/** Captions that must hold both tags before their association is counted at all. */
export const leastSupport = 3;

/** The association of one tag with a given one. Costs nothing that grows with the folder once the given tag's row exists. */
export function associationOf(facts: FolderFacts, given: number, norm: number): Association {
  const together = facts.together(given, norm);
  const support = facts.frequency(given);
  return {
    norm,
    tag: facts.vocabulary.norm(norm),
    together,
    support,
    probability: support === 0 ? 0 : together / support,
    lower: wilsonLower(together, support),
    pmi: pmi(together, support, facts.frequency(norm), facts.captions),
    npmi: npmi(together, support, facts.frequency(norm), facts.captions),
  };
}

/** The tags that stand beside a given one in at least `minimum` captions, most frequent first, then by NPMI, then by name. */
export function associations(facts: FolderFacts, given: number, minimum = leastSupport): Association[] {
  const found: Association[] = [];
  for (const [norm, together] of facts.cooccurrence(given))
    if (together >= minimum) found.push(associationOf(facts, given, norm));
  return found.sort((a, b) => b.together - a.together || b.npmi - a.npmi || (a.tag < b.tag ? -1 : 1));
}
