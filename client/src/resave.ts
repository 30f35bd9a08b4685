import path from 'node:path';
import * as vscode from 'vscode';
import { decodePreview, resave } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

const previewScheme = 'tagmetry-decoded';

/**
 * The command behind "Save again as UTF-8": shows the decoded text beside the file, asks, and lets the server write.
 * Never writes a file that is being edited.
 */
export function registerResave(context: vscode.ExtensionContext, server: Server): void {
  const previews = new Map<string, string>();
  const run = async (uri: string, from: string): Promise<void> => {
    const file = vscode.Uri.parse(uri);
    const name = path.basename(file.fsPath);
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
    if (open?.isDirty) {
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} has unsaved changes. Revert or save it first.', name));
      return;
    }
    const client = await server.client();
    const params = { uri: client.code2ProtocolConverter.asUri(file), from };
    try {
      if (!(await confirmed(name, from, await client.sendRequest(decodePreview, params), previews))) return;
      await client.sendRequest(resave, params);
      void vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is now UTF-8.', name), 5000);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
      provideTextDocumentContent: (uri) => previews.get(uri.path) ?? '',
    }),
    vscode.commands.registerCommand('tagmetry.resave', run),
  );
}

/** Shows the decoded text and asks; true when the user wants it written. */
async function confirmed(name: string, from: string, text: string, previews: Map<string, string>): Promise<boolean> {
  if (from === 'utf-8') return true;
  const preview = vscode.Uri.from({ scheme: previewScheme, path: `/${from}/${name}` });
  previews.set(preview.path, text);
  await vscode.window.showTextDocument(preview, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
    preserveFocus: true,
  });
  const save = vscode.l10n.t('Save as UTF-8');
  const answer = await vscode.window.showQuickPick([save, vscode.l10n.t('Leave unchanged')], {
    title: vscode.l10n.t('{0}, read as {1}: is the text in the preview right?', name, from),
    ignoreFocusOut: true,
  });
  return answer === save;
}
