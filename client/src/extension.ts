import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerOverview } from './overview/index.ts';

let client: Promise<LanguageClient> | null = null;

/** Called by the editor once, when the extension is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Tagmetry', { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('tagmetry.showOutput', () => output.show()),
  );
  output.info(`Tagmetry ${context.extension.packageJSON.version}`);
  registerOverview(context, () => {
    client ??= startClient(context, output);
    return client;
  });
}

async function startClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const started = new LanguageClient(
    'tagmetry',
    'Tagmetry',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [{ scheme: 'file', language: 'plaintext' }, { language: 'sd-caption' }],
      outputChannel: output,
    },
  );
  await started.start();
  return started;
}

/** Everything is disposed through the subscriptions. */
export async function deactivate(): Promise<void> {
  await (await client)?.stop();
}
