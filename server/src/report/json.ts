import type { AuditReport } from './report.ts';

/** The report as JSON: a line per row of its lists, since indented rows are mostly blanks. */
export function writeJson(report: AuditReport): string {
  const parts = Object.entries(report)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) ? rows(value) : indented(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}

function rows(list: readonly unknown[]): string {
  return list.length === 0 ? '[]' : `[\n${list.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

/** What is no list is read by people: two blanks a level. */
function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}
