import { DatasetIndex } from '../dataset/index.ts';
import { Findings } from '../engine/findings.ts';
import { type Dataset, setUpDataset } from '../engine/open-dataset.ts';
import type { ProgressListener } from '../ground/progress.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import type { LaidTexts } from './laid-texts.ts';
import { uriOf } from './locate.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { ResolvedSettings, SettingsSource } from './settings.ts';

/** A dataset that is open in the server. */
export interface OpenDataset extends Omit<Dataset, 'settings'> {
  /** The editor's settings under those of the sidecar. */
  readonly settings: ResolvedSettings;
}

/** What happens to datasets, for whoever shows it. */
export interface DatasetListener {
  indexing(root: string, done: number, total: number): void;
  ready(dataset: OpenDataset): void;
  failed(root: string, error: unknown): void;
  /** A rule threw; told once per caption that makes it. */
  readonly ruleFailed: RuleFailureListener;
}

/** Opens datasets as the editor's settings, their sidecars and the open documents say. */
export class DatasetLoader {
  readonly #workspace: WritableWorkspace;
  readonly #settings: SettingsSource;
  readonly #documents: OpenDocuments;
  readonly #laid: LaidTexts;
  readonly #listener: DatasetListener;

  constructor(
    workspace: WritableWorkspace,
    settings: SettingsSource,
    documents: OpenDocuments,
    laid: LaidTexts,
    listener: DatasetListener,
  ) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#documents = documents;
    this.#laid = laid;
    this.#listener = listener;
  }

  /**
   * What a dataset is read by: the editor's settings, its sidecar, its configuration.
   * @param known what it was read by so far, where only its sidecar changed
   */
  async setUp(root: string, known?: OpenDataset): Promise<Pick<OpenDataset, 'settings' | 'sidecar' | 'config'>> {
    const editor = await this.#settings.of(uriOf(root));
    const { settings, sidecar, config } = await setUpDataset(this.#workspace, root, {
      under: [editor.layer],
      sidecarText: this.#documents.textAt(`${root}/${sidecarName}`),
      // A sidecar being typed in does not make the folders above be searched again.
      known: known && { ...known, settings: known.settings.folder },
    });
    return { settings: { ...editor, folder: settings }, sidecar, config };
  }

  /** Lists a dataset, and reads the rest of it in the background. Rejects with FileProblem when it cannot be listed. */
  async load(root: string): Promise<OpenDataset> {
    const { settings, sidecar, config } = await this.setUp(root);
    const index = await DatasetIndex.list(this.#workspace, root, settings.folder);
    const findings = new Findings(this.#workspace, index, settings.folder, { onFailure: this.#listener.ruleFailed });
    const dataset = { root, settings, sidecar, config, index, findings };
    await this.#laid.layAll(dataset);
    this.readRest(dataset);
    return dataset;
  }

  /** Reads the rest of the captions in the background: the caption at hand need not wait for 50,000 others. */
  readRest(dataset: OpenDataset): void {
    const report: ProgressListener = (done, total) => this.#listener.indexing(dataset.root, done, total);
    const { index, settings } = dataset;
    const read = async (): Promise<void> => {
      // The first caption that is judged by all others does not wait for what that rests on.
      await index.readRest(undefined, report, () => index.prepare(settings.folder.sidecar.synonyms));
    };
    read().then(
      () => this.#listener.ready(dataset),
      (error) => this.#listener.failed(dataset.root, error),
    );
  }
}
