import * as vscode from 'vscode';
import { type ReadingOption, readingChoices, setReading } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import type { WorkingSets } from './working-set.ts';

/** "Choose Model and Trainer": what the dataset is judged for, noted in its sidecar. */
export function registerReading(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tagmetry.chooseReading', async () => {
      try {
        await chooseReading(server, sets);
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
  );
}

async function chooseReading(server: Server, sets: WorkingSets): Promise<void> {
  const { t } = vscode.l10n;
  const { state } = sets;
  if (!state) {
    void vscode.window.showInformationMessage(t('Open a caption of the dataset first.'));
    return;
  }
  const client = await server.client();
  const choices = await client.sendRequest(readingChoices, { uri: state.root });
  const titles: Record<ReadingOption, string> = {
    model: t('Model to train'),
    profile: t('Trainer'),
    tokenLimit: t('Tokens that train'),
  };
  const options = (Object.keys(titles) as ReadingOption[]).map((option) => ({
    label: titles[option],
    description: choices[option][0].name,
    option,
  }));
  const chosen = await vscode.window.showQuickPick(options, { title: state.name, placeHolder: state.said });
  if (!chosen) return;
  const values = choices[chosen.option].map(({ value, name }, at) => ({
    label: name,
    description: at === 0 ? t('now') : '',
    value,
  }));
  const value = await vscode.window.showQuickPick(values, { title: titles[chosen.option] });
  if (!value) return;
  await client.sendRequest(setReading, { uri: state.root, option: chosen.option, value: value.value });
  const sidecar = vscode.Uri.joinPath(vscode.Uri.parse(state.root), '.tagmetry.json').toString();
  await vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sidecar)?.save();
}
