import { homedir } from 'node:os';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { FolderSettings } from '../settings/settings.ts';
import { settingsPath, TagListStore } from '../settings/tag-lists.ts';
import type { KnownTags } from '../tags/known-tags.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { pathOf } from './locate.ts';

/** Gives the user's tag lists of a dataset; null when none is set or none can be read. */
export type TagListSource = (root: string, settings: FolderSettings) => Promise<KnownTags | null>;

/** Reads the tag lists named in the settings; relative paths start from the workspace folder that holds the dataset. */
export function tagListSource(
  connection: Connection,
  client: InitializeParams['capabilities'],
  workspace: Workspace,
): TagListSource {
  const store = new TagListStore(workspace);
  const folders = async (): Promise<string[]> => {
    if (!client.workspace?.workspaceFolders) return [];
    const found = await connection.workspace.getWorkspaceFolders().catch(() => null);
    return (found ?? []).flatMap(({ uri }) => pathOf(uri) ?? []);
  };
  return async (root, { tagList }) => {
    if (tagList.length === 0) return null;
    const folder = (await folders()).find((path) => root === path || root.startsWith(`${path}/`)) ?? root;
    const home = homedir().replaceAll('\\', '/');
    const paths = tagList.map((path) => settingsPath(path, { home, folder }));
    return store.load(paths, (error) =>
      connection.console.warn(`Tag list: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
}
