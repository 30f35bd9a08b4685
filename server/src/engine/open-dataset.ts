import { DatasetIndex } from '../dataset/index.ts';
import type { ProgressListener } from '../ground/progress.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import type { LoadedSidecar } from '../settings/read-sidecar.ts';
import type { FolderSettings, SettingOrigin, SettingsLayer } from '../settings/settings.ts';
import { type PathBase, settingsPath, type TagListStore } from '../settings/tag-lists.ts';
import { withTokenizer } from '../settings/tokenizer-files.ts';
import { normalizePath } from '../trainers/files/paths.ts';
import { type ConfigLayers, configPair, layersOf, settingsWithConfig } from '../training/config-settings.ts';
import type { ConfigPair } from '../training/find-config.ts';
import { modelPlaces } from '../training/model-places.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Findings } from './findings.ts';
import { loadSidecar } from './sidecar.ts';

/** The configuration of a dataset: its files, and what they say where the trainer takes them. */
export interface DatasetConfig {
  readonly pair: ConfigPair;
  readonly layers: ConfigLayers | null;
}

/** What is known of a dataset before one of its captions is read. */
export interface DatasetSetup {
  readonly root: string;
  readonly settings: FolderSettings;
  readonly sidecar: LoadedSidecar;
  /** Null when no training configuration names the dataset, or none was asked for. */
  readonly config: DatasetConfig | null;
}

/** An open dataset: the same for editor, command line and tests. */
export interface Dataset extends DatasetSetup {
  readonly index: DatasetIndex;
  /** What the rules say about its captions, under its settings. */
  readonly findings: Findings;
}

export interface SetupOptions {
  /** Settings that go before the sidecar's, such as flags of a command line; the first that says something wins. */
  readonly over?: readonly SettingsLayer[];
  /** Settings that the sidecar goes before, such as an editor's. */
  readonly under?: readonly SettingsLayer[];
  /** The sidecar's text in an open editor; left out: the file is read. */
  readonly sidecarText?: string | undefined;
  /** False: training configurations are left out. */
  readonly config?: boolean;
  /** The setup before a change that no configuration took part in: folders are not searched again. */
  readonly known?: DatasetSetup | undefined;
}

export interface OpenOptions extends SetupOptions {
  /** Where tag lists are kept, and where relative paths of theirs start beside the dataset itself. */
  readonly tagLists: TagListStore;
  readonly paths: PathBase;
  readonly onTagListProblem: (error: unknown) => void;
  readonly onRuleFailure?: RuleFailureListener;
  /** False: what is found is not kept, as for a command that asks once. */
  readonly keeps?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

const SIDECAR: SettingOrigin = { from: 'sidecar', detail: null };

/** Reads sidecar and training configuration of a dataset and lays the settings over each other. */
export async function setUpDataset(
  workspace: Workspace,
  root: string,
  { over = [], under = [], sidecarText, config: wanted = true, known }: SetupOptions = {},
): Promise<DatasetSetup> {
  const sidecar = await loadSidecar(workspace, root, sidecarText);
  const layers = [...over, { ...sidecar.layer, origin: SIDECAR }, ...under];
  const named = layers.find((layer) => layer.config !== undefined)?.config;
  const same = known !== undefined && known.sidecar.layer.config === sidecar.layer.config;
  const config = same ? known.config : wanted ? await configOf(workspace, root, named) : null;
  const settings = settingsWithConfig(layers, config?.layers ?? null);
  const counted = await withTokenizer(workspace, settings, tokenizerPlaces(root, settings, config));
  return { root, sidecar, config, settings: counted };
}

function tokenizerPlaces(root: string, { tokenizerFile }: FolderSettings, config: DatasetConfig | null) {
  const { datasetConfig = null, configFile = null, other = null } = config?.pair ?? {};
  const files = [configFile, datasetConfig, ...(other?.configs ?? [])].filter((file) => file !== null);
  return {
    named: tokenizerFile === null ? null : normalizePath(settingsPath(tokenizerFile, { home: root, folder: root })),
    models: modelPlaces(files),
  };
}

async function configOf(workspace: Workspace, root: string, named: string | undefined): Promise<DatasetConfig | null> {
  const pair = await configPair(workspace, root, named);
  return pair && { pair, layers: await layersOf(workspace, root, pair) };
}

/** Opens a dataset and reads all of it. Rejects with FileProblem when its folder cannot be listed. */
export async function openDataset(workspace: Workspace, root: string, options: OpenOptions): Promise<Dataset> {
  const setup = await setUpDataset(workspace, root, options);
  const { onRuleFailure: onFailure, keeps, signal, onProgress } = options;
  const index = await DatasetIndex.open(workspace, root, setup.settings, signal, onProgress);
  const dataset = { ...setup, index, findings: new Findings(workspace, index, setup.settings, { onFailure, keeps }) };
  await loadTagLists(dataset, options);
  return dataset;
}

/** Reads the tag lists that a dataset's settings name. One that cannot be read is told and left out. */
export async function loadTagLists(
  { root, settings, index }: Pick<Dataset, 'root' | 'settings' | 'index'>,
  { tagLists, paths, onTagListProblem }: Pick<OpenOptions, 'tagLists' | 'paths' | 'onTagListProblem'>,
): Promise<void> {
  // A relative path of a sidecar is meant from the dataset, one of the editor's settings from its workspace folder.
  const places = settings.tagList.map((file) =>
    [paths.folder, root].map((folder) => normalizePath(settingsPath(file, { ...paths, folder }))),
  );
  index.knownTags = await tagLists.load(places, onTagListProblem);
}
