import * as vscode from 'vscode';
import type { WorkingSets } from './working-set.ts';

/** The working set in the status bar, each part a picker: dataset, captions, model and trainer. Hidden without a dataset. */
export function registerStatusBar(context: vscode.ExtensionContext, sets: WorkingSets): void {
  const item = (id: string, name: string, priority: number, command: string): vscode.StatusBarItem => {
    const made = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
    made.name = name;
    made.command = command;
    return made;
  };
  const { t } = vscode.l10n;
  const dataset = item('tagmetry.dataset', t('Tagmetry: dataset'), 12, 'tagmetry.pickDataset');
  const captions = item('tagmetry.filter', t('Tagmetry: captions'), 11, 'tagmetry.filterCaptions');
  const reading = item('tagmetry.reading', t('Tagmetry: model and trainer'), 10, 'tagmetry.chooseReading');
  const all = [dataset, captions, reading];
  const show = (): void => {
    const { state } = sets;
    if (!state) {
      for (const each of all) each.hide();
      return;
    }
    dataset.text = `$(folder-library) ${state.name}`;
    dataset.tooltip = t('Dataset: {0}. Click to choose another, or a wider one.', vscode.Uri.parse(state.root).fsPath);
    const number = new Intl.NumberFormat(vscode.env.language);
    const count =
      state.filter === ''
        ? number.format(state.count)
        : t('{0} of {1}', number.format(state.count), number.format(state.total));
    const selected = state.targets > 1 ? ` · ${t('{0} selected', number.format(state.targets))}` : '';
    captions.text = `${state.filter === '' ? '$(list-unordered)' : '$(filter)'} ${count}${selected}`;
    captions.tooltip =
      state.filter === ''
        ? t('All captions. Click to filter.')
        : t('Captions that match {0}. Click to change the filter.', state.filter);
    const limit = state.tokenLimit === null ? '' : ` · ${state.tokenLimit}`;
    reading.text = `${state.model}, ${state.trainer}${limit}`;
    reading.tooltip = t('{0}. Click to choose.', state.said);
    for (const each of all) each.show();
  };
  context.subscriptions.push(...all, sets.onDidChange(show));
}
