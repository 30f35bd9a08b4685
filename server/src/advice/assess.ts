import { type FailureMode, failureModes } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { indicativeBelow } from '../metrics/metrics.ts';
import { type EvidenceRow, evidenceTable, type Thresholds } from './evidence.ts';
import type { AdviceFacts, RuleFacts } from './facts.ts';
import { formatValue, type MetricUnit, metrics } from './metrics.ts';

export const riskLevels = ['none', 'low', 'elevated', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** A finding or metric that speaks for a failure mode, with the number that made it do so. */
export interface Evidence {
  readonly kind: 'rule' | 'metric';
  readonly id: string;
  /** What it is about; evidence about one thing counts once. */
  readonly about: string;
  readonly level: Exclude<RiskLevel, 'none'>;
  /** Shares are 0 to 1. */
  readonly value: number;
  readonly unit: MetricUnit;
  readonly threshold: number;
  /** The level is reached at or under the threshold instead of at or over it. */
  readonly below: boolean;
  /** One line in the display language. */
  readonly text: string;
  /** The first files behind it; `fileCount` says how many there are. */
  readonly files: readonly string[];
  readonly fileCount: number;
  readonly source: string;
  readonly heuristic: boolean;
}

export interface Risk {
  readonly mode: FailureMode;
  readonly level: RiskLevel;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  /** Too few images for figures to rely on. */
  readonly indicative: boolean;
  /** Rules and metrics of the table that were not measured here. */
  readonly notEvaluated: readonly string[];
}

/** Files named per piece of evidence; the findings hold the rest. */
const filesShown = 20;

/**
 * The risk of each failure mode, from the evidence table alone (evidence.ts). What was not measured is listed and counts
 * for nothing.
 */
export function assess(facts: AdviceFacts): Risk[] {
  return failureModes.map((mode) => assessMode(mode, facts));
}

function assessMode(mode: FailureMode, facts: AdviceFacts): Risk {
  const evidence: Evidence[] = [];
  const notEvaluated = new Set<string>();
  for (const row of evidenceTable[mode]) {
    const measured = measure(row, facts);
    if (measured === null) {
      notEvaluated.add('rule' in row.from ? row.from.rule : row.from.metric);
      continue;
    }
    const below = 'metric' in row.from && row.from.below;
    const level = levelAt(measured.value, row.at, below);
    if (level === 'none') continue;
    const threshold = row.at[level] as number;
    evidence.push({
      kind: 'rule' in row.from ? 'rule' : 'metric',
      id: 'rule' in row.from ? row.from.rule : row.from.metric,
      about: row.about,
      level,
      value: measured.value,
      unit: measured.unit,
      threshold,
      below,
      text: textOf(row, measured, threshold, facts),
      files: measured.files.slice(0, filesShown),
      fileCount: measured.files.length,
      source: row.source,
      heuristic: row.heuristic,
    });
  }
  evidence.sort((a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level));
  const size = facts.images > 0 ? facts.images : facts.captions;
  return {
    mode,
    level: combine(evidence),
    evidence,
    indicative: size < indicativeBelow,
    notEvaluated: [...notEvaluated].sort(),
  };
}

interface Measured {
  readonly value: number;
  readonly unit: MetricUnit;
  readonly files: readonly string[];
}

function measure({ from }: EvidenceRow, facts: AdviceFacts): Measured | null {
  if ('metric' in from) {
    const value = facts.metrics[from.metric];
    const files = facts.metricFiles[from.metric] ?? [];
    return value === null ? null : { value, unit: metrics[from.metric].unit, files };
  }
  const rule = facts.rules.get(from.rule);
  if (!rule) return null;
  const part = (of: number, all: number): Measured => ({
    value: all === 0 ? 0 : Math.min(1, of / all),
    unit: 'share',
    files: rule.files,
  });
  if (from.measure === 'captions') return part(affected(rule), Math.max(facts.captions, rule.captions));
  if (from.measure === 'images') return part(rule.images || rule.files.length, facts.images);
  return { value: from.measure === 'errors' ? rule.errors : rule.findings, unit: 'count', files: rule.files };
}

/** Captions a rule names; a rule that names images only is measured by those. */
const affected = (rule: RuleFacts): number => (rule.captions > 0 ? rule.captions : rule.files.length);

function levelAt(value: number, at: Thresholds, below: boolean): RiskLevel {
  const reached = (threshold: number | undefined): boolean =>
    threshold !== undefined && (below ? value <= threshold : value >= threshold);
  for (const level of ['high', 'elevated', 'low'] as const) if (reached(at[level])) return level;
  return 'none';
}

/** The highest level; two elevated about different things make high, three low about different things elevated. */
function combine(evidence: readonly Evidence[]): RiskLevel {
  const things = (atLeast: RiskLevel): number =>
    new Set(evidence.filter((e) => riskLevels.indexOf(e.level) >= riskLevels.indexOf(atLeast)).map((e) => e.about))
      .size;
  if (things('high') > 0 || things('elevated') > 1) return 'high';
  if (things('elevated') > 0 || things('low') > 2) return 'elevated';
  return things('low') > 0 ? 'low' : 'none';
}

function textOf(row: EvidenceRow, { value, unit }: Measured, threshold: number, facts: AdviceFacts): string {
  const shown = formatValue(value, unit);
  const limit = formatValue(threshold, unit);
  if ('metric' in row.from) {
    const title = metrics[row.from.metric].title();
    return row.from.below
      ? t('{0}: {1} (counts up to {2})', title, shown, limit)
      : t('{0}: {1} (counts from {2})', title, shown, limit);
  }
  const { rule, measure: how } = row.from;
  const found = facts.rules.get(rule);
  if (how === 'captions') return t('{0}: {1} of the captions (counts from {2})', rule, shown, limit);
  if (how === 'images') return t('{0}: {1} of the images (counts from {2})', rule, shown, limit);
  if (how === 'errors') return t('{0}: {1} files stop training', rule, found?.errors ?? 0);
  return t('{0}: {1} found', rule, shown);
}
