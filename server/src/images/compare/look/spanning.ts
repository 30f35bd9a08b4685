import { OWN_PICTURES } from '../kinds.ts';
import type { Candidate } from '../thread.ts';
import type { Looks } from './run.ts';
import type { LookResult } from './serve.ts';

/**
 * Sure pairs that are looked at again: this many, and as many per picture; the rest of a folder full of copies is named by
 * how its pairs lie on each other.
 */
const SURE_LOOKS = 300;
const PER_PICTURE = 2;
/** Rounds of the surest pairs only; what is still open then is looked at together. */
const SPANNING_ROUNDS = 4;

/**
 * Looks only at the pairs that decide which pictures belong together: those that the first look was not sure of, and of
 * the sure ones the surest that connect everything (Kruskal). Where a look denies such a pair, or calls both pictures of
 * their own, the next surest takes its place. What is left of the budget goes to the sure pairs inside what is connected,
 * so that a pair is called what it is: first those with the picture of a group that is most like all others (the one that
 * the others were made of, mostly), then those of the smallest groups.
 * @param pictures how many pictures were compared
 * @param take looks at a batch of pairs
 * @returns what was said of the pairs that were looked at
 */
export async function lookWhereNeeded(
  candidates: readonly Candidate[],
  pictures: number,
  take: (batch: readonly Candidate[]) => Promise<Looks>,
): Promise<Looks> {
  const together = new Sets();
  const looks = new Map<Candidate, LookResult | null>();
  let open = [...candidates].sort((x, y) => y.logit - x.logit || x.a - y.a || x.b - y.b);
  let left = SURE_LOOKS + PER_PICTURE * pictures;
  for (let round = 0; open.length > 0; round++) {
    const deciding = (round < SPANNING_ROUNDS ? forest(open, together) : open).filter(({ logit }) => logit >= 0);
    // The least sure ones are those that differ most.
    const believed = deciding.slice(0, Math.max(0, deciding.length - left));
    for (const { a, b } of believed) together.join(a, b);
    const chosen = new Set(deciding.slice(believed.length));
    left -= chosen.size;
    const batch = open.filter((candidate) => candidate.logit < 0 || chosen.has(candidate));
    const taken = new Set([...batch, ...believed]);
    for (const [candidate, look] of await take(batch)) {
      looks.set(candidate, look);
      if (look && !look.kinds.some((kind) => OWN_PICTURES.includes(kind))) together.join(candidate.a, candidate.b);
    }
    open = open.filter((candidate) => !taken.has(candidate) && !together.same(candidate.a, candidate.b));
  }
  const rest = candidates.filter((candidate) => candidate.logit >= 0 && !looks.has(candidate));
  const sizes = together.sizes(rest.flatMap(({ a, b }) => [a, b]));
  const size = ({ a }: Candidate): number => sizes.get(a) ?? 0;
  const hubs = together.hubs(candidates);
  const beside = ({ a, b }: Candidate): number => (hubs.has(a) || hubs.has(b) ? 0 : 1);
  rest.sort((x, y) => beside(x) - beside(y) || size(x) - size(y) || x.logit - y.logit || x.a - y.a || x.b - y.b);
  // What others connect is not taken apart again: such a look names, it does not decide.
  for (const [candidate, look] of await take(rest.slice(0, Math.max(0, left)))) if (look) looks.set(candidate, look);
  return looks;
}

/** The surest pairs that would connect everything, were they all true. */
function forest(ordered: readonly Candidate[], together: Sets): Candidate[] {
  const sets = together.copy();
  return ordered.filter(({ a, b }) => {
    if (sets.same(a, b)) return false;
    sets.join(a, b);
    return true;
  });
}

/** Disjoint sets of numbers. */
class Sets {
  readonly #parents: Map<number, number>;

  constructor(parents: ReadonlyMap<number, number> = new Map()) {
    this.#parents = new Map(parents);
  }

  copy(): Sets {
    return new Sets(this.#parents);
  }

  same(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  /** How many of these are in the set of each. */
  sizes(members: readonly number[]): Map<number, number> {
    const unique = [...new Set(members)];
    const counts = new Map<number, number>();
    for (const member of unique) counts.set(this.#root(member), (counts.get(this.#root(member)) ?? 0) + 1);
    return new Map(unique.map((member) => [member, counts.get(this.#root(member))!]));
  }

  /** Of each set the member that its sure pairs speak for most. */
  hubs(candidates: readonly Candidate[]): Set<number> {
    const weights = new Map<number, number>();
    for (const { a, b, logit } of candidates) {
      if (logit < 0 || !this.same(a, b)) continue;
      for (const member of [a, b]) weights.set(member, (weights.get(member) ?? 0) + logit);
    }
    const hubs = new Map<number, number>();
    for (const [member, weight] of weights) {
      const hub = hubs.get(this.#root(member));
      if (hub === undefined || weight > weights.get(hub)!) hubs.set(this.#root(member), member);
    }
    return new Set(hubs.values());
  }

  join(a: number, b: number): void {
    const [x, y] = [this.#root(a), this.#root(b)];
    if (x !== y) this.#parents.set(x, y);
  }

  #root(of: number): number {
    let root = of;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    // Shorter paths: long chains would cost a walk per question.
    for (let at = of; at !== root; ) {
      const next = this.#parents.get(at)!;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}
