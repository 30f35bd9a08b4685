import { metricIds } from '../../server/src/advice/metrics.ts';
import { sections } from '../../test/seed/sections.ts';
import { isProved, type Statement } from '../../test/seed/statement.ts';

/** The tables of docs/failure-modes.md: one row for each statement of the failure map, as the tests prove it. */
export function failureModeTables(): string {
  return sections
    .map(({ title, statements }) =>
      [
        `## ${title}`,
        '',
        '| The map says | Evidence, faint to clear | What acts on it |',
        '|---|---|---|',
        ...statements.map((statement) => `| ${statement.says} | ${evidenceOf(statement)} | ${actsOn(statement)} |`),
      ].join('\n'),
    )
    .join('\n\n');
}

const code = (id: string): string => `\`${id}\``;
const isMetric = (id: string): boolean => (metricIds as readonly string[]).includes(id);

/** The name of evidence on the page. */
export const evidenceName = (id: string): string => (isMetric(id) ? `metric:${id}` : id);

function evidenceOf(statement: Statement): string {
  if (!isProved(statement)) return '–';
  const { mode, evidence, faint, clear, heuristic } = statement;
  const levels = faint === clear ? clear : `${faint} → ${clear}`;
  return `${code(evidenceName(evidence))} ${levels} (${mode}${heuristic ? ', heuristic' : ''})`;
}

/** Everything a statement names on the page. */
export function namedBy(statement: Statement): readonly string[] {
  if (!isProved(statement)) return statement.by;
  const { finding, x = [], y = [], also = [], evidence } = statement;
  const findings = finding === undefined || finding === evidence ? [] : [finding];
  return [...findings, ...x.map((id) => `x:${id}`), ...y.map((id) => `y:${id}`), ...also];
}

function actsOn(statement: Statement): string {
  const names = namedBy(statement);
  if (names.length > 0) return names.map(code).join(', ');
  return isProved(statement) || statement.because === undefined ? '–' : `nothing: ${statement.because}`;
}
