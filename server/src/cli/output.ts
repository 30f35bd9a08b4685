import { pathToFileURL } from 'node:url';
import { readReportAssets } from '../edges/report-assets.ts';
import type { Audit } from '../report/audit.ts';
import { writeCsv } from '../report/csv.ts';
import { writeGithub } from '../report/github.ts';
import { writeHtml } from '../report/html.ts';
import { writeJson } from '../report/json.ts';
import { writeMarkdown } from '../report/markdown.ts';
import { writeSarif } from '../report/sarif.ts';
import { type TextOptions, writeText } from '../report/text.ts';
import { repositoryPrefix } from './git.ts';

export const formats = ['text', 'json', 'markdown', 'html', 'sarif', 'csv', 'github'] as const;
export type Format = (typeof formats)[number];

/** An audit as text in one of the formats. `root` is the audited folder on this machine. */
export async function writeAudit(
  { report, findings, sourceOf }: Audit,
  format: Format,
  root: string,
  lists: Omit<TextOptions, 'colour'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return writeJson(report);
    case 'html':
      return writeHtml(report, await readReportAssets());
    case 'markdown':
      return writeMarkdown(report);
    case 'csv':
      return writeCsv(report);
    case 'sarif':
      return writeSarif(report, findings, sourceOf, `${pathToFileURL(root).href.replace(/\/$/, '')}/`);
    case 'github':
      return writeGithub(report, await repositoryPrefix(root));
    case 'text':
      return writeText(report, { ...lists, colour: process.stdout.isTTY === true });
  }
}
