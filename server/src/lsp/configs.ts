import { type CheckedConfig, checkConfig, snapshotFor } from '../rules/check-config.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { type ConfigFile, type ConfigPair, completePair, foldersOf } from '../training/find-config.ts';
import type { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenConfig } from './open-documents.ts';

/** What is wrong with the training configurations that are open: kept until the text, or something on disk, changes. */
export class Configs {
  readonly #workspace: Workspace;
  readonly #onFolder: (folder: string) => void;
  #checked = new WeakMap<OpenConfig, Promise<CheckedConfig>>();
  readonly #files = new Map<string, TrainerSnapshot>();
  readonly #watched = new Set<string>();

  /** @param onFolder told of each folder a configuration names, once */
  constructor(workspace: Workspace, onFolder: (folder: string) => void) {
    this.#workspace = workspace;
    this.#onFolder = onFolder;
  }

  /** The findings of a document. */
  check(
    uri: string,
    open: OpenConfig,
    settings: FolderSettings,
    onFailure: RuleFailureListener,
  ): Promise<CheckedConfig> {
    let checked = this.#checked.get(open);
    if (!checked) {
      checked = this.#check(uri, open.config, settings, onFailure);
      this.#checked.set(open, checked);
    }
    return checked;
  }

  /** Something on disk, in captions or settings changed: what was read is read again when it is next asked for. */
  forget(): void {
    this.#files.clear();
    this.#checked = new WeakMap();
  }

  closed(uri: string): void {
    this.#files.delete(uri);
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
