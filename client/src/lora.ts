import * as vscode from 'vscode';
import type { FromLora, ToLora } from '../../media/lora/messages.ts';
import { lora, loraCompare, loraConfig } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import { webviewPage } from './webview-page.ts';

export const viewType = 'tagmetry.lora';

/** LoRA files open as read-only documents: what their header says of their training. */
export function register(context: vscode.ExtensionContext, server: Server): void {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor: ({ uri }, panel) => {
      new LoraEditor(context, server, uri, panel);
    },
  };
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(viewType, provider, {
      webviewOptions: { retainContextWhenHidden: true },
      supportsMultipleEditorsPerDocument: true,
    }),
  );
}

/** One editor of a LoRA file. What it shows follows the file. */
class LoraEditor {
  readonly #server: Server;
  readonly #uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;

  constructor(context: vscode.ExtensionContext, server: Server, uri: vscode.Uri, panel: vscode.WebviewPanel) {
    this.#server = server;
    this.#uri = uri;
    this.#panel = panel;
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist', 'media')],
    };
    webview.onDidReceiveMessage((message: FromLora) => {
      this.#receive(message).catch((error) =>
        this.#post({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    });
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), nameOf(uri).replace(/[[\]{}*?]/g, '?'));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const again = (changed: vscode.Uri): void => {
      if (changed.toString() === uri.toString()) void this.#receive({ type: 'ready' }).catch(() => {});
    };
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    panel.onDidDispose(() => watcher.dispose());
    webview.html = webviewPage(webview, context.extensionUri, 'lora', nameOf(uri));
  }

  #post(message: ToLora): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromLora): Promise<void> {
    const uri = this.#uri.toString();
    switch (message.type) {
      case 'ready': {
        this.#post({ type: 'start', language: vscode.env.language, texts: vscode.l10n.bundle ?? {} });
        const client = await this.#server.client();
        this.#post({ type: 'show', answer: await client.sendRequest(lora, { uri }) });
        break;
      }
      case 'compare': {
        const other = await this.#askOther();
        if (!other) break;
        this.#post({ type: 'comparing' });
        const client = await this.#server.client();
        const comparison = await client.sendRequest(loraCompare, { uri, other: other.toString() });
        this.#post({ type: 'comparison', comparison });
        break;
      }
      case 'close-comparison':
        this.#post({ type: 'comparison', comparison: null });
        break;
      case 'write-config':
        await this.#showConfig();
        break;
    }
  }

  /** What to compare with: LoRA files and locks beside this one, folders of the workspace, or anything else. */
  async #askOther(): Promise<vscode.Uri | undefined> {
    const { t } = vscode.l10n;
    const folder = vscode.Uri.joinPath(this.#uri, '..');
    const beside = await vscode.workspace.fs.readDirectory(folder).then(
      (entries) => entries,
      () => [],
    );
    type Item = vscode.QuickPickItem & { uri?: vscode.Uri; pick?: 'file' | 'folder' };
    const items: Item[] = beside
      .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && name !== nameOf(this.#uri))
      .filter(([name]) => /\.safetensors$|\.lock\.json$/i.test(name))
      .map(([name]) => ({ label: name, uri: vscode.Uri.joinPath(folder, name) }));
    for (const { name, uri } of vscode.workspace.workspaceFolders ?? [])
      items.push({ label: name, description: t('folder of the workspace'), uri });
    items.push(
      { label: t('Another LoRA file or lock…'), pick: 'file' },
      { label: t('Another folder…'), pick: 'folder' },
    );
    const chosen = await vscode.window.showQuickPick(items, { title: t('Compare {0} with', nameOf(this.#uri)) });
    if (!chosen?.pick) return chosen?.uri;
    const [picked] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: chosen.pick === 'file',
        canSelectFolders: chosen.pick === 'folder',
        defaultUri: folder,
        ...(chosen.pick === 'file' && { filters: { [t('LoRA files and locks')]: ['safetensors', 'json'] } }),
      })) ?? [];
    return picked;
  }

  /** The files of a configuration like it, as new documents: nothing is saved before the user does. */
  async #showConfig(): Promise<void> {
    const client = await this.#server.client();
    const files = await client.sendRequest(loraConfig, { uri: this.#uri.toString() });
    if (files.length === 0)
      throw new Error(vscode.l10n.t('{0} does not say enough for a configuration like it.', nameOf(this.#uri)));
    for (const [at, { name, text }] of files.entries()) {
      const language = /\.(\w+)$/.exec(name)?.[1] ?? 'plaintext';
      const known = new Set(await vscode.languages.getLanguages());
      const document = await vscode.workspace.openTextDocument({
        content: text,
        language: known.has(language) ? language : 'plaintext',
      });
      const viewColumn = at === 0 ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      await vscode.window.showTextDocument(document, { viewColumn, preview: false });
    }
  }
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
