import * as vscode from 'vscode';
import type { ToHost, ToView } from '../../../media/overview/messages.ts';
import { webviewPage } from '../webview-page.ts';
import { abilitiesOf } from './actions.ts';
import { answerQuestion } from './answers.ts';
import { LiveOverview } from './live-overview.ts';
import { readMessage } from './places.ts';
import { type PanelServices, Wishes } from './wishes.ts';

export const viewType = 'tagmetry.overview';

/**
 * One Folder Overview: a webview on the live report of a folder. The report is kept here; a hidden view is thrown away and gets the
 * whole when it comes back.
 */
export class OverviewPanel {
  readonly root: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #services: PanelServices;
  readonly #live: LiveOverview;
  readonly #wishes: Wishes;
  /** The tab to begin with. */
  #tab: string | undefined;

  constructor(panel: vscode.WebviewPanel, root: vscode.Uri, services: PanelServices, tab?: string) {
    this.root = root;
    this.#tab = tab;
    this.#panel = panel;
    this.#services = services;
    this.#live = new LiveOverview(root, () => services.getClient(), {
      get visible() {
        return panel.visible;
      },
      post: (message) => this.#post(message),
    });
    this.#wishes = new Wishes(root, services, this.#live, () => panel.viewColumn);
    const name = root.path.split('/').filter(Boolean).at(-1) ?? '';
    panel.title = name;
    panel.iconPath = {
      light: vscode.Uri.joinPath(services.extensionUri, 'media', 'overview-light.svg'),
      dark: vscode.Uri.joinPath(services.extensionUri, 'media', 'overview-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(services.extensionUri, 'dist', 'media')],
    };
    panel.webview.onDidReceiveMessage((data) => this.#receive(data));
    panel.onDidDispose(() => this.#live.close());
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#live.catchUp();
    });
    panel.webview.html = webviewPage(panel.webview, services.extensionUri, 'overview', name);
  }

  /** Brings it to the front, at a tab if one is named. */
  reveal(tab?: string): void {
    // A view that is hidden starts anew.
    this.#tab = tab;
    this.#panel.reveal();
    if (tab !== undefined) this.#post({ type: 'show', tab });
  }

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  /** Whether what is shown has to do with a dataset: it is that folder, or one above or below it. */
  concerns(root: string): boolean {
    const [mine, other] = [this.root.path, vscode.Uri.parse(root).path].map((path) => `${path.replace(/\/$/, '')}/`);
    return mine.startsWith(other) || other.startsWith(mine);
  }

  /** The dataset is no longer what is shown. */
  changed(): void {
    this.#live.changed();
  }

  #post(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive(data: unknown): Promise<void> {
    const message = readMessage(data);
    if (!message) return;
    switch (message.type) {
      case 'ready':
        this.#post({
          type: 'start',
          language: vscode.env.language,
          texts: vscode.l10n.bundle ?? {},
          root: this.root.toString(),
          abilities: await abilitiesOf(),
          ...(this.#tab !== undefined && { tab: this.#tab }),
        });
        this.#tab = undefined;
        this.#live.start();
        break;
      case 'refresh':
        this.#live.refresh();
        break;
      case 'stop':
        this.#live.stop();
        break;
      case 'ask':
        await this.#reply(message);
        break;
      default:
        await this.#wishes.fulfil(message);
    }
  }

  async #reply({ id, revision, question }: Extract<ToHost, { type: 'ask' }>): Promise<void> {
    try {
      const report = this.#live.at(revision);
      if (!report) throw new Error(vscode.l10n.t('The dataset was changed meanwhile.'));
      const client = await this.#services.getClient();
      const answer = await answerQuestion(client, this.root.toString(), report, question, this.#live.shown);
      this.#post({ type: 'answer', id, answer });
    } catch (error) {
      this.#post({ type: 'refused', id, message: error instanceof Error ? error.message : String(error) });
    }
  }
}
