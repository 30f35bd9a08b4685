import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isNearName } from '../dataset/near-miss.ts';
import { isCaptionName, pairFolder } from '../dataset/pairing.ts';
import { matchesGlob } from '../ground/glob.ts';
import { LineIndex } from '../ground/lines.ts';
import { baseName, extensionOf, folderOf } from '../ground/paths.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import type { Recognised } from '../trainers/trainers.ts';
import { type ConfigFile, configOfText } from '../training/find-config.ts';
import { otherOfText } from '../training/other-trainers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { datasetRoot, pathOf, relativeTo } from './locate.ts';
import type { SettingsSource } from './settings.ts';

/** Where a text file that is, or could be, a caption lies. */
export interface CaptionPlace {
  /** Root of its dataset, absolute. */
  readonly root: string;
  /** Relative to it. */
  readonly file: string;
  /** A text with an image of its name, a `.caption`, or what the user's globs name. Any other is only looked at for why it does not train. */
  readonly isCaption: boolean;
  /** Its folder holds captions, or a name like its own: worth saying why it does not train. */
  readonly mayBeIdle: boolean;
}

/** A document that is a training configuration. */
export interface OpenConfig {
  readonly config: ConfigFile;
  readonly lines: LineIndex;
  /** Its folder, absolute. */
  readonly root: string;
}

/** A document of another trainer, modelled or only known by name. */
export interface OpenOther {
  readonly found: Recognised;
  readonly lines: LineIndex;
  /** Its folder, absolute. */
  readonly root: string;
}

/** What a document is by its name and text, at one version of it. */
interface Content {
  readonly version: number;
  readonly config: OpenConfig | null;
  readonly other: OpenOther | null;
}

/** The names of a folder as far as they tell captions. */
interface Look {
  readonly names: readonly string[];
  /** Captions that are paired with an image. */
  readonly captions: ReadonlySet<string>;
}

/** Milliseconds for which a look at a folder serves all documents in it: an editor opens many at once. */
const lookHolds = 2000;

const configName = /\.(?:toml|jsonc?|ya?ml)$/i;

/**
 * The documents that are open, by path, and what each of them is: found out when somebody first asks, remembered while it is open, and
 * looked for again when names, sidecars or settings changed. So a keystroke asks the disk for nothing.
 */
export class OpenDocuments {
  readonly #workspace: Workspace;
  readonly #settings: SettingsSource;
  readonly #byPath = new Map<string, TextDocument>();
  readonly #places = new Map<string, Promise<CaptionPlace | null>>();
  readonly #looks = new Map<string, Promise<Look>>();
  readonly #contents = new Map<string, Content>();

  constructor(workspace: Workspace, settings: SettingsSource, documents: TextDocuments<TextDocument>) {
    this.#workspace = workspace;
    this.#settings = settings;
    documents.onDidOpen(({ document }) => {
      const path = pathOf(document.uri);
      if (path !== null) this.#byPath.set(path, document);
    });
    documents.onDidClose(({ document }) => {
      const path = pathOf(document.uri);
      if (path === null) return;
      this.#byPath.delete(path);
      this.#places.delete(path);
      this.#contents.delete(path);
    });
  }

  /** Paths of the open documents. */
  get paths(): Iterable<string> {
    return this.#byPath.keys();
  }

  /** The document at a path, null when none is open there. */
  at(path: string): TextDocument | null {
    return this.#byPath.get(path) ?? null;
  }

  /** The text of the open document at a path. */
  textAt(path: string): string | undefined {
    return this.#byPath.get(path)?.getText();
  }

  /** Whether a training configuration is open. */
  get holdsConfig(): boolean {
    return [...this.#byPath.keys()].some((path) => {
      const { config, other } = this.configAt(path);
      return config !== null || other !== null;
    });
  }

  /** Names on disk, a sidecar or the settings changed: what captions are is found out anew. */
  forget(): void {
    this.#places.clear();
    this.#looks.clear();
  }

  /** Where an open caption, or a text that could be one, lies; null for every other path. */
  async place(path: string): Promise<CaptionPlace | null> {
    const document = this.#byPath.get(path);
    if (!document) return null;
    let place = this.#places.get(path);
    if (!place) {
      const found = this.#find(document.uri, path);
      place = found;
      this.#places.set(path, found);
      found.catch(() => {
        if (this.#places.get(path) === found) this.#places.delete(path);
      });
    }
    return place;
  }

  /** The root of the dataset that a file belongs to, open or not. */
  async rootOf(path: string): Promise<string> {
    return (await this.place(path))?.root ?? datasetRoot(this.#workspace, path);
  }

  /** The configuration that the document at a path is, ours or another trainer's; neither costs more than a search for a few words. */
  configAt(path: string): Omit<Content, 'version'> {
    const document = this.#byPath.get(path);
    if (!document || !configName.test(path) || baseName(path) === sidecarName) return { config: null, other: null };
    const known = this.#contents.get(path);
    if (known?.version === document.version) return known;
    const text = document.getText();
    const config = configOfText(path, text);
    const found = config ? null : otherOfText(path, text);
    const place = { lines: new LineIndex(text), root: path.slice(0, path.lastIndexOf('/')) };
    const content = {
      version: document.version,
      config: config && { config, ...place },
      other: found && { found, ...place },
    };
    this.#contents.set(path, content);
    return content;
  }

  async #find(uri: string, path: string): Promise<CaptionPlace | null> {
    const name = baseName(path);
    const { folder, editor } = await this.#settings.of(uri);
    const isNamed = isCaptionName(name, folder.captionExtensions);
    const isCaptionFile = extensionOf(name).toLowerCase() === '.caption';
    if (!isNamed && !isCaptionFile) return null;
    const { names, captions } = await this.#lookAt(folderOf(path), folder.captionExtensions);
    const isCaption =
      isCaptionFile || editor.captionFiles.some((glob) => matchesGlob(path, glob)) || captions.has(name);
    const mayBeIdle = isNamed && (captions.size > 0 || isNearName(name, names));
    if (!isCaption && !mayBeIdle) return null;
    const root = await datasetRoot(this.#workspace, path);
    return { root, file: relativeTo(root, path) ?? name, isCaption, mayBeIdle };
  }

  #lookAt(folder: string, extensions: readonly string[]): Promise<Look> {
    const key = JSON.stringify([folder, extensions]);
    let look = this.#looks.get(key);
    if (!look) {
      const looking = this.#look(folder, extensions);
      look = looking;
      this.#looks.set(key, looking);
      const drop = (): void => {
        if (this.#looks.get(key) === looking) this.#looks.delete(key);
      };
      void looking.then(() => setTimeout(drop, lookHolds).unref());
    }
    return look;
  }

  async #look(folder: string, extensions: readonly string[]): Promise<Look> {
    const entries = await this.#workspace.list(folder).catch(() => []);
    const names = entries.flatMap(({ kind, name }) => (kind === 'file' ? [name] : []));
    const main = pairFolder(names, extensions).captions.filter(({ role }) => role === 'main');
    return { names, captions: new Set(main.map(({ name }) => name)) };
  }
}
