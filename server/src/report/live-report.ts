import { type FindingFilter, type FindingsPage, findingsPage, worstFirst } from '../ground/finding-filter.ts';
import { type LiveAnswer, LiveAnswers } from '../ground/live-answer.ts';
import type { AuditReport, ReportFinding } from './report.ts';

/** A report without its findings, which are asked for as they are shown. */
export type ReportHead = Omit<AuditReport, 'findings'>;

/** The last report of a dataset that somebody was given, to tell the next one by its difference. */
export class LiveReport {
  readonly #heads = new LiveAnswers<ReportHead>();
  #findings: readonly ReportFinding[] = [];

  /** Takes a new report. `since`: the revision that the asker has. */
  answer({ findings, ...head }: AuditReport, since?: number): LiveAnswer<ReportHead> {
    this.#findings = worstFirst(findings);
    return this.#heads.answer(head, since);
  }

  /** A part of the findings of a revision, grouped by rule, worst first; null when another revision is the present one. */
  page(revision: number, filter: FindingFilter, offset: number, limit: number): FindingsPage<ReportFinding> | null {
    return revision === this.#heads.revision ? findingsPage(this.#findings, filter, offset, limit) : null;
  }
}
