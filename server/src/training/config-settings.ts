import type { ConfigHint } from '../ground/config-hint.ts';
import { baseName } from '../ground/paths.ts';
import type { EncoderLimits, FolderSettings, SettingOrigin, SettingsLayer } from '../settings/settings.ts';
import { encoderLimitOptions, resolveSettings } from '../settings/settings.ts';
import type { AskConfiguration } from '../trainers/configured.ts';
import type { ModelFamily } from '../trainers/families.ts';
import { normalizePath } from '../trainers/files/paths.ts';
import {
  resolveConfig,
  resolveUserConfig,
  type TrainerArguments,
  truthy,
} from '../trainers/sd-scripts/config/resolve.ts';
import type { ResolvedParams } from '../trainers/sd-scripts/config/resolve-datasets.ts';
import { captionEnding } from '../trainers/sd-scripts/dataset/caption-file.ts';
import { folderModeConfig } from '../trainers/sd-scripts/dataset/folder-mode.ts';
import { contentLimit } from '../trainers/windows.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { askConfiguration, askOther } from './configured-files.ts';
import { basesOf, type ConfigPair, completePair, findConfig, readConfig } from './find-config.ts';
import type { OtherSetup } from './other-setup.ts';
import { completeOther, findOther, otherFolders, readOther } from './other-trainers.ts';
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
  const own = await findConfig(workspace, root);
  if (own) return own;
  const other = await findOther(workspace, root);
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
              profile: 'sd-scripts' as const,
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
  if (settings.profile !== (config.common.profile ?? 'sd-scripts')) return resolveSettings(...layers);
  const common = JSON.stringify(config.common);
  const own = [...config.folders].filter(([folder, layer]) => folder !== '' && JSON.stringify(layer) !== common);
  const folders = new Map(
    own.map(([folder, layer]) => [folder, { ...resolveSettings(...layers, layer), configHints: config.hints }]),
  );
  return { ...settings, folders, configHints: config.hints, askConfiguration: config.ask(settings.family) };
}

function hintOf(values: ResolvedParams['values']): ConfigHint {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const number = (name: string, fallback: number): number =>
    typeof values[name] === 'number' ? values[name] : fallback;
  return {
    classTokens: text('class_tokens') || null,
    prefix: text('caption_prefix'),
    suffix: text('caption_suffix'),
    separator: text('caption_separator') || ',',
    keepTokens: number('keep_tokens', 0),
    keepTokensSeparator: text('keep_tokens_separator'),
    regularization: values.is_reg === true,
    repeats: number('num_repeats', 1),
    triggerWord: '',
    deep: false,
  };
}

function layerOf(dataset: ResolvedParams, subset: ResolvedParams, args: TrainerArguments | null): SettingsLayer {
  const values = { ...dataset.values, ...subset.values };
  const number = (name: string): number | undefined => (typeof values[name] === 'number' ? values[name] : undefined);
  const whole = (name: string, least: number): number | undefined => {
    const value = number(name);
    return value !== undefined && Number.isInteger(value) && value >= least ? value : undefined;
  };
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const extension =
    text('caption_extension') === undefined ? undefined : captionEnding(text('caption_extension') ?? '');
  const others = ['.txt', '.caption'].filter((other) => other !== extension);
  const separator = text('caption_separator');
  const resolution = values.resolution;
  return {
    ...(separator ? { separator } : {}),
    // The others stay known as captions: a rule says that the trainer does not read them.
    ...(extension && /^\.[^./\\]+$/.test(extension) ? { captionExtensions: [extension, ...others] } : {}),
    ...(args ? { ...tokenLimitOf(args), encoderLimits: encoderLimits(args) } : {}),
    caption: {
      shuffle: values.shuffle_caption === true,
      keepTokens: whole('keep_tokens', 0),
      keepTokensSeparator: text('keep_tokens_separator'),
      secondarySeparator: text('secondary_separator'),
      prefix: text('caption_prefix'),
      suffix: text('caption_suffix'),
      wildcards: values.enable_wildcard === true,
      weighted: args ? truthy(args.get('weighted_captions')) : undefined,
      tagDropoutRate: share(number('caption_tag_dropout_rate')),
      dropoutRate: share(number('caption_dropout_rate')),
      tokenWarmupMin: whole('token_warmup_min', 0),
      tokenWarmupStep: number('token_warmup_step'),
    },
    training: {
      resolution: Array.isArray(resolution) ? [Number(resolution[0]), Number(resolution[1])] : undefined,
      batchSize: whole('batch_size', 1),
      repeats: whole('num_repeats', 0),
      enableBucket: values.enable_bucket === true,
      minBucketReso: whole('min_bucket_reso', 0),
      maxBucketReso: whole('max_bucket_reso', 1),
      bucketResoSteps: whole('bucket_reso_steps', 1),
      bucketNoUpscale: values.bucket_no_upscale === true,
      captionExtension: extension,
    },
  };
}

/** What a configuration says of the run as a whole, whatever folders it names: model, trainer, token limits. */
export function pairLayer({ datasetConfig, configFile }: ConfigPair): SettingsLayer {
  const { args } = resolveConfig({ configFile: configFile?.document });
  return {
    profile: 'sd-scripts',
    origin: originOf(datasetConfig, configFile),
    ...modelOf(configFile),
    ...(configFile && args ? { ...tokenLimitOf(args), encoderLimits: encoderLimits(args) } : {}),
  };
}

/** `max_token_length`, where it is one of the lengths there are. */
function tokenLimitOf(args: TrainerArguments): Pick<SettingsLayer, 'tokenLimit'> {
  const length = args.get('max_token_length');
  if (length?.type !== 'int') return {};
  const limit = contentLimit(length.value);
  return limit === 75 || limit === 150 || limit === 225 ? { tokenLimit: limit } : {};
}

/** The model, and the option that names it. */
const modelOf = (configFile: ConfigPair['configFile']): Pick<SettingsLayer, 'model' | 'modelOption'> =>
  configFile?.family ? { model: configFile.family.family, modelOption: configFile.family.option } : {};

/** The file that speaks: the options' one where there is one. */
function originOf(datasetConfig: ConfigPair['datasetConfig'], configFile: ConfigPair['configFile']): SettingOrigin {
  const file = configFile ?? datasetConfig;
  return { from: 'configuration', detail: file === null ? null : baseName(file.path) };
}

/** Limits that the options set for encoders beside CLIP. */
function encoderLimits(args: TrainerArguments): EncoderLimits {
  return Object.fromEntries(
    encoderLimitOptions.flatMap((option) => {
      const value = args.get(option);
      return value?.type === 'int' && value.value > 0 ? [[option, value.value]] : [];
    }),
  );
}

const share = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 && value <= 1 ? value : undefined;

/** What all layers say alike, members of their groups included. */
function agreed(layers: readonly SettingsLayer[]): SettingsLayer {
  const same = (values: readonly unknown[]): boolean =>
    values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
  const common = <T extends object>(items: readonly T[]): T => {
    const [first] = items as readonly [T];
    const keys = Object.keys(first) as (keyof T)[];
    return Object.fromEntries(
      keys.flatMap((key) => (same(items.map((item) => item[key])) ? [[key, first[key]]] : [])),
    ) as T;
  };
  const whole = common(layers.map(({ caption: _c, training: _t, ...rest }) => rest));
  return {
    ...whole,
    caption: common(layers.map(({ caption }) => caption ?? {})),
    training: common(layers.map(({ training }) => training ?? {})),
  };
}
