import type { CaptionSyntax } from '../caption/parse.ts';
import { ConceptInference } from '../concepts/concept-inference.ts';
import type { ConceptMap } from '../concepts/concept-map.ts';
import type { ConceptCore, DeclaredConcept } from '../concepts/concepts.ts';
import type { AttributeIndex } from '../facts/attribute-index.ts';
import type { DriftIndex } from '../facts/drift-index.ts';
import { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord, Reading } from '../facts/record.ts';
import { Answer, Answers, Source, Tracker } from '../facts/tracking.ts';
import { Vocabulary } from '../facts/vocabulary.ts';
import type { ConfigHint } from '../ground/config-hint.ts';
import { baseName, extensionOf, rootName } from '../ground/paths.ts';
import type { ProgressListener } from '../ground/progress.ts';
import { finishInBreaths, type Steps } from '../ground/steps.ts';
import { settingsFor } from '../settings/settings.ts';
import type { KnownTags } from '../tags/known-tags.ts';
import type { TypoFinding } from '../tags/typos.ts';
import type { AskConfiguration } from '../trainers/configured.ts';
import type { FileProblem, Workspace } from '../workspace/workspace.ts';
import { CaptionReader } from './caption-reader.ts';
import { CaptionTexts } from './caption-texts.ts';
import { type DatasetCaption, DatasetFiles, type DatasetFolder, type DatasetImage } from './dataset-files.ts';
import type { Duplicates } from './duplicates.ts';
import type { IdleEntry } from './idle.ts';
import { scanFolder } from './scan.ts';
import { TagIndexes } from './tag-indexes.ts';

export interface IndexOptions extends Reading {
  /** Folders whose captions are read in another way, by path from the root. */
  readonly folders?: ReadonlyMap<string, Reading>;
  /** Caption extensions with dot, lower case; the first that exists beside an image is its caption. */
  readonly captionExtensions: readonly string[];
  /** Asks the training configuration which files train; left out where there is none. */
  readonly askConfiguration?: AskConfiguration | null;
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
  /** Follows what answers about the folder rest on. */
  readonly tracker = new Tracker();
  readonly vocabulary = new Vocabulary(this.tracker);
  readonly facts = new FolderFacts(this.vocabulary, this.tracker);
  /** Files and folders that could not be read, other than captions. */
  readonly problems: FileProblem[] = [];
  /** When the folder was first listed, milliseconds since the epoch. */
  readonly listedAt = Date.now();
  readonly #workspace: Workspace;
  readonly #texts: CaptionTexts;
  #ask: AskConfiguration | null;
  #files = new DatasetFiles();
  #sorted: readonly DatasetCaption[] | null = null;
  readonly #concepts = new ConceptInference(this.facts);
  readonly #tags = new TagIndexes(this.facts);
  #duplicates: Duplicates | null = null;
  /** What answers rest on beside the facts: the listing, whether all is read, duplicates, what is declared. */
  readonly #listing = new Source();
  readonly #completion = new Source();
  readonly #likeness = new Source();
  readonly #declarations = new Source();
  readonly #pairs = new Answers<string, DatasetCaption | undefined>(
    this.tracker,
    (file) => {
      this.tracker.note(this.#listing);
      return this.#files.captions.get(file);
    },
    (a, b) => (a === undefined) === (b === undefined) && a?.image === b?.image,
  );
  readonly #conceptOf = new Answers<string, ConceptCore | undefined>(
    this.tracker,
    (folder) => this.concepts.of(folder),
    sameConcept,
  );
  readonly #rivals = new Answer<boolean>(this.tracker, () => {
    this.tracker.note(this.#listing);
    return this.#texts.hasLoose || new Set(Array.from(this.#files.captions.keys(), extensionOf)).size > 1;
  });
  #complete = false;
  #reading: Promise<void> = Promise.resolve();

  private constructor(workspace: Workspace, root: string, options: IndexOptions) {
    this.#workspace = workspace;
    this.root = root;
    this.options = options;
    this.#texts = new CaptionTexts(this.facts, {
      reader: new CaptionReader(workspace, root),
      files: () => this.#files,
      readingOf: (file) => settingsFor<Reading>(options, file),
      heldNorms: () => this.#concepts.norms(),
    });
    this.#ask = options.askConfiguration ?? null;
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
    this.tracker.note(this.#completion);
    return this.#complete;
  }

  /**
   * Reads the captions that were not read yet.
   * @param prepare what is done in breaths before the index is complete, see {@link prepare}
   */
  readRest(signal?: AbortSignal, onProgress?: ProgressListener, prepare?: () => Steps<void>): Promise<void> {
    const missing = this.#texts.missing();
    if (missing.length > 0) this.#setComplete(false);
    this.#reading = this.#readMissing(missing, signal, onProgress, prepare);
    return this.#reading;
  }

  /** Settles when the reading under way has ended, whoever started it. */
  whenComplete(): Promise<void> {
    return this.#reading;
  }

  async #readMissing(
    missing: readonly string[],
    signal?: AbortSignal,
    onProgress?: ProgressListener,
    prepare?: () => Steps<void>,
  ): Promise<void> {
    await this.#texts.readAll(missing, signal, onProgress);
    await this.#texts.readRivals(signal);
    if (prepare) await finishInBreaths(prepare(), signal);
    this.#setComplete(true);
  }

  #setComplete(complete: boolean): void {
    if (this.#complete === complete) return;
    this.#complete = complete;
    this.tracker.touch(this.#completion);
  }

  /** The user's tag lists once they are loaded; null without any. */
  get knownTags(): KnownTags | null {
    return this.#tags.knownTags;
  }

  set knownTags(known: KnownTags | null) {
    this.#tags.knownTags = known;
  }

  /** Which images show the same picture, as the last scan found it; null before one. */
  get duplicates(): Duplicates | null {
    this.tracker.note(this.#likeness);
    return this.#duplicates;
  }

  set duplicates(duplicates: Duplicates | null) {
    // Another scan mostly finds the same, and then nobody need think again.
    if (JSON.stringify(duplicates?.clusters) === JSON.stringify(this.#duplicates?.clusters)) return;
    this.#duplicates = duplicates;
    this.tracker.touch(this.#likeness);
  }

  /** Another configuration says which files train: lists them. Those that are new are read by {@link readRest}. */
  async askAnew(ask: AskConfiguration | null): Promise<void> {
    this.#ask = ask;
    await this.#list();
    if (this.#texts.missing().length > 0) this.#setComplete(false);
  }

  /** Lists the folder again and reads the captions that are new; those gone leave the facts. */
  async refresh(signal?: AbortSignal, onProgress?: ProgressListener): Promise<void> {
    await this.#list(signal);
    await this.readRest(signal, onProgress);
  }

  async #list(signal?: AbortSignal): Promise<void> {
    const listing = await scanFolder(this.#workspace, this.root, signal);
    const configured = (await this.#ask?.()) ?? null;
    // From here on at once: what somebody works out in between would rest on the files before, and be kept as if on these.
    this.problems.splice(0, this.problems.length, ...listing.problems);
    this.#files = new DatasetFiles(listing.folders, {
      root: this.root,
      captionExtensions: this.options.captionExtensions,
      trainer: this.options.trainer,
      configured,
    });
    this.#sorted = null;
    this.#concepts.foldersChanged();
    this.tracker.touch(this.#listing);
    this.#texts.dropUnlisted((file) => this.#pairs.delete(file));
  }

  /** Reads one caption again after it changed on disk. */
  reread(file: string): Promise<void> {
    return this.#texts.reread(file);
  }

  /** Reads several captions again after they changed on disk; names that are no captions are left out. */
  rereadAll(files: readonly string[]): Promise<void> {
    return this.#texts.rereadAll(files);
  }

  /** Takes the text of an editor for a caption although it does not train. It is judged and counts nowhere. */
  layLoose(file: string, text: string): void {
    this.#texts.layLoose(file, text);
  }

  /** Lays the text of an editor over a caption. Returns false when the file is no caption of this folder. */
  overlay(file: string, text: string): Promise<boolean> {
    return this.#texts.overlay(file, text);
  }

  /** Takes the editor's text away; the file's own counts again. */
  removeOverlay(file: string): Promise<void> {
    return this.#texts.removeOverlay(file);
  }

  /** Sets the concepts that the user declared, and what a training configuration says; the rest is inferred. */
  declare(concepts: readonly DeclaredConcept[], hints: ReadonlyMap<string, ConfigHint> = new Map()): void {
    this.#concepts.declare(concepts, hints);
    this.tracker.touch(this.#declarations);
  }

  /** The concepts of the folders as the captions stand now. Costs nothing unless something changed that they rest on. */
  get concepts(): ConceptMap {
    this.tracker.note(this.#listing);
    this.tracker.note(this.#declarations);
    // The shape tells of every change they follow; what they read on the way need not.
    void this.facts.shape;
    return this.tracker.untracked(() =>
      this.#concepts.of(() =>
        [...this.#files.folders.values()].map(({ folder, images }) => ({
          folder,
          images: images.length,
          // The root may be a kohya subset folder itself.
          name: folder === '' ? rootName(this.root) : baseName(folder),
        })),
      ),
    );
  }

  /** What a folder trains; the same object as long as only its numbers and the words for its reasons changed. */
  conceptOf(folder: string): ConceptCore | undefined {
    return this.#conceptOf.of(folder);
  }

  /** The ways the folder writes its tags, made on first use and kept by difference. */
  drift(synonyms: readonly (readonly string[])[]): DriftIndex {
    return this.#tags.drift(synonyms);
  }

  /** The tags that say what a person looks like, made on first use and kept by difference. */
  get attributes(): AttributeIndex {
    return this.#tags.attributes;
  }

  /** The probable misspelling in a tag, given by the number of its normal form, or null. */
  typoOf(norm: number): TypoFinding | null {
    return this.#tags.typoOf(norm);
  }

  /** Makes in steps what judging rests on, so that the first caption that is judged need not wait for it. */
  prepare(synonyms: readonly (readonly string[])[]): Steps<void> {
    return this.#tags.prepare(synonyms);
  }

  /** How the captions of a file's folder are cut into tags. */
  syntaxOf(file: string): CaptionSyntax {
    return settingsFor<Reading>(this.options, file).syntax;
  }

  /** Whether the text of an editor lies over a caption. */
  isOverlaid(file: string): boolean {
    return this.#texts.isOverlaid(file);
  }

  get folders(): Iterable<DatasetFolder> {
    this.tracker.note(this.#listing);
    return this.#files.folders.values();
  }

  get captions(): Iterable<DatasetCaption> {
    this.tracker.note(this.#listing);
    return this.#files.captions.values();
  }

  /** The captions by file name; sorted once for each listing. */
  get sortedCaptions(): readonly DatasetCaption[] {
    this.tracker.note(this.#listing);
    this.#sorted ??= [...this.#files.captions.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
    return this.#sorted;
  }

  get images(): Iterable<DatasetImage> {
    this.tracker.note(this.#listing);
    return this.#files.images.values();
  }

  /** The files that do not train, with the reason. */
  get idle(): Iterable<IdleEntry> {
    this.tracker.note(this.#listing);
    return this.#files.idle.values();
  }

  /** Why a file does not train; undefined when it does, or is no file of the dataset. */
  idleOf(file: string): IdleEntry | undefined {
    this.tracker.note(this.#listing);
    return this.#files.idle.get(file);
  }

  get captionCount(): number {
    this.tracker.note(this.#listing);
    return this.#files.captions.size;
  }

  get imageCount(): number {
    this.tracker.note(this.#listing);
    return this.#files.images.size;
  }

  folder(folder: string): DatasetFolder | undefined {
    this.tracker.note(this.#listing);
    return this.#files.folders.get(folder);
  }

  caption(file: string): DatasetCaption | undefined {
    if (this.#texts.isLoose(file) && !this.#files.captions.has(file)) return { file, image: null };
    return this.tracker.isRecording ? this.#pairs.of(file) : this.#files.captions.get(file);
  }

  image(file: string): DatasetImage | undefined {
    this.tracker.note(this.#listing);
    return this.#files.images.get(file);
  }

  /** Whether two captions may be of one image: some do not train, or what trains has several extensions. False is sure. */
  get mayHaveRivals(): boolean {
    return this.#rivals.value;
  }

  record(file: string): CaptionRecord | undefined {
    return this.#texts.of(file);
  }
}

function sameConcept(a: ConceptCore | undefined, b: ConceptCore | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const of = (concept: ConceptCore): string => {
    const { folder, trigger, triggerNorm, classWord, regularization, confidence, companions, candidates } = concept;
    return JSON.stringify([
      folder,
      trigger,
      triggerNorm,
      classWord,
      regularization,
      confidence,
      companions,
      candidates,
    ]);
  };
  return a === b || of(a) === of(b);
}
