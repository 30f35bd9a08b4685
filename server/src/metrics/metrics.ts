import type { ConceptMap } from '../concepts/concept-map.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { finish, type Steps } from '../ground/steps.ts';
import type { Category } from '../tags/categories.ts';
import { type ConceptMetrics, type ConceptOverlap, conceptMetrics, conceptOverlaps } from './concept-metrics.ts';
import { type CategoryMetrics, categoryMetrics, type TagDistribution, tagDistribution } from './spread.ts';
import { subjectCounts, subjectTags } from './subject.ts';
import { type CaptionTemplate, commonTemplate } from './templates.ts';
import { datasetTokens, type TokenMetrics, unknownTokens } from './token-metrics.ts';

/** Captions below which shares and probabilities are only indicative. */
export const indicativeBelow = 30;

/** Share of sentences from which what stands between the commas of the captions is no tag. */
export const mostlyProse = 0.5;

/** Share of captions from which a tag is a stop tag: it tells no caption from another. */
export const stopTagShare = 0.9;

/** Numbers about the text of a dataset. Every number the product shows about it is one of these. */
export interface DatasetMetrics {
  /** Captions with text that trains. */
  readonly captions: number;
  readonly tags: number;
  /** Mean number of tags in a caption, repeats included; 0 without captions. */
  readonly tagsPerCaption: number;
  /** Distinct tags, in normal form. */
  readonly vocabulary: number;
  /** Fewer captions than {@link indicativeBelow}. */
  readonly indicative: boolean;
  /** Share of captions written as sentences. */
  readonly proseShare: number;
  readonly distribution: TagDistribution;
  /** Tags in at least 90 % of the captions, most frequent first. */
  readonly stopTags: readonly KeyTag[];
  /** Number of tags that one single caption holds. */
  readonly singletons: number;
  /** Share of the vocabulary that one single caption holds. */
  readonly singletonShare: number;
  /** Tags of each category in the captions of the subject (no regularization set), and how evenly they are spread. */
  readonly categories: Readonly<Record<Category, CategoryMetrics>>;
  /** The form most captions share; null without captions. */
  readonly template: CaptionTemplate | null;
  readonly concepts: readonly ConceptMetrics[];
  readonly overlaps: readonly ConceptOverlap[];
  readonly tokens: TokenMetrics;
}

export interface KeyTag {
  readonly tag: string;
  readonly captions: number;
  readonly share: number;
  /** Mean place among the distinct tags of its captions, from 0. */
  readonly meanPosition: number;
}

/**
 * Computes the metrics of a folder from its facts.
 * @param limit content tokens that train, or null
 * @param counted whether the tokens of the encoder that carries the text are counted
 */
export function datasetMetrics(
  facts: FolderFacts,
  limit: number | null,
  concepts?: ConceptMap,
  counted = true,
): DatasetMetrics {
  return finish(metricSteps(facts, limit, concepts, counted));
}

/** The same in steps. */
export function* metricSteps(
  facts: FolderFacts,
  limit: number | null,
  concepts: ConceptMap | undefined,
  counted: boolean,
): Steps<DatasetMetrics> {
  const counts: number[] = [];
  const stopTags: KeyTag[] = [];
  let singletons = 0;
  const share = (count: number): number => (facts.captions === 0 ? 0 : count / facts.captions);
  for (const [norm, count] of facts.entries()) {
    counts.push(count);
    if (count === 1) singletons++;
    if (share(count) >= stopTagShare)
      stopTags.push({
        tag: facts.vocabulary.norm(norm),
        captions: count,
        share: share(count),
        meanPosition: facts.meanPosition(norm),
      });
  }
  stopTags.sort((a, b) => b.captions - a.captions || a.meanPosition - b.meanPosition || (a.tag < b.tag ? -1 : 1));
  yield;
  // A regularization set has words of its own.
  const distribution = tagDistribution(subjectCounts(facts, concepts));
  yield;
  const categories = categoryMetrics(subjectTags(facts, concepts));
  yield;
  const template = commonTemplate(facts, concepts);
  yield;
  const ofConcepts = concepts ? yield* conceptMetrics(facts, concepts) : [];
  yield;
  return {
    captions: facts.captions,
    tags: facts.tags,
    tagsPerCaption: share(facts.tags),
    vocabulary: counts.length,
    indicative: facts.captions < indicativeBelow,
    proseShare: share(facts.proseCaptions),
    distribution,
    stopTags,
    singletons,
    singletonShare: counts.length === 0 ? 0 : singletons / counts.length,
    categories,
    template,
    concepts: ofConcepts,
    overlaps: concepts ? conceptOverlaps(facts, concepts) : [],
    tokens: counted ? datasetTokens(facts, limit) : unknownTokens,
  };
}
