import { t } from '../l10n.ts';
import type { Severity } from '../rules/rule.ts';
import type { AuditReport, ReportFinding } from './report.ts';

const colours: Record<Severity, string> = {
  error: '\x1b[31m',
  warning: '\x1b[33m',
  info: '\x1b[36m',
  hint: '\x1b[90m',
};

/** The report for a terminal. File names are shown with control characters made visible. */
export function writeText(report: AuditReport, colour: boolean): string {
  const paint = (code: string, text: string): string => (colour ? `${code}${text}\x1b[0m` : text);
  const bold = (text: string): string => paint('\x1b[1m', text);
  const out: string[] = [];
  let file: string | null = null;
  for (const finding of report.findings) {
    if (finding.file !== file) {
      file = finding.file;
      out.push('', bold(visible(file === '' ? report.folder : file)));
    }
    out.push(
      `  ${place(finding).padEnd(8)}${paint(colours[finding.severity], finding.severity.padEnd(8))}${visible(finding.message)}  ${paint('\x1b[90m', finding.rule)}`,
    );
  }
  const { summary, metrics, settings } = report;
  out.push(
    '',
    bold(t('{0} images, {1} captions, {2} pairs', summary.images, summary.captions, summary.pairs)),
    t('Tags: {0} per caption, {1} different', metrics.tagsPerCaption.toFixed(1), metrics.vocabulary),
    t('Tokens: median {0}, longest {1}', metrics.tokens.median, metrics.tokens.max) +
      (metrics.tokens.overLimitShare === null
        ? ''
        : t(', {0} % over {1}', (metrics.tokens.overLimitShare * 100).toFixed(1), settings.tokenLimit ?? 0)),
    t('Model {0}, trainer {1}', settings.model, settings.profile),
  );
  if (summary.rules.length === 0) out.push(t('No findings.'));
  else {
    out.push('');
    for (const { rule, severity, count } of summary.rules)
      out.push(`${String(count).padStart(6)}  ${paint(colours[severity], severity.padEnd(8))}${rule}`);
  }
  return `${out.join('\n').replace(/^\n/, '')}\n`;
}

function place({ range }: ReportFinding): string {
  return range ? `${range.start.line + 1}:${range.start.character + 1}` : '-';
}

/** Control characters of names and captions, shown rather than obeyed by the terminal. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
