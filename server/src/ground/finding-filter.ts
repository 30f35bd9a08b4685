import { type Severity, severities } from './finding.ts';

/** A finding as far as lists of findings need it. */
export interface ListedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly message: string;
}

/** Which findings a list shows. */
export interface FindingFilter {
  /** "" shows every severity. */
  readonly severity: Severity | '';
  /** Ids; none shows every rule. */
  readonly rules: readonly string[];
  /** Words that message, file or rule hold, in any order and case. */
  readonly text: string;
}

/** A part of a list of findings. */
export interface FindingsPage<Row> {
  /** How many findings the filter lets through. */
  readonly total: number;
  /** Findings from the offset that was asked for, each with its number in the whole list. */
  readonly rows: readonly { readonly index: number; readonly finding: Row }[];
}

/** Findings grouped by rule: graver rules first, then those with more findings; within a rule as they stood. */
export function worstFirst<Row extends ListedFinding>(findings: readonly Row[]): Row[] {
  const groups = new Map<string, { rows: Row[]; severity: number }>();
  for (const finding of findings) {
    const severity = severities.indexOf(finding.severity);
    const group = groups.get(finding.rule);
    if (!group) groups.set(finding.rule, { rows: [finding], severity });
    else {
      group.rows.push(finding);
      group.severity = Math.min(group.severity, severity);
    }
  }
  return [...groups.values()]
    .sort(
      (a, b) => a.severity - b.severity || b.rows.length - a.rows.length || (a.rows[0].rule < b.rows[0].rule ? -1 : 1),
    )
    .flatMap(({ rows }) => rows);
}

/** The findings that a filter lets through, from `offset`, `limit` at the most. */
export function findingsPage<Row extends ListedFinding>(
  findings: readonly Row[],
  filter: FindingFilter,
  offset: number,
  limit: number,
): FindingsPage<Row> {
  const passes = findingFilter(filter);
  const rows: { index: number; finding: Row }[] = [];
  let total = 0;
  findings.forEach((finding, index) => {
    if (!passes(finding)) return;
    if (total >= offset && rows.length < limit) rows.push({ index, finding });
    total++;
  });
  return { total, rows };
}

function findingFilter({ severity, rules, text }: FindingFilter): (finding: ListedFinding) => boolean {
  const wanted = new Set(rules);
  const noWords = text.trim() === '';
  return (finding) =>
    (severity === '' || finding.severity === severity) &&
    (wanted.size === 0 || wanted.has(finding.rule)) &&
    (noWords || holdsWords(`${finding.message} ${finding.file} ${finding.rule}`, text));
}

/** Whether a text holds every word of another, in any order and case. */
export function holdsWords(text: string, words: string): boolean {
  if (words.trim() === '') return true;
  const lower = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
