import type { DatasetIndex } from '../dataset/index.ts';
import { type Finding, type Severity, severities } from '../ground/finding.ts';
import type { ReportSummary } from './report.ts';
import { type RuleCount, RuleTallies } from './rule-tally.ts';

/** The counts of a report. */
export function summarize(index: DatasetIndex, counts: ReadonlyMap<string, RuleCount>): ReportSummary {
  let pairs = 0;
  for (const image of index.images) if (image.caption !== null) pairs++;
  return { images: index.imageCount, captions: index.captionCount, pairs, ...countRules(counts) };
}

/** Findings by severity, and by rule with its gravest severity first, then the most. */
function countRules(byRule: ReadonlyMap<string, RuleCount>): Pick<ReportSummary, 'findings' | 'rules'> {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  const counted = [...byRule].map(([rule, tally]) => {
    for (const severity of severities) bySeverity[severity] += tally.bySeverity[severity];
    return { rule, severity: tally.worst, count: tally.findings };
  });
  counted.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.count - a.count ||
      (a.rule < b.rule ? -1 : 1),
  );
  return { findings: bySeverity, rules: counted };
}

/** The counts of a list of findings. */
export function countFindings(findings: readonly Finding[]): Pick<ReportSummary, 'findings' | 'rules'> {
  const tallies = new RuleTallies();
  tallies.count(findings, 1);
  return countRules(tallies.byRule);
}
