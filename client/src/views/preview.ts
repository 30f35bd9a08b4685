import * as vscode from 'vscode';
import { workingImage } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { webviewPage } from '../webview-page.ts';
import type { WorkingSets } from '../working-set.ts';

/** Longer side of the picture sent to the view, in pixels. */
const side = 1024;

/**
 * The Preview view: the image of the current caption, with what its bucket cuts away. Pictures reach the page as bytes of a thumbnail,
 * never as the dataset's file.
 */
export function register(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  let view: vscode.WebviewView | null = null;
  let follows = true;
  /** Dataset, caption and its settings that are shown. */
  let shown = '';
  let turn = 0;

  const show = async (force = false): Promise<void> => {
    const { state } = sets;
    if (!view?.visible || !state?.current || (!follows && shown !== '' && !force)) return;
    const key = JSON.stringify([state.root, state.current.key, state.current.hasCaption]);
    if (key === shown && !force) return;
    const mine = ++turn;
    const client = await server.client();
    const image = await client
      .sendRequest(workingImage, { revision: state.revision, place: null, side })
      .catch(() => null);
    if (mine !== turn || !image) return;
    shown = key;
    const { picture, name, size, crop, lines } = image;
    const bytes = picture && Uint8Array.from(Buffer.from(picture.data, 'base64'));
    await view?.webview.postMessage({
      image: name,
      size,
      crop,
      lines,
      picture: bytes && { mime: picture?.mime, bytes },
    });
  };
  const follow = (on: boolean): Thenable<unknown> => {
    follows = on;
    if (on) void show();
    return vscode.commands.executeCommand('setContext', 'tagmetry.previewFollows', on);
  };
  void follow(true);

  context.subscriptions.push(
    vscode.window.registerWebviewViewProvider('tagmetry.preview', {
      resolveWebviewView(resolved) {
        view = resolved;
        resolved.webview.options = {
          enableScripts: true,
          localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist', 'media')],
        };
        resolved.webview.html = webviewPage(
          resolved.webview,
          context.extensionUri,
          'preview',
          vscode.l10n.t('Image of the caption'),
        );
        context.subscriptions.push(
          resolved.webview.onDidReceiveMessage((message: unknown) => {
            if (message === 'ready') void show(true);
          }),
          resolved.onDidChangeVisibility(() => void show()),
          resolved.onDidDispose(() => {
            view = null;
          }),
        );
      },
    }),
    sets.onDidChange(() => void show()),
    // Tokens under the picture and the image itself may be others now.
    server.onDatasetChanged((root) => {
      if (root === sets.state?.root && follows) void show(true);
    }),
    vscode.commands.registerCommand('tagmetry.pinPreview', () => follow(false)),
    vscode.commands.registerCommand('tagmetry.followEditor', () => follow(true)),
  );
}
