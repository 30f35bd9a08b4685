import * as vscode from 'vscode';

/** Called by the editor once, when the extension is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Tagmetry', { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('tagmetry.showOutput', () => output.show()),
  );
  output.info(`Tagmetry ${context.extension.packageJSON.version}`);
}

/** Everything is disposed through the subscriptions. */
export function deactivate(): void {}
