import { ResponseError } from 'vscode-languageserver';
import { t } from '../ground/l10n.ts';
import type { OpenDataset } from './datasets.ts';
import type { ServerHost } from './host.ts';
import { datasetRoot, pathOf } from './locate.ts';

/** The dataset that a folder is, or that a caption belongs to, read to its end. Fails with a message for the user. */
export async function datasetOf({ workspace, datasets }: ServerHost, uri: string): Promise<OpenDataset> {
  const path = pathOf(uri);
  if (path === null) throw new ResponseError(-32602, t('Only folders on this machine can be checked.'));
  const stat = await workspace.stat(path).catch((error) => {
    throw new ResponseError(-32602, error instanceof Error ? error.message : String(error));
  });
  const dataset = await datasets.at(stat.kind === 'directory' ? path : await datasetRoot(workspace, path));
  await dataset.index.whenComplete();
  return dataset;
}
