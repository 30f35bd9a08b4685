import * as vscode from 'vscode';
import { tagsOfCaptions } from '../../../server/src/lsp/protocol.ts';
import { editCaptions } from '../bulk.ts';
import type { Server } from '../server.ts';

/**
 * Makes the captions of images that show one picture alike: all get the text of one of them, or each gets the tags of the
 * others at its end. Shown before it is written; undone like every bulk edit. Failures are shown to the user.
 * @param captions relative to the root
 * @param from the caption whose text the others get; null to bring the tags together
 */
export async function shareCaptions(
  server: Server,
  root: vscode.Uri,
  captions: readonly string[],
  from: string | null,
): Promise<void> {
  const uri = root.toString();
  try {
    if (from !== null) {
      const source = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, ...from.split('/')));
      const others = captions.filter((caption) => caption !== from);
      await editCaptions(server, uri, '', { kind: 'set-text', text: source.getText() }, others);
      return;
    }
    const client = await server.client();
    const lists = await client.sendRequest(tagsOfCaptions, { uri, files: captions, asWritten: true });
    await editCaptions(server, uri, '', { kind: 'add', tags: [...new Set(lists.flat())], at: 'end' }, captions);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
