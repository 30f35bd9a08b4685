import { tooDeepAt } from '../ground/nesting.ts';
import { type ConfigFormat, configFormat } from '../trainers/documents/document.ts';
import type { ConfigDocument } from '../trainers/documents/parsed.ts';
import type { ModelFamilyId } from '../trainers/families.ts';
import type { CaptionHabits, TrainerConfig } from '../trainers/trainer.ts';
import { recogniseConfigText, TRAINERS } from '../trainers/trainers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { configsBeside, configText, maxLength, maxLevelsUp } from './config-texts.ts';
import type { OtherSetup } from './other-setup.ts';
import { TrainerSnapshot } from './trainer-snapshot.ts';

/** `gui-preset`: a JSON file of kohya_ss, with the names of its own fields. */
export type ConfigRole = 'dataset_config' | 'config_file' | 'gui-preset';

/** The model that options train, and the option that says so. */
export interface ToldFamily {
  readonly family: ModelFamilyId;
  readonly option: string;
}

/** The trainer whose configurations have rules of their own. */
const [{ id: trainerId, documents }] = TRAINERS;

/** A configuration file of the trainer. */
export interface ConfigFile {
  /** Absolute, "/" between names. */
  readonly path: string;
  readonly role: ConfigRole;
  readonly format: ConfigFormat;
  readonly text: string;
  /** As the trainer gets it: a preset of kohya_ss as the options the form passes on. */
  readonly document: ConfigDocument;
  /** The model it trains, as far as its options say. */
  readonly family: ToldFamily | null;
  /** As it was recognised. */
  readonly own: TrainerConfig;
  /** What it says for captions of the folders that it names. */
  readonly habits: readonly CaptionHabits[];
  /** Files that it names, as written. */
  readonly companions: readonly string[];
}

/** The same as every trainer's configurations are held; a preset keeps its role. */
export function asTrainerConfig({ path, role, text, document }: ConfigFile): TrainerConfig {
  return { trainer: trainerId, path, role, text, document };
}

/** The same as the trainer is asked with it: a preset is the options that its form passes on by now. */
export function trainerConfig(file: ConfigFile): TrainerConfig {
  const config = asTrainerConfig(file);
  return config.role === 'gui-preset' ? { ...config, role: 'config_file' } : config;
}

/** Reads a text as a configuration, told by its content; null when it is none. */
export function configOfText(path: string, text: string): ConfigFile | null {
  const format = configFormat(path);
  if (format === null || text.length > maxLength) return null;
  // Parsers go down a level for each bracket; a trainer's own would end the same way.
  if (!telling.test(text) || tooDeepAt(text) !== null) return null;
  const found = recogniseConfigText(path, text);
  if (found?.kind !== 'ours' || found.config.trainer !== trainerId) return null;
  const role = preference.find((one) => one === found.config.role);
  if (!role) return null;
  const habits = documents.habits(found.config);
  const told = habits.find(({ family }) => family !== null);
  return {
    path,
    role,
    format,
    text,
    document: documents.asRead?.(found.config) ?? found.config.document,
    family: told?.family ? { family: told.family, option: told.familyKey ?? '' } : null,
    own: found.config,
    habits,
    companions: documents.companions(found.config),
  };
}

/** Words one of which stands in every configuration: looking for them spares parsing of package.json and its like. */
const telling =
  /datasets|subsets|train_data_dir|dataset_config|network_module|network_dim|pretrained_model_name_or_path|max_resolution|LoRA_type|train_batch_size|max_train_|learning_rate|mixed_precision|caption_extension/;

/** The configuration in a file; null when there is none, it cannot be read, or it is no configuration. */
export async function readConfig(workspace: Workspace, path: string): Promise<ConfigFile | null> {
  const text = await configText(workspace, path);
  return text === null ? null : configOfText(path, text);
}

/** Configurations directly in a folder. */
export function configsIn(workspace: Workspace, folder: string): Promise<ConfigFile[]> {
  return configsBeside(
    workspace,
    folder,
    (name) => configFormat(name) !== null,
    (path) => readConfig(workspace, path),
  );
}

/** The `dataset_config` and `config_file` that belong together; at least one is there, unless the trainer is another. */
export interface ConfigPair {
  readonly datasetConfig: ConfigFile | null;
  readonly configFile: ConfigFile | null;
  /** The configuration of another trainer in their place; both halves are null then. */
  readonly other?: OtherSetup;
}

/** Folders below which relative paths of a configuration are looked for: its own, then those above. */
export function basesOf(configPath: string): string[] {
  const bases: string[] = [];
  let folder = configPath;
  for (let level = 0; level <= maxLevelsUp; level++) {
    const cut = folder.lastIndexOf('/');
    if (cut < 0) break;
    folder = folder.slice(0, cut) || '/';
    bases.push(folder);
    if (folder === '/') break;
  }
  return bases.length > 0 ? bases : ['/'];
}

/** The other half of a configuration: the dataset_config an options file names, or the options file beside that names this one. */
export async function completePair(workspace: Workspace, config: ConfigFile): Promise<ConfigPair> {
  if (config.role !== 'dataset_config') {
    const [named] = config.companions;
    if (named === undefined) return { datasetConfig: null, configFile: config };
    const files = new TrainerSnapshot(workspace, basesOf(config.path));
    await files.settle(() => files.kind(named));
    const found = await readConfig(workspace, files.locate(named));
    return { datasetConfig: found?.role === 'dataset_config' ? found : null, configFile: config };
  }
  const folder = config.path.slice(0, config.path.lastIndexOf('/'));
  for (const other of await configsIn(workspace, folder)) {
    if (other.role === 'dataset_config') continue;
    const named = other.companions[0]?.replaceAll('\\', '/');
    if (named !== undefined && named.slice(named.lastIndexOf('/') + 1) === config.path.slice(folder.length + 1))
      return { datasetConfig: config, configFile: other };
  }
  return { datasetConfig: config, configFile: null };
}

/**
 * The configuration that names a folder, one below it, or the one above as `train_data_dir`: looked for in the folder and up to three
 * above it. Null when none does. Never scans a workspace.
 */
export async function findConfig(workspace: Workspace, folder: string): Promise<ConfigPair | null> {
  for (const level of [folder, ...basesOf(folder)].slice(0, maxLevelsUp + 1)) {
    const configs = await configsIn(workspace, level);
    configs.sort((a, b) => preference.indexOf(a.role) - preference.indexOf(b.role));
    for (const config of configs) {
      const folders = await foldersOf(workspace, config);
      if (folders.some((named) => named === folder || named.startsWith(`${folder}/`) || folder.startsWith(`${named}/`)))
        return completePair(workspace, config);
    }
  }
  return null;
}

/** Which of several configurations of one folder counts: the most explicit one. */
const preference: readonly ConfigRole[] = ['dataset_config', 'config_file', 'gui-preset'];

/** The folders a configuration names, absolute. */
export async function foldersOf(workspace: Workspace, config: ConfigFile): Promise<string[]> {
  const written = config.habits.flatMap(({ folders }) => folders);
  const files = new TrainerSnapshot(workspace, basesOf(config.path));
  await files.settle(() => written.map((path) => files.kind(path)));
  return written.filter((path) => files.kind(path) === 'directory').map((path) => files.locate(path));
}
