import type { DatasetIndex } from '../dataset/index.ts';
import { type Finding, type Severity, severities } from '../ground/finding.ts';
import type { ReportSummary } from './report.ts';

/** The counts of a report. */
export function summarize(index: DatasetIndex, findings: readonly Finding[]): ReportSummary {
  let pairs = 0;
  for (const image of index.images) if (image.caption !== null) pairs++;
  return { images: index.imageCount, captions: index.captionCount, pairs, ...countFindings(findings) };
}

/** Findings by severity, and by rule with its gravest severity first. */
export function countFindings(
  findings: readonly Pick<Finding, 'rule' | 'severity'>[],
): Pick<ReportSummary, 'findings' | 'rules'> {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  const byRule = new Map<string, { rule: string; severity: Severity; count: number }>();
  for (const { rule, severity } of findings) {
    bySeverity[severity]++;
    const entry = byRule.get(rule);
    if (!entry) byRule.set(rule, { rule, severity, count: 1 });
    else {
      entry.count++;
      if (severities.indexOf(severity) < severities.indexOf(entry.severity)) entry.severity = severity;
    }
  }
  return {
    findings: bySeverity,
    rules: [...byRule.values()].sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count,
    ),
  };
}
