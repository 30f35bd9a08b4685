import * as vscode from 'vscode';
import {
  type WorkingCurrent,
  type WorkingItemEntry,
  type WorkingSetChange,
  type WorkingSetState,
  workingSet,
  workingSetChanged,
} from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import { TextFollower } from './text-follower.ts';

/** A part of the working set, as the server gave it for a revision. */
export interface NearItems {
  readonly revision: number;
  readonly root: vscode.Uri;
  /** Place of the first. */
  readonly offset: number;
  readonly entries: readonly WorkingItemEntry[];
}

/**
 * The working set as the server keeps it: the one dataset, filter, order, selection and current caption of all views. Steps that are asked
 * for while one is under way are added up, so that no press of a key is lost however fast they come.
 */
export class WorkingSets implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<WorkingSetState | null>();
  readonly #parts: vscode.Disposable[] = [];
  #state: WorkingSetState | null = null;
  #owed = 0;
  /** Of the last step that was asked for. */
  #keepsFocus = false;
  #pending: Promise<unknown> = Promise.resolve();
  #stepping: Promise<void> | null = null;
  #near: NearItems | null = null;
  /** Shown while the server is still asked whether it is next. */
  #ahead: WorkingCurrent | null = null;
  /** Shows the text of the current caption. */
  readonly texts: TextFollower;

  /** Anything of the state became another. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.texts = new TextFollower();
    this.#parts.push(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => void this.followEditor()),
      server.onRunning((running) => {
        if (running) void this.followEditor();
        else this.#take(null);
      }),
      server.onDatasetChanged(() => {
        if (!this.#state) void this.followEditor();
      }),
    );
  }

  get state(): WorkingSetState | null {
    return this.#state;
  }

  /** Makes a change. Rejects with a message for the user. */
  change(change: WorkingSetChange): Promise<WorkingSetState | null> {
    const made = this.#make(change);
    this.#pending = Promise.allSettled([this.#pending, made]);
    return made;
  }

  /** Settles when every change and every step asked for so far was taken or refused. */
  async settled(): Promise<void> {
    // What was refused was told to whoever asked for it.
    await this.#stepping?.catch(() => {});
    await this.#pending;
  }

  async #make(change: WorkingSetChange): Promise<WorkingSetState | null> {
    const client = await this.#client();
    const state = await client.sendRequest(workingSet, change);
    this.#take(state);
    return state;
  }

  /**
   * Makes a change that leads to another caption, and shows that.
   * @param preserveFocus who asked for it goes on where they are
   */
  async go(change: WorkingSetChange, preserveFocus = false): Promise<void> {
    const state = await this.change(change);
    if (state?.current) this.texts.show(state.current, preserveFocus);
  }

  /**
   * Goes on by so many captions, backwards if negative. Settles when every step asked for so far was taken.
   * @param preserveFocus who asked for it goes on where they are
   */
  step(by: number, preserveFocus = false): Promise<void> {
    this.#owed += by;
    this.#keepsFocus = preserveFocus;
    this.#stepping ??= this.#walk().finally(() => {
      this.#stepping = null;
      if (this.#ahead === null) return;
      // The server refused a step whose text was shown already: what the editor shows is current.
      this.#ahead = null;
      void this.texts.settled().then(() => this.followEditor());
    });
    return this.#stepping;
  }

  /** The items beside the current one are known: a step to one of them shows its text while the server is still asked. */
  knowNear(near: NearItems): void {
    this.#near = near;
  }

  /** The caption in the editor is current, unless the editor is only on its way to it. */
  async followEditor(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri?.scheme !== 'file' || !this.#server.started || this.#stepping || this.texts.isBusy) return;
    if (this.#state?.current?.caption === uri.toString()) return;
    await this.change({ kind: 'follow', uri: uri.toString() }).catch(() => null);
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
    this.texts.dispose();
  }

  async #walk(): Promise<void> {
    while (this.#owed !== 0) {
      const by = this.#owed;
      this.#owed = 0;
      const before = this.#state?.current?.key;
      const ahead = this.#knownAt(by);
      this.#ahead = ahead;
      if (ahead) this.texts.show(ahead, this.#keepsFocus);
      const state = await this.change({ kind: 'step', by });
      this.#ahead = null;
      if (!state?.current) return;
      if (state.current.key === ahead?.key) continue;
      // The set became another one meanwhile: the server's word counts.
      if (ahead || state.current.key !== before) this.texts.show(state.current, this.#keepsFocus);
      else
        void vscode.window.setStatusBarMessage(
          by > 0 ? vscode.l10n.t('This is the last caption.') : vscode.l10n.t('This is the first caption.'),
          3000,
        );
    }
  }

  /** What a step leads to, where that is known: nothing became another since the items beside the current one were read. */
  #knownAt(by: number): WorkingCurrent | null {
    const place = this.#state?.current?.place ?? null;
    if (place === null || this.#near === null || this.#near.revision !== this.#state?.revision) return null;
    const { root, offset, entries } = this.#near;
    const entry = entries[place + by - offset];
    if (entry === undefined || entry.caption === null || entry.tokens === null) return null;
    const caption = vscode.Uri.joinPath(root, ...entry.caption.split('/')).toString();
    return { place: place + by, key: entry.key, caption, image: null, hasCaption: true };
  }

  async #client() {
    const client = await this.#server.client();
    if (client !== this.#listening) {
      this.#listening = client;
      this.#parts.push(client.onNotification(workingSetChanged, (state) => this.#follow(state)));
    }
    return client;
  }

  /** Files changed. Where the current image is gone another one is current, and its text takes the place of the old one. */
  #follow(state: WorkingSetState | null): void {
    const before = this.#state;
    this.#take(state);
    if (before && !state)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The folder {0} is gone. Choose another dataset.', before.name),
      );
    const isOther = before !== null && before.root === state?.root && before.current?.key !== state.current?.key;
    if (isOther && state.current && !this.#stepping && this.texts.hasPlace) this.texts.show(state.current, true);
  }

  #listening: Awaited<ReturnType<Server['client']>> | null = null;

  #take(state: WorkingSetState | null): void {
    const before = this.#state;
    this.#state = state;
    const keys = { hasWorkingSet: state !== null, captionsFiltered: !!state?.filter, filterIsStale: !!state?.stale };
    const known = before && { hasWorkingSet: true, captionsFiltered: !!before.filter, filterIsStale: !!before.stale };
    if (JSON.stringify(keys) !== JSON.stringify(known))
      for (const [key, value] of Object.entries(keys))
        void vscode.commands.executeCommand('setContext', `tagmetry.${key}`, value);
    this.#changed.fire(state);
  }
}
