import { entropy, gini, herfindahl, normalisedEntropy, topShare } from '../facts/information.ts';
import { CATEGORIES, type Category } from '../tags/categories.ts';
import type { SubjectTags } from './subject.ts';

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
