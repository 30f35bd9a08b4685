import * as vscode from 'vscode';
import type { WorkingCurrent } from '../../server/src/lsp/protocol.ts';
import { newCaptionScheme } from './new-caption-scheme.ts';

/** Where the text of a caption is shown. */
export interface TextPlace {
  readonly viewColumn: vscode.ViewColumn;
  /** The focus stays where it is. */
  readonly preserveFocus: boolean;
  /** What was typed is saved before the next caption is shown, and its tab goes. */
  readonly tidies: boolean;
}

/**
 * Shows the text of one caption after the other in the editor. While one is being opened only the last that was asked for waits: who holds
 * the key down flies over the captions between.
 */
export class TextFollower implements vscode.Disposable {
  #wanted: WorkingCurrent | null = null;
  #working: Promise<void> | null = null;
  #place: () => TextPlace = () => ({
    viewColumn: vscode.ViewColumn.Active,
    preserveFocus: false,
    tidies: false,
  });
  #shown: vscode.TextDocument | null = null;
  /** Captions whose tabs were opened here. */
  readonly #own = new Set<string>();

  /** Whether an editor is on its way. */
  get isBusy(): boolean {
    return this.#working !== null;
  }

  /** Somebody has a place for the text; the last one asked for counts. */
  placeAt(place: (() => TextPlace) | null): void {
    this.#place = place ?? (() => ({ viewColumn: vscode.ViewColumn.Active, preserveFocus: false, tidies: false }));
  }

  /** Shows a caption; one that is not written yet as a new file beside its image. */
  show(current: WorkingCurrent): void {
    this.#wanted = current;
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

  dispose(): void {
    this.#wanted = null;
  }

  async #follow(): Promise<void> {
    while (this.#wanted) {
      const wanted = this.#wanted;
      this.#wanted = null;
      try {
        await this.#open(wanted);
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #open({ caption, hasCaption }: WorkingCurrent): Promise<void> {
    if (caption === null) return;
    const { viewColumn, preserveFocus, tidies } = this.#place();
    const file = vscode.Uri.parse(caption);
    const uri = hasCaption ? file : file.with({ scheme: newCaptionScheme });
    if (tidies) await this.#saveOwn();
    const wasOpen = tabsOf(uri).length > 0;
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus, preview: true });
    this.#shown = document;
    if (!wasOpen) this.#own.add(uri.toString());
    if (tidies) await this.#closeOwnBut(uri);
  }

  /** Saves what was typed in captions that were opened here. */
  async #saveOwn(): Promise<void> {
    const typed = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && this.#own.has(uri.toString()));
    for (const document of typed) await document.save();
  }

  async #closeOwnBut(uri: vscode.Uri): Promise<void> {
    for (const own of this.#own) {
      if (own === uri.toString()) continue;
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
