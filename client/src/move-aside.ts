import * as vscode from 'vscode';
import { moveAside, undoMoveAside } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import { t } from './text.ts';

/**
 * `tagmetry.moveAside` (arguments: URI of the dataset, images relative to it) moves images with their captions to a folder
 * beside the dataset, after asking; `tagmetry.undoMoveAside` moves the last ones back. Nothing is ever deleted.
 */
export function register(context: vscode.ExtensionContext, server: Server): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tagmetry.moveAside', (root: unknown, files: unknown) => {
      const isAsked = root instanceof vscode.Uri && Array.isArray(files) && files.every((f) => typeof f === 'string');
      return isAsked ? moveOut(server, root, files) : undefined;
    }),
    vscode.commands.registerCommand('tagmetry.undoMoveAside', (root?: unknown) => {
      const uri = root instanceof vscode.Uri ? root : vscode.window.activeTextEditor?.document.uri;
      if (uri) return moveBack(server, uri);
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a caption of the dataset first.'));
    }),
  );
}

/** Moves images out of a dataset, after asking. */
export async function moveOut(server: Server, root: vscode.Uri, files: readonly string[]): Promise<void> {
  const move = vscode.l10n.t('Move');
  const detail = `${files.slice(0, 12).join('\n')}${files.length > 12 ? '\n…' : ''}`;
  const question = t('Move {0} images and their captions to a folder beside the dataset?', files.length);
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, move)) === move)
    await moveNow(server, root, files);
}

/** Moves images out of a dataset, and offers to take them back. */
export async function moveNow(server: Server, root: vscode.Uri, files: readonly string[]): Promise<void> {
  try {
    const client = await server.client();
    const { folder, moved, failed } = await client.sendRequest(moveAside, { uri: root.toString(), files });
    if (failed.length > 0) {
      const named = failed.map(({ file, reason }) => `${file} (${reason})`).join(', ');
      void vscode.window.showWarningMessage(vscode.l10n.t('Not moved: {0}', named));
    }
    if (moved.length === 0) return;
    const undo = vscode.l10n.t('Undo');
    const place = vscode.Uri.parse(folder).fsPath;
    const chosen = await vscode.window.showInformationMessage(t('Moved {0} files to {1}.', moved.length, place), undo);
    if (chosen === undo) await moveBack(server, root);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function moveBack(server: Server, uri: vscode.Uri): Promise<void> {
  try {
    const client = await server.client();
    const result = await client.sendRequest(undoMoveAside, { uri: uri.toString() });
    if (!result) void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to move back.'));
    else if (result.failed.length > 0) {
      const named = result.failed.map(({ file, reason }) => `${file} (${reason})`).join(', ');
      void vscode.window.showWarningMessage(vscode.l10n.t('Not moved: {0}', named));
    } else void vscode.window.showInformationMessage(t('Moved {0} files back.', result.moved.length));
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}
