import type { IdleEntry } from '../dataset/idle.ts';
import { DatasetIndex } from '../dataset/index.ts';
import { isNearName } from '../dataset/near-miss.ts';
import { isCaptionName, pairFolder } from '../dataset/pairing.ts';
import { Findings } from '../engine/findings.ts';
import { type Dataset, setUpDataset } from '../engine/open-dataset.ts';
import { judgedSidecar } from '../engine/sidecar.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { hurry } from '../ground/breath.ts';
import { matchesGlob } from '../ground/glob.ts';
import { baseName, extensionOf } from '../ground/paths.ts';
import type { ProgressListener } from '../ground/progress.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import { readSidecar } from '../settings/read-sidecar.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { ParsedSidecar } from '../settings/sidecar.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { datasetRoot, pathOf, relativeTo, uriOf } from './locate.ts';
import type { ResolvedSettings, SettingsSource } from './settings.ts';

/** A dataset that is open in the server. */
export interface OpenDataset extends Omit<Dataset, 'settings'> {
  /** The editor's settings under those of the sidecar. */
  readonly settings: ResolvedSettings;
}

/** A document that is a caption of an open dataset. */
export interface OpenCaption {
  readonly dataset: OpenDataset;
  readonly file: string;
  readonly record: CaptionRecord;
}

/** What happens to datasets, for whoever shows it. */
export interface DatasetListener {
  indexing(root: string, done: number, total: number): void;
  ready(dataset: OpenDataset): void;
  failed(root: string, error: unknown): void;
  /** A rule threw; told once per caption that makes it. */
  readonly ruleFailed: RuleFailureListener;
}

/**
 * The datasets the server knows, opened when a caption of theirs is first asked for. Decides which documents are
 * captions: a text file with an image of its name beside it, a `.caption`, or what the user's globs name.
 */
export class Datasets {
  readonly #workspace: WritableWorkspace;
  readonly #settings: SettingsSource;
  readonly #listener: DatasetListener;
  readonly #open = new Map<string, Promise<OpenDataset>>();
  /** Datasets that are following a change of their settings: whoever asks for one waits. */
  readonly #following = new Map<string, Promise<void>>();
  readonly #texts = new Map<string, string>();
  /** Roots of the captions that are open, by path: looked for once, not with every request. */
  readonly #roots = new Map<string, Promise<string>>();
  /** Texts of sidecars that are open in the editor, by path. */
  readonly #sidecarTexts = new Map<string, string>();

  constructor(workspace: WritableWorkspace, settings: SettingsSource, listener: DatasetListener) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#listener = listener;
  }

  /** The caption that a document is, with its dataset listed and the document's own text counted in; null: no caption. */
  async caption(uri: string, text: string): Promise<OpenCaption | null> {
    const path = pathOf(uri);
    if (path === null || !(await this.#isCaption(uri, path))) return null;
    this.#texts.set(path, text);
    // Somebody looks at it: what goes on in the background makes way.
    hurry();
    const dataset = await this.at(await this.#rootOf(path));
    const file = relativeTo(dataset.root, path);
    if (file === null) return null;
    // A `.caption`, or what the user's globs name, is judged even where it does not train.
    if (!(await dataset.index.overlay(file, text))) dataset.index.layLoose(file, text);
    const record = dataset.index.record(file);
    return record ? { dataset, file, record } : null;
  }

  /**
   * The caption that a document looks like, though it does not train. Only where the folder holds captions that do: any other text is
   * none of our business.
   */
  async idle(uri: string): Promise<{ readonly dataset: OpenDataset; readonly entry: IdleEntry } | null> {
    const path = pathOf(uri);
    if (path === null) return null;
    const { folder } = await this.#settings.of(uri);
    if (!isCaptionName(baseName(path), folder.captionExtensions)) return null;
    const entries = await this.#workspace.list(path.slice(0, path.lastIndexOf('/'))).catch(() => []);
    const names = entries.flatMap(({ kind, name }) => (kind === 'file' ? [name] : []));
    const { captions } = pairFolder(names, folder.captionExtensions);
    if (!captions.some(({ role }) => role === 'main') && !isNearName(baseName(path), names)) return null;
    const dataset = await this.at(await datasetRoot(this.#workspace, path));
    const file = relativeTo(dataset.root, path);
    const entry = file === null ? undefined : dataset.index.idleOf(file);
    return entry?.kind === 'caption' ? { dataset, entry } : null;
  }

  /**
   * Opens the dataset at a folder, or gives the one that is open, with every change of its sidecar and configuration that was told so
   * far. Rejects with FileProblem when it cannot be listed.
   */
  async at(root: string): Promise<OpenDataset> {
    await this.#following.get(root);
    return this.#openAt(root);
  }

  #openAt(root: string): Promise<OpenDataset> {
    let dataset = this.#open.get(root);
    if (!dataset) {
      dataset = this.#load(root);
      this.#open.set(root, dataset);
      // A folder that could not be listed is tried again next time.
      dataset.catch(() => this.#open.delete(root));
    }
    return dataset;
  }

  /** The settings of the folder a document lies in. */
  async settingsOf(uri: string): Promise<FolderSettings> {
    return (await this.#settings.of(uri)).folder;
  }

  /** The datasets that are open and listed. */
  async all(): Promise<OpenDataset[]> {
    await Promise.all(this.#following.values());
    const settled = await Promise.allSettled(this.#open.values());
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /** The open datasets that a file lies in; the others, which may be long in listing, are not waited for. */
  async holding(path: string): Promise<OpenDataset[]> {
    const roots = [...this.#open.keys()].filter((root) => relativeTo(root, path) !== null);
    await Promise.all(roots.map((root) => this.#following.get(root)));
    const settled = await Promise.allSettled(roots.flatMap((root) => this.#open.get(root) ?? []));
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  #rootOf(path: string): Promise<string> {
    let root = this.#roots.get(path);
    if (!root) {
      root = datasetRoot(this.#workspace, path);
      this.#roots.set(path, root);
      root.catch(() => this.#roots.delete(path));
    }
    return root;
  }

  /** A document changed: its new text counts at once. Costs what the caption holds. */
  async changed(uri: string, text: string): Promise<void> {
    const path = pathOf(uri);
    if (path !== null && baseName(path) === sidecarName) return this.#sidecarChanged(path, text);
    if (path === null || !this.#texts.has(path)) return;
    this.#texts.set(path, text);
    hurry();
    for (const dataset of await this.holding(path)) {
      const file = relativeTo(dataset.root, path);
      if (file !== null) await dataset.index.overlay(file, text);
    }
  }

  /** A document was closed: the file's own text counts again. */
  async closed(uri: string): Promise<void> {
    const path = pathOf(uri);
    if (path !== null && this.#sidecarTexts.has(path)) return this.#sidecarChanged(path, null);
    if (path !== null) this.#roots.delete(path);
    if (path === null || !this.#texts.delete(path)) return;
    for (const dataset of await this.holding(path)) {
      const file = relativeTo(dataset.root, path);
      if (file !== null) await dataset.index.removeOverlay(file);
    }
  }

  /** Files changed on disk. Folders are listed again only when a name came or went. Returns the datasets concerned. */
  async filesChanged(changes: readonly { uri: string; content: boolean }[]): Promise<OpenDataset[]> {
    const concerned: OpenDataset[] = [];
    // A sidecar that came or went moves the roots of the captions below it.
    if (changes.some(({ uri, content }) => !content && baseName(uri) === sidecarName)) this.#roots.clear();
    for (const dataset of await this.all()) {
      const files = changes.flatMap(({ uri, content }) => {
        const path = pathOf(uri);
        const file = path === null ? null : relativeTo(dataset.root, path);
        return file === null ? [] : [{ file, content }];
      });
      const paths = changes.map(({ uri }) => pathOf(uri)).filter((path) => path !== null);
      const isConfig =
        paths.some((path) => mayConfigure(path, dataset)) ||
        files.some(({ file }) => /\.(?:toml|json|ya?ml)$/i.test(file));
      const moved = changes.some(({ uri, content }) => !content && `${dataset.root}/`.startsWith(`${pathOf(uri)}/`));
      if (files.length === 0 && !isConfig && !moved) continue;
      concerned.push(dataset);
      try {
        if (isConfig) await this.#follow(dataset.root, true);
        if (moved || files.some(({ content }) => !content)) await this.#namesChanged(dataset);
        await dataset.index.rereadAll(files.map(({ file }) => file));
      } catch {
        // Its folder is gone, or cannot be read now: it is opened anew when it is next asked for. The others go on.
        this.#open.delete(dataset.root);
      }
    }
    return concerned;
  }

  /** Names came or went: what is listed is listed again, and what was a caption may be none any more. */
  async #namesChanged({ root, index }: OpenDataset): Promise<void> {
    await index.refresh();
    for (const path of [...this.#texts.keys()]) {
      const file = relativeTo(root, path);
      if (file === null || (await this.#looksLikeCaption(uriOf(path), path))) continue;
      this.#texts.delete(path);
      await index.removeOverlay(file);
    }
  }

  /** Forgets everything; datasets open anew with the settings of that time. */
  clear(): void {
    this.#open.clear();
    this.#roots.clear();
  }

  /** The text of a dataset's sidecar as the editor has it, else as it is on disk; null: there is none. */
  async sidecarText(root: string): Promise<string | null> {
    return this.#sidecarTexts.get(`${root}/${sidecarName}`) ?? (await readSidecar(this.#workspace, root)).text;
  }

  /** The sidecar that a document is, as the dataset beside it uses it. */
  async sidecarAt(uri: string, text: string): Promise<ParsedSidecar | null> {
    const path = pathOf(uri);
    return path !== null && baseName(path) === sidecarName ? judgedSidecar(text) : null;
  }

  async #sidecarChanged(path: string, text: string | null): Promise<void> {
    if (text === null) this.#sidecarTexts.delete(path);
    else this.#sidecarTexts.set(path, text);
    await this.#follow(path.slice(0, path.lastIndexOf('/')));
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
    const settings = await this.#setUp(root, isConfig ? undefined : old);
    if (indexKey(settings.settings.folder) !== indexKey(old.settings.folder)) {
      this.#open.delete(root);
      await this.#openAt(root);
      return;
    }
    const { sidecar, configHints, askConfiguration } = settings.settings.folder;
    old.index.declare(sidecar.concepts, configHints);
    if (isConfig) await old.index.askAnew(askConfiguration);
    old.findings.use(settings.settings.folder);
    this.#open.set(root, Promise.resolve({ ...old, ...settings }));
  }

  async #setUp(root: string, known?: OpenDataset): Promise<Pick<OpenDataset, 'settings' | 'sidecar' | 'config'>> {
    const editor = await this.#settings.of(uriOf(root));
    const { settings, sidecar, config } = await setUpDataset(this.#workspace, root, {
      under: [editor.layer],
      sidecarText: this.#sidecarTexts.get(`${root}/${sidecarName}`),
      // A sidecar being typed in does not make the folders above be searched again.
      known: known && { ...known, settings: known.settings.folder },
    });
    return { settings: { ...editor, folder: settings }, sidecar, config };
  }

  async #load(root: string): Promise<OpenDataset> {
    const { settings, sidecar, config } = await this.#setUp(root);
    const report: ProgressListener = (done, total) => this.#listener.indexing(root, done, total);
    const index = await DatasetIndex.list(this.#workspace, root, settings.folder);
    for (const [path, text] of this.#texts) {
      const file = relativeTo(root, path);
      if (file !== null) await index.overlay(file, text);
    }
    const findings = new Findings(this.#workspace, index, settings.folder, { onFailure: this.#listener.ruleFailed });
    const dataset = { root, settings, sidecar, config, index, findings };
    // The rest of the captions is read in the background: the caption at hand need not wait for 50,000 others.
    index.readRest(undefined, report).then(
      () => this.#listener.ready(dataset),
      (error) => this.#listener.failed(root, error),
    );
    return dataset;
  }

  async #isCaption(uri: string, path: string): Promise<boolean> {
    return this.#texts.has(path) || this.#looksLikeCaption(uri, path);
  }

  async #looksLikeCaption(uri: string, path: string): Promise<boolean> {
    const name = baseName(path);
    if (extensionOf(name).toLowerCase() === '.caption') return true;
    const { folder, editor } = await this.#settings.of(uri);
    if (!isCaptionName(name, folder.captionExtensions)) return false;
    if (editor.captionFiles.some((glob) => matchesGlob(path, glob))) return true;
    const entries = await this.#workspace.list(path.slice(0, path.lastIndexOf('/'))).catch(() => []);
    const names = entries.filter((entry) => entry.kind === 'file').map((entry) => entry.name);
    const found = pairFolder(names, folder.captionExtensions).captions.find((caption) => caption.name === name);
    return found?.role === 'main';
  }
}

/** The configuration files a dataset follows, absolute. */
export function configFiles({ config }: OpenDataset): string[] {
  const others = config?.pair.other?.configs ?? [];
  return [config?.pair.datasetConfig, config?.pair.configFile, ...others].flatMap((file) => (file ? [file.path] : []));
}

/** Folders above a dataset whose sidecar or configuration can become its own. */
const levelsAbove = 4;

/** The folders above a dataset in which a file could become relevant to it, absolute, the nearest first. */
export function foldersAbove(root: string): string[] {
  const found: string[] = [];
  for (let at = root.lastIndexOf('/'); at > 0 && found.length < levelsAbove; at = root.lastIndexOf('/', at - 1))
    found.push(root.slice(0, at));
  return found;
}

/** Whether a file is, or could become, a configuration or sidecar above a dataset. */
function mayConfigure(path: string, dataset: OpenDataset): boolean {
  if (configFiles(dataset).includes(path)) return true;
  return (
    /\.(?:toml|json|ya?ml)$/i.test(path) && foldersAbove(dataset.root).includes(path.slice(0, path.lastIndexOf('/')))
  );
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
