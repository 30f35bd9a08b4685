import { ResponseError } from 'vscode-languageserver';
import { groupOf, MoveAside } from '../../bulk/move-aside.ts';
import { journalFolder } from '../../edges/state-folder.ts';
import { sourceOfBytes } from '../../facts/caption-source.ts';
import { t } from '../../ground/l10n.ts';
import type { Feature, ServerHost } from '../host.ts';
import { uriOf } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { inWords, noted, requestFailed } from '../writing.ts';

/** Moves images with their captions out of a dataset, and back. Captions with unsaved changes keep their image here. */
export const moveAside: Feature = {
  start(host) {
    const { connection, workspace } = host;
    const moves = new MoveAside(workspace, journalFolder());
    connection.onRequest(protocol.moveAside, async ({ uri, files }): Promise<protocol.MovedAside> => {
      const { root, index } = await host.datasets.of(uri);
      if (files.length === 0 || files.some((file) => !index.image(file)))
        throw new ResponseError(requestFailed, t('These images are no longer in the dataset.'));
      const going = new Set(files);
      const staying = [...index.images].filter(({ file }) => !going.has(file));
      const groups = [...going].map((file) => groupOf(file, index.captions, staying));
      for (const file of groups.flat())
        if (await isUnsaved(host, root, file)) throw new ResponseError(requestFailed, t('Save {0} first.', file));
      const { folder, moved, failed } = await noted(moves.apply(root, groups));
      await noticed(host, root, moved);
      return { folder: uriOf(folder), moved: [...moved], failed: failed.map(inWords) };
    });
    connection.onRequest(protocol.undoMoveAside, async ({ uri }): Promise<protocol.MovedAside | null> => {
      const { root } = await host.datasets.of(uri);
      const result = await noted(moves.undo(root));
      if (result === null) return null;
      await noticed(host, root, result.moved);
      return { folder: uriOf(root), moved: [...result.moved], failed: result.failed.map(inWords) };
    });
  },
};

/** Whether the editor has another text of a file than the disk. */
async function isUnsaved({ documents, workspace }: ServerHost, root: string, file: string): Promise<boolean> {
  const document = documents.get(uriOf(`${root}/${file}`));
  if (!document) return false;
  const source = sourceOfBytes(await workspace.read(`${root}/${file}`).catch(() => new Uint8Array()));
  return source.kind === 'text' && source.text !== document.getText();
}

async function noticed(host: ServerHost, root: string, files: readonly string[]): Promise<void> {
  host.images.scans.forget(root);
  await host.datasets.filesChanged(files.map((file) => ({ uri: uriOf(`${root}/${file}`), content: false })));
  host.refresh();
  host.changed(root);
}
