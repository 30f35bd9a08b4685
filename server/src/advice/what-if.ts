import { entropy } from '../facts/information.ts';
import { keepChances } from '../trainers/captions/keep-chance.ts';

/** What is tried before a file or a setting is touched. */
export type Change =
  /** caption_tag_dropout_rate, behind the first `keep` tags. */
  | { readonly kind: 'tag-dropout'; readonly rate: number; readonly keep: number }
  /** shuffle_caption with keep_tokens. */
  | { readonly kind: 'shuffle'; readonly keep: number }
  /** Taking a tag (normal form) out of every caption. */
  | { readonly kind: 'remove-tag'; readonly tag: string }
  /** Keeping the first image of each cluster, with its caption. */
  | { readonly kind: 'drop-duplicates' };

export interface WhatIfCaption {
  readonly image: string | null;
  /** Of a regularization set: its words are no part of the subject's vocabulary. */
  readonly isOther: boolean;
  /** Tags as typed, in order, and their normal forms. */
  readonly tags: readonly string[];
  readonly norms: readonly string[];
  /** Content tokens of the text as it is. */
  readonly tokens: number;
}

/** The little that a trial needs to know. */
export interface WhatIfFacts {
  readonly captions: readonly WhatIfCaption[];
  readonly images: number;
  /** Images that are the same or nearly so; no image in two of them. */
  readonly clusters: readonly (readonly string[])[];
  /** Normal form of the tag that is the trigger. */
  readonly trigger: string | null;
  /** Content tokens that train; null where they are not counted. */
  readonly limit: number | null;
  /** Content tokens of a text. */
  readonly count: (text: string) => number;
}

export interface Outcome {
  readonly captions: number;
  /** Expected share of samples longer than the limit, 0 to 1; null without a limit. */
  readonly overLimitShare: number | null;
  /** Mean share of a caption's tags that reach the model, 0 to 1; null without a limit. */
  readonly reach: number | null;
  /** Shannon entropy of the subject's tags in nats, and e to its power: as many equally frequent tags would be as diverse. */
  readonly entropy: number;
  readonly effectiveTags: number;
  readonly effectiveImages: number;
  /** P(tag | trigger) per sample, strongest first; empty without a trigger. */
  readonly besideTrigger: readonly { readonly tag: string; readonly probability: number }[];
}

/** Tags listed beside the trigger. */
const listed = 20;
/** Sets larger than this are sampled evenly for the chance of tags to reach the model, which costs most. */
const reachSample = 500;

/**
 * The dataset as it is and as the changes would make it. Changes are applied in order; dropout and shuffle describe
 * samples of training, so their figures are expectations over samples (sd-scripts library/train_util.py, process_caption).
 */
export function whatIf(facts: WhatIfFacts, changes: readonly Change[]): { before: Outcome; after: Outcome } {
  return { before: outcome(facts, none), after: applied(facts, changes) };
}

interface Sampling {
  readonly rate: number;
  /** Tags at the head that dropout and shuffle leave alone. */
  readonly keep: number;
  readonly shuffled: boolean;
}
const none: Sampling = { rate: 0, keep: 0, shuffled: false };

function applied(facts: WhatIfFacts, changes: readonly Change[]): Outcome {
  let current = facts;
  let sampling = none;
  for (const change of changes) {
    if (change.kind === 'tag-dropout') sampling = { ...sampling, rate: clamp(change.rate), keep: change.keep };
    else if (change.kind === 'shuffle') sampling = { ...sampling, shuffled: true, keep: change.keep };
    else if (change.kind === 'remove-tag') current = withoutTag(current, change.tag);
    else current = withoutDuplicates(current);
  }
  return outcome(current, sampling);
}

const clamp = (rate: number): number => Math.min(1, Math.max(0, rate));

function withoutTag(facts: WhatIfFacts, tag: string): WhatIfFacts {
  const captions = facts.captions.map((caption) => {
    if (!caption.norms.includes(tag)) return caption;
    const kept = caption.norms.flatMap((norm, at) => (norm === tag ? [] : [at]));
    const tags = kept.map((at) => caption.tags[at]);
    return { ...caption, tags, norms: kept.map((at) => caption.norms[at]), tokens: facts.count(tags.join(', ')) };
  });
  return { ...facts, captions };
}

function withoutDuplicates(facts: WhatIfFacts): WhatIfFacts {
  const gone = new Set(facts.clusters.flatMap((files) => files.slice(1)));
  return {
    ...facts,
    captions: facts.captions.filter(({ image }) => image === null || !gone.has(image)),
    images: facts.images - gone.size,
    clusters: [],
  };
}

function outcome(facts: WhatIfFacts, sampling: Sampling): Outcome {
  const expected = new Map<string, number>();
  const beside = new Map<string, number>();
  let withTrigger = 0;
  for (const caption of facts.captions) {
    const chances = chancesOf(caption, sampling);
    if (!caption.isOther) for (const [norm, chance] of chances) expected.set(norm, (expected.get(norm) ?? 0) + chance);
    const trigger = facts.trigger === null ? 0 : (chances.get(facts.trigger) ?? 0);
    if (trigger === 0) continue;
    withTrigger += trigger;
    // Tags drop independently of each other, so both are there with the product of their chances.
    for (const [norm, chance] of chances)
      if (norm !== facts.trigger) beside.set(norm, (beside.get(norm) ?? 0) + chance * trigger);
  }
  const nats = entropy(expected.values());
  return {
    captions: facts.captions.length,
    overLimitShare: overLimit(facts, sampling),
    reach: reachOf(facts, sampling),
    entropy: nats,
    effectiveTags: expected.size === 0 ? 0 : Math.exp(nats),
    effectiveImages: facts.images - facts.clusters.reduce((sum, files) => sum + Math.max(0, files.length - 1), 0),
    besideTrigger: [...beside]
      .map(([tag, together]) => ({ tag, probability: together / withTrigger }))
      .sort((a, b) => b.probability - a.probability || (a.tag < b.tag ? -1 : 1))
      .slice(0, listed),
  };
}

/** Chance of each distinct tag of a caption being in a sample; a tag that stands twice is there when either is. */
function chancesOf(caption: WhatIfCaption, { rate, keep }: Sampling): Map<string, number> {
  const chances = new Map<string, number>();
  for (const [at, norm] of caption.norms.entries()) {
    const own = at < keep ? 1 : 1 - rate;
    chances.set(norm, 1 - (1 - (chances.get(norm) ?? 0)) * (1 - own));
  }
  return chances;
}

function overLimit(facts: WhatIfFacts, sampling: Sampling): number | null {
  const { limit, captions } = facts;
  if (limit === null) return null;
  if (captions.length === 0) return 0;
  let over = 0;
  for (const caption of captions)
    over += sampling.rate === 0 ? Number(caption.tokens > limit) : chanceOver(caption, limit, sampling, facts.count);
  return over / captions.length;
}

/** Chance that what dropout leaves is longer than the limit: sums of independent tags, counted out exactly. */
function chanceOver(
  caption: WhatIfCaption,
  limit: number,
  { rate, keep }: Sampling,
  count: WhatIfFacts['count'],
): number {
  if (caption.tokens <= limit) return 0;
  // A tag is counted with the comma behind it; the last one has none, which gives back one token.
  const costs = caption.tags.map((tag) => count(`${tag},`));
  const room = limit + 1;
  const fixed = costs.slice(0, keep).reduce((sum, cost) => sum + cost, 0);
  if (fixed > room) return 1;
  let fits = new Float64Array(room - fixed + 1);
  fits[0] = 1;
  for (const cost of costs.slice(keep)) {
    const next = new Float64Array(fits.length);
    for (let used = 0; used < fits.length; used++) {
      next[used] += fits[used] * rate;
      if (used + cost < next.length) next[used + cost] += fits[used] * (1 - rate);
    }
    fits = next;
  }
  return 1 - fits.reduce((sum, chance) => sum + chance, 0);
}

function reachOf(facts: WhatIfFacts, { rate, keep, shuffled }: Sampling): number | null {
  const { limit, count } = facts;
  const all = facts.captions.filter(({ tags }) => tags.length > 0);
  if (limit === null) return null;
  if (all.length === 0) return 1;
  const step = Math.max(1, Math.ceil(all.length / reachSample));
  let sum = 0;
  let seen = 0;
  for (let at = 0; at < all.length; at += step) {
    const { tags, tokens } = all[at];
    seen++;
    const fixed = tags.slice(0, keep);
    const flexible = tags.slice(keep);
    if (tokens <= limit) {
      sum += (fixed.length + flexible.length * (1 - rate)) / tags.length;
      continue;
    }
    const chances = keepChances({ fixed, flexible, suffix: [], limit, tagDropoutRate: rate, shuffled }, count);
    sum += (insideOf(fixed, limit, count) + chances.flexible.reduce((s, { chance }) => s + chance, 0)) / tags.length;
  }
  return sum / seen;
}

/** How many of the tags lie wholly inside the limit. */
function insideOf(tags: readonly string[], limit: number, count: WhatIfFacts['count']): number {
  let inside = 0;
  while (inside < tags.length && count(tags.slice(0, inside + 1).join(', ')) <= limit) inside++;
  return inside;
}
