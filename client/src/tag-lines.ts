import path from 'node:path';
import * as vscode from 'vscode';
import { type TagLines, tagLines, writeTagLines } from '../../server/src/lsp/protocol.ts';
import { speakCaption } from './captions.ts';
import type { Server } from './server.ts';
import { registerTagLineFeatures } from './tag-line-features.ts';

const scheme = 'tagmetry-lines';

/**
 * "Edit One Tag per Line": a caption as a document with a tag on each line. Saving it writes the tags back into the
 * caption's own line; nothing else of the file changes, and nothing at all when the caption is no longer as it was shown.
 */
export function register(context: vscode.ExtensionContext, server: Server): void {
  const files = new TagLinesFiles(server);
  registerTagLineFeatures(context, server, { scheme, captionOf });
  context.subscriptions.push(
    files,
    vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
    vscode.commands.registerCommand('tagmetry.editTagLines', async (given?: unknown) => {
      const caption = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
      if (caption?.scheme !== 'file') return;
      const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === caption.toString());
      // What is shown and written back is the file on disk.
      if (open?.isDirty && !(await open.save())) return;
      try {
        const view = await vscode.workspace.openTextDocument(viewOf(caption));
        await speakCaption(view);
        await vscode.window.showTextDocument(view, { viewColumn: vscode.ViewColumn.Beside });
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
  );
}

/** The list of a caption's tags; its name is what the editor's tab shows. */
function viewOf(caption: vscode.Uri): vscode.Uri {
  const name = vscode.l10n.t('{0} by tag', path.basename(caption.path));
  return caption.with({ scheme, path: `${caption.path}/${name}` });
}

function captionOf(view: vscode.Uri): vscode.Uri {
  return view.with({ scheme: 'file', path: path.posix.dirname(view.path) });
}

class TagLinesFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** What was last shown, by URI of the view. */
  readonly #shown = new Map<string, TagLines>();
  readonly #listener: vscode.Disposable;
  readonly onDidChangeFile = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#listener = server.onDatasetChanged(() => {
      const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
      this.#changed.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  watch(): vscode.Disposable {
    return { dispose() {} };
  }

  async stat(view: vscode.Uri): Promise<vscode.FileStat> {
    const { ctime, mtime } = await vscode.workspace.fs.stat(captionOf(view));
    return { type: vscode.FileType.File, ctime, mtime, size: 0 };
  }

  async readFile(view: vscode.Uri): Promise<Uint8Array> {
    const client = await this.#server.client();
    const uri = client.code2ProtocolConverter.asUri(captionOf(view));
    const shown = await client.sendRequest(tagLines, { uri });
    this.#shown.set(view.toString(), shown);
    return new TextEncoder().encode(shown.lines.map((line) => `${line}\n`).join(''));
  }

  async writeFile(view: vscode.Uri, content: Uint8Array): Promise<void> {
    const shown = this.#shown.get(view.toString());
    if (!shown) throw vscode.FileSystemError.Unavailable(vscode.l10n.t('Open the caption again to write it.'));
    const lines = new TextDecoder().decode(content).split(/\r\n|\r|\n/);
    const client = await this.#server.client();
    const uri = client.code2ProtocolConverter.asUri(captionOf(view));
    try {
      const text = await client.sendRequest(writeTagLines, { uri, text: shown.text, lines });
      this.#shown.set(view.toString(), { text, lines });
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(error instanceof Error ? error.message : String(error));
    }
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(view: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(view);
  }

  delete(view: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(view);
  }

  rename(view: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(view);
  }
}
