import { createHash } from 'node:crypto';
import { translations } from '../ground/l10n.ts';
import type { AuditReport } from './report.ts';
import type { ReportPictures } from './report-pictures.ts';

/** The built Folder Overview: contents of dist/media/overview.js and overview.css. */
export interface ReportAssets {
  readonly script: string;
  readonly style: string;
}

/** What a page has beside the report. */
export interface HtmlExtras {
  /** When the report was made; left out: now. */
  readonly made?: Date;
  readonly pictures?: ReportPictures;
}

/**
 * The report as one HTML file: the Folder Overview with the data in it, compressed, since findings say much the same. It opens from
 * disk and asks for nothing: its policy allows exactly this script and this style, by their hashes, and no request.
 */
export async function writeHtml(
  report: AuditReport,
  { script, style }: ReportAssets,
  { made = new Date(), pictures = {} }: HtmlExtras = {},
): Promise<string> {
  const { language, texts } = translations();
  const data = await compressed(JSON.stringify({ language, texts, report, made: made.toISOString(), pictures }));
  const code = script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
  const css = style.replace(/<\/(style)/gi, '<\\/$1');
  const policy = `default-src 'none'; script-src '${hash(code)}'; style-src '${hash(css)}'; img-src blob: data:`;
  const name = report.folder.split(/[\\/]/).filter(Boolean).at(-1) ?? report.folder;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${report.tool.name} ${report.tool.version}">
<title>${markup(name)} – Tagmetry</title>
<style>${css}</style>
</head>
<body>
<script type="text/plain" id="tagmetry-data">${data}</script>
<script type="module">${code}</script>
</body>
</html>
`;
}

/** A text as gzip in base64, which no text of the data can break out of. */
async function compressed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64');
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const markup = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
