import * as vscode from 'vscode';
import { holdsCaptions } from './dataset-names.ts';
import type { WorkingSets } from './working-set.ts';

/** Folders whose names are read at the most, those of the workspace included, and how deep they lie: a set may be project/img/10_name. */
const mostFolders = 40;
const deepest = 3;

/**
 * Says in the status bar that a folder which is open holds images with captions, as long as none of it is worked on; a click opens the
 * workbench. Reads the names of a few folders and no file.
 */
export function noticeDatasets(context: vscode.ExtensionContext, sets: WorkingSets): void {
  const item = vscode.window.createStatusBarItem('tagmetry.noticed', vscode.StatusBarAlignment.Left, 12);
  item.name = vscode.l10n.t('Tagmetry: noticed dataset');
  let turn = 0;
  let noticed: vscode.Uri | null = null;
  const show = (): void => {
    if (!noticed || sets.state) item.hide();
    else item.show();
  };
  const look = async (): Promise<void> => {
    const mine = ++turn;
    const found = sets.state ? null : await findDataset(vscode.workspace.workspaceFolders ?? []);
    if (mine !== turn) return;
    noticed = found;
    if (found) {
      item.text = `$(folder-library) ${vscode.l10n.t('Captions of {0}', found.path.split('/').at(-1) ?? '')}`;
      item.tooltip = vscode.l10n.t('Images with captions lie in {0}. Click to open the workbench.', found.fsPath);
      item.command = { command: 'tagmetry.openWorkbench', title: item.name ?? '', arguments: [found] };
    }
    show();
  };
  const quietly = (): void => void look().catch(() => {});
  context.subscriptions.push(item, sets.onDidChange(show), vscode.workspace.onDidChangeWorkspaceFolders(quietly));
  quietly();
}

/** The first folder with captions among those that are open and the folders in them, the nearest first. */
export async function findDataset(open: readonly vscode.WorkspaceFolder[]): Promise<vscode.Uri | null> {
  const waiting = open.map(({ uri }) => ({ uri, depth: 0 }));
  for (let looked = 0; looked < mostFolders; looked++) {
    const next = waiting.shift();
    if (!next) return null;
    const entries = await vscode.workspace.fs.readDirectory(next.uri).then(
      (found) => found,
      () => [],
    );
    if (holdsCaptions(entries.map(([name]) => name))) return next.uri;
    if (next.depth === deepest) continue;
    for (const [name, type] of entries)
      if ((type & vscode.FileType.Directory) !== 0 && !name.startsWith('.') && name !== 'node_modules')
        waiting.push({ uri: vscode.Uri.joinPath(next.uri, name), depth: next.depth + 1 });
  }
  return null;
}
