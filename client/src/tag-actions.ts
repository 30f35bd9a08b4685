import * as vscode from 'vscode';
import type { TagAction } from '../../media/overview/messages.ts';
import { confirmTrigger } from '../../server/src/lsp/protocol.ts';
import { editCaptions } from './bulk.ts';
import type { Server } from './server.ts';

/**
 * Does something with a tag of a dataset: shows its captions, renames or removes it in all of them through the bulk edit,
 * or notes it as trigger or class word. Failures are shown to the user.
 * @param folder the captions that a trigger or class word is for, relative to the root
 */
export async function actOnTag(
  server: Server,
  root: vscode.Uri,
  tag: string,
  action: TagAction,
  folder = '',
): Promise<void> {
  const uri = root.toString();
  const filter = `has:"${tag.replace(/["\\]/g, '\\$&')}"`;
  const place = { uri: (folder === '' ? root : vscode.Uri.joinPath(root, ...folder.split('/'))).toString(), root: uri };
  try {
    switch (action) {
      case 'show':
        await vscode.commands.executeCommand('tagmetry.filterCaptions', filter, root);
        break;
      case 'rename': {
        const name = await vscode.window.showInputBox({
          title: vscode.l10n.t('New name of "{0}"', tag),
          value: tag,
          ignoreFocusOut: true,
        });
        if (name) await editCaptions(server, uri, filter, { kind: 'replace', tag, with: name });
        break;
      }
      case 'remove':
        await editCaptions(server, uri, filter, { kind: 'remove', tags: [tag] });
        break;
      case 'trigger':
        await (await server.client()).sendRequest(confirmTrigger, { ...place, trigger: tag });
        break;
      case 'class-word':
        await (await server.client()).sendRequest(confirmTrigger, { ...place, classWord: tag });
        break;
    }
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
