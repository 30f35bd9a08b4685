import type { ConceptMap } from '../concepts/concept-map.ts';
import { type Concept, isKnown, type KnownConcept } from '../concepts/concepts.ts';
import { type Association, associations, leastSupport } from '../facts/associations.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { jensenShannon } from '../facts/information.ts';
import { ascending } from '../ground/numbers.ts';
import type { Steps } from '../ground/steps.ts';
import { isSameTrigger } from '../tags/trigger-words.ts';
import { captionsByTrigger } from './told-apart.ts';

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
  /** Their folders: one and the same where both triggers stand in it. */
  readonly a: string;
  readonly b: string;
  readonly triggers: readonly [a: string, b: string];
  /** Captions of each; of one folder those that name one of the two alone. */
  readonly captions: readonly [a: number, b: number];
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
function topTags(facts: FolderFacts, concept: Concept): TagCount[] {
  const subset = facts.subset(concept.folder);
  return subset
    ? mostFrequent(
        facts,
        [...subset.entries()].filter(([norm]) => norm !== concept.triggerNorm),
      )
    : [];
}

interface TagCount {
  readonly tag: string;
  readonly captions: number;
}

function mostFrequent(facts: FolderFacts, entries: readonly (readonly [norm: number, captions: number])[]): TagCount[] {
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

/** Every pair of concepts with different triggers that are known well enough, those that share a folder too. */
export function conceptOverlaps(facts: FolderFacts, concepts: ConceptMap): ConceptOverlap[] {
  const known = concepts.all.filter(isKnown);
  const found: ConceptOverlap[] = [];
  for (const [at, a] of known.entries()) {
    const within = captionsByTrigger(facts, a).map(
      ({ trigger, captions, tags }): Side => ({
        folder: a.folder,
        trigger,
        captions,
        counts: tags,
        top: mostFrequent(facts, [...tags]),
      }),
    );
    for (const [first, one] of within.entries())
      for (const other of within.slice(first + 1)) found.push(overlapOf(one, other));
    for (const b of known.slice(at + 1))
      if (!isSameTrigger(a.trigger, b.trigger)) found.push(overlapOf(sideOf(facts, a, b), sideOf(facts, b, a)));
  }
  return found;
}

/** One of two concepts that are compared. */
interface Side {
  readonly folder: string;
  readonly trigger: string;
  readonly captions: number;
  /** Captions that hold each tag; triggers left out. */
  readonly counts: ReadonlyMap<number, number>;
  readonly top: readonly TagCount[];
}

function overlapOf(a: Side, b: Side): ConceptOverlap {
  const topB = new Set(b.top.map(({ tag }) => tag));
  const shared = a.top.filter(({ tag }) => topB.has(tag)).map(({ tag }) => tag);
  return {
    a: a.folder,
    b: b.folder,
    triggers: [a.trigger, b.trigger],
    captions: [a.captions, b.captions],
    shared,
    compared: Math.min(a.top.length, topB.size),
    jensenShannon: jensenShannon(a.counts, b.counts),
  };
}

function sideOf(facts: FolderFacts, concept: KnownConcept, other: KnownConcept): Side {
  const counts = new Map(facts.subset(concept.folder)?.entries() ?? []);
  for (const { triggerNorm } of [concept, other]) if (triggerNorm !== null) counts.delete(triggerNorm);
  const { folder, trigger, captions } = concept;
  return { folder, trigger, captions, counts, top: topTags(facts, concept) };
}
