import * as vscode from 'vscode';
import type { WorkingCurrent } from '../../server/src/lsp/protocol.ts';
import { newCaptionScheme } from './new-caption-scheme.ts';

/** Where the text of a caption is shown. */
export interface TextPlace {
  readonly viewColumn: vscode.ViewColumn;
  /** The focus stays where it is. */
  readonly preserveFocus: boolean;
  /** What was typed in a caption is saved when the next one is shown, and its tab goes. */
  readonly tidies: boolean;
}

/** The active editor. */
const anywhere = (): TextPlace => ({ viewColumn: vscode.ViewColumn.Active, preserveFocus: false, tidies: false });

/**
 * Shows the text of one caption after the other in the editor. While one is being opened only the last that was asked for waits: who holds
 * the key down flies over the captions between.
 */
export class TextFollower implements vscode.Disposable {
  readonly #unsaved = new vscode.EventEmitter<vscode.Uri>();
  #wanted: { readonly current: WorkingCurrent; readonly preserveFocus: boolean } | null = null;
  #working: Promise<void> | null = null;
  #place: () => TextPlace = anywhere;
  #shown: vscode.TextDocument | null = null;
  /** Captions that were shown here and may have been typed in since. */
  readonly #left = new Set<string>();
  /** Those of them that could not be saved, with the version that was tried. */
  readonly #failed = new Map<string, number>();
  /** Captions whose tabs were opened here. */
  readonly #own = new Set<string>();
  /** Questions that wait for an answer of the user: nothing takes the focus from them. */
  #questions = 0;

  /** Whether somebody has a place for the text. */
  hasPlace = false;

  /** A caption that was left could not be saved; what was typed stays in its tab. */
  readonly onDidFailToSave = this.#unsaved.event;

  /** Whether an editor is on its way. */
  get isBusy(): boolean {
    return this.#working !== null;
  }

  /** Somebody has a place for the text; the last one asked for counts. */
  placeAt(place: (() => TextPlace) | null): void {
    this.hasPlace = place !== null;
    this.#place = place ?? anywhere;
  }

  /**
   * Shows a caption; one that is not written yet as a new file beside its image.
   * @param preserveFocus the focus stays where it is, wherever the text has its place
   */
  show(current: WorkingCurrent, preserveFocus = false): void {
    this.#wanted = { current, preserveFocus };
    this.#working ??= this.#follow().finally(() => {
      this.#working = null;
    });
  }

  /** Settles when the last caption asked for is shown. */
  async settled(): Promise<void> {
    await this.#working;
  }

  /** Gives the caption that is shown the focus, the cursor at its end. */
  async write(): Promise<void> {
    await this.settled();
    if (!this.#shown) return;
    const { viewColumn } = this.#place();
    const document = this.#shown;
    const last = document.lineAt(Math.max(0, document.lineCount - 1));
    // The last line that holds text: a line end at the end of the file is none of the caption.
    const { end } =
      last.text === '' && document.lineCount > 1 ? document.lineAt(document.lineCount - 2).range : last.range;
    // With the focus and not after it: a key that is pressed at once does not lose its place.
    const selection = new vscode.Selection(end, end);
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: false, selection });
  }

  /** Asks the user something. Texts that are shown meanwhile leave the focus where the answer is typed. */
  async whileAsking<T>(ask: () => Thenable<T>): Promise<T> {
    this.#questions++;
    try {
      return await ask();
    } finally {
      this.#questions--;
    }
  }

  dispose(): void {
    this.#wanted = null;
    this.#unsaved.dispose();
  }

  async #follow(): Promise<void> {
    while (this.#wanted) {
      const { current, preserveFocus } = this.#wanted;
      this.#wanted = null;
      try {
        await this.#open(current, preserveFocus);
        if (this.#wanted || !this.#place().tidies) continue;
        await this.#saveLeft();
        await this.#closeOwn();
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** The next text comes before anything that takes time: what is typed until then goes into the one before. */
  async #open({ caption, hasCaption }: WorkingCurrent, keepsFocus: boolean): Promise<void> {
    if (caption === null) return;
    const file = vscode.Uri.parse(caption);
    const uri = hasCaption ? file : file.with({ scheme: newCaptionScheme });
    const wasOpen = tabsOf(uri).length > 0;
    const document = await vscode.workspace.openTextDocument(uri);
    const { viewColumn, preserveFocus } = this.#place();
    await vscode.window.showTextDocument(document, {
      viewColumn,
      preserveFocus: preserveFocus || keepsFocus || this.#questions > 0,
      preview: true,
    });
    this.#shown = document;
    this.#left.add(uri.toString());
    if (!wasOpen) this.#own.add(uri.toString());
  }

  /** Saves what was typed in captions that were shown here before, in whichever editor. */
  async #saveLeft(): Promise<void> {
    const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
    for (const key of this.#left) {
      const document = open.get(key);
      if (!document) this.#left.delete(key);
      if (!document || document === this.#shown) continue;
      // What could not be saved is told once, and tried again when more was typed.
      if (document.isDirty && this.#failed.get(key) !== document.version) await this.#save(document);
      if (!document.isDirty) this.#left.delete(key);
    }
  }

  async #save(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    this.#failed.delete(uri.toString());
    if (await document.save().then(Boolean, () => false)) return;
    this.#failed.set(uri.toString(), version);
    this.#unsaved.fire(uri);
  }

  /** Closes the tabs that were opened here, but the one that is shown and those with text that is not saved. */
  async #closeOwn(): Promise<void> {
    for (const own of this.#own) {
      if (own === this.#shown?.uri.toString()) continue;
      this.#own.delete(own);
      const idle = tabsOf(vscode.Uri.parse(own)).filter(({ isDirty }) => !isDirty);
      if (idle.length > 0) await vscode.window.tabGroups.close(idle, true);
    }
  }
}

function tabsOf(uri: vscode.Uri): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
