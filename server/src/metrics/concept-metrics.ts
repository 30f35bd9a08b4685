import type { ConceptMap } from '../concepts/concept-map.ts';
import { type Concept, isKnown, type KnownConcept } from '../concepts/concepts.ts';
import { type Association, associations, leastSupport } from '../facts/associations.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { jensenShannon } from '../facts/information.ts';
import { ascending } from '../ground/numbers.ts';
import type { Steps } from '../ground/steps.ts';

/** Tags of a concept that are compared with those of another. */
export const comparedTags = 20;
/** Associations of a trigger that the report lists. */
const listed = 30;

/** The captions of one folder of the dataset, with what stands beside its trigger. */
export interface ConceptMetrics {
  readonly folder: string;
  readonly trigger: string | null;
  readonly captions: number;
  /** Distinct tags. */
  readonly vocabulary: number;
  /** Most frequent tags of the folder, by captions. */
  readonly top: readonly { readonly tag: string; readonly captions: number; readonly share: number }[];
  /** What stands beside the trigger most often, with P(tag | trigger), PMI and NPMI; empty without a trigger tag. */
  readonly besideTrigger: readonly Omit<Association, 'norm'>[];
}

/** How alike the captions of two concepts are. */
export interface ConceptOverlap {
  readonly a: string;
  readonly b: string;
  /** Tags among the most frequent of both, and how many were compared. */
  readonly shared: readonly string[];
  readonly compared: number;
  /** Jensen–Shannon divergence of the tag distributions in bits: 0 the same, 1 nothing in common. Triggers left out. */
  readonly jensenShannon: number;
}

/** Metrics of each folder with captions. */
export function* conceptMetrics(facts: FolderFacts, concepts: ConceptMap): Steps<ConceptMetrics[]> {
  const metrics: ConceptMetrics[] = [];
  for (const concept of concepts.all) {
    if (concept.captions === 0) continue;
    const top = topTags(facts, concept);
    yield;
    metrics.push({
      folder: concept.folder,
      trigger: concept.trigger,
      captions: concept.captions,
      vocabulary: facts.subset(concept.folder)?.vocabulary ?? 0,
      top: top.map(({ tag, captions }) => ({ tag, captions, share: captions / concept.captions })),
      besideTrigger:
        concept.triggerNorm === null
          ? []
          : associations(facts, concept.triggerNorm, leastToList(facts.cooccurrence(concept.triggerNorm)))
              .slice(0, listed)
              .map(({ norm: _, ...rest }) => rest),
    });
    yield;
  }
  return metrics;
}

/** Captions that the tags of a list have at least: what has fewer is not ranked, for ranking a whole vocabulary takes long. */
const leastToList = (row: ReadonlyMap<number, number>): number =>
  Math.max(leastSupport, nthLargest(row.values(), listed));

/** The n-th largest of numbers; 0 where there are fewer. */
function nthLargest(values: Iterable<number>, n: number): number {
  return ascending(values).at(-n) ?? 0;
}

/** The most frequent tags of a concept, its trigger left out. */
export function topTags(facts: FolderFacts, concept: Concept): { tag: string; captions: number }[] {
  const subset = facts.subset(concept.folder);
  if (!subset) return [];
  const entries = [...subset.entries()].filter(([norm]) => norm !== concept.triggerNorm);
  const least = nthLargest(
    entries.map(([, captions]) => captions),
    comparedTags,
  );
  return entries
    .filter(([, captions]) => captions >= least)
    .map(([norm, captions]) => ({ tag: facts.vocabulary.norm(norm), captions }))
    .sort((a, b) => b.captions - a.captions || (a.tag < b.tag ? -1 : 1))
    .slice(0, comparedTags);
}

/** Every pair of concepts with different triggers that are known well enough. */
export function conceptOverlaps(facts: FolderFacts, concepts: ConceptMap): ConceptOverlap[] {
  const known = concepts.all.filter(isKnown);
  const found: ConceptOverlap[] = [];
  for (const [at, a] of known.entries()) {
    for (const b of known.slice(at + 1)) if (a.trigger !== b.trigger) found.push(overlapOf(facts, a, b));
  }
  return found;
}

function overlapOf(facts: FolderFacts, a: KnownConcept, b: KnownConcept): ConceptOverlap {
  const topA = topTags(facts, a);
  const topB = new Set(topTags(facts, b).map(({ tag }) => tag));
  const shared = topA.filter(({ tag }) => topB.has(tag)).map(({ tag }) => tag);
  return {
    a: a.folder,
    b: b.folder,
    shared,
    compared: Math.min(topA.length, topB.size),
    jensenShannon: jensenShannon(countsOf(facts, a, b), countsOf(facts, b, a)),
  };
}

function countsOf(facts: FolderFacts, concept: Concept, other: Concept): Map<number, number> {
  const counts = new Map(facts.subset(concept.folder)?.entries() ?? []);
  for (const { triggerNorm } of [concept, other]) if (triggerNorm !== null) counts.delete(triggerNorm);
  return counts;
}
