import type { FindingFilter } from '../../../server/src/ground/finding-filter.ts';
import type { ReportFinding } from '../../../server/src/report/report.ts';
import type { ViewContext } from '../context.ts';
import type { OverviewModel } from '../model.ts';

/** A row of the list of findings; one that was not asked for yet has no finding. */
export interface FindingRow {
  readonly at: number;
  readonly key: string;
  readonly found: { readonly index: number; readonly finding: ReportFinding } | null;
}

/** Findings asked for at a time. */
const pageLength = 100;

/** The findings that a filter lets through, asked for page by page as they come into sight. */
export class FindingRows {
  /** As many as the filter lets through; null until that is known. */
  rows: readonly FindingRow[] | null = null;
  readonly #changed: () => void;
  #context: ViewContext | null = null;
  #model: OverviewModel | null = null;
  #filter: FindingFilter = { severity: '', rules: [], text: '' };
  #asked = new Set<number>();
  #run = 0;
  /** The run whose rows are shown. */
  #taken = -1;

  /** @param changed called when rows came in */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Follows a report and a filter; rows that are shown stay until the new ones are in. */
  show(context: ViewContext, filter: FindingFilter): void {
    const same = context.model === this.#model && JSON.stringify(filter) === JSON.stringify(this.#filter);
    this.#context = context;
    if (same) return;
    this.#model = context.model;
    this.#filter = filter;
    this.#run++;
    this.#asked = new Set();
    this.want(0);
  }

  /** Asks for the page of a row, unless that was done. */
  want(at: number): void {
    const page = Math.floor(at / pageLength);
    if (this.#asked.has(page) || !this.#context) return;
    this.#asked.add(page);
    const run = this.#run;
    const offset = page * pageLength;
    this.#context.ask<'findings'>({ kind: 'findings', filter: this.#filter, offset, limit: pageLength }).then(
      ({ total, rows }) => {
        if (run !== this.#run) return;
        // Rows of the report before have other numbers: they are asked for again as they are seen.
        const known = this.#taken === run ? this.rows : null;
        this.#taken = run;
        const made = Array.from({ length: total }, (_, place) => known?.[place] ?? emptyRow(place));
        rows.forEach((found, place) => {
          made[offset + place] = { at: offset + place, key: keyOf(found.finding), found };
        });
        this.rows = made;
        this.#changed();
      },
      // The report has another revision by now: it is on its way, and the rows are asked for again with it.
      () => this.#asked.delete(page),
    );
  }
}

const emptyRow = (at: number): FindingRow => ({ at, key: `#${at}`, found: null });

/** What a finding says; its place in the list changes with every edit. */
function keyOf({ rule, file, message, range }: ReportFinding): string {
  return `${rule}\n${file}\n${message}\n${range ? `${range.start.line}:${range.start.character}` : ''}`;
}
