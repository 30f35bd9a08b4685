import { once } from '../ground/once.ts';
import type { AuditReport } from './report.ts';

const columns = ['file', 'line', 'column', 'end line', 'end column', 'severity', 'rule', 'failure modes', 'message'];

/**
 * The findings as CSV (RFC 4180, UTF-8 with byte-order mark so that spreadsheets read Japanese). Lines and columns from 1;
 * empty for a finding about the whole file.
 */
export function writeCsv(report: AuditReport): string {
  const rows = report.findings.map(({ file, range, severity, rule, failureModes, message }) => [
    file,
    ...(range
      ? [range.start.line + 1, range.start.character + 1, range.end.line + 1, range.end.character + 1].map(String)
      : ['', '', '', '']),
    severity,
    rule,
    failureModes.join(' '),
    message,
  ]);
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, in the wide forms of Japanese keyboards too, and some look
 * behind blanks and marks that are not seen; an apostrophe keeps it text.
 */
const formula = once(() => /^(?:[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－−＠]|[\t\r\n])/u);

function cell(text: string): string {
  const safe = formula().test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
