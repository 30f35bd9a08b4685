import type { TagPlace } from '../../../server/src/lsp/protocol.ts';
import type { ReportFinding } from '../../../server/src/report/report.ts';

/** What the page was shown and names by number afterwards. */
export interface Shown {
  hits: readonly TagPlace[];
  readonly findings: Map<number, ReportFinding>;
  /** Files of the last comparison, relative to the folder. */
  changes: readonly string[];
}
