import { ResponseError } from 'vscode-languageserver';
import type { CaptionRecord } from '../facts/record.ts';
import { hurry, typed } from '../ground/breath.ts';
import { t } from '../ground/l10n.ts';
import { baseName, folderOf } from '../ground/paths.ts';
import { readSidecar } from '../settings/read-sidecar.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { mayConfigure } from './config-files.ts';
import { type DatasetListener, DatasetLoader, type OpenDataset } from './dataset-loader.ts';
import { LaidTexts } from './laid-texts.ts';
import { pathOf, relativeTo } from './locate.ts';
import type { CaptionPlace, OpenDocuments } from './open-documents.ts';
import type { SettingsSource } from './settings.ts';

/** A document that is a caption of an open dataset. */
export interface OpenCaption {
  readonly dataset: OpenDataset;
  readonly file: string;
  readonly record: CaptionRecord;
}

/** One change of a file: of its content only, or of what names there are. */
export interface FileChange {
  readonly uri: string;
  readonly content: boolean;
}

/** A file, by its path below the root, in a folder that no listing goes into: `.vscode/settings.json`. */
const isInHidden = /(?:^|\/)\.[^/]*\//;

/** The datasets the server knows, opened when a document of theirs is first asked about. */
export class Datasets {
  readonly #workspace: WritableWorkspace;
  readonly #settings: SettingsSource;
  readonly #documents: OpenDocuments;
  readonly #open = new Map<string, Promise<OpenDataset>>();
  /** Datasets that are following a change of their settings: whoever asks for one waits. */
  readonly #following = new Map<string, Promise<void>>();
  #filesRevision = 0;
  readonly #laid: LaidTexts;
  readonly #loader: DatasetLoader;

  constructor(
    workspace: WritableWorkspace,
    settings: SettingsSource,
    documents: OpenDocuments,
    listener: DatasetListener,
  ) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#documents = documents;
    this.#laid = new LaidTexts(documents);
    this.#loader = new DatasetLoader(workspace, settings, documents, this.#laid, listener);
  }

  /** The caption that the open document at a path is, with its dataset listed and its own text counted in; null: none, or closed by now. */
  async caption(path: string, { root, file }: CaptionPlace): Promise<OpenCaption | null> {
    // Somebody looks at it: what goes on in the background makes way.
    hurry();
    const dataset = await this.at(root);
    await this.#laid.lay(dataset, path);
    const record = this.#documents.at(path) ? dataset.index.record(file) : undefined;
    return record ? { dataset, file, record } : null;
  }

  /**
   * Opens the dataset at a folder, or gives the one that is open, with every change of its sidecar and configuration that was told so
   * far. Rejects with FileProblem when it cannot be listed.
   */
  async at(root: string): Promise<OpenDataset> {
    await this.#following.get(root);
    return this.#openAt(root);
  }

  /** The root of the dataset that a folder is, or that a file belongs to. Rejects with a message for the user. */
  async rootOf(uri: string): Promise<string> {
    const path = pathOf(uri);
    if (path === null) throw new ResponseError(-32602, t('Only folders on this machine can be checked.'));
    if (this.#open.has(path)) return path;
    const stat = await this.#workspace.stat(path).catch((error) => {
      throw new ResponseError(-32602, error instanceof Error ? error.message : String(error));
    });
    return stat.kind === 'directory' ? path : this.#documents.rootOf(path);
  }

  /** The dataset that a folder is, or that a file belongs to, read to its end. Rejects with a message for the user. */
  async of(uri: string): Promise<OpenDataset> {
    const dataset = await this.at(await this.rootOf(uri));
    await dataset.index.whenComplete();
    return dataset;
  }

  #openAt(root: string): Promise<OpenDataset> {
    let dataset = this.#open.get(root);
    if (!dataset) {
      const opening = this.#loader.load(root);
      dataset = opening;
      this.#open.set(root, opening);
      // A folder that could not be listed is tried again next time.
      opening.catch(() => {
        if (this.#open.get(root) === opening) this.#open.delete(root);
      });
    }
    return dataset;
  }

  /** The settings of the folder a document lies in. */
  async settingsOf(uri: string): Promise<FolderSettings> {
    return (await this.#settings.of(uri)).folder;
  }

  /** Roots of the datasets that are open or being opened. */
  get roots(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** Another number whenever files on disk changed, as far as it was told. */
  get filesRevision(): number {
    return this.#filesRevision;
  }

  /** The datasets that are open and listed. */
  all(): Promise<OpenDataset[]> {
    return this.#listed(this.roots);
  }

  /** Settles once the datasets that are open follow nothing and are read to their end. */
  async settled(): Promise<void> {
    for (const { index } of await this.all()) await index.whenComplete().catch(() => {});
  }

  /** The open datasets that a file lies in; the others, which may be long in listing, are not waited for. */
  holding(path: string): Promise<OpenDataset[]> {
    return this.#listed(this.roots.filter((root) => relativeTo(root, path) !== null));
  }

  async #listed(roots: readonly string[]): Promise<OpenDataset[]> {
    await Promise.all(roots.map((root) => this.#following.get(root)));
    const settled = await Promise.allSettled(roots.flatMap((root) => this.#open.get(root) ?? []));
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /**
   * A document was changed or closed: its text, or again the file's own, counts at once. Costs what the caption holds.
   * @returns roots of the datasets to which it is news: a caption that is opened or closed as it stands on disk is none
   */
  async changed(uri: string): Promise<readonly string[]> {
    const path = pathOf(uri);
    if (path === null) return [];
    if (baseName(path) === sidecarName) {
      await this.#follow(folderOf(path));
      return (await this.holding(path)).map(({ root }) => root);
    }
    typed();
    const concerned: string[] = [];
    for (const dataset of await this.holding(path)) {
      const { root, index } = dataset;
      const { revision } = index.tracker;
      await this.#laid.lay(dataset, path);
      const isCaption = index.record(relativeTo(root, path) ?? '') !== undefined;
      if (!isCaption || index.tracker.revision !== revision) concerned.push(root);
    }
    return concerned;
  }

  /**
   * Files changed on disk. Folders are listed again only when a name came or went.
   * @param told gets each dataset concerned as soon as it has followed; one that is still being listed keeps nobody waiting
   */
  async filesChanged(changes: readonly FileChange[], told: (dataset: OpenDataset) => void = () => {}): Promise<void> {
    // Names decide what is a caption, sidecars where a dataset begins.
    this.#filesRevision++;
    if (changes.some(({ content }) => !content)) this.#documents.forget();
    await Promise.all(
      this.roots.map(async (root) => {
        const [dataset] = await this.#listed([root]);
        if (dataset && (await this.#filesOf(dataset, changes))) told(dataset);
      }),
    );
  }

  /** Whether the changes concern a dataset; it has followed them then. */
  async #filesOf(dataset: OpenDataset, changes: readonly FileChange[]): Promise<boolean> {
    const { root, index } = dataset;
    const files = changes.flatMap(({ uri, content }) => {
      const path = pathOf(uri);
      const file = path === null ? null : relativeTo(root, path);
      return file === null || isInHidden.test(file) ? [] : [{ file, content }];
    });
    const paths = changes.map(({ uri }) => pathOf(uri)).filter((path) => path !== null);
    const isConfig =
      paths.some((path) => mayConfigure(path, dataset)) ||
      files.some(({ file }) => /\.(?:toml|json|ya?ml)$/i.test(file));
    const moved = changes.some(({ uri, content }) => !content && `${root}/`.startsWith(`${pathOf(uri)}/`));
    if (files.length === 0 && !isConfig && !moved) return false;
    try {
      if (isConfig) await this.#follow(root, true);
      if (moved || files.some(({ content }) => !content)) {
        await index.refresh();
        // What was a caption may be none any more, and the other way round.
        await this.#laid.layAll(dataset);
      }
      await index.rereadAll(files.map(({ file }) => file));
    } catch {
      // Its folder is gone, or cannot be read now: it is opened anew when it is next asked for. The others go on.
      this.#open.delete(root);
    }
    return true;
  }

  /** Forgets everything; datasets open anew with the settings of that time. */
  clear(): void {
    this.#open.clear();
    this.#documents.forget();
  }

  /** The text of a dataset's sidecar as the editor has it, else as it is on disk; null: there is none. */
  async sidecarText(root: string): Promise<string | null> {
    return this.#documents.textAt(`${root}/${sidecarName}`) ?? (await readSidecar(this.#workspace, root)).text;
  }

  /** Lets a dataset follow its changed sidecar or configuration, one change after the other. */
  #follow(root: string, isConfig = false): Promise<void> {
    const before = this.#following.get(root) ?? Promise.resolve();
    const work = before.then(() => this.#reload(root, isConfig));
    // Who waits for the dataset is told of a failure when it opens.
    const waiting = work
      .catch(() => {})
      .finally(() => {
        if (this.#following.get(root) === waiting) this.#following.delete(root);
      });
    this.#following.set(root, waiting);
    return work;
  }

  /** The captions are read again only when they are to be cut otherwise. */
  async #reload(root: string, isConfig: boolean): Promise<void> {
    const open = this.#open.get(root);
    const old = await open?.catch(() => undefined);
    if (!old || this.#open.get(root) !== open) return;
    const settings = await this.#loader.setUp(root, isConfig ? undefined : old);
    if (indexKey(settings.settings.folder) !== indexKey(old.settings.folder)) {
      this.#open.delete(root);
      await this.#openAt(root);
      return;
    }
    const { sidecar, configHints, askConfiguration } = settings.settings.folder;
    old.index.declare(sidecar.concepts, configHints);
    const dataset = { ...old, ...settings };
    if (isConfig) {
      await old.index.askAnew(askConfiguration);
      await this.#laid.layAll(dataset);
      // The open captions need not wait for those that train from now on.
      if (old.index.complete) await old.index.readRest();
      else this.#loader.readRest(dataset);
    }
    old.findings.use(settings.settings.folder);
    this.#open.set(root, Promise.resolve(dataset));
  }
}

/** What decides how captions are cut and counted. */
function indexKey({ syntax, clip, captionExtensions, captionOptions, folders }: FolderSettings): string {
  const own = [...folders].map(([folder, settings]) => [
    folder,
    settings.syntax,
    settings.clip,
    settings.captionOptions,
  ]);
  return JSON.stringify([syntax, clip, captionExtensions, captionOptions, own]);
}
