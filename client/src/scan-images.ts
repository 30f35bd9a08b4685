import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import { scanImages } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import { t } from './text.ts';

/** `tagmetry.scanImages`: compares the images of a dataset, with progress, and says what was found. */
export function register(context: vscode.ExtensionContext, server: Server): void {
  let scans = 0;
  const run = async (given?: unknown): Promise<void> => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const open = vscode.window.activeTextEditor?.document.uri ?? (folders.length === 1 ? folders[0].uri : undefined);
    const uri = given instanceof vscode.Uri ? given : open;
    if (!uri) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a caption first, or choose a folder in the Explorer.'),
      );
      return;
    }
    try {
      const client = await server.client();
      const workDoneToken = `tagmetry.scanImages-${++scans}`;
      const result = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Scanning images'), cancellable: true },
        async (progress, cancel) => {
          const follow = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
            if (value.kind === 'report') progress.report({ message: value.message });
          });
          try {
            return await client.sendRequest(scanImages, { uri: uri.toString(), workDoneToken }, cancel);
          } finally {
            follow.dispose();
          }
        },
      );
      if (result.message !== null) void vscode.window.showWarningMessage(result.message);
      const show = vscode.l10n.t('Open Overview');
      const text = result.compared
        ? t(
            '{0} images: {1} duplicates in {2} groups, {3} damaged.',
            result.images,
            result.duplicates,
            result.clusters,
            result.damaged,
          )
        : t('{0} images, {1} damaged; pictures were not compared.', result.images, result.damaged);
      if ((await vscode.window.showInformationMessage(text, show)) === show)
        await vscode.commands.executeCommand('tagmetry.openOverview', uri);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };
  context.subscriptions.push(vscode.commands.registerCommand('tagmetry.scanImages', run));
}
