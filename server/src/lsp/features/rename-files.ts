import { RenameFile, type WorkspaceEdit } from 'vscode-languageserver';
import { baseName, folderOf, imageExtensions } from '../../dataset/paths.ts';
import { followingFiles } from '../../language/rename-files.ts';
import type { Feature } from '../host.ts';
import { pathOf, uriOf } from '../locate.ts';

const renamedFiles = `**/*.{txt,caption,${imageExtensions.map((extension) => extension.slice(1)).join(',')}}`;

/** Image and caption stay together when one of them is renamed or moved. */
export const renameFiles: Feature = {
  capabilities: {
    workspace: {
      fileOperations: {
        willRename: {
          filters: [
            { scheme: 'file', pattern: { glob: renamedFiles, matches: 'file', options: { ignoreCase: true } } },
          ],
        },
      },
    },
  },
  start({ connection, workspace, datasets }) {
    connection.workspace.onWillRenameFiles(async ({ files }): Promise<WorkspaceEdit | null> => {
      const renamed = new Set(files.map(({ oldUri }) => oldUri));
      const targets = new Set(files.map(({ newUri }) => newUri));
      const changes: RenameFile[] = [];
      for (const { oldUri, newUri } of files) {
        const [from, to] = [pathOf(oldUri), pathOf(newUri)];
        if (from === null || to === null) continue;
        const entries = await workspace.list(folderOf(from)).catch(() => []);
        const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
        const { captionExtensions } = await datasets.settingsOf(oldUri);
        for (const file of followingFiles(names, captionExtensions, baseName(from), baseName(to))) {
          const [old, target] = [uriOf(`${folderOf(from)}/${file.from}`), uriOf(`${folderOf(to)}/${file.to}`)];
          // A file that is renamed by hand in the same step, or that another one already takes along, goes its own way.
          if (renamed.has(old) || targets.has(target)) continue;
          renamed.add(old);
          targets.add(target);
          changes.push(RenameFile.create(old, target, { overwrite: false, ignoreIfExists: true }));
        }
      }
      return changes.length > 0 ? { documentChanges: changes } : null;
    });
  },
};
