import * as vscode from 'vscode';
import type { WorkingOrder, WorkingSetChange } from '../../server/src/lsp/protocol.ts';
import { placeOf } from './bulk.ts';
import { askFilter } from './filter-input.ts';
import type { Server } from './server.ts';
import { actOnTag } from './tag-actions.ts';
import { takeDataset } from './take-dataset.ts';
import type { WorkingSets } from './working-set.ts';

/** Commands that change the working set, and so what every view shows. */
export function registerWorkingSetCommands(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const guarded =
    <A extends unknown[]>(act: (...args: A) => Promise<unknown>) =>
    (...args: A): Promise<unknown> =>
      act(...args).catch((error) => {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
  const command = <A extends unknown[]>(id: string, act: (...args: A) => Promise<unknown>): void =>
    void context.subscriptions.push(vscode.commands.registerCommand(`tagmetry.${id}`, guarded(act)));
  const change = (id: string, made: WorkingSetChange): void => command(id, () => sets.change(made));

  command('nextCaption', () => sets.step(1));
  command('previousCaption', () => sets.step(-1));
  command('nextUntagged', () => sets.go({ kind: 'next-untagged' }));
  command('nextFinding', () => goToFinding(sets));
  command('goToCaption', async (revision?: unknown, place?: unknown) => {
    if (typeof revision === 'number' && typeof place === 'number') await sets.go({ kind: 'go', revision, place });
  });
  // `stays`: who asked for it goes on where they are.
  command('filterCaptions', async (given?: unknown, root?: unknown, stays?: unknown) => {
    const uri = root instanceof vscode.Uri ? root.toString() : (sets.state?.root ?? placeOf());
    if (!uri) return;
    const now = sets.state?.root === uri ? sets.state.filter : '';
    const title = vscode.l10n.t('Show which captions?');
    const filter = typeof given === 'string' ? given : await askFilter(server, uri, title, now);
    if (filter === undefined) return;
    await sets.change(uri === sets.state?.root ? { kind: 'filter', filter } : { kind: 'use', uri, filter });
    if (stays === true) return;
    if (!vscode.window.tabGroups.activeTabGroup.activeTab || !isWorkbenchShown())
      await vscode.commands.executeCommand('tagmetry.captions.focus');
  });
  change('clearCaptionFilter', { kind: 'filter', filter: '' });
  command('refreshWorkingSet', async () => {
    if (sets.state) await sets.change({ kind: 'filter', filter: sets.state.filter });
  });
  change('selectAllCaptions', { kind: 'select-all' });
  change('selectNoCaption', { kind: 'select-none' });
  change('invertSelection', { kind: 'select-inverse' });
  command('orderCaptions', async () => {
    const chosen = await vscode.window.showQuickPick(orderItems(sets.state?.order ?? 'name'), {
      title: vscode.l10n.t('Order captions by'),
    });
    if (chosen) await sets.change({ kind: 'order', order: chosen.order });
  });
  command('removeTagEverywhere', async (root?: unknown, tag?: unknown) => {
    if (typeof root === 'string' && typeof tag === 'string')
      await actOnTag(server, null, vscode.Uri.parse(root), tag, 'remove');
  });
  command('pickDataset', () => pickDataset(sets));
}

const isWorkbenchShown = (): boolean =>
  vscode.window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith('tagmetry.workbench'),
  );

export function orderItems(now: WorkingOrder): (vscode.QuickPickItem & { readonly order: WorkingOrder })[] {
  const { t } = vscode.l10n;
  const labels: Record<WorkingOrder, string> = {
    name: t('Name'),
    tokens: t('Tokens, most first'),
    findings: t('Findings, worst first'),
    resolution: t('Resolution, smallest first'),
    similarity: t('Similarity, duplicates side by side'),
  };
  return (Object.keys(labels) as WorkingOrder[]).map((order) => ({
    order,
    label: labels[order],
    description: order === now ? t('now') : '',
  }));
}

/** Goes to the next caption with a finding and puts the cursor on the worst one in it, where the quick fixes are asked for. */
async function goToFinding(sets: WorkingSets): Promise<void> {
  await takeDataset(sets);
  if (!sets.state) return;
  await sets.go({ kind: 'next-finding' });
  await sets.texts.settled();
  const caption = sets.state.current?.caption;
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === caption);
  const worst = editor && (await worstFinding(editor.document.uri));
  if (!worst) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No caption has a finding.'));
    return;
  }
  const { document, viewColumn } = editor;
  // The first character, so that the fixes of this finding are offered and not those of the next.
  const selection = new vscode.Range(worst.range.start, worst.range.start);
  await vscode.window.showTextDocument(document, { viewColumn, selection, preview: true });
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** Milliseconds until the findings of a caption that was just opened are there at the latest. */
const findingsWithin = 3000;

/** The first of the worst findings of a document, which may still be on their way; null when none comes. */
async function worstFinding(uri: vscode.Uri): Promise<vscode.Diagnostic | null> {
  const now = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
  if (now().length === 0)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, findingsWithin);
      const listening = vscode.languages.onDidChangeDiagnostics(() => {
        if (now().length > 0) done();
      });
      function done(): void {
        clearTimeout(timer);
        listening.dispose();
        resolve();
      }
    });
  const sorted = [...now()].sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
  return sorted[0] ?? null;
}

/** The dataset at hand, the folders above it as far as the workspace goes, the folders of the workspace, another. */
async function pickDataset(sets: WorkingSets): Promise<void> {
  const { t } = vscode.l10n;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const items = new Map<string, vscode.QuickPickItem & { readonly uri: vscode.Uri | null }>();
  const add = (uri: vscode.Uri, description: string): void => {
    const key = uri.toString();
    const label = uri.path.split('/').filter(Boolean).at(-1) ?? uri.path;
    if (!items.has(key)) items.set(key, { label, description, detail: uri.fsPath, uri });
  };
  if (sets.state) {
    let uri = vscode.Uri.parse(sets.state.root);
    add(uri, t('now'));
    while (vscode.workspace.getWorkspaceFolder(uri) && folders.every((folder) => folder.uri.path !== uri.path)) {
      uri = vscode.Uri.joinPath(uri, '..');
      add(uri, t('with everything below it'));
    }
  }
  for (const { uri } of folders) add(uri, t('workspace'));
  const other = { label: t('Another folder…'), uri: null };
  const chosen = await vscode.window.showQuickPick([...items.values(), other], {
    title: t('Work on which dataset?'),
    matchOnDetail: true,
  });
  if (!chosen) return;
  const [asked] = chosen.uri
    ? [chosen.uri]
    : ((await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? []);
  if (asked) await sets.change({ kind: 'use', uri: asked.toString() });
}
