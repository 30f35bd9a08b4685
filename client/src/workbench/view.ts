import * as vscode from 'vscode';
import type { FromWorkbench, Picture, ShownImage, ShownState, ToWorkbench } from '../../../media/workbench/messages.ts';
import {
  filterHelp,
  type ThumbnailData,
  type WorkingImage,
  type WorkingSetState,
  workingImage,
  workingItems,
  workingThumbnail,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { webviewPage } from '../webview-page.ts';
import type { WorkingSets } from '../working-set.ts';
import { readMessage } from './read-message.ts';

/** Pixels of the longer sides of pictures: in the grid, large, and large enough to be zoomed in. */
const sides = { small: 256, large: 1600, fine: 4096 };
/** Small pictures asked of the server at once; a large one must not wait for a whole screen of them. */
const thumbnailsAtOnce = 3;
/** Large pictures asked of the server at once, and how many wait: whoever flies by wants the last of them. */
const imagesAtOnce = 2;
const imagesWaiting = 4;

type ImageWish = Extract<FromWorkbench, { type: 'image' }>;

/** One page of the workbench, in a panel of its own or in the place of an image's editor. */
export class WorkbenchView implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #server: Server;
  readonly #sets: WorkingSets;
  readonly #parts: vscode.Disposable[];
  #version = 0;
  /** Number of the last step of the page that was taken. */
  #turn = 0;
  #ready = false;
  #wanted: { revision: number; places: number[] } = { revision: -1, places: [] };
  #making = 0;
  #images: ImageWish[] = [];
  #imaging = 0;

  constructor(context: vscode.ExtensionContext, server: Server, sets: WorkingSets, panel: vscode.WebviewPanel) {
    this.panel = panel;
    this.#server = server;
    this.#sets = sets;
    const title = vscode.l10n.t('Workbench');
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist', 'media')],
    };
    this.#parts = [
      panel.webview.onDidReceiveMessage((data: unknown) => {
        const message = readMessage(data);
        if (message) void this.#receive(message).catch((error) => this.notice(messageOf(error)));
      }),
      sets.onDidChange(() => this.#postState()),
      server.onDatasetChanged((root) => {
        if (root !== sets.state?.root) return;
        this.#version++;
        this.#postState();
      }),
    ];
    panel.webview.html = webviewPage(panel.webview, context.extensionUri, 'workbench', title);
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }

  /** Says something to everybody, once. */
  notice(text: string): void {
    this.#post({ type: 'notice', text });
  }

  #post(message: ToWorkbench): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }

  #postState(): void {
    const { state } = this.#sets;
    this.#post({ type: 'state', state: state && shownState(state, this.#version, this.#turn) });
  }

  async #receive(message: FromWorkbench): Promise<void> {
    const sets = this.#sets;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#turn = 0;
        this.#post({ type: 'start', language: vscode.env.language, texts: vscode.l10n.bundle ?? {} });
        this.#postState();
        return;
      case 'step':
        return this.#step(message);
      case 'go':
        return sets.go({ kind: 'go', revision: message.revision, place: message.place }, true);
      case 'extend':
        return sets.go({ kind: 'extend', by: message.by }, true);
      case 'extend-to':
        return sets.go({ kind: 'extend-to', revision: message.revision, place: message.place }, true);
      case 'select':
        await sets.change({ ...message, kind: 'select' });
        return;
      case 'select-all':
      case 'select-none':
      case 'select-inverse':
        await sets.change({ kind: message.type });
        return;
      case 'filter':
        return sets.go({ kind: 'filter', filter: message.filter, enter: true }, true);
      case 'order':
        await sets.change({ kind: 'order', order: message.order });
        return;
      case 'help':
        return this.#help(message);
      case 'items':
        return this.#sendItems(message);
      case 'thumbnails':
        this.#wanted = { revision: message.revision, places: [...message.places] };
        return this.#makeThumbnails();
      case 'image':
        return this.#sendImage(message);
      case 'act':
        await vscode.commands.executeCommand(commands[message.action]);
        return;
      case 'write':
        return sets.texts.write();
      case 'pick-dataset':
        await vscode.commands.executeCommand('tagmetry.pickDataset');
        return;
    }
  }

  async #step({ by, turn }: Extract<FromWorkbench, { type: 'step' }>): Promise<void> {
    try {
      await this.#sets.step(by, true);
    } finally {
      // Taken or refused: the page believes what is said from now on.
      this.#turn = Math.max(this.#turn, turn);
      this.#postState();
    }
  }

  async #help({ turn, filter, offset }: Extract<FromWorkbench, { type: 'help' }>): Promise<void> {
    const uri = this.#sets.state?.root;
    if (uri === undefined) return;
    const client = await this.#server.client();
    this.#post({ type: 'proposals', turn, ...(await client.sendRequest(filterHelp, { uri, filter, offset })) });
  }

  async #sendItems({ revision, offset, limit }: Extract<FromWorkbench, { type: 'items' }>): Promise<void> {
    const client = await this.#server.client();
    const version = this.#version;
    // First what is known; what the rules say of the rest comes when it is there.
    for (const judged of [false, true]) {
      const entries = await client.sendRequest(workingItems, { revision, offset, limit, judged }).catch(() => null);
      if (!entries || this.#version !== version) return;
      const items = entries.map(({ key, caption, ...rest }) => ({ ...rest, name: nameOf(key) }));
      this.#post({ type: 'items', revision, version, offset, items });
      if (items.every(({ errors }) => errors !== null)) return;
    }
  }

  /** Makes the small pictures that are in sight, the most wanted first; those scrolled out of sight meanwhile are not made. */
  async #makeThumbnails(): Promise<void> {
    const client = await this.#server.client();
    while (this.#making < thumbnailsAtOnce) {
      const { revision, places } = this.#wanted;
      const place = places.shift();
      if (place === undefined) return;
      this.#making++;
      void client
        .sendRequest(workingThumbnail, { revision, place, side: sides.small })
        .then(
          ({ picture, problem }) =>
            this.#post({ type: 'thumbnail', revision, place, picture: pictureOf(picture), problem }),
          () => {},
        )
        .finally(() => {
          this.#making--;
          void this.#makeThumbnails();
        });
    }
  }

  /** Makes large pictures, the one asked for last first. Of those that wait too long it is said that they do not come. */
  async #sendImage(wish: ImageWish): Promise<void> {
    this.#images.push(wish);
    for (const { revision, place, fine } of this.#images.splice(0, this.#images.length - imagesWaiting))
      this.#post({ type: 'image', revision, place, fine, image: null });
    const client = await this.#server.client();
    while (this.#imaging < imagesAtOnce) {
      const next = this.#images.pop();
      if (!next) return;
      const { revision, place, fine } = next;
      this.#imaging++;
      const image = await client
        .sendRequest(workingImage, { revision, place, side: fine ? sides.fine : sides.large })
        .catch(() => null)
        .finally(() => {
          this.#imaging--;
        });
      this.#post({ type: 'image', revision, place, fine, image: image && shownImage(image) });
    }
  }
}

const commands = {
  add: 'tagmetry.addTag',
  remove: 'tagmetry.removeTagFromChosen',
  replace: 'tagmetry.replaceTagInChosen',
  more: 'tagmetry.actOnChosen',
  undo: 'tagmetry.undoLast',
  copy: 'tagmetry.copyTags',
  paste: 'tagmetry.pasteTags',
} as const;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function pictureOf(made: ThumbnailData | null): Picture | null {
  return made && { mime: made.mime, bytes: Uint8Array.from(Buffer.from(made.data, 'base64')) };
}

function shownState(state: WorkingSetState, version: number, turn: number): ShownState {
  const { revision, name, filter, order, total, count, stale, current, selection, tokenLimit } = state;
  return {
    revision,
    turn,
    version,
    name,
    filter,
    order,
    total,
    count,
    stale,
    current: current?.place ?? null,
    currentName: current ? nameOf(current.key) : '',
    selection,
    tokenLimit,
    reading: `${state.model}, ${state.trainer}`,
  };
}

function shownImage({ key, name, size, crop, lines, picture, twin }: WorkingImage): ShownImage {
  return {
    key,
    name,
    size,
    crop,
    lines,
    picture: pictureOf(picture),
    twin: twin && { name: nameOf(twin.key), place: twin.place, picture: pictureOf(twin.picture) },
  };
}
