import type { MetricId } from '../metrics.ts';

/** What a threshold rests on. `map`: the failure map (docs/failure-modes.md, section after the colon). */
export type Source = `map: ${string}` | `sd-scripts: ${string}`;

/** Values from which a level is reached. Rows with `below` reach it at or under the value. */
export interface Thresholds {
  readonly low?: number;
  readonly elevated?: number;
  readonly high?: number;
}

/**
 * How findings of a rule become a number: share of captions it names, of those it warns of at the most, or of images, number of findings in the set, number of those that
 * are warnings or errors, or of errors alone.
 */
export type RuleMeasure = 'captions' | 'warned' | 'images' | 'set' | 'warnings' | 'errors';

export interface EvidenceRow {
  readonly from:
    | {
        readonly rule: string;
        readonly measure: RuleMeasure;
        /** Only findings about tags of this category. */
        readonly of?: string;
      }
    | { readonly metric: MetricId; readonly below: boolean };
  /** Rows about the same thing count once when levels are added up. */
  readonly about: string;
  readonly at: Thresholds;
  readonly source: Source;
  /** The threshold is an estimate, and so is what follows from it. */
  readonly heuristic: boolean;
}

type Basis = readonly [source: Source, heuristic?: 'heuristic'];

export const row = (
  from: EvidenceRow['from'],
  about: string,
  at: Thresholds,
  [source, heuristic]: Basis,
): EvidenceRow => ({
  from,
  about,
  at,
  source,
  heuristic: heuristic !== undefined,
});
export const from = (metric: MetricId, about: string, at: Thresholds, ...basis: Basis) =>
  row({ metric, below: false }, about, at, basis);
export const below = (metric: MetricId, about: string, at: Thresholds, ...basis: Basis) =>
  row({ metric, below: true }, about, at, basis);
export const captions = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'captions' }, about, at, basis);
export const warned = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'warned' }, about, at, basis);
export const images = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'images' }, about, at, basis);
export const set = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'set' }, about, at, basis);
export const warnings = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'warnings' }, about, at, basis);
export const errors = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'errors' }, about, at, basis);

export const topic = (rule: string, of: string, ...basis: Basis) =>
  row({ rule, measure: 'set', of }, of, { low: 1 }, basis);
