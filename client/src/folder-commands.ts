import * as vscode from 'vscode';
import { checkFolder, confirmTrigger } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** "Check Folder" and "Confirm Trigger": of the given folder or file, else of the caption in the editor. */
export function registerFolderCommands(context: vscode.ExtensionContext, server: Server): void {
  const onPlace =
    (act: (server: Server, uri: string) => Promise<unknown>) =>
    async (given?: vscode.Uri): Promise<void> => {
      const uri = given instanceof vscode.Uri ? given : (vscode.window.activeTextEditor?.document.uri ?? onlyFolder());
      if (!uri) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a caption first, or choose a folder in the Explorer.'),
        );
        return;
      }
      try {
        await act(server, uri.toString());
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    };
  context.subscriptions.push(
    vscode.commands.registerCommand('tagmetry.checkFolder', onPlace(check)),
    vscode.commands.registerCommand('tagmetry.confirmTrigger', onPlace(confirm)),
  );
}

function onlyFolder(): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 1 ? folders[0].uri : undefined;
}

async function check(server: Server, uri: string): Promise<void> {
  const client = await server.client();
  await client.sendRequest(checkFolder, { uri });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function confirm(server: Server, uri: string): Promise<void> {
  const client = await server.client();
  await client.sendRequest(confirmTrigger, { uri });
}
