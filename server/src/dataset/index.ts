import type { CaptionSyntax } from '../caption/parse.ts';
import { ConceptInference } from '../concepts/concept-inference.ts';
import type { ConceptMap, DeclaredConcept } from '../concepts/concepts.ts';
import { AttributeIndex } from '../facts/attribute-index.ts';
import { DriftIndex } from '../facts/drift-index.ts';
import { FolderFacts } from '../facts/facts.ts';
import { NumberStore } from '../facts/number-store.ts';
import { type CaptionRecord, type CaptionSource, makeRecord, withText } from '../facts/record.ts';
import { Vocabulary } from '../facts/vocabulary.ts';
import type { ConfigHint } from '../ground/config-hint.ts';
import { baseName, rootName } from '../ground/paths.ts';
import type { ProgressListener } from '../ground/progress.ts';
import { settingsFor } from '../settings/settings.ts';
import type { KnownTags } from '../tags/known-tags.ts';
import { TypoIndex } from '../tags/typos.ts';
import type { TokenOptions } from '../trainers/caption-tokens.ts';
import type { FileProblem, Workspace } from '../workspace/workspace.ts';
import { CaptionReader } from './caption-reader.ts';
import { type DatasetCaption, DatasetFiles, type DatasetFolder, type DatasetImage } from './dataset-files.ts';
import type { Duplicates } from './duplicates.ts';
import { scanFolder } from './scan.ts';

/** How captions are cut and counted. */
export interface CaptionReading {
  readonly syntax: CaptionSyntax;
  readonly clip: TokenOptions;
}

export interface IndexOptions extends CaptionReading {
  /** Folders whose captions are read in another way, by path from the root. */
  readonly folders?: ReadonlyMap<string, CaptionReading>;
  /** Caption extensions with dot, lower case; the first that exists beside an image is its caption. */
  readonly captionExtensions: readonly string[];
  /** What the dataset's sidecar says. */
  readonly sidecar?: { readonly concepts: readonly DeclaredConcept[] };
  /** What a training configuration says about folders, by path from the root. */
  readonly configHints?: ReadonlyMap<string, ConfigHint>;
}

export type { DatasetCaption, DatasetFolder, DatasetImage } from './dataset-files.ts';

/**
 * A dataset folder in memory: its files, the pairs, every caption read once, and the facts kept by difference.
 * Text of an open editor lies over the file's own until it is taken away again.
 */
export class DatasetIndex {
  readonly root: string;
  readonly options: IndexOptions;
  readonly vocabulary = new Vocabulary();
  readonly facts = new FolderFacts(this.vocabulary);
  /** The user's tag lists once they are loaded; null without any. */
  knownTags: KnownTags | null = null;
  /** Which images show the same picture, as the last scan found it; null before one. */
  duplicates: Duplicates | null = null;
  /** Files and folders that could not be read, other than captions. */
  readonly problems: FileProblem[] = [];
  /** When the folder was first listed, milliseconds since the epoch. */
  readonly listedAt = Date.now();
  readonly #workspace: Workspace;
  readonly #reader: CaptionReader;
  #files = new DatasetFiles();
  readonly #records = new Map<string, CaptionRecord>();
  readonly #overlays = new Map<string, string>();
  readonly #concepts = new ConceptInference(this.facts);
  #drift: DriftIndex | null = null;
  #attributes: AttributeIndex | null = null;
  #typos: TypoIndex | null = null;
  readonly #store = new NumberStore();
  #nextId = 0;
  #complete = false;
  #reading: Promise<void> = Promise.resolve();

  private constructor(workspace: Workspace, root: string, options: IndexOptions) {
    this.#workspace = workspace;
    this.root = root;
    this.#reader = new CaptionReader(workspace, root);
    this.options = options;
    this.declare(options.sidecar?.concepts ?? [], options.configHints);
  }

  /** Lists the folder and reads every caption. Rejects with FileProblem when the root cannot be listed. */
  static async open(
    workspace: Workspace,
    root: string,
    options: IndexOptions,
    signal?: AbortSignal,
    onProgress?: ProgressListener,
  ): Promise<DatasetIndex> {
    const index = await DatasetIndex.list(workspace, root, options, signal);
    await index.readRest(signal, onProgress);
    return index;
  }

  /** Lists the folder and reads nothing yet. Rejects with FileProblem when the root cannot be listed. */
  static async list(
    workspace: Workspace,
    root: string,
    options: IndexOptions,
    signal?: AbortSignal,
  ): Promise<DatasetIndex> {
    const index = new DatasetIndex(workspace, root, options);
    await index.#list(signal);
    return index;
  }

  /** True once every listed caption was read: the facts speak of the whole folder. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Reads the captions that were not read yet. */
  readRest(signal?: AbortSignal, onProgress?: ProgressListener): Promise<void> {
    this.#complete = false;
    this.#reading = this.#readMissing(signal, onProgress);
    return this.#reading;
  }

  /** Settles when the reading under way has ended, whoever started it. */
  whenComplete(): Promise<void> {
    return this.#reading;
  }

  async #readMissing(signal?: AbortSignal, onProgress?: ProgressListener): Promise<void> {
    const missing = [...this.#files.captions.keys()].filter((file) => !this.#records.has(file));
    await this.#readAll(missing, signal, onProgress);
    this.#complete = true;
  }

  /** Lists the folder again and reads the captions that are new; those gone leave the facts. */
  async refresh(signal?: AbortSignal, onProgress?: ProgressListener): Promise<void> {
    await this.#list(signal);
    await this.readRest(signal, onProgress);
  }

  async #list(signal?: AbortSignal): Promise<void> {
    const listing = await scanFolder(this.#workspace, this.root, signal);
    this.problems.splice(0, this.problems.length, ...listing.problems);
    this.#concepts.foldersChanged();
    this.#files = new DatasetFiles(listing.folders, this.options.captionExtensions);
    for (const [file, record] of this.#records) {
      if (this.#files.captions.has(file)) continue;
      this.facts.remove(record);
      this.#records.delete(file);
    }
  }

  /** Reads one caption again after it changed on disk. */
  async reread(file: string): Promise<void> {
    if (!this.#files.captions.has(file)) return;
    this.#put(file, await this.#reader.read(file));
  }

  /** Reads several captions again after they changed on disk; names that are no captions are left out. */
  async rereadAll(files: readonly string[]): Promise<void> {
    await this.#readAll([...new Set(files)].filter((file) => this.#files.captions.has(file)));
  }

  /** Lays the text of an editor over a caption. Returns false when the file is no caption of this folder. */
  async overlay(file: string, text: string): Promise<boolean> {
    if (!this.#files.captions.has(file)) return false;
    if (this.#overlays.get(file) === text && this.#records.has(file)) return true;
    this.#overlays.set(file, text);
    if (!this.#records.has(file)) this.#put(file, await this.#reader.read(file));
    else this.#put(file, this.#records.get(file)?.source as CaptionSource);
    return true;
  }

  /** Takes the editor's text away; the file's own counts again. */
  async removeOverlay(file: string): Promise<void> {
    if (this.#overlays.delete(file)) await this.reread(file);
  }

  /** Sets the concepts that the user declared, and what a training configuration says; the rest is inferred. */
  declare(concepts: readonly DeclaredConcept[], hints: ReadonlyMap<string, ConfigHint> = new Map()): void {
    this.#concepts.declare(concepts, hints);
  }

  /** The concepts of the folders as the captions stand now. Costs nothing unless something changed that they rest on. */
  get concepts(): ConceptMap {
    return this.#concepts.of(() =>
      [...this.#files.folders.values()].map(({ folder, images }) => ({
        folder,
        images: images.length,
        // The root may be a kohya subset folder itself.
        name: folder === '' ? rootName(this.root) : baseName(folder),
      })),
    );
  }

  /** The ways the folder writes its tags, made on first use and kept by difference. */
  drift(synonyms: readonly (readonly string[])[]): DriftIndex {
    if (this.#drift?.synonyms === synonyms && this.#drift.known === this.knownTags) return this.#drift;
    this.#drift?.dispose();
    this.#drift = new DriftIndex(this.facts, synonyms, this.knownTags);
    return this.#drift;
  }

  /** The tags that say what a person looks like, made on first use and kept by difference. */
  get attributes(): AttributeIndex {
    this.#attributes ??= new AttributeIndex(this.facts);
    return this.#attributes;
  }

  /** Probable misspellings among the tags, made on first use and kept by difference. */
  get typos(): TypoIndex {
    if (this.#typos) return this.#typos;
    const typos = new TypoIndex({
      isKnown: (norm) =>
        this.knownTags !== null && (this.knownTags.has(norm) || this.knownTags.canonicalOf(norm) !== null),
      near: (norm) => this.knownTags?.didYouMean(norm).map((tag) => tag.norm) ?? [],
    });
    this.#typos = typos;
    for (const [norm, count] of this.facts.entries()) typos.set(this.vocabulary.norm(norm), count);
    this.facts.onFrequency((norm, count) => typos.set(this.vocabulary.norm(norm), count));
    return typos;
  }

  /** How the captions of a file's folder are cut into tags. */
  syntaxOf(file: string): CaptionSyntax {
    return settingsFor<CaptionReading>(this.options, file).syntax;
  }

  /** Whether the text of an editor lies over a caption. */
  isOverlaid(file: string): boolean {
    return this.#overlays.has(file);
  }

  get folders(): Iterable<DatasetFolder> {
    return this.#files.folders.values();
  }

  get captions(): Iterable<DatasetCaption> {
    return this.#files.captions.values();
  }

  get images(): Iterable<DatasetImage> {
    return this.#files.images.values();
  }

  get captionCount(): number {
    return this.#files.captions.size;
  }

  get imageCount(): number {
    return this.#files.images.size;
  }

  folder(folder: string): DatasetFolder | undefined {
    return this.#files.folders.get(folder);
  }

  caption(file: string): DatasetCaption | undefined {
    return this.#files.captions.get(file);
  }

  image(file: string): DatasetImage | undefined {
    return this.#files.images.get(file);
  }

  record(file: string): CaptionRecord | undefined {
    return this.#records.get(file);
  }

  async #readAll(files: readonly string[], signal?: AbortSignal, onProgress?: ProgressListener): Promise<void> {
    let done = 0;
    const onSource = (file: string, source: CaptionSource): void => {
      this.#put(file, source);
      onProgress?.(++done, files.length);
    };
    await this.#reader.readAll(files, onSource, signal);
  }

  /** Makes a caption's record and counts it; the text of an open editor goes before the file's own. */
  #put(file: string, own: CaptionSource): void {
    const overlay = this.#overlays.get(file);
    // For bytes it cannot decode an editor shows replacement characters; that is not what the file holds.
    const source = overlay === undefined || own.kind !== 'text' ? own : withText(own, overlay);
    const old = this.#records.get(file);
    const { syntax, clip } = settingsFor<CaptionReading>(this.options, file);
    const record = makeRecord(
      old?.id ?? this.#nextId++,
      file,
      source,
      syntax,
      clip,
      this.vocabulary,
      // Only what is read for the first time stays for long; records of edits come and go.
      old ? undefined : this.#store,
    );
    this.#records.set(file, record);
    this.facts.replace(old ?? null, record);
  }
}
