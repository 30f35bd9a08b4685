import type { MetricId } from './metrics.ts';

/** What one rule found, summed up. */
export interface RuleFacts {
  readonly findings: number;
  /** Findings of severity error. */
  readonly errors: number;
  /** Files it names, each once, in the order of the report. */
  readonly files: readonly string[];
  /** How many of the files are captions, and how many images. */
  readonly captions: number;
  readonly images: number;
}

/** A tag bound to the trigger. */
export interface BoundTag {
  /** Normal form. */
  readonly tag: string;
  readonly category: string | null;
  /** P(tag | trigger), 0 to 1. */
  readonly probability: number;
}

/**
 * What advice is given from: plain numbers of one dataset, filled by the audit. A metric that was not measured is null
 * and a rule that did not run is absent; neither is ever taken for "nothing found".
 */
export interface AdviceFacts {
  readonly images: number;
  /** Captions with text that trains. */
  readonly captions: number;
  /** Target resolution of the model family in pixels (side of the square). */
  readonly resolution: number;
  /** Content tokens that train; null where they are not counted. */
  readonly tokenLimit: number | null;
  readonly metrics: Readonly<Record<MetricId, number | null>>;
  /** The files behind a metric, where it has some. */
  readonly metricFiles: Readonly<Partial<Record<MetricId, readonly string[]>>>;
  readonly rules: ReadonlyMap<string, RuleFacts>;
  /** Trigger as written and its class word, when known. */
  readonly trigger: string | null;
  readonly classWord: string | null;
  /** How many tags stand before and including the trigger in most captions; null without a trigger. */
  readonly triggerPosition: number | null;
  /** Tags tied to the trigger, strongest first. */
  readonly boundTags: readonly BoundTag[];
  /** Style and quality tags on nearly every caption, in normal form. */
  readonly constantTags: readonly string[];
  /** The most frequent tag of a category, in normal form. */
  readonly topTags: Readonly<Record<string, string>>;
}
