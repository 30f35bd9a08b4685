import type { Finding, Severity } from '../ground/finding.ts';

/** How often a rule found something, at one severity. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** What was found in one caption, in numbers. Captions in which the same was found share one object. */
export interface FindingSummary {
  readonly counts: readonly RuleCount[];
  readonly rules: ReadonlySet<string>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** Makes summaries, each kind once. */
export class Summaries {
  readonly #made = new Map<string, FindingSummary>();

  of(findings: readonly Pick<Finding, 'rule' | 'severity'>[]): FindingSummary {
    const key = findings
      .map(({ rule, severity }) => `${rule}:${severity}`)
      .sort()
      .join(' ');
    let summary = this.#made.get(key);
    if (!summary) {
      summary = summarize(findings);
      this.#made.set(key, summary);
    }
    return summary;
  }
}

function summarize(findings: readonly Pick<Finding, 'rule' | 'severity'>[]): FindingSummary {
  const counts = new Map<string, { rule: string; severity: Severity; count: number }>();
  const bySeverity = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { rule, severity } of findings) {
    bySeverity[severity]++;
    const key = `${rule} ${severity}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { rule, severity, count: 1 });
  }
  return { counts: [...counts.values()], rules: new Set(findings.map(({ rule }) => rule)), bySeverity };
}
