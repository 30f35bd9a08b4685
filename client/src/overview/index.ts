import * as vscode from 'vscode';
import { captionInfo } from '../../../server/src/lsp/protocol.ts';
import { moveOut } from '../move-aside.ts';
import type { Server } from '../server.ts';
import { actOnTag } from '../tag-actions.ts';
import type { WorkingSets } from '../working-set.ts';
import { start } from './actions.ts';
import { exportReport } from './export.ts';
import { lockNow } from './history.ts';
import { keepBest } from './keep-best.ts';
import { OverviewPanel, viewType } from './panel.ts';
import { shareCaptions } from './share-captions.ts';
import type { PanelServices } from './wishes.ts';

/**
 * Registers the Folder Overview: the command `tagmetry.openOverview` (argument: URI of a folder or caption) and the
 * panels restored after a reload of the window.
 */
export function registerOverview(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const panels = new Map<string, OverviewPanel>();
  const services: PanelServices = {
    extensionUri: context.extensionUri,
    getClient: () => server.client(),
    exportReport: async (root) => exportReport(await server.client(), root),
    start: (root, action) => start(server, sets, root, action),
    actOnTag: (root, tag, action, folder) => actOnTag(server, sets, root, tag, action, folder),
    shareCaptions: (root, captions, from) => shareCaptions(server, root, captions, from),
    moveAside: (root, files) => moveOut(server, root, files),
    keepBest: (root, groups) => keepBest(server, root, groups),
  };
  const adopt = (webview: vscode.WebviewPanel, root: vscode.Uri, tab?: string): void => {
    const panel = new OverviewPanel(webview, root, services, tab);
    panels.set(root.toString(), panel);
    panel.onDidDispose(() => panels.delete(root.toString()));
  };
  const show = (root: vscode.Uri, tab?: string): void => {
    const open = panels.get(root.toString());
    if (open) open.reveal(tab);
    else
      adopt(
        vscode.window.createWebviewPanel(viewType, root.path, vscode.ViewColumn.Active, { enableFindWidget: false }),
        root,
        tab,
      );
  };
  context.subscriptions.push(
    server.onDatasetChanged((root) => {
      for (const panel of panels.values()) if (panel.concerns(root)) panel.changed();
    }),
    vscode.commands.registerCommand('tagmetry.openOverview', async (argument?: unknown) => {
      const root = await findRoot(argument, services, sets);
      if (root) show(root);
    }),
    vscode.commands.registerCommand('tagmetry.showHistory', async (argument?: unknown) => {
      const root = await findRoot(argument, services, sets);
      if (root) show(root, 'history');
    }),
    vscode.commands.registerCommand('tagmetry.lockDataset', async (argument?: unknown) => {
      const root = await findRoot(argument, services, sets);
      if (!root) return;
      try {
        await lockNow(await server.client(), root.toString());
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(webview, state: unknown) {
        const root = (state as { root?: unknown } | undefined)?.root;
        if (typeof root === 'string' && root !== '') adopt(webview, vscode.Uri.parse(root, true));
        else webview.dispose();
      },
    }),
  );
}

/**
 * The dataset to show: the folder that was clicked, else the working set's where it holds the caption at hand or none is, else the caption's
 * own, else one that the user names.
 */
async function findRoot(
  argument: unknown,
  services: PanelServices,
  sets: WorkingSets,
): Promise<vscode.Uri | undefined> {
  const given =
    argument instanceof vscode.Uri ? argument : typeof argument === 'string' ? vscode.Uri.parse(argument) : undefined;
  if (given && (await isFolder(given))) return given;
  const document = given ?? vscode.window.activeTextEditor?.document.uri;
  const working = sets.state?.root;
  const isIn = document?.toString().startsWith(`${working}/`) ?? true;
  if (working !== undefined && isIn) return vscode.Uri.parse(working);
  if (document) {
    const client = await services.getClient();
    const info = await client.sendRequest(captionInfo, { uri: document.toString() });
    if (info) return vscode.Uri.parse(info.root);
  }
  return pickFolder();
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const other = { label: vscode.l10n.t('Another folder…'), description: '', uri: undefined };
  const items = folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, uri }));
  const choice = await vscode.window.showQuickPick([...items, other], {
    placeHolder: vscode.l10n.t('Which folder holds the dataset?'),
  });
  if (!choice) return undefined;
  if (choice.uri) return choice.uri;
  const chosen = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false });
  return chosen?.[0];
}
