import type { Finding } from '../ground/finding.ts';
import { LineIndex } from '../ground/lines.ts';
import { naturalOrder } from '../ground/natural-order.ts';
import type { SourceOf } from './fingerprint.ts';
import type { ReportFinding } from './report.ts';

/** The findings of an audit and what the report says of them, at the same places. */
export interface Collected {
  readonly findings: Finding[];
  readonly reported: ReportFinding[];
}

interface OfFile {
  readonly findings: Finding[];
  readonly reported: ReportFinding[];
}

/** Files whose lines are kept at once, for places that findings of other files name. */
const keptLines = 256;

/**
 * Collects the findings of an audit file by file. Each is turned into what the report shows of it as it comes: with their fixes,
 * which hold on to whole captions, the findings of a large folder take several times the memory.
 */
export class Collection {
  readonly #sourceOf: SourceOf;
  readonly #withFixes: boolean;
  readonly #files = new Map<string, OfFile>();
  readonly #lines = new Map<string, LineIndex>();

  /** @param withFixes whether the findings keep their fixes, for whoever shows or applies them */
  constructor(sourceOf: SourceOf, withFixes: boolean) {
    this.#sourceOf = sourceOf;
    this.#withFixes = withFixes;
  }

  add(findings: Iterable<Finding>): void {
    for (const finding of findings) {
      let of = this.#files.get(finding.file);
      if (!of) {
        of = { findings: [], reported: [] };
        this.#files.set(finding.file, of);
      }
      const { fixes: _, ...light } = finding;
      of.findings.push(this.#withFixes ? finding : light);
      of.reported.push(this.#report(finding));
    }
  }

  /** All of them, by file and place. */
  sorted(): Collected {
    const findings: Finding[] = [];
    const reported: ReportFinding[] = [];
    for (const file of [...this.#files.keys()].sort(naturalOrder)) {
      const of = this.#files.get(file);
      const order = [...(of?.findings.keys() ?? [])].sort((a, b) => startOf(of, a) - startOf(of, b));
      for (const at of order) {
        const [finding, report] = [of?.findings[at], of?.reported[at]];
        if (!finding || !report) continue;
        findings.push(finding);
        reported.push(report);
      }
    }
    return { findings, reported };
  }

  #report(finding: Finding): ReportFinding {
    const [fix] = finding.fixes ?? [];
    return {
      rule: finding.rule,
      severity: finding.severity,
      file: finding.file,
      range: finding.range && this.#linesOf(finding.file).range(finding.range),
      message: finding.message,
      failureModes: finding.failureModes,
      related:
        finding.related?.map(({ file, range, message }) => ({
          file,
          range: range && this.#linesOf(file).range(range),
          message,
        })) ?? nothing,
      fix: fix ? { title: fix.title, safety: fix.safety } : null,
    };
  }

  #linesOf(file: string): LineIndex {
    let found = this.#lines.get(file);
    if (!found) {
      if (this.#lines.size >= keptLines) this.#lines.clear();
      found = new LineIndex(this.#sourceOf(file));
      this.#lines.set(file, found);
    }
    return found;
  }
}

const nothing: ReportFinding['related'] = [];

const startOf = (of: OfFile | undefined, at: number): number => of?.findings[at]?.range?.start ?? -1;
