import { patient } from '../ground/breath.ts';
import { type FindingFilter, type FindingsPage, findingsPage, worstFirst } from '../ground/finding-filter.ts';
import { type LiveAnswer, LiveAnswers } from '../ground/live-answer.ts';
import { type Rows, rowsFrom } from '../ground/row-pages.ts';
import type { AuditHead } from './audit.ts';
import type { AuditReport, ReportFinding } from './report.ts';

/** A signal for work that nobody stops and that waits for pauses in typing. */
const patiently = (): AbortSignal => patient(new AbortController().signal);

/** A report without its findings, which are asked for as they are shown. */
export type ReportHead = Omit<AuditReport, 'findings'>;

/** Rows of the long lists of a report. */
export type HeadRows = Rows<ReportHead['images'][number], ReportHead['captions'][number]>;

/** The last report of a dataset that somebody was given, to tell the next one by its difference. */
export class LiveReport {
  readonly #heads = new LiveAnswers<ReportHead>();
  #audit: AuditHead | null = null;
  /** The findings of the revision, worst first; made when the first page is asked for. */
  #findings: Promise<readonly ReportFinding[]> | null = null;

  /** Takes a new report, one after the other. `since`: the revision that the asker has. */
  async answer(audit: AuditHead, since?: number): Promise<LiveAnswer<ReportHead>> {
    const answer = await this.#heads.answer(audit.head, since);
    this.#audit = audit;
    this.#findings = null;
    return answer;
  }

  /** A part of the long lists of a revision; null when another revision is the present one. */
  rows(revision: number, offset: number, limit: number): HeadRows | null {
    return revision === this.#heads.revision && this.#audit ? rowsFrom(this.#audit.head, offset, limit) : null;
  }

  /** A part of the findings of a revision, grouped by rule, worst first; null when another revision is the present one. */
  async page(
    revision: number,
    filter: FindingFilter,
    offset: number,
    limit: number,
  ): Promise<FindingsPage<ReportFinding> | null> {
    if (revision !== this.#heads.revision || !this.#audit) return null;
    const { collection, order } = this.#audit;
    this.#findings ??= collection.sorted(order, patiently()).then(({ reported }) => worstFirst(reported));
    const findings = await this.#findings;
    return revision === this.#heads.revision ? findingsPage(findings, filter, offset, limit) : null;
  }
}
