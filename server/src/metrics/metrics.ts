import type { ConceptMap } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { entropy, gini, herfindahl, normalisedEntropy, topShare } from '../facts/information.ts';
import { finish, type Steps } from '../ground/steps.ts';
import { CATEGORIES, type Category } from '../tags/categories.ts';
import { type ConceptMetrics, type ConceptOverlap, conceptMetrics, conceptOverlaps } from './concept-metrics.ts';
import { type SubjectTags, subjectTags } from './subject.ts';
import { type CaptionTemplate, commonTemplate } from './templates.ts';

/** Captions below which shares and probabilities are only indicative. */
export const indicativeBelow = 30;

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

/** How tags are spread, weighed by the number of captions that hold them. */
export interface TagDistribution {
  /** Shannon entropy in nats. */
  readonly entropy: number;
  /** Entropy ÷ ln(vocabulary), 0 to 1. */
  readonly normalisedEntropy: number;
  /** e^entropy: as many equally frequent tags would be as diverse (Hill number of order 1). 0 without tags. */
  readonly effectiveTags: number;
  readonly gini: number;
  /** Herfindahl–Hirschman index, 0 to 1. */
  readonly hhi: number;
  /** Share of the most frequent tag, and of the ten most frequent. */
  readonly top1Share: number;
  readonly top10Share: number;
}

export interface KeyTag {
  readonly tag: string;
  readonly captions: number;
  readonly share: number;
  /** Mean place among the distinct tags of its captions, from 0. */
  readonly meanPosition: number;
}

export interface CategoryMetrics {
  /** Distinct tags. */
  readonly tags: number;
  /** Captions × tags of the category. */
  readonly occurrences: number;
  readonly entropy: number;
  readonly normalisedEntropy: number;
  /** The most frequent tag of the category and its share of the occurrences; null without any. */
  readonly top: { readonly tag: string; readonly captions: number; readonly share: number } | null;
}

/** Content tokens of the captions by the encoder that carries their text; null, and no histogram, where that one is not counted. */
export interface TokenMetrics {
  readonly min: number | null;
  readonly median: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  /** Share of captions longer than the limit, 0 to 1; null without a limit. */
  readonly overLimitShare: number | null;
  /** Token count and number of captions that have it, ascending. */
  readonly histogram: readonly (readonly [tokens: number, captions: number])[];
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
  const distribution = tagDistribution(counts);
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

/** The spread of tag counts; see information.ts for the formulas. */
export function tagDistribution(counts: readonly number[]): TagDistribution {
  const nats = entropy(counts);
  return {
    entropy: nats,
    normalisedEntropy: normalisedEntropy(counts),
    effectiveTags: counts.length === 0 ? 0 : Math.exp(nats),
    gini: gini(counts),
    hhi: herfindahl(counts),
    top1Share: topShare(counts, 1),
    top10Share: topShare(counts, 10),
  };
}

/** The tags of each category with their spread. Tags of no known category are left out. */
export function categoryMetrics({ tags }: SubjectTags): Record<Category, CategoryMetrics> {
  const byCategory = new Map<Category, { tag: string; count: number }[]>(CATEGORIES.map((category) => [category, []]));
  for (const { tag, category, captions } of tags)
    if (category !== null) byCategory.get(category)?.push({ tag, count: captions });
  return Object.fromEntries([...byCategory].map(([category, own]) => [category, categoryOfCounts(own)])) as Record<
    Category,
    CategoryMetrics
  >;
}

function categoryOfCounts(tags: readonly { tag: string; count: number }[]): CategoryMetrics {
  const counts = tags.map(({ count }) => count);
  const occurrences = counts.reduce((sum, count) => sum + count, 0);
  const [top] = [...tags].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
  return {
    tags: tags.length,
    occurrences,
    entropy: entropy(counts),
    normalisedEntropy: normalisedEntropy(counts),
    top: top ? { tag: top.tag, captions: top.count, share: top.count / occurrences } : null,
  };
}

const unknownTokens: TokenMetrics = {
  min: null,
  median: null,
  mean: null,
  max: null,
  overLimitShare: null,
  histogram: [],
};

/** {@link TokenMetrics} of an encoder that is counted. */
type CountedTokens = {
  readonly [K in keyof TokenMetrics]: K extends 'overLimitShare' ? TokenMetrics[K] : NonNullable<TokenMetrics[K]>;
};

/** Token counts of the captions. `limit`: content tokens that train, or null. */
export function datasetTokens(facts: FolderFacts, limit: number | null): CountedTokens {
  const histogram = [...facts.tokenHistogram].sort(([a], [b]) => a - b);
  let captions = 0;
  let sum = 0;
  let over = 0;
  for (const [tokens, count] of histogram) {
    captions += count;
    sum += tokens * count;
    if (limit !== null && tokens > limit) over += count;
  }
  return {
    min: histogram[0]?.[0] ?? 0,
    median: captions === 0 ? 0 : (nth(histogram, (captions - 1) >> 1) + nth(histogram, captions >> 1)) / 2,
    mean: captions === 0 ? 0 : sum / captions,
    max: histogram.at(-1)?.[0] ?? 0,
    overLimitShare: limit === null ? null : captions === 0 ? 0 : over / captions,
    histogram,
  };
}

/** The n-th smallest value (from 0) of a histogram. */
function nth(histogram: readonly (readonly [number, number])[], n: number): number {
  let seen = 0;
  for (const [value, count] of histogram) {
    seen += count;
    if (n < seen) return value;
  }
  return 0;
}
