import type { ConfigHint } from '../ground/config-hint.ts';
import { baseName } from '../ground/paths.ts';
import type { FolderSettings, SettingOrigin, SettingsLayer } from '../settings/settings.ts';
import { resolveSettings } from '../settings/settings.ts';
import type { AskConfiguration } from '../trainers/configured.ts';
import type { ModelFamily } from '../trainers/families.ts';
import { normalizePath } from '../trainers/files/paths.ts';
import { DEFAULT_TRAINER } from '../trainers/profiles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { agreed } from './agreed.ts';
import { hintOf, layerOf, modelOf, originOf } from './config-layer.ts';
import { askConfiguration, askOther } from './configured-files.ts';
import { folderModeConfig, resolveConfig, resolveUserConfig } from './default-trainer.ts';
import { basesOf, type ConfigPair, completePair, findConfig, readConfig } from './find-config.ts';
import type { OtherSetup } from './other-setup.ts';
import { completeOther, findOther, otherFolders, readOther } from './other-trainers.ts';
import { ReadOnce } from './read-once.ts';
import { TrainerSnapshot } from './trainer-snapshot.ts';

/** What a configuration says about a dataset. */
export interface ConfigLayers {
  /** Configuration files that were used, absolute. */
  readonly files: readonly string[];
  /** What holds for all folders it names below the root. */
  readonly common: SettingsLayer;
  /** What holds for one folder, by path from the root ("" for the root itself). */
  readonly folders: ReadonlyMap<string, SettingsLayer>;
  /** What it tells of the concept of one folder, by path from the root. */
  readonly hints: ReadonlyMap<string, ConfigHint>;
  /** Which files train, for a model family. */
  readonly ask: (family: ModelFamily) => AskConfiguration;
}

/**
 * The settings a configuration gives a dataset; null when none is found or the trainer refuses it.
 * @param named the path a user gave, absolute or from the root; without one the configuration is looked for
 */
export async function configLayers(workspace: Workspace, root: string, named?: string): Promise<ConfigLayers | null> {
  const pair = await configPair(workspace, root, named);
  return pair && layersOf(workspace, root, pair);
}

/**
 * The configuration of a dataset, whether the trainer takes it or not; null when none is found.
 * @param named the path a user gave, absolute or from the root; without one the configuration is looked for
 */
export async function configPair(workspace: Workspace, root: string, named?: string): Promise<ConfigPair | null> {
  if (named !== undefined) return namedConfig(workspace, root, named);
  const files = new ReadOnce(workspace);
  const own = await findConfig(files, root);
  if (own) return own;
  const other = await findOther(files, root);
  return other && { datasetConfig: null, configFile: null, other };
}

async function namedConfig(workspace: Workspace, root: string, named: string): Promise<ConfigPair | null> {
  const written = named.replaceAll('\\', '/');
  const path = /^(?:\/|[a-z]:\/)/i.test(written) ? written : `${root}/${written}`;
  const config = await readConfig(workspace, normalizePath(path));
  if (config) return completePair(workspace, config);
  const found = await readOther(workspace, normalizePath(path));
  if (found?.kind !== 'ours') return null;
  return { datasetConfig: null, configFile: null, other: await completeOther(workspace, found.config) };
}

/** The settings a configuration gives the folders at and below a root. */
export async function layersOf(workspace: Workspace, root: string, pair: ConfigPair): Promise<ConfigLayers | null> {
  if (pair.other) return layersOfOther(workspace, root, pair.other);
  const { datasetConfig, configFile } = pair;
  const files = new TrainerSnapshot(workspace, basesOf((datasetConfig ?? configFile)?.path ?? root));
  const resolved = resolveConfig({ datasetConfig: datasetConfig?.document, configFile: configFile?.document });
  if (resolved.error) return null;
  const found = await files.settle(() => {
    const datasets =
      resolved.datasets ??
      resolveUserConfig(
        folderModeConfig(files, resolved.args, () => {}),
        resolved.args,
      ).datasets ??
      [];
    const found = new Map<string, { layer: SettingsLayer; hint: ConfigHint }>();
    for (const dataset of datasets) {
      for (const subset of dataset.subsets) {
        const directory = subset.values.image_dir;
        if (typeof directory !== 'string' || files.kind(directory) !== 'directory') continue;
        const place = files.locate(directory);
        const folder = place === root ? '' : place.startsWith(`${root}/`) ? place.slice(root.length + 1) : null;
        // The first dataset decides where one folder trains at several resolutions.
        if (folder !== null && !found.has(folder))
          found.set(folder, {
            layer: {
              ...layerOf(dataset.params, subset, configFile ? resolved.args : null),
              ...modelOf(configFile),
              profile: DEFAULT_TRAINER,
              origin: originOf(datasetConfig, configFile),
            },
            hint: hintOf({ ...dataset.params.values, ...subset.values }),
          });
      }
    }
    return found;
  });
  if (found.size === 0) return null;
  const folders = new Map([...found].map(([folder, { layer }]) => [folder, layer]));
  const hints = new Map([...found].map(([folder, { hint }]) => [folder, hint]));
  const names = [datasetConfig, configFile].flatMap((file) => (file ? [file.path] : []));
  const ask = (family: ModelFamily): AskConfiguration => askConfiguration(workspace, root, pair, family);
  return { files: names, common: agreed([...folders.values()]), folders, hints, ask };
}

/** The same for the configuration of another trainer. */
async function layersOfOther(workspace: Workspace, root: string, other: OtherSetup): Promise<ConfigLayers | null> {
  const folders = await otherFolders(workspace, root, other);
  if (folders.size === 0) return null;
  const files = other.configs.map(({ path }) => path);
  const origin: SettingOrigin = { from: 'configuration', detail: baseName(other.configs[0].path) };
  const spoken = new Map([...folders].map(([folder, { layer }]) => [folder, { ...layer, origin }]));
  const hints = new Map([...folders].map(([folder, { hint }]) => [folder, hint]));
  const ask = (family: ModelFamily): AskConfiguration => askOther(workspace, root, other, family);
  return { files, common: agreed([...spoken.values()]), folders: spoken, hints, ask };
}

/** The settings of a dataset: the given layers, then the configuration, then defaults; folders with their own where they differ. */
export function settingsWithConfig(layers: readonly SettingsLayer[], config: ConfigLayers | null): FolderSettings {
  if (!config) return resolveSettings(...layers);
  const settings = resolveSettings(...layers, config.common);
  // Another trainer does not read this configuration.
  if (settings.profile !== (config.common.profile ?? DEFAULT_TRAINER)) return resolveSettings(...layers);
  const common = JSON.stringify(config.common);
  const own = [...config.folders].filter(([folder, layer]) => folder !== '' && JSON.stringify(layer) !== common);
  const folders = new Map(
    own.map(([folder, layer]) => [folder, { ...resolveSettings(...layers, layer), configHints: config.hints }]),
  );
  return { ...settings, folders, configHints: config.hints, askConfiguration: config.ask(settings.family) };
}
