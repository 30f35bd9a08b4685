import { bump } from '../facts/bump.ts';
import { type Finding, type Severity, severities } from '../ground/finding.ts';
import { categoryOf } from '../tags/categories.ts';

/** How many findings a rule has. */
export class RuleCount {
  findings = 0;
  readonly bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };

  /** Counts some findings of one severity in, or out. */
  add(severity: Severity, by: number): void {
    this.findings += by;
    this.bySeverity[severity] += by;
  }

  /** The gravest severity of its findings. */
  get worst(): Severity {
    return severities.find((severity) => this.bySeverity[severity] > 0) ?? 'hint';
  }
}

/** What one rule found, kept by difference. */
export class RuleTally extends RuleCount {
  /** Those of its findings that only say where to look; what follows counts the others. */
  asked = 0;
  /** Findings by the category of the tag they are about. */
  readonly topics = new Map<string, number>();
  /** Findings by file, and files that findings name as related. */
  readonly files = new Map<string, number>();
  readonly related = new Map<string, number>();

  count({ severity, tag, file, related = [], asks }: Finding, by: 1 | -1): void {
    this.add(severity, by);
    if (asks) {
      this.asked += by;
      return;
    }
    const category = tag === undefined ? null : categoryOf(tag);
    if (category !== null) bump(this.topics, category, by);
    if (file !== '') bump(this.files, file, by);
    for (const other of related) bump(this.related, other.file, by);
  }
}

/** What each rule found in the files that a test lets through, kept by difference. */
export class RuleTallies {
  readonly byRule = new Map<string, RuleTally>();
  readonly #counts: (finding: Finding) => boolean;

  /** @param counts whether a finding counts; the answer for one finding must stay the same */
  constructor(counts: (finding: Finding) => boolean = () => true) {
    this.#counts = counts;
  }

  count(findings: Iterable<Finding>, by: 1 | -1): void {
    for (const finding of findings) {
      if (!this.#counts(finding)) continue;
      const tally = this.byRule.get(finding.rule) ?? new RuleTally();
      tally.count(finding, by);
      if (tally.findings > 0) this.byRule.set(finding.rule, tally);
      else this.byRule.delete(finding.rule);
    }
  }
}
