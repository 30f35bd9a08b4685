import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { takeDataset } from '../take-dataset.ts';
import type { WorkingSets } from '../working-set.ts';
import { registerChosenActions } from './chosen-actions.ts';
import { readAhead } from './neighbours.ts';
import { WorkbenchView } from './view.ts';

const viewType = 'tagmetry.workbench';
/** The same page in the place of an image's editor. */
const imageViewType = 'tagmetry.imageWorkbench';

/** Shares of the picture and of the text beside it, where the editor area was in one piece. */
const layout = { orientation: 0, groups: [{ size: 0.62 }, { size: 0.38 }] };

/**
 * The workbench: command `tagmetry.openWorkbench` (argument: URI of an image, a caption or a folder), panels restored after a reload, and
 * "Open With…" on an image. The caption stands in a text editor of its own in the column beside it.
 */
export function registerWorkbench(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const views = new Set<WorkbenchView>();
  const shown = (): WorkbenchView | undefined => [...views].find(({ panel }) => panel.visible);
  const follow = (): void => {
    const view = shown();
    void vscode.commands.executeCommand('setContext', 'tagmetry.workbenchOpen', view !== undefined);
    // The page says beside the picture what the lens says.
    server.showLens(view === undefined);
    sets.texts.placeAt(
      view
        ? () => ({
            viewColumn: besideOf(view.panel),
            preserveFocus: view.panel.active,
            tidies: vscode.workspace.getConfiguration('tagmetry').get<boolean>('workbench.saveOnMove') !== false,
          })
        : null,
    );
  };
  const adopt = (panel: vscode.WebviewPanel): WorkbenchView => {
    const view = new WorkbenchView(context, server, sets, panel);
    views.add(view);
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'overview-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'overview-dark.svg'),
    };
    panel.onDidChangeViewState(follow);
    panel.onDidDispose(() => {
      views.delete(view);
      view.dispose();
      follow();
    });
    follow();
    return view;
  };
  const showText = (): void => {
    if (sets.state?.current) sets.texts.show(sets.state.current);
  };
  context.subscriptions.push(
    readAhead(server, sets, () => shown() !== undefined),
    vscode.commands.registerCommand('tagmetry.openWorkbench', async (given?: unknown) => {
      try {
        await takeDataset(sets, given);
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        return;
      }
      const open = [...views].find(({ panel }) => panel.viewType === viewType);
      if (open) open.panel.reveal();
      else {
        if (vscode.window.tabGroups.all.length === 1)
          await vscode.commands.executeCommand('vscode.setEditorLayout', layout);
        adopt(
          vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Workbench'), vscode.ViewColumn.One, {
            retainContextWhenHidden: true,
          }),
        );
      }
      showText();
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel) {
        adopt(panel);
        await takeDataset(sets, undefined, true);
      },
    }),
    vscode.window.registerCustomEditorProvider(
      imageViewType,
      {
        openCustomDocument: (uri) => ({ uri, dispose() {} }),
        async resolveCustomEditor({ uri }, panel) {
          adopt(panel);
          await sets.change({ kind: 'follow', uri: uri.toString() });
          showText();
        },
      },
      { webviewOptions: { retainContextWhenHidden: true }, supportsMultipleEditorsPerDocument: false },
    ),
  );
  const tell = (text: string): void => {
    shown()?.notice(text);
    void vscode.window.setStatusBarMessage(text, 6000);
  };
  context.subscriptions.push(
    sets.texts.onDidFailToSave((uri) =>
      tell(vscode.l10n.t('{0} was not saved: what you typed is in its tab.', uri.path.split('/').at(-1) ?? '')),
    ),
  );
  registerChosenActions(context, server, sets, tell);
}

/** The column for the text: the one after the page's, else the one before it. */
function besideOf({ viewColumn = vscode.ViewColumn.One }: vscode.WebviewPanel): vscode.ViewColumn {
  const columns = vscode.window.tabGroups.all.map((group) => group.viewColumn);
  return columns.includes(viewColumn + 1) || viewColumn === vscode.ViewColumn.One ? viewColumn + 1 : viewColumn - 1;
}
