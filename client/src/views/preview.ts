import * as vscode from 'vscode';
import { imagePreview, neighbour } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { webviewPage } from '../webview-page.ts';

/** Longer side of the picture sent to the view, in pixels. */
const side = 1024;

/** Milliseconds that typing is waited out before the view follows. */
const settleTime = 300;

/**
 * The Preview view: the image of the caption in the editor, with what its bucket cuts away; and the commands that go to
 * the caption before and after. Pictures reach the page as bytes of a thumbnail, never as the dataset's file.
 */
export function register(context: vscode.ExtensionContext, server: Server): void {
  let view: vscode.WebviewView | null = null;
  let follows = true;
  let shown: string | null = null;
  let turn = 0;
  let timer: NodeJS.Timeout | undefined;

  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!view?.visible || !server.started || !document || (!follows && shown !== document.uri.toString())) return;
    const mine = ++turn;
    const client = await server.client();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const preview = await client.sendRequest(imagePreview, { uri, side }).catch(() => null);
    // A document that is no caption leaves the last picture standing.
    if (mine !== turn || !preview) return;
    shown = document.uri.toString();
    const { picture, ...rest } = preview;
    const bytes = picture && Uint8Array.from(Buffer.from(picture.data, 'base64'));
    await view?.webview.postMessage({ ...rest, picture: bytes && { mime: picture?.mime, bytes } });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), settleTime);
  };
  const go = async (step: 1 | -1): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const client = await server.client();
    const uri = await client.sendRequest(neighbour, { uri: client.code2ProtocolConverter.asUri(document.uri), step });
    if (uri !== null) await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: true });
    else
      void vscode.window.setStatusBarMessage(
        step === 1 ? vscode.l10n.t('This is the last caption.') : vscode.l10n.t('This is the first caption.'),
        3000,
      );
  };
  const follow = (on: boolean): Thenable<unknown> => {
    follows = on;
    if (on) void show();
    return vscode.commands.executeCommand('setContext', 'tagmetry.previewFollows', on);
  };
  void follow(true);

  context.subscriptions.push(
    { dispose: () => clearTimeout(timer) },
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
            if (message === 'ready') void show();
          }),
          resolved.onDidChangeVisibility(() => void show()),
          resolved.onDidDispose(() => {
            view = null;
          }),
        );
      },
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) later();
    }),
    server.onRunning((running) => running && later()),
    vscode.commands.registerCommand('tagmetry.nextCaption', () => go(1)),
    vscode.commands.registerCommand('tagmetry.previousCaption', () => go(-1)),
    vscode.commands.registerCommand('tagmetry.pinPreview', () => follow(false)),
    vscode.commands.registerCommand('tagmetry.followEditor', () => follow(true)),
  );
}
