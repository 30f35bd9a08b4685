import path from 'node:path';
import * as vscode from 'vscode';
import { effectiveCaption } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

const scheme = 'tagmetry-effective';

/** Milliseconds that typing is waited out before the view follows. */
const settleTime = 300;

/**
 * "Show Effective Caption": a read-only document beside the caption that says what the trainer makes of it, and follows
 * its changes.
 */
export function register(context: vscode.ExtensionContext, server: Server): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let timer: NodeJS.Timeout | undefined;

  const show = async (target?: vscode.Uri): Promise<void> => {
    const caption = target ?? vscode.window.activeTextEditor?.document.uri;
    if (!caption || caption.scheme === scheme) return;
    const view = viewOf(caption);
    changed.fire(view);
    await vscode.window.showTextDocument(view, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  };
  const isShown = (view: vscode.Uri): boolean =>
    vscode.workspace.textDocuments.some((document) => document.uri.toString() === view.toString());

  context.subscriptions.push(
    changed,
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(view) {
        const client = await server.client();
        const uri = client.code2ProtocolConverter.asUri(captionOf(view));
        const answer = await client.sendRequest(effectiveCaption, { uri });
        return answer?.text ?? vscode.l10n.t('This document is not a caption, or it was closed.');
      },
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const view = viewOf(document.uri);
      if (document.uri.scheme === scheme || !isShown(view)) return;
      clearTimeout(timer);
      timer = setTimeout(() => changed.fire(view), settleTime);
    }),
    vscode.commands.registerCommand('tagmetry.showEffectiveCaption', show),
  );
}

/** The view of a caption; its name is what the editor's tab shows. */
function viewOf(caption: vscode.Uri): vscode.Uri {
  const name = vscode.l10n.t('{0} as trained', path.basename(caption.path));
  return vscode.Uri.from({ scheme, path: `/${name}`, query: caption.toString() });
}

function captionOf(view: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(view.query);
}
