import type { RiskLevel } from '../advice/assess.ts';
import { riskLevels } from '../advice/assess.ts';
import type { FailureMode } from '../ground/finding.ts';

/** Level of each risk. */
export type Levels = Readonly<Partial<Record<FailureMode, RiskLevel>>>;

/** What a set of changes would leave. */
export interface Outcome {
  readonly levels: Levels;
  /** Evidence that is left above low, weighed: tells which way it goes where no level changes yet. */
  readonly pressure: number;
}

/** A change that can be made; which ones make the smallest cure is found out by trying. */
export interface Candidate {
  readonly id: string;
  /** Things it changes: captions, images moved, options. */
  readonly cost: number;
  /** Of candidates with the same group only one can be taken: they are more or less of the same. */
  readonly group?: string;
}

/** A chosen change and what it does in its place. */
export interface ChosenStep {
  readonly id: string;
  readonly before: Levels;
  readonly after: Levels;
}

export interface Cure {
  /** In the order in which to make them. */
  readonly steps: readonly ChosenStep[];
  readonly before: Levels;
  readonly after: Levels;
  /** Trials that were made. */
  readonly trials: number;
  /** The number of trials was not enough to look at everything. */
  readonly cutShort: boolean;
}

/** Pairs that are tried in the place of one change. */
const exchangedPairs = 20;

/** What risks are to come down to. */
const wanted = riskLevels.indexOf('low');

/** How far risks are above what is wanted: a step from high to elevated counts for more than one from elevated to low. */
export function excess(levels: Levels): number {
  let sum = 0;
  for (const level of Object.values(levels)) {
    const above = Math.max(0, riskLevels.indexOf(level) - wanted);
    sum += above * above;
  }
  return sum;
}

/** Levels first; pressure decides between sets of changes that leave the same. */
const weight = ({ levels, pressure }: Outcome): number => excess(levels) + pressure;

/**
 * A small set of changes after which every risk is low or none, or as near as the candidates come: what lowers risks most for its cost is
 * taken first, looking one change further where none helps alone; then what turned out not to be needed is put back, and what a cheaper
 * one can do is exchanged.
 * @param evaluate what all these changes would leave, by id
 * @param mostTrials trials at the most
 */
export async function smallestCure(
  candidates: readonly Candidate[],
  evaluate: (ids: readonly string[]) => Promise<Outcome>,
  mostTrials = 400,
): Promise<Cure> {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const known = new Map<string, Outcome>();
  let trials = 0;
  let cutShort = false;
  const outcomeOf = async (ids: readonly string[]): Promise<Outcome | null> => {
    const key = [...ids].sort().join('\n');
    const found = known.get(key);
    if (found) return found;
    if (trials >= mostTrials) {
      cutShort = true;
      return null;
    }
    trials++;
    const outcome = await evaluate(ids);
    known.set(key, outcome);
    return outcome;
  };
  const levelsOf = async (ids: readonly string[]): Promise<Levels | null> => (await outcomeOf(ids))?.levels ?? null;
  const costOf = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (byId.get(id)?.cost ?? 0), 0);
  const fits = (taken: readonly string[], { id, group }: Candidate): boolean =>
    !taken.includes(id) && (group === undefined || !taken.some((other) => byId.get(other)?.group === group));

  let now = (await outcomeOf([])) ?? { levels: {}, pressure: 0 };
  const before = now.levels;
  let taken: string[] = [];
  while (excess(now.levels) > 0) {
    const next = await bestNext(taken, now);
    if (!next) break;
    taken = [...taken, ...next.ids];
    now = next.outcome;
  }
  taken = await improved(taken);
  const steps: ChosenStep[] = [];
  let at: Levels = before;
  for (const [place, id] of taken.entries()) {
    const after: Levels = (await levelsOf(taken.slice(0, place + 1))) ?? at;
    steps.push({ id, before: at, after });
    at = after;
  }
  return { steps, before, after: at, trials, cutShort };

  async function bestNext(
    from: readonly string[],
    present: Outcome,
  ): Promise<{ ids: readonly string[]; outcome: Outcome } | null> {
    let best: { ids: readonly string[]; outcome: Outcome; worth: number } | null = null;
    const consider = async (ids: readonly string[]): Promise<number> => {
      const outcome = await outcomeOf([...from, ...ids]);
      if (!outcome) return 0;
      const gain = weight(present) - weight(outcome);
      const worth = gain / Math.max(1, costOf(ids));
      if (gain > 0 && (best === null || worth > best.worth)) best = { ids, outcome, worth };
      return gain;
    };
    const open = candidates.filter((candidate) => fits(from, candidate)).sort((a, b) => a.cost - b.cost);
    const useless: Candidate[] = [];
    for (const candidate of open) if ((await consider([candidate.id])) <= 0) useless.push(candidate);
    if (best !== null) return best;
    // One look further: two that do nothing alone may do it together. Cheaper pairs are tried first, and dearer than the best never.
    for (const [place, a] of useless.entries())
      for (const b of useless.slice(place + 1)) {
        if (!fits([a.id], b)) continue;
        const most: number = best === null ? 0 : (best as { worth: number }).worth;
        if (most > 0 && weight(present) / (a.cost + b.cost) <= most) continue;
        await consider([a.id, b.id]);
      }
    return best;
  }

  /** Pairs that cost at most half of something, the cheapest first. */
  function pairsBelow(open: readonly Candidate[], cost: number): Candidate[][] {
    const pairs = open.flatMap((a, place) => open.slice(place + 1).map((b) => [a, b]));
    return pairs
      .filter(([a, b]) => a !== undefined && b !== undefined && a.cost + b.cost <= cost / 2 && fits([a.id], b))
      .sort((one, two) => costOf(one.map(({ id }) => id)) - costOf(two.map(({ id }) => id)))
      .slice(0, exchangedPairs);
  }

  /** Without what is not needed, and with cheaper ones where they do as much. */
  async function improved(start: readonly string[]): Promise<string[]> {
    let current = [...start];
    const target = excess((await levelsOf(current)) ?? before);
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const id of [...current].sort((a, b) => costOf([b]) - costOf([a]))) {
        const rest = current.filter((other) => other !== id);
        const without = await levelsOf(rest);
        if (without && excess(without) <= target) {
          current = rest;
          isChanged = true;
          break;
        }
        const open = candidates
          .filter((other) => other.cost < costOf([id]) && fits(rest, other))
          .sort((a, b) => a.cost - b.cost);
        for (const others of [...open.map((other) => [other]), ...pairsBelow(open, costOf([id]))]) {
          const ids = [...rest, ...others.map((other) => other.id)];
          const exchanged = await levelsOf(ids);
          if (!exchanged || excess(exchanged) > target) continue;
          current = ids;
          isChanged = true;
          break;
        }
        if (isChanged) break;
      }
    }
    return current;
  }
}
