import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { readReportAssets } from '../edges/report-assets.ts';
import { isTerminal } from '../edges/terminal.ts';
import { t } from '../ground/l10n.ts';
import { looksAtPixels } from '../images/survey.ts';
import { Thumbnails } from '../images/worker/thumbnails.ts';
import type { Audit } from '../report/audit.ts';
import { writeCsv } from '../report/csv.ts';
import { writeGithub } from '../report/github.ts';
import { writeHtml } from '../report/html.ts';
import { writeJson } from '../report/json.ts';
import { writeMarkdown } from '../report/markdown.ts';
import type { AuditReport } from '../report/report.ts';
import { pictureSide, type ReportPictures, reportPictures } from '../report/report-pictures.ts';
import { writeSarif } from '../report/sarif.ts';
import { type TextOptions, writeText } from '../report/text.ts';
import { CannotRun } from './cannot-run.ts';
import { repositoryPrefix } from './git.ts';

export const formats = ['text', 'json', 'markdown', 'html', 'sarif', 'csv', 'github'] as const;
export type Format = (typeof formats)[number];

/** A file that an audit is written to beside standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string;
}

/** Writes an audit to files. @throws CannotRun naming the file that cannot be written */
export async function writeOutputs(audit: Audit, outputs: readonly Output[], root: string): Promise<void> {
  for (const { format, file } of outputs) {
    const text = await writeAudit(audit, format, root, { all: true, hints: true }, false);
    try {
      await writeFile(file, text);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new CannotRun(t('{0} cannot be written ({1}).', file, reason));
    }
  }
}

/** An audit as text in one of the formats. `root` is the audited folder on this machine. */
export async function writeAudit(
  { report, findings, sourceOf }: Audit,
  format: Format,
  root: string,
  lists: Omit<TextOptions, 'colour'>,
  colour?: boolean,
): Promise<string> {
  switch (format) {
    case 'json':
      return writeJson(report);
    case 'html':
      return writeHtml(report, await readReportAssets(), { pictures: await picturesOf(report, root) });
    case 'markdown':
      return writeMarkdown(report);
    case 'csv':
      return writeCsv(report);
    case 'sarif':
      return writeSarif(report, findings, sourceOf, `${pathToFileURL(root).href.replace(/\/$/, '')}/`);
    case 'github':
      return writeGithub(report, await repositoryPrefix(root));
    case 'text':
      return writeText(report, { ...lists, colour: colour ?? isTerminal(1) });
  }
}

/** Small pictures for the page, where the audit was to look at pixels at all. */
async function picturesOf(report: AuditReport, root: string): Promise<ReportPictures> {
  if (!looksAtPixels(report.imageScan.level)) return {};
  const thumbnails = new Thumbnails(true);
  try {
    return await reportPictures(report, async ({ file, header }) =>
      header ? thumbnails.of({ path: `${root}/${file}`, ...header, mtimeMs: 0 }, pictureSide) : null,
    );
  } finally {
    thumbnails.stop();
  }
}
