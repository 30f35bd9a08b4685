import type { CaptionSyntax } from '../caption/parse.ts';
import { type ConfigHint, hintFor } from '../ground/config-hint.ts';
import type { Severity } from '../ground/finding.ts';
import { folderOf } from '../ground/paths.ts';
import type { BucketSettings } from '../trainers/buckets.ts';
import type { TokenOptions } from '../trainers/caption-tokens.ts';
import { CAPTION_DEFAULTS, type CaptionOptions } from '../trainers/captions/caption-options.ts';
import type { AskConfiguration } from '../trainers/configured.ts';
import type { LimitOption } from '../trainers/encoders.ts';
import { contentTokens, type ModelFamily, type ModelFamilyId, mainEncoder, modelFamily } from '../trainers/families.ts';
import { DEFAULT_TRAINER, type TrainerId, type TrainerProfile, trainerProfile } from '../trainers/profiles.ts';
import type { TextLength } from '../trainers/trainer.ts';
import { usualBuckets } from '../trainers/usual-buckets.ts';
import type { CaptionSettings, SettingsInput, TagStyleSetting, TrainingSettingsInput } from './schema.ts';
import type { SidecarData } from './sidecar-data.ts';

/** Options of sd-scripts that set the length of an encoder beside CLIP; the end mark of T5 and the begin mark of Gemma count. */
export const encoderLimitOptions = [
  't5xxl_max_token_length',
  'gemma2_max_token_length',
  'qwen3_max_token_length',
] as const satisfies readonly LimitOption[];
export type EncoderLimits = Readonly<Partial<Record<LimitOption, number>>>;

/** Who says a thing: a layer of settings, or nobody. `detail` names file and option where a file says it. */
export interface SettingOrigin {
  readonly from: 'command-line' | 'sidecar' | 'editor' | 'configuration' | 'default';
  readonly detail: string | null;
}

/** One layer of settings; what only a sidecar or a configuration can say may be missing. */
export type SettingsLayer = SettingsInput &
  Partial<SidecarData> & {
    readonly origin?: SettingOrigin;
    readonly encoderLimits?: EncoderLimits;
    /** How far the main encoder reads by another trainer's configuration. */
    readonly textLength?: TextLength;
    /** The option of the configuration that names the model. */
    readonly modelOption?: string;
  };

/** What is known of the training itself. */
export interface TrainingSettings {
  readonly buckets: BucketSettings;
  /** Images per step; 1 where nobody says. */
  readonly batchSize: number;
  /** Uses of each image per epoch; null where the folder's name decides. */
  readonly repeats: number | null;
  /** The one caption extension the trainer looks for; null where no configuration says. */
  readonly captionExtension: string | null;
}

/** The encoder that carries the text of a caption. */
export interface MainEncoder {
  readonly name: string;
  /** Its tokens are counted here, exactly. */
  readonly counted: boolean;
  /** Content tokens it reads, as far as known. A system prompt may take some of them. */
  readonly limit: number | null;
  /** Why the user's tokenizer.json does not count; absent when it does, or there is none. */
  readonly problem?: string;
}

/** Settings of one dataset folder, complete. */
export interface FolderSettings {
  readonly model: ModelFamilyId;
  readonly profile: TrainerId;
  readonly trainer: TrainerProfile;
  readonly family: ModelFamily;
  /** Content tokens of the main encoder that train; null where it is not counted (T5, Gemma …), or has no limit that is known. */
  readonly tokenLimit: number | null;
  /** The encoder that carries the text, and how far it reads, whether its tokens are counted here or not. */
  readonly encoder: MainEncoder;
  /** Who says which model and trainer, and what sets the limit. */
  readonly origins: Readonly<Record<'model' | 'profile' | 'tokenLimit', SettingOrigin>>;
  /** How captions are counted: which CLIP tokenizer, and whether weights are taken out first. */
  readonly clip: TokenOptions;
  readonly syntax: CaptionSyntax;
  /** What the trainer does with a caption before it is tokenized. */
  readonly captionOptions: CaptionOptions;
  /** `(x:1.2)` and `[x]` are weights: asked for, and possible with this trainer and model. */
  readonly weightedCaptions: boolean;
  readonly formatTagStyle: TagStyleSetting;
  /** Path of the tokenizer.json for an encoder that is not built in, as written in the settings. */
  readonly tokenizerFile: string | null;
  /** Paths of the user's tag lists as written in the settings. */
  readonly tagList: readonly string[];
  readonly captionExtensions: readonly string[];
  /** Target resolution of the family in pixels (side of the square). */
  readonly resolution: number;
  readonly training: TrainingSettings;
  /** Folders below the dataset's root that a configuration treats in another way, by path from the root. */
  readonly folders: ReadonlyMap<string, FolderSettings>;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Asks the training configuration which files of the dataset train; null without one that this trainer reads. */
  readonly askConfiguration: AskConfiguration | null;
  /** What a training configuration tells of the concepts, by folder. */
  readonly configHints: ReadonlyMap<string, ConfigHint>;
  /** What only the dataset's sidecar says. */
  readonly sidecar: SidecarData;
}

/** Lays settings over each other, the first layer that says something wins, and fills the rest with defaults. */
export function resolveSettings(...layers: readonly SettingsLayer[]): FolderSettings {
  const first = <K extends keyof SettingsLayer>(key: K): SettingsLayer[K] =>
    layers.find((layer) => layer[key] !== undefined)?.[key];
  const profileId = first('profile') ?? DEFAULT_TRAINER;
  const trainer = trainerProfile(profileId);
  const model = first('model') ?? trainer.assumedModel;
  const family = modelFamily(model);
  const main = mainEncoder(family);
  const reads = limitOf(family, trainer, layers);
  const counted = main.tokenizer === 'clip' || main.tokenizer === 'qwen';
  const originOf = (key: 'model' | 'profile'): SettingOrigin => {
    const layer = layers.find((one) => one[key] !== undefined);
    return originWith(layer, key === 'model' ? layer?.modelOption : undefined);
  };
  const captionLayers = layers.map((layer) => layer.caption ?? {});
  const captionOptions = captionOptionsOf(
    captionLayers,
    first('separator') ?? trainer.defaultSeparator,
    trainer,
    first('trainerVersion') ?? '0.10',
  );
  const canWeigh = trainer.weights === 'with-weighted-captions' && family.weightedCaptions;
  const weighted = canWeigh && (firstOf(captionLayers, 'weighted') ?? false);
  const severitiesById: Record<string, Severity | 'off'> = {};
  const optionsById: Record<string, Record<string, unknown>> = {};
  for (const layer of [...layers].reverse()) {
    for (const [id, value] of Object.entries(layer.rules ?? {})) {
      const { severity, ...options } = typeof value === 'string' ? { severity: value } : value;
      if (severity !== undefined) severitiesById[id] = severity;
      optionsById[id] = { ...optionsById[id], ...options };
    }
  }
  return {
    model,
    profile: profileId,
    trainer,
    family,
    tokenLimit: counted ? reads.limit : null,
    encoder: { name: main.name, counted, limit: reads.limit },
    origins: { model: originOf('model'), profile: originOf('profile'), tokenLimit: reads.origin },
    clip: {
      padToken: model === 'sd2' ? '!' : 'eos',
      weighted,
      ...(main.tokenizer === 'qwen' ? { tokenizer: 'qwen' as const } : {}),
    },
    syntax: syntaxOf(captionOptions, trainer),
    captionOptions,
    weightedCaptions: weighted,
    formatTagStyle: layers.map((layer) => layer.format?.tagStyle).find((style) => style != null) ?? 'auto',
    tokenizerFile: first('tokenizerFile') ?? null,
    tagList: first('tagList') ?? [],
    captionExtensions: (first('captionExtensions') ?? trainer.captionExtensions).map((e) => e.toLowerCase()),
    resolution: family.resolution ?? 1024,
    training: trainingOf(
      layers.map((layer) => layer.training ?? {}),
      family,
    ),
    folders: new Map(),
    askConfiguration: null,
    configHints: new Map(),
    severities: severitiesById,
    ruleOptions: optionsById,
    sidecar: {
      concepts: first('concepts') ?? [],
      suppressions: first('suppressions') ?? [],
      baseline: first('baseline') ?? [],
      verdicts: first('verdicts') ?? [],
      exclusiveGroups: first('exclusiveGroups') ?? [],
      synonyms: first('synonyms') ?? [],
    },
  };
}

function firstOf<K extends keyof CaptionSettings>(layers: readonly CaptionSettings[], key: K): CaptionSettings[K] {
  return layers.find((layer) => layer[key] != null)?.[key];
}

/** The caption options in force; what the trainer does not know stays at its neutral value. */
function captionOptionsOf(
  layers: readonly CaptionSettings[],
  captionSeparator: string,
  trainer: TrainerProfile,
  version: string,
): CaptionOptions {
  const kohya = trainer.sameOptions === 'all';
  const defaults = CAPTION_DEFAULTS;
  return {
    ...defaults,
    captionSeparator,
    ...(kohya && version !== '0.10' ? { joiner: `${captionSeparator} ` } : {}),
    shuffleCaption: firstOf(layers, 'shuffle') ?? defaults.shuffleCaption,
    keepTokens: firstOf(layers, 'keepTokens') ?? trainer.defaultKeepTags,
    keepTokensSeparator: (kohya && firstOf(layers, 'keepTokensSeparator')) || defaults.keepTokensSeparator,
    secondarySeparator: (kohya && firstOf(layers, 'secondarySeparator')) || defaults.secondarySeparator,
    enableWildcard: trainer.linesWithWildcards !== null && (firstOf(layers, 'wildcards') ?? defaults.enableWildcard),
    captionDropoutRate: firstOf(layers, 'dropoutRate') ?? defaults.captionDropoutRate,
    captionTagDropoutRate: firstOf(layers, 'tagDropoutRate') ?? defaults.captionTagDropoutRate,
    captionPrefix: (kohya && firstOf(layers, 'prefix')) || null,
    captionSuffix: (kohya && firstOf(layers, 'suffix')) || null,
    tokenWarmupMin: firstOf(layers, 'tokenWarmupMin') ?? defaults.tokenWarmupMin,
    tokenWarmupStep: kohya ? (firstOf(layers, 'tokenWarmupStep') ?? defaults.tokenWarmupStep) : 0,
  };
}

/** The bucket settings in force: given, else those assumed for the model. */
function trainingOf(layers: readonly TrainingSettingsInput[], family: ModelFamily): TrainingSettings {
  const first = <K extends keyof TrainingSettingsInput>(key: K): TrainingSettingsInput[K] =>
    layers.find((layer) => layer[key] != null)?.[key];
  const usual = usualBuckets(family);
  const resolution = first('resolution') ?? usual.resolution.width;
  const [width, height] = typeof resolution === 'number' ? [resolution, resolution] : resolution;
  const maxBucketReso = first('maxBucketReso') ?? Math.max(usual.maxBucketReso, width, height);
  return {
    buckets: {
      resolution: { width, height },
      enableBucket: first('enableBucket') ?? usual.enableBucket,
      minBucketReso: first('minBucketReso') ?? usual.minBucketReso,
      maxBucketReso,
      bucketResoSteps: first('bucketResoSteps') ?? usual.bucketResoSteps,
      bucketNoUpscale: first('bucketNoUpscale') ?? usual.bucketNoUpscale,
    },
    batchSize: first('batchSize') ?? 1,
    repeats: first('repeats') ?? null,
    captionExtension: first('captionExtension') ?? null,
  };
}

/** The settings for a file of the dataset: those of the nearest folder that has its own. */
export function settingsFor<S>(settings: S & { readonly folders?: ReadonlyMap<string, S> }, file: string): S {
  const { folders } = settings;
  if (!folders || folders.size === 0) return settings;
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    const own = folders.get(file.slice(0, end));
    if (own) return own;
  }
  return settings;
}

/** What the trainer puts before and behind the captions of a file's folder. */
export function affixesFor(settings: FolderSettings, file: string) {
  const { captionPrefix, captionSuffix } = settingsFor(settings, file).captionOptions;
  return {
    captionPrefix,
    captionSuffix,
    triggerWord: hintFor(settings.configHints, folderOf(file))?.triggerWord ?? '',
  };
}

/** How captions are cut into tags; the trainer's group separators end a tag as the separator does. */
function syntaxOf(options: CaptionOptions, trainer: TrainerProfile): CaptionSyntax {
  const groups = [options.keepTokensSeparator, options.secondarySeparator ?? ''].filter((text) => text !== '');
  return {
    separator: options.captionSeparator,
    lines: (options.enableWildcard ? trainer.linesWithWildcards : null) ?? trainer.lines,
    ...(groups.length > 0 ? { groupSeparators: groups } : {}),
  };
}

const NOBODY: SettingOrigin = { from: 'default', detail: null };

/** Who speaks in a layer; for a configuration with the option, as `train.toml: network_module`. */
function originWith(layer: SettingsLayer | undefined, option: string | undefined): SettingOrigin {
  const origin = layer?.origin ?? NOBODY;
  if (origin.from !== 'configuration' || option === undefined) return origin;
  return { ...origin, detail: origin.detail === null ? option : `${origin.detail}: ${option}` };
}

/** Content tokens the main encoder reads, and who says so. `tokenLimit` is `max_token_length`, which only a CLIP with windows has. */
function limitOf(
  family: ModelFamily,
  trainer: TrainerProfile,
  layers: readonly SettingsLayer[],
): { limit: number | null; origin: SettingOrigin } {
  const main = mainEncoder(family);
  const usual = { limit: contentTokens(family, trainer), origin: NOBODY };
  if (main.limitOption === 'max_token_length') {
    const layer = layers.find(({ tokenLimit }) => tokenLimit !== undefined);
    const limit = layer?.tokenLimit;
    if (layer && limit !== undefined && limit !== 'auto')
      return { limit, origin: originWith(layer, 'max_token_length') };
    return usual;
  }
  // The length belongs to the model that the same file names.
  const set = layers.find(({ textLength, model }) => textLength !== undefined && model === family.id);
  if (set?.textLength)
    return { limit: Math.max(0, set.textLength.contentTokens), origin: originWith(set, set.textLength.option) };
  const option = main.limitOption;
  const layer = option && layers.find(({ encoderLimits }) => encoderLimits?.[option] !== undefined);
  const length = option && layer?.encoderLimits?.[option];
  if (!layer || length == null) return usual;
  // T5's end mark and Gemma's begin mark are in the length that the option sets; Qwen has neither.
  return { limit: Math.max(0, main.tokenizer === 'qwen' ? length : length - 1), origin: originWith(layer, option) };
}
