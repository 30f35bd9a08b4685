import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { exportFormats } from '../../../media/overview/messages.ts';
import { exportReport as exportRequest } from '../../../server/src/lsp/protocol.ts';

/** Asks for a format and a file, and writes the report there. */
export async function exportReport(client: LanguageClient, root: vscode.Uri): Promise<void> {
  const labels: Record<(typeof exportFormats)[number], string> = {
    html: vscode.l10n.t('HTML: this overview in one file'),
    markdown: vscode.l10n.t('Markdown: a summary to paste'),
    csv: vscode.l10n.t('CSV: one line per finding'),
    json: vscode.l10n.t('JSON: every number and finding'),
  };
  const choice = await vscode.window.showQuickPick(
    exportFormats.map((format) => ({ label: labels[format], format })),
    { placeHolder: vscode.l10n.t('Format of the report') },
  );
  if (!choice) return;
  const extension = choice.format === 'markdown' ? 'md' : choice.format;
  const name = root.path.split('/').filter(Boolean).at(-1) ?? 'report';
  const target = await vscode.window.showSaveDialog({
    // Beside the dataset: a file inside it would be part of what is trained or indexed.
    defaultUri: vscode.Uri.joinPath(root, '..', `${name}-report.${extension}`),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return;
  const text = await client.sendRequest(exportRequest, { uri: root.toString(), format: choice.format });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('The report was saved.'), open);
  if (answer === open) await vscode.env.openExternal(target);
}
