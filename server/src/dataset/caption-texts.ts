import { type CaptionSource, isSameSource, withText } from '../facts/caption-source.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { NumberStore } from '../facts/number-store.ts';
import { type CaptionRecord, makeRecord, type Reading } from '../facts/record.ts';
import { Source, Sources } from '../facts/tracking.ts';
import type { ProgressListener } from '../ground/progress.ts';
import type { CaptionReader } from './caption-reader.ts';
import type { DatasetFiles } from './dataset-files.ts';

/** What the captions of a dataset are read with. */
export interface TextSource {
  readonly reader: CaptionReader;
  /** The files as they are listed now. */
  readonly files: () => DatasetFiles;
  /** How the captions of a file's folder are cut and counted. */
  readonly readingOf: (file: string) => Reading;
  /** Tags that stay known although no caption holds them, by the numbers of their normal forms. */
  readonly heldNorms: () => Iterable<number>;
}

/**
 * The captions of a dataset, each read once and counted in the folder's facts. Text of an open editor lies over the file's own until
 * it is taken away again.
 */
export class CaptionTexts {
  readonly #source: TextSource;
  readonly #facts: FolderFacts;
  readonly #records = new Map<string, CaptionRecord>();
  readonly #overlays = new Map<string, string>();
  /** Captions that do not train, open ones and rivals of those that do: judged like others, counted nowhere. */
  readonly #loose = new Map<string, CaptionRecord>();
  readonly #store = new NumberStore();
  readonly #texts: Sources<string>;
  /** Whether there are captions that do not train. */
  readonly #looseness = new Source();
  #nextId = 0;

  constructor(facts: FolderFacts, source: TextSource) {
    this.#facts = facts;
    this.#source = source;
    this.#texts = new Sources(facts.tracker);
  }

  /** A caption as it stands; undefined when it was not read, or is none. */
  of(file: string): CaptionRecord | undefined {
    this.#texts.note(file);
    return this.#records.get(file) ?? this.#loose.get(file);
  }

  /** Whether a caption is judged although it does not train. */
  isLoose(file: string): boolean {
    return this.#loose.has(file);
  }

  /** Whether any caption is judged although it does not train, such as a second one of an image. */
  get hasLoose(): boolean {
    this.#facts.tracker.note(this.#looseness);
    return this.#loose.size > 0;
  }

  /** Whether the text of an editor lies over a caption. */
  isOverlaid(file: string): boolean {
    return this.#overlays.has(file);
  }

  /** The captions that were not read yet. */
  missing(): string[] {
    return [...this.#source.files().captions.keys()].filter((file) => !this.#records.has(file));
  }

  /** Reads captions, and counts each as it comes. Rejects when the signal is aborted. */
  async readAll(files: readonly string[], signal?: AbortSignal, onProgress?: ProgressListener): Promise<void> {
    let done = 0;
    const onSource = (file: string, source: CaptionSource): void => {
      this.#put(file, source);
      onProgress?.(++done, files.length);
    };
    await this.#source.reader.readAll(files, onSource, signal);
  }

  /** Reads the captions that lie beside the one that is read, for rules that compare the two. They count nowhere. */
  async readRivals(signal?: AbortSignal): Promise<void> {
    const rivals = [...this.#source.files().idle.values()].filter(
      ({ file, kind, why, image }) =>
        kind === 'caption' && why === 'other-extension' && image !== null && !this.#loose.has(file),
    );
    const files = rivals.map(({ file }) => file);
    await this.#source.reader.readAll(files, (file, source) => this.#putLoose(file, source), signal);
  }

  /** Lets go of captions that are listed no more. @param gone told of each that trained */
  dropUnlisted(gone: (file: string) => void): void {
    const { captions, idle } = this.#source.files();
    for (const file of this.#loose.keys()) if (!idle.has(file)) this.#dropLoose(file);
    for (const [file, record] of this.#records) {
      if (captions.has(file)) continue;
      this.#facts.remove(record);
      this.#records.delete(file);
      this.#texts.touch(file);
      gone(file);
    }
  }

  /** Reads one caption again after it changed on disk. */
  async reread(file: string): Promise<void> {
    const { reader, files } = this.#source;
    if (this.#loose.has(file)) this.#putLoose(file, await reader.read(file));
    if (files().captions.has(file)) this.#put(file, await reader.read(file));
  }

  /** Reads several captions again after they changed on disk; names that are no captions are left out. */
  async rereadAll(files: readonly string[]): Promise<void> {
    const changed = new Set(files);
    for (const file of changed) if (this.#loose.has(file)) this.#putLoose(file, await this.#source.reader.read(file));
    await this.readAll([...changed].filter((file) => this.#source.files().captions.has(file)));
  }

  /** Takes the text of an editor for a caption although it does not train. It is judged and counts nowhere. */
  layLoose(file: string, text: string): void {
    this.#overlays.set(file, text);
    this.#putLoose(file, { kind: 'text', text, bom: false, size: text.length });
  }

  /** Lays the text of an editor over a caption. Returns false when the file is no caption of this folder. */
  async overlay(file: string, text: string): Promise<boolean> {
    if (!this.#source.files().captions.has(file)) {
      if (this.#loose.has(file)) this.layLoose(file, text);
      return this.#loose.has(file);
    }
    this.#dropLoose(file);
    if (this.#overlays.get(file) === text && this.#records.has(file)) return true;
    this.#overlays.set(file, text);
    this.#put(file, this.#records.get(file)?.source ?? (await this.#source.reader.read(file)));
    return true;
  }

  /** Takes the editor's text away; the file's own counts again. */
  async removeOverlay(file: string): Promise<void> {
    const had = this.#overlays.delete(file);
    if (this.#dropLoose(file)) await this.readRivals();
    if (had) await this.reread(file);
  }

  #dropLoose(file: string): boolean {
    const was = this.#loose.delete(file);
    if (was) this.#texts.touch(file);
    if (was && this.#loose.size === 0) this.#facts.tracker.touch(this.#looseness);
    return was;
  }

  #putLoose(file: string, own: CaptionSource): void {
    const id = this.#loose.get(file)?.id ?? this.#nextId++;
    const reading = this.#source.readingOf(file);
    if (this.#loose.size === 0) this.#facts.tracker.touch(this.#looseness);
    this.#loose.set(file, makeRecord(id, file, this.#seen(file, own), reading, this.#facts.vocabulary));
    this.#texts.touch(file);
    if (this.#facts.vocabulary.isFull) this.#releaseUnused();
  }

  /** Makes a caption's record and counts it; the text of an open editor goes before the file's own. */
  #put(file: string, own: CaptionSource): void {
    const source = this.#seen(file, own);
    const old = this.#records.get(file);
    // A caption that is only opened, closed or saved as it was is no news to anybody.
    if (old && isSameSource(old.source, source)) return;
    const record = makeRecord(
      old?.id ?? this.#nextId++,
      file,
      source,
      this.#source.readingOf(file),
      this.#facts.vocabulary,
      // Only what is read for the first time stays for long; records of edits come and go.
      old ? undefined : this.#store,
    );
    this.#records.set(file, record);
    this.#texts.touch(file);
    this.#facts.replace(old ?? null, record);
    if (this.#facts.vocabulary.isFull) this.#releaseUnused();
  }

  /** A caption's source with the text of an open editor over it. */
  #seen(file: string, own: CaptionSource): CaptionSource {
    const overlay = this.#overlays.get(file);
    // For bytes it cannot decode an editor shows replacement characters; that is not what the file holds.
    return overlay === undefined || own.kind !== 'text' ? own : withText(own, overlay);
  }

  /** Takes tags that no caption holds any more out of the vocabulary. Costs what the vocabulary holds. */
  #releaseUnused(): void {
    const surfaces = new Set<number>();
    const norms = new Set(this.#source.heldNorms());
    for (const record of this.#loose.values()) {
      for (const surface of record.surfaces) surfaces.add(surface);
      for (const norm of record.norms) norms.add(norm);
    }
    this.#facts.releaseUnused({ surface: (id) => surfaces.has(id), norm: (id) => norms.has(id) });
  }
}
