import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportAssets } from '../report/html.ts';

/**
 * Reads the built Folder Overview, which the HTML report embeds. It lies beside the bundle that runs.
 * @throws when it has not been built
 */
export async function readReportAssets(): Promise<ReportAssets> {
  const read = (name: string): Promise<string> => readFile(path.join(__dirname, 'media', name), 'utf8');
  const [script, style] = await Promise.all([read('overview.js'), read('overview.css')]);
  return { script, style };
}
