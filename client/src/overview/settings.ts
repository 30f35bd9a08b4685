import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { AdvisedSettings } from '../../../media/overview/messages.ts';
import { type SettingsDiffResult, settingsDiff } from '../../../server/src/lsp/protocol.ts';
import type { AuditReport } from '../../../server/src/report/report.ts';

type SettingsStep = AuditReport['advice']['playbook']['y'][number];

/** The advised settings of each step against the configuration that names the dataset. */
export async function adviseSettings(
  client: LanguageClient,
  uri: string,
  steps: readonly SettingsStep[],
): Promise<AdvisedSettings> {
  const results: SettingsDiffResult[] = [];
  for (const { settings } of steps) results.push(await client.sendRequest(settingsDiff, { uri, settings }));
  return {
    datasetConfig: nameOf(results[0]?.datasetConfig ?? null),
    configFile: nameOf(results[0]?.configFile ?? null),
    steps: results.map(({ diffs, edits }) => ({ diffs, canApply: edits.some((file) => file.edits.length > 0) })),
  };
}

const nameOf = (uri: string | null): string | null =>
  uri === null ? null : (vscode.Uri.parse(uri).path.split('/').at(-1) ?? null);

/** Writes the settings of a step into the configuration, in the editor: it is saved, or undone, there. */
export async function applySettings(client: LanguageClient, uri: string, { settings }: SettingsStep): Promise<void> {
  const { edits } = await client.sendRequest(settingsDiff, { uri, settings });
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit({ documentChanges: [...edits] });
  if (!edit || edit.size === 0 || !(await vscode.workspace.applyEdit(edit))) return;
  for (const [file] of edit.entries())
    await vscode.window.showTextDocument(file, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
      preserveFocus: true,
    });
}
