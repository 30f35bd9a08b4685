import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DatasetIndex } from '../dataset/index.ts';
import { relativeTo } from './locate.ts';
import type { CaptionPlace, OpenDocuments } from './open-documents.ts';

/** A dataset as far as texts are laid over its files. */
interface Laid {
  readonly root: string;
  readonly index: DatasetIndex;
}

/** Lays the texts of open documents over the files of datasets: what is typed counts before it is saved. */
export class LaidTexts {
  readonly #documents: OpenDocuments;
  /** The captions that are seen as documents. */
  readonly #laid = new WeakMap<DatasetIndex, Set<string>>();

  constructor(documents: OpenDocuments) {
    this.#documents = documents;
  }

  /**
   * Lets a dataset see a caption as it stands now: as the document that is open, or as the file. What is open is looked at last, so that
   * changes may come in any order.
   */
  async lay({ root, index }: Laid, path: string): Promise<void> {
    const file = relativeTo(root, path);
    if (file === null) return;
    let document: TextDocument | null;
    let place: CaptionPlace | null;
    do {
      document = this.#documents.at(path);
      place = document && (await this.#documents.place(path));
    } while (this.#documents.at(path) !== document);
    const text = place?.isCaption ? document?.getText() : undefined;
    const laid = this.#laid.get(index) ?? new Set();
    this.#laid.set(index, laid);
    if (text === undefined) {
      if (laid.delete(file)) await index.removeOverlay(file);
      return;
    }
    laid.add(file);
    if (await index.overlay(file, text)) return;
    // A `.caption`, or what the user's globs name, is judged even where it does not train.
    const now = this.#documents.textAt(path);
    if (now !== undefined && place?.root === root) index.layLoose(file, now);
  }

  /** Lays all that is open over a dataset. */
  async layAll(dataset: Laid): Promise<void> {
    for (const path of [...this.#documents.paths]) await this.lay(dataset, path);
  }
}
