import * as vscode from 'vscode';
import { infoOf } from '../captions.ts';
import type { Server } from '../server.ts';

/** Milliseconds that typing is waited out before a view follows. */
const settleTime = 500;

/**
 * Tells a view which dataset is at hand: that of the caption in the editor, until another one is. Told again when the
 * dataset changes, and nothing while the view is hidden.
 */
export function folderFollower(
  server: Server,
  view: { readonly visible: boolean; readonly onDidChangeVisibility: vscode.Event<unknown> },
  tell: (root: string) => void,
): vscode.Disposable {
  let root: string | null = null;
  let stale = false;
  let timer: NodeJS.Timeout | undefined;
  const follow = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!view.visible || !document || !server.started) return;
    const info = await infoOf(server, document).catch(() => null);
    if (!info || (info.root === root && !stale)) return;
    root = info.root;
    stale = false;
    tell(root);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), settleTime);
  };
  const parts = [
    view.onDidChangeVisibility(() => void follow()),
    vscode.window.onDidChangeActiveTextEditor(() => void follow()),
    server.onRunning(() => void follow()),
    server.onDatasetChanged(() => {
      stale = true;
      later();
    }),
  ];
  void follow();
  return { dispose: () => [...parts, { dispose: () => clearTimeout(timer) }].forEach((part) => void part.dispose()) };
}
