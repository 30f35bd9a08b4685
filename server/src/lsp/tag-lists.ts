import os from 'node:os';
import { loadTagLists as readTagLists } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import { TagListStore } from '../settings/tag-lists.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { ServerHost } from './host.ts';
import { pathOf } from './locate.ts';

const stores = new WeakMap<Workspace, TagListStore>();

/**
 * Loads the user's tag lists for a dataset and shows what they change. Called when the dataset's captions are read: a
 * list of 140,000 tags takes a while, and nothing waits for it. A list that cannot be read is logged.
 */
export async function loadTagLists(host: ServerHost, dataset: OpenDataset): Promise<void> {
  const { folder: settings } = dataset.settings;
  if (settings.tagList.length === 0) return;
  // What the user's own settings name is his; a sidecar may be somebody else's.
  const files = dataset.sidecar.layer.tagList === undefined ? host.userFiles : host.workspace;
  const tagLists = stores.get(files) ?? new TagListStore(files);
  stores.set(files, tagLists);
  await readTagLists(
    { ...dataset, settings },
    {
      tagLists,
      paths: { home: os.homedir(), folder: await workspaceFolderOf(host, dataset.root) },
      onTagListProblem(error) {
        const [file, reason] =
          error instanceof FileProblem ? [error.path, reasonText(error.reason)] : ['', String(error)];
        host.connection.console.warn(t('{0}: the tag list cannot be read ({1}).', file, reason));
      },
    },
  );
  // Sorting a long list for search takes a second, better spent now than at the first keystroke.
  dataset.index.knownTags?.complete('a', 1);
  host.refresh();
  host.changed(dataset.root);
}

/** The workspace folder a dataset lies in; the dataset's own where there is none. */
async function workspaceFolderOf({ connection, client }: ServerHost, root: string): Promise<string> {
  if (!client.workspace?.workspaceFolders) return root;
  const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
  const paths = folders.map((folder) => pathOf(folder.uri)).filter((folder) => folder !== null);
  return paths.find((folder) => root === folder || root.startsWith(`${folder}/`)) ?? root;
}
