/** What the trainer's schema accepts for an option. `number`: int or float; `size`: an int or two of them; `float-pair`: two floats. */
export type OptionType = 'bool' | 'int' | 'float' | 'number' | 'str' | 'size' | 'float-pair' | 'table';

/** Where an option may stand: `[general]`, `[[datasets]]`, `[[datasets.subsets]]`. */
export type OptionLevel = 'general' | 'dataset' | 'subset';

/** How a dataset is read: folders with caption files, a metadata file, or images with conditioning images (needs `masked_loss`). */
export type DatasetKind = 'dreambooth' | 'finetuning' | 'controlnet';

export interface DatasetOption {
  readonly type: OptionType;
  /** The built-in value, used when no level and no command line gives one. */
  readonly default: null | boolean | number | string;
  readonly levels: readonly OptionLevel[];
  /** Kinds of dataset that accept it below `[general]`; `[general]` takes it for all. */
  readonly kinds: readonly DatasetKind[];
  /** The command line option it falls back to, where that has another name. */
  readonly argument?: string;
  /** Must stand in each subset of the kind. */
  readonly requiredFor?: DatasetKind;
  /** Values that work later in training; the schema itself takes any text. */
  readonly values?: readonly string[];
  /** The version that first had it, where older ones stop at it. */
  readonly since?: string;
}

const ALL: readonly DatasetKind[] = ['dreambooth', 'finetuning', 'controlnet'];
const EVERY_LEVEL: readonly OptionLevel[] = ['general', 'dataset', 'subset'];
const SUBSET: readonly OptionLevel[] = ['subset'];

type Extra = Partial<Omit<DatasetOption, 'type' | 'default'>>;

function everyLevel(type: OptionType, value: DatasetOption['default'], extra: Extra = {}): DatasetOption {
  return { type, default: value, levels: EVERY_LEVEL, kinds: ALL, ...extra };
}

function perDataset(type: OptionType, value: DatasetOption['default'], extra: Extra = {}): DatasetOption {
  return { type, default: value, levels: ['general', 'dataset'], kinds: ALL, ...extra };
}

function perSubset(type: OptionType, value: DatasetOption['default'], extra: Extra = {}): DatasetOption {
  return { type, default: value, levels: SUBSET, kinds: ALL, ...extra };
}

/**
 * Every key of a `dataset_config` (sd-scripts library/config_util.py, ConfigSanitizer), in the order a reader looks for them.
 * Validation, completion and hover read this one table; what each means stands in option-words.ts.
 */
export const DATASET_OPTIONS: Readonly<Record<string, DatasetOption>> = {
  resolution: perDataset('size', null),
  batch_size: perDataset('int', 1, { argument: 'train_batch_size' }),
  enable_bucket: perDataset('bool', false),
  min_bucket_reso: perDataset('int', 256),
  max_bucket_reso: perDataset('int', 1024),
  bucket_reso_steps: perDataset('int', 64),
  bucket_no_upscale: perDataset('bool', false),
  validation_split: perDataset('float', 0),
  validation_seed: perDataset('int', null),
  skip_image_resolution: perDataset('size', null, { since: '0.11' }),
  network_multiplier: perDataset('float', 1),
  resize_interpolation: everyLevel('str', null, {
    values: ['lanczos', 'nearest', 'bilinear', 'linear', 'bicubic', 'cubic', 'area', 'box'],
  }),

  image_dir: perSubset('str', null, {
    requiredFor: 'dreambooth',
  }),
  metadata_file: perSubset('str', null, {
    kinds: ['finetuning'],
    requiredFor: 'finetuning',
  }),
  conditioning_data_dir: perSubset('str', null, {
    kinds: ['controlnet'],
    requiredFor: 'controlnet',
  }),
  is_reg: perSubset('bool', false, {
    kinds: ['dreambooth'],
  }),
  alpha_mask: perSubset('bool', false, {
    kinds: ['dreambooth', 'finetuning'],
  }),
  class_tokens: everyLevel('str', null, { kinds: ['dreambooth'] }),
  caption_extension: everyLevel('str', '.caption', {
    kinds: ['dreambooth', 'controlnet'],
  }),
  cache_info: everyLevel('bool', false, {
    kinds: ['dreambooth', 'controlnet'],
  }),

  num_repeats: everyLevel('int', 1, {
    argument: 'dataset_repeats',
  }),
  shuffle_caption: everyLevel('bool', false),
  keep_tokens: everyLevel('int', 0),
  keep_tokens_separator: everyLevel('str', ''),
  secondary_separator: everyLevel('str', null),
  caption_separator: everyLevel('str', ','),
  enable_wildcard: everyLevel('bool', false),
  caption_prefix: everyLevel('str', null),
  caption_suffix: everyLevel('str', null),
  caption_dropout_rate: everyLevel('number', 0),
  caption_dropout_every_n_epochs: everyLevel('int', 0),
  caption_tag_dropout_rate: everyLevel('number', 0),
  token_warmup_min: everyLevel('int', 1),
  token_warmup_step: everyLevel('number', 0),
  flip_aug: everyLevel('bool', false),
  color_aug: everyLevel('bool', false),
  random_crop: everyLevel('bool', false),
  face_crop_aug_range: everyLevel('float-pair', null),
  custom_attributes: everyLevel('table', null),
};

/** The options a level accepts, by key. Below `[general]` the kind of the dataset matters. */
export function optionsAt(level: OptionLevel, kind: DatasetKind): [string, DatasetOption][] {
  return Object.entries(DATASET_OPTIONS).filter(
    ([, option]) => option.levels.includes(level) && (level === 'general' || option.kinds.includes(kind)),
  );
}
