import * as vscode from 'vscode';
import { fixFolder } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/**
 * Commands that fix a whole dataset: the server works the changes out, the editor shows them in its preview, and nothing
 * changes before it is confirmed there.
 */
export function register(context: vscode.ExtensionContext, server: Server): void {
  const run = async (uri?: string | vscode.Uri, rule: string | null = null): Promise<void> => {
    const target =
      typeof uri === 'string' ? vscode.Uri.parse(uri) : (uri ?? vscode.window.activeTextEditor?.document.uri);
    if (!target) return;
    try {
      const client = await server.client();
      const params = { uri: client.code2ProtocolConverter.asUri(target), rule };
      const result = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Computing fixes'),
          cancellable: true,
        },
        (_, token) => client.sendRequest(fixFolder, params, token),
      );
      if (result.captions === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Nothing to fix in this folder.'));
        return;
      }
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
      await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };
  context.subscriptions.push(vscode.commands.registerCommand('tagmetry.fixFolder', run));
}
