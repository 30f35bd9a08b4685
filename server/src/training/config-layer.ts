import type { ConfigHint } from '../ground/config-hint.ts';
import { baseName } from '../ground/paths.ts';
import type { EncoderLimits, SettingOrigin, SettingsLayer } from '../settings/settings.ts';
import { encoderLimitOptions } from '../settings/settings.ts';
import { DEFAULT_TRAINER } from '../trainers/profiles.ts';
import { isTrue } from '../trainers/python/truth.ts';
import { contentLimit } from '../trainers/windows.ts';
import { captionEnding, type ResolvedParams, resolveConfig, type TrainerArguments } from './default-trainer.ts';
import type { ConfigPair } from './find-config.ts';

/** What the options of a folder tell of its concept. */
export function hintOf(values: ResolvedParams['values']): ConfigHint {
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

/** The settings that the options of a folder and its dataset, and those of the run, come to. */
export function layerOf(dataset: ResolvedParams, subset: ResolvedParams, args: TrainerArguments | null): SettingsLayer {
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
      weighted: args ? isTrue(args.get('weighted_captions')) : undefined,
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
    profile: DEFAULT_TRAINER,
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
export const modelOf = (configFile: ConfigPair['configFile']): Pick<SettingsLayer, 'model' | 'modelOption'> =>
  configFile?.family ? { model: configFile.family.family, modelOption: configFile.family.option } : {};

/** The file that speaks: the options' one where there is one. */
export function originOf(
  datasetConfig: ConfigPair['datasetConfig'],
  configFile: ConfigPair['configFile'],
): SettingOrigin {
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
