import * as vscode from 'vscode';
import { tagChoices } from '../../server/src/lsp/protocol.ts';
import { newCaptionScheme } from './new-caption-scheme.ts';
import type { Server } from './server.ts';
import type { WorkingSets } from './working-set.ts';

/**
 * Captions that are not written yet, as empty documents at the place where they will be. The first save with text in it makes the file; until
 * then nothing is on disk, and going on leaves nothing behind.
 */
export function registerNewCaptions(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const written = new Map<string, Uint8Array>();
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: (uri) => ({
      type: vscode.FileType.File,
      ctime: 0,
      mtime: written.has(uri.toString()) ? 1 : 0,
      size: written.get(uri.toString())?.length ?? 0,
    }),
    readFile: (uri) => written.get(uri.toString()) ?? new Uint8Array(),
    async writeFile(uri, content) {
      const caption = uri.with({ scheme: 'file' });
      if (content.length === 0) return;
      if (!written.has(uri.toString()) && (await exists(caption)))
        throw vscode.FileSystemError.FileExists(vscode.l10n.t('The caption was written meanwhile. Open it again.'));
      await vscode.workspace.fs.writeFile(caption, content);
      written.set(uri.toString(), content);
    },
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const completion: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      const uri = sets.state?.root;
      if (uri === undefined) return [];
      const before = document.lineAt(position).text.slice(0, position.character);
      const typed = before.slice(before.lastIndexOf(',') + 1).trimStart();
      const client = await server.client();
      const choices = await client.sendRequest(tagChoices, { uri, typed, among: 'dataset' });
      const range = new vscode.Range(position.translate(0, -typed.length), position);
      return new vscode.CompletionList(
        choices.map(({ tag, captions }, rank) => ({
          label: { label: tag, description: String(captions) },
          kind: vscode.CompletionItemKind.Value,
          sortText: String(rank).padStart(4, '0'),
          filterText: typed === '' ? tag : typed,
          insertText: tag,
          range,
        })),
        true,
      );
    },
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.registerFileSystemProvider(newCaptionScheme, files, { isCaseSensitive: true }),
    vscode.languages.registerCompletionItemProvider({ scheme: newCaptionScheme }, completion, ',', ' ', '_', '('),
    vscode.workspace.onDidOpenTextDocument(async (document) => {
      if (document.uri.scheme === newCaptionScheme && document.languageId !== 'sd-caption')
        await vscode.languages.setTextDocumentLanguage(document, 'sd-caption');
    }),
  );
}

const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
