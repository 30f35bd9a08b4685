import { type FileRename, RenameFile, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { baseName, folderOf, imageExtensions } from '../../ground/paths.ts';
import { followingFiles } from '../../language/rename-files.ts';
import { renameInSidecar } from '../../settings/sidecar-edits.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf, relativeTo, uriOf } from '../locate.ts';
import { sidecarEdit } from '../sidecar-actions.ts';

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
        didRename: {
          filters: [
            { scheme: 'file', pattern: { glob: renamedFiles, matches: 'file', options: { ignoreCase: true } } },
          ],
        },
      },
    },
  },
  start(host) {
    const { connection, workspace, datasets } = host;
    const underWay = new RenamesUnderWay();
    connection.workspace.onDidRenameFiles(({ files }) => underWay.done(files));
    connection.workspace.onWillRenameFiles(async ({ files }): Promise<WorkspaceEdit | null> => {
      const renamed = new Set(files.map(({ oldUri }) => oldUri));
      const targets = new Set(files.map(({ newUri }) => newUri));
      const changes: RenameFile[] = [];
      for (const { oldUri, newUri } of files) {
        const [from, to] = [pathOf(oldUri), pathOf(newUri)];
        if (underWay.has({ oldUri, newUri })) continue;
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
      const fresh = files.filter((file) => !underWay.has(file));
      underWay.begin(files, changes);
      const sidecars = await sidecarChanges(host, [...fresh, ...changes]);
      return changes.length + sidecars.length > 0 ? { documentChanges: [...sidecars, ...changes] } : null;
    });
  },
};

/**
 * Renames the client was asked to make along with others. VS Code asks about those too, while the first file still has
 * its old name: without this memory an image would take its caption along and the caption the image, without end.
 */
class RenamesUnderWay {
  readonly #made = new Map<string, { readonly newUri: string; readonly cause: readonly FileRename[] }>();

  begin(cause: readonly FileRename[], changes: readonly FileRename[]): void {
    for (const { oldUri, newUri } of changes) this.#made.set(oldUri, { newUri, cause });
  }

  has({ oldUri, newUri }: FileRename): boolean {
    return this.#made.get(oldUri)?.newUri === newUri;
  }

  /** A rename is done, and with it those it was the cause of. */
  done(files: readonly FileRename[]): void {
    const names = new Set(files.map(({ oldUri }) => oldUri));
    for (const [uri, { cause }] of this.#made)
      if (cause.some(({ oldUri }) => names.has(oldUri))) this.#made.delete(uri);
  }
}

/** What the sidecars of the datasets say of the files goes along with them. */
async function sidecarChanges(host: ServerHost, files: readonly FileRename[]): Promise<TextDocumentEdit[]> {
  const names = new Map<string, Map<string, string>>();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [pathOf(oldUri), pathOf(newUri)];
    if (from === null || to === null) continue;
    const root = await host.open.rootOf(from);
    const [old, name] = [relativeTo(root, from), relativeTo(root, to)];
    if (old === null || name === null) continue;
    const ofRoot = names.get(root) ?? new Map<string, string>();
    names.set(root, ofRoot.set(old, name));
  }
  const edits: TextDocumentEdit[] = [];
  for (const [root, renamed] of names) {
    if ((await host.datasets.sidecarText(root)) === null) continue;
    const edit = await sidecarEdit(host, root, (text) => renameInSidecar(text, renamed));
    for (const change of edit?.documentChanges ?? []) if ('edits' in change) edits.push(change);
  }
  return edits;
}
