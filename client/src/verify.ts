import * as vscode from 'vscode';
import type { FromVerify, ToVerify } from '../../media/verify/messages.ts';
import { bulkApply, tagList, thumbnail, workingTargets } from '../../server/src/lsp/protocol.ts';
import { leftText, placeOf } from './bulk.ts';
import { wholeCaptionList } from './caption-list.ts';
import { longWriting } from './long-writing.ts';
import type { Server } from './server.ts';
import { filterFor } from './tag-filter.ts';
import { t } from './text.ts';
import { webviewPage } from './webview-page.ts';
import type { WorkingSets } from './working-set.ts';

/** Longer side of the pictures in the grid, in pixels. */
const side = 192;

/**
 * "Verify a Tag": a grid of all images with and without one tag. What is corrected there is written as one bulk edit.
 * Arguments: URI of the dataset's folder and the tag, each asked for when left out.
 */
export function register(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tagmetry.verifyTag', async (given?: unknown, named?: unknown) => {
      const uri = given instanceof vscode.Uri ? given.toString() : (sets.state?.root ?? placeOf());
      if (!uri) return;
      const isShown = uri === sets.state?.root && (sets.state.filter !== '' || sets.state.selection.length > 0);
      const tag = typeof named === 'string' ? named : await askTag(server, uri);
      if (!tag) return;
      // What the views show is what is verified.
      const of = sets.state?.selection.length ? 'chosen' : 'all';
      const client = await server.client();
      const only = isShown ? (await client.sendRequest(workingTargets, { of })).captions : null;
      new VerifyPanel(context, server, uri, tag, only && new Set(only));
    }),
  );
}

async function askTag(server: Server, uri: string): Promise<string | undefined> {
  const client = await server.client();
  const { categories } = await client.sendRequest(tagList, { uri });
  const tags = categories.flatMap(({ tags }) => tags).sort((a, b) => b.captions - a.captions);
  const chosen = await vscode.window.showQuickPick(
    tags.map(({ tag, captions }) => ({ label: tag, description: String(captions) })),
    { title: vscode.l10n.t('Verify which tag?') },
  );
  return chosen?.label;
}

class VerifyPanel {
  readonly #server: Server;
  readonly #uri: string;
  readonly #tag: string;
  /** Captions that are meant; null: all of the dataset. */
  readonly #only: ReadonlySet<string> | null;
  readonly #panel: vscode.WebviewPanel;
  /** Captions as they were shown, by position. */
  #shown: readonly { readonly file: string; readonly image: string; readonly has: boolean }[] = [];

  constructor(
    context: vscode.ExtensionContext,
    server: Server,
    uri: string,
    tag: string,
    only: ReadonlySet<string> | null,
  ) {
    this.#server = server;
    this.#uri = uri;
    this.#tag = tag;
    this.#only = only;
    const title = vscode.l10n.t('Verify: {0}', tag);
    this.#panel = vscode.window.createWebviewPanel('tagmetry.verify', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist', 'media')],
    });
    this.#panel.webview.onDidReceiveMessage((message: FromVerify) => {
      this.#receive(message).catch((error) => {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
    });
    this.#panel.webview.html = webviewPage(this.#panel.webview, context.extensionUri, 'verify', title);
  }

  async #receive(message: FromVerify): Promise<void> {
    if (message.type === 'ready') await this.#show();
    else if (message.type === 'picture') await this.#sendPicture(message.index);
    else if (message.type === 'save') await this.#save(message.changed);
  }

  #post(message: ToVerify): void {
    void this.#panel.webview.postMessage(message);
  }

  /** The captions that have an image, those with the tag first. */
  async #show(): Promise<void> {
    const client = await this.#server.client();
    const ask = async (filter: string, has: boolean) => {
      const captions = await wholeCaptionList(client, this.#uri, filter);
      return captions.flatMap(({ file, image, tokens }) =>
        image === null || tokens === null || (this.#only && !this.#only.has(file)) ? [] : [{ file, image, has }],
      );
    };
    const filter = filterFor(this.#tag);
    this.#shown = [...(await ask(filter, true)), ...(await ask(`not ${filter}`, false))];
    const { t } = vscode.l10n;
    this.#post({
      type: 'show',
      tag: this.#tag,
      items: this.#shown.map(({ image, has }) => ({ name: image.split('/').at(-1) ?? image, has })),
      texts: {
        all: t('All'),
        with: t('With the tag'),
        without: t('Without the tag'),
        save: t('Save'),
        discard: t('Discard'),
        changed: t('{0} changed', '{0}'),
        help: t('Arrow keys move, space adds or removes the tag, Ctrl+Enter saves.'),
        empty: t('No image here.'),
      },
    });
  }

  async #sendPicture(index: number): Promise<void> {
    const file = this.#shown[index]?.image;
    if (file === undefined) return;
    const client = await this.#server.client();
    const made = await client.sendRequest(thumbnail, { uri: this.#uri, file, side });
    const bytes = made && Uint8Array.from(Buffer.from(made.data, 'base64'));
    this.#post({ type: 'picture', index, picture: made && bytes && { mime: made.mime, bytes } });
  }

  async #save(changed: readonly number[]): Promise<void> {
    const client = await this.#server.client();
    // A caption that got or lost the tag meanwhile is not turned back.
    const now = await wholeCaptionList(client, this.#uri, filterFor(this.#tag));
    const holding = new Set(now.map(({ file }) => file));
    const files = changed
      .map((index) => this.#shown[index])
      .filter((item) => item !== undefined && item.has === holding.has(item.file))
      .map(({ file }) => file);
    const operation = { kind: 'toggle', tag: this.#tag } as const;
    const result = await longWriting(client, (workDoneToken, cancel) =>
      client.sendRequest(bulkApply, { uri: this.#uri, filter: '', operation, files, workDoneToken }, cancel),
    );
    await this.#show();
    const undo = vscode.l10n.t('Undo');
    const text = t('{0}: {1} captions changed.', result.title, result.written);
    const failed = result.failed.length === 0 ? '' : ` ${leftText(result.failed)}`;
    void vscode.window.showInformationMessage(text + failed, undo).then(async (answer) => {
      if (answer !== undo) return;
      await vscode.commands.executeCommand('tagmetry.undoBulkEdit', vscode.Uri.parse(this.#uri));
      await this.#show();
    });
  }
}
