import { LineIndex } from '../ground/lines.ts';
import { type CheckedConfig, checkConfig, snapshotFor } from '../rules/check-config.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { Recognised } from '../trainers/trainers.ts';
import { type ConfigFile, type ConfigPair, completePair, configOfText, foldersOf } from '../training/find-config.ts';
import { otherOfText } from '../training/other-trainers.ts';
import type { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { pathOf } from './locate.ts';

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

interface Known {
  readonly version: number;
  readonly open: OpenConfig | null;
  readonly other: OpenOther | null;
  checked: Promise<CheckedConfig> | null;
}

/**
 * The training configurations that are open in the editor. Any TOML or JSON document may be asked about: one that is none costs a
 * search for a few words. What was read from disk is kept until something there changes.
 */
export class Configs {
  readonly #workspace: Workspace;
  readonly #onFolder: (folder: string) => void;
  readonly #known = new Map<string, Known>();
  readonly #files = new Map<string, TrainerSnapshot>();
  readonly #watched = new Set<string>();

  /** @param onFolder told of each folder a configuration names, once */
  constructor(workspace: Workspace, onFolder: (folder: string) => void) {
    this.#workspace = workspace;
    this.#onFolder = onFolder;
  }

  /** The configuration that a document is; null when it is none. */
  at(uri: string, version: number, text: string): OpenConfig | null {
    return this.#entry(uri, version, text).open;
  }

  /** What a document is to another trainer; null when it is no file of one. */
  otherAt(uri: string, version: number, text: string): OpenOther | null {
    return this.#entry(uri, version, text).other;
  }

  /** The findings of a document; null when it is no configuration. */
  async check(
    uri: string,
    version: number,
    text: string,
    settings: FolderSettings,
    onFailure: RuleFailureListener,
  ): Promise<CheckedConfig | null> {
    const entry = this.#entry(uri, version, text);
    if (!entry.open) return null;
    entry.checked ??= this.#check(uri, entry.open.config, settings, onFailure);
    return entry.checked;
  }

  /** Something on disk, in captions or settings changed: what was read is read again when it is next asked for. */
  forget(): void {
    this.#files.clear();
    for (const entry of this.#known.values()) entry.checked = null;
  }

  closed(uri: string): void {
    this.#known.delete(uri);
    this.#files.delete(uri);
  }

  get isEmpty(): boolean {
    return [...this.#known.values()].every((entry) => entry.open === null && entry.other === null);
  }

  #entry(uri: string, version: number, text: string): Known {
    const known = this.#known.get(uri);
    if (known?.version === version) return known;
    const path = pathOf(uri);
    const config = path === null ? null : configOfText(path, text);
    const open = config && {
      config,
      lines: new LineIndex(text),
      root: config.path.slice(0, config.path.lastIndexOf('/')),
    };
    const found = path === null || config ? null : otherOfText(path, text);
    const other = found && {
      found,
      lines: new LineIndex(text),
      root: (path ?? '').slice(0, (path ?? '').lastIndexOf('/')),
    };
    const entry: Known = { version, open: open ?? null, other, checked: null };
    this.#known.set(uri, entry);
    return entry;
  }

  async #check(
    uri: string,
    config: ConfigFile,
    settings: FolderSettings,
    onFailure: RuleFailureListener,
  ): Promise<CheckedConfig> {
    let files = this.#files.get(uri);
    if (!files) {
      const pair = await completePair(this.#workspace, config);
      files = snapshotFor(this.#workspace, config, pair);
      this.#files.set(uri, files);
      await this.#watch(pair);
    }
    return checkConfig(this.#workspace, config, settings, { files, onFailure });
  }

  async #watch({ datasetConfig, configFile }: ConfigPair): Promise<void> {
    for (const config of [datasetConfig, configFile]) {
      if (!config) continue;
      for (const folder of await foldersOf(this.#workspace, config)) {
        if (this.#watched.has(folder)) continue;
        this.#watched.add(folder);
        this.#onFolder(folder);
      }
    }
  }
}
