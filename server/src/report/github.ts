import type { Severity } from '../ground/finding.ts';
import { visible } from '../ground/visible.ts';
import { normalizePath } from '../trainers/files/paths.ts';
import type { AuditReport } from './report.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/**
 * Workflow commands that make GitHub Actions annotate the files (docs.github.com: workflow commands for GitHub Actions).
 * @param prefix path from the repository's root to the audited folder, "" or ending in "/"
 */
export function writeGithub(report: AuditReport, prefix: string): string {
  const lines = report.findings.map(({ file, range, severity, rule, message }) => {
    const place: [string, string | number][] = [['file', normalizePath(`${prefix}${file}`)]];
    if (range) {
      place.push(['line', range.start.line + 1], ['endLine', range.end.line + 1]);
      if (range.start.line === range.end.line)
        place.push(
          ['col', range.start.character + 1],
          ['endColumn', Math.max(range.start.character + 1, range.end.character)],
        );
    }
    place.push(['title', rule]);
    const properties = place.map(([key, value]) => `${key}=${property(String(value))}`).join(',');
    return `::${commands[severity]} ${properties}::${data(visible(message))}`;
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** Escapes as actions/toolkit's command.ts does, so that no name or caption can end a command and begin another. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(visible(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
