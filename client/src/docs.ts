import * as vscode from 'vscode';

/** The command that shows the page about a rule, as it is installed. Without a rule it asks for one. */
export function registerDocs(context: vscode.ExtensionContext): void {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const show = async (rule?: unknown): Promise<void> => {
    const chosen = typeof rule === 'string' ? rule : await chooseRule(folder);
    // The name becomes part of a path.
    if (chosen === undefined || !/^[a-z0-9-]+$/.test(chosen)) return;
    const page = vscode.Uri.joinPath(folder, `${chosen}.md`);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  };
  context.subscriptions.push(vscode.commands.registerCommand('tagmetry.explainRule', show));
}

async function chooseRule(folder: vscode.Uri): Promise<string | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const rules = entries.map(([name]) => name).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return vscode.window.showQuickPick(
    rules.map((name) => name.slice(0, -'.md'.length)),
    { title: vscode.l10n.t('Explain which rule?') },
  );
}
