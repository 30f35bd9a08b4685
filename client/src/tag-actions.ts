import * as vscode from 'vscode';
import type { TagAction } from '../../media/overview/messages.ts';
import { type BulkOperation, confirmTrigger } from '../../server/src/lsp/protocol.ts';
import { editCaptions } from './bulk.ts';
import { editShown } from './scoped-edit.ts';
import type { Server } from './server.ts';
import { filterFor } from './tag-filter.ts';
import type { WorkingSets } from './working-set.ts';

/**
 * Does something with a tag of a dataset: shows its captions, renames or removes it in all of them through the bulk edit,
 * or notes it as trigger or class word. Failures are shown to the user.
 * @param sets what the views show: a change is about that first; null: about the whole dataset without asking
 * @param folder the captions that a trigger or class word is for, relative to the root
 * @param stays the focus stays where it is when captions are shown
 */
export async function actOnTag(
  server: Server,
  sets: WorkingSets | null,
  root: vscode.Uri,
  tag: string,
  action: TagAction,
  folder = '',
  stays = false,
): Promise<void> {
  const uri = root.toString();
  const filter = filterFor(tag);
  const edit = (operation: BulkOperation): Promise<void> =>
    sets ? editShown(server, sets, uri, filter, operation) : editCaptions(server, uri, filter, operation);
  const place = { uri: (folder === '' ? root : vscode.Uri.joinPath(root, ...folder.split('/'))).toString(), root: uri };
  try {
    switch (action) {
      case 'show':
        await vscode.commands.executeCommand('tagmetry.filterCaptions', filter, root, stays);
        break;
      case 'rename': {
        const name = await vscode.window.showInputBox({
          title: vscode.l10n.t('New name of "{0}"', tag),
          value: tag,
          ignoreFocusOut: true,
        });
        if (name) await edit({ kind: 'replace', tag, with: name });
        break;
      }
      case 'remove':
        await edit({ kind: 'remove', tags: [tag] });
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
