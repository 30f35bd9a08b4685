import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import type { WorkingSets } from '../working-set.ts';

/** Milliseconds that typing is waited out before a view follows. */
const settleTime = 500;

/** Tells a view the root of the dataset at hand: again when the dataset changes, and nothing while the view is hidden. */
export function folderFollower(
  server: Server,
  sets: WorkingSets,
  view: { readonly visible: boolean; readonly onDidChangeVisibility: vscode.Event<unknown> },
  tell: (root: string) => void,
): vscode.Disposable {
  let told: string | null = null;
  let stale = false;
  let timer: NodeJS.Timeout | undefined;
  const follow = (): void => {
    const root = sets.state?.root ?? null;
    if (!view.visible || root === null || (root === told && !stale)) return;
    told = root;
    stale = false;
    tell(root);
  };
  const parts = [
    view.onDidChangeVisibility(follow),
    sets.onDidChange(follow),
    server.onDatasetChanged((root) => {
      if (root !== sets.state?.root) return;
      stale = true;
      clearTimeout(timer);
      timer = setTimeout(follow, settleTime);
    }),
    { dispose: () => clearTimeout(timer) },
  ];
  follow();
  return vscode.Disposable.from(...parts);
}
