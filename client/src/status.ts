import * as vscode from 'vscode';
import { infoOf } from './captions.ts';
import { captionDocuments, type Server } from './server.ts';

/** The language status item: which model and trainer the caption is judged for, and whether the dataset is being read. */
export function registerStatus(context: vscode.ExtensionContext, server: Server): void {
  const item = vscode.languages.createLanguageStatusItem('tagmetry', captionDocuments);
  item.name = 'Tagmetry';
  item.text = 'Tagmetry';
  const openSettings = vscode.l10n.t('Settings');
  item.command = {
    title: openSettings,
    command: 'workbench.action.openSettings',
    arguments: ['@ext:tagmetry.tagmetry'],
  };
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !server.started) return;
    const info = await infoOf(server, document).catch(() => null);
    if (!info) {
      item.text = vscode.l10n.t('Tagmetry: not a caption');
      item.detail = vscode.l10n.t('No image of this name lies beside the file.');
      return;
    }
    item.text = `${info.model} · ${info.profile}`;
    item.detail = info.said;
  };
  context.subscriptions.push(
    item,
    server.onStatus(({ state, done, total, message }) => {
      item.busy = state === 'indexing';
      item.severity =
        state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
      if (state === 'indexing') item.text = vscode.l10n.t('Reading captions {0}/{1}', done, total);
      else if (state === 'failed') item.text = vscode.l10n.t('Dataset cannot be read: {0}', message ?? '');
      else void show();
    }),
    server.onRunning((running) => {
      if (running) void show();
      else item.text = vscode.l10n.t('Tagmetry is not running');
    }),
    server.onDatasetChanged(() => void show()),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
  );
}
