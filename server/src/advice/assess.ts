import { type FailureMode, failureModes } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { indicativeBelow } from '../metrics/metrics.ts';
import { countsRegularization, type EvidenceRow, evidenceTable, type Thresholds } from './evidence.ts';
import type { AdviceFacts, Part, RuleFacts } from './facts.ts';
import { formatValue, type MetricUnit, metrics } from './metrics.ts';
import { howToMeasure, type Need, type Unmeasured } from './needs.ts';
import { hasRegularization } from './numbers.ts';

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
  /** Fewer than {@link tooFewBelow} images: shares and spreads count as low at most. */
  readonly tooFew: boolean;
  /** Rules and metrics of the table that were not measured here. */
  readonly notEvaluated: readonly string[];
  /** The same by reason, with what would measure them. */
  readonly unmeasured: readonly Unmeasured[];
}

/** Images below which a share of them or a spread over them says nothing sure: it never makes a risk more than low. */
export const tooFewBelow = 20;

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
  const missing = new Map<Need, Set<string>>();
  const tooFew = facts.subjects < tooFewBelow;
  for (const row of evidenceTable[mode]) {
    const measured = measure(row, facts, mode);
    if (measured === null) {
      const need = needOf(row, facts);
      missing.set(need, (missing.get(need) ?? new Set()).add(idOf(row)));
      continue;
    }
    const below = 'metric' in row.from && row.from.below;
    const reached = levelAt(measured.value, row.at, below);
    if (reached === 'none') continue;
    const threshold = row.at[reached] as number;
    evidence.push({
      kind: 'rule' in row.from ? 'rule' : 'metric',
      id: idOf(row),
      about: row.about,
      level: tooFew && 'metric' in row.from && metrics[row.from.metric].statistic ? 'low' : reached,
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
  return {
    mode,
    level: combine(evidence),
    evidence,
    indicative: facts.subjects < indicativeBelow,
    tooFew,
    notEvaluated: [...new Set([...missing.values()].flatMap((ids) => [...ids]))].sort(),
    unmeasured: [...missing].map(([need, ids]) => ({ need, ids: [...ids].sort(), how: howToMeasure(need) })),
  };
}

const idOf = ({ from }: EvidenceRow): string => ('rule' in from ? from.rule : from.metric);

/** What a row that was not measured lacks. */
function needOf({ from }: EvidenceRow, facts: AdviceFacts): Need {
  if ('rule' in from) return facts.idle.get(from.rule) ?? 'rule-on';
  const { need } = metrics[from.metric];
  const isOfTraining = need === 'options' || need === 'configuration';
  if (isOfTraining && facts.training?.stops && (need === 'configuration' || facts.training.knowsOptions))
    return 'stops';
  if (need === 'options' && facts.training === null) return 'configuration';
  if (need === 'options' && facts.training?.knowsOptions) return from.metric === 'kept-states' ? 'long-run' : 'trainer';
  if ((need === 'trigger' || need === 'class-word') && facts.triggerCut) return 'reached-trigger';
  if (need === 'trigger' && facts.trigger !== null) return 'trigger-tag';
  if (need === 'class-word' && facts.classWord !== null) return 'trigger-tag';
  if (need === 'two-triggers' && facts.proseShare > 0.5) return 'trigger-tag';
  if (need === 'configuration' && facts.training !== null) return 'trainer';
  if (need === 'pixels' && facts.compared) return 'named-colour';
  // With a set its pictures are what is not known.
  if (need === 'regularization' && hasRegularization(facts)) return facts.compared ? 'enough-images' : 'pixels';
  return facts.captions === 0 && captionNeeds.has(need) ? 'captions' : need;
}
/** Without any caption these are not what is missing first. */
const captionNeeds: ReadonlySet<Need> = new Set(['enough-captions', 'named-category', 'trigger', 'class-word']);

interface Measured {
  readonly value: number;
  readonly unit: MetricUnit;
  readonly files: readonly string[];
  /** A share of all images, those of the regularization set among them. */
  readonly ofAll?: boolean;
}

function measure({ from, at }: EvidenceRow, facts: AdviceFacts, mode: FailureMode): Measured | null {
  if ('metric' in from) {
    const value = facts.metrics[from.metric];
    const files = facts.metricFiles[from.metric] ?? [];
    return value === null ? null : { value, unit: metrics[from.metric].unit, files };
  }
  const rule = facts.rules.get(from.rule);
  if (!rule) return null;
  if (from.measure === 'captions') return shareOf(affected(rule));
  if (from.measure === 'warned') {
    const named = shareOf(affected(rule));
    return { ...named, value: Math.min(named.value, rule.captions.of === 0 ? 0 : rule.warnings / rule.captions.of) };
  }
  if (from.measure === 'images') {
    const subject = shareOf(rule.images);
    if (!countsRegularization.has(mode)) return subject;
    const all = { ...shareOf(rule.allImages), ofAll: true };
    const reached = ({ value }: Measured): number => riskLevels.indexOf(levelAt(value, at, false));
    return reached(all) > reached(subject) ? all : subject;
  }
  if (from.of !== undefined) return { value: rule.topics.get(from.of) ?? 0, unit: 'count', files: rule.files };
  const counts = { set: rule.findings, warnings: rule.warnings, errors: rule.errors };
  return { value: counts[from.measure], unit: 'count', files: rule.files };
}

const shareOf = ({ files, of }: Part): Measured => ({ value: of === 0 ? 0 : files.length / of, unit: 'share', files });

/** Captions a rule names; a rule that names images only is measured by those. */
const affected = ({ captions, images }: RuleFacts): Part => (captions.files.length > 0 ? captions : images);

function levelAt(value: number, at: Thresholds, below: boolean): RiskLevel {
  const reached = (threshold: number | undefined): boolean =>
    threshold !== undefined && (below ? value <= threshold : value >= threshold);
  for (const level of ['high', 'elevated', 'low'] as const) if (reached(at[level])) return level;
  return 'none';
}

/** The highest level of the evidence; two elevated pieces about different things make high. Low ones never add up. */
export function combine(evidence: readonly Pick<Evidence, 'level' | 'about'>[]): RiskLevel {
  const levels = new Set(evidence.map(({ level }) => level));
  if (levels.has('high')) return 'high';
  const elevated = new Set(evidence.filter(({ level }) => level === 'elevated').map(({ about }) => about));
  if (elevated.size > 1) return 'high';
  if (elevated.size === 1) return 'elevated';
  return levels.has('low') ? 'low' : 'none';
}

function textOf(row: EvidenceRow, { value, unit, ofAll }: Measured, threshold: number, facts: AdviceFacts): string {
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
  const told = (text: string): string => (found?.toldBy == null ? text : t('{0}; {1} tells it', text, found.toldBy));
  if (how === 'captions' || how === 'warned')
    return told(t('{0}: {1} of the captions (counts from {2})', rule, shown, limit));
  if (ofAll) return t('{0}: {1} of all images, regularization included (counts from {2})', rule, shown, limit);
  if (how === 'images') return t('{0}: {1} of the images (counts from {2})', rule, shown, limit);
  if (how === 'errors') return t('{0}: {1} files stop training', rule, found?.errors ?? 0);
  return told(t('{0}: {1} found', rule, shown));
}
