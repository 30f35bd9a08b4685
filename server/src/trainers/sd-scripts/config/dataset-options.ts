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
  /** What it does, in one sentence. English; translated through `t()`. */
  readonly meaning: string;
}

const ALL: readonly DatasetKind[] = ['dreambooth', 'finetuning', 'controlnet'];
const EVERY_LEVEL: readonly OptionLevel[] = ['general', 'dataset', 'subset'];
const SUBSET: readonly OptionLevel[] = ['subset'];

type Extra = Partial<Omit<DatasetOption, 'type' | 'default' | 'meaning'>>;

function everyLevel(
  type: OptionType,
  value: DatasetOption['default'],
  meaning: string,
  extra: Extra = {},
): DatasetOption {
  return { type, default: value, levels: EVERY_LEVEL, kinds: ALL, meaning, ...extra };
}

function perDataset(
  type: OptionType,
  value: DatasetOption['default'],
  meaning: string,
  extra: Extra = {},
): DatasetOption {
  return { type, default: value, levels: ['general', 'dataset'], kinds: ALL, meaning, ...extra };
}

function perSubset(
  type: OptionType,
  value: DatasetOption['default'],
  meaning: string,
  extra: Extra = {},
): DatasetOption {
  return { type, default: value, levels: SUBSET, kinds: ALL, meaning, ...extra };
}

/**
 * Every key of a `dataset_config` (sd-scripts library/config_util.py, ConfigSanitizer), in the order a reader looks for them.
 * Validation, completion and hover read this one table.
 */
export const DATASET_OPTIONS: Readonly<Record<string, DatasetOption>> = {
  resolution: perDataset(
    'size',
    null,
    'Training size in pixels: one number for a square, or [width, height]. Required.',
  ),
  batch_size: perDataset('int', 1, 'Images per training step.', { argument: 'train_batch_size' }),
  enable_bucket: perDataset(
    'bool',
    false,
    'Sort images into buckets of similar aspect ratio instead of one fixed size.',
  ),
  min_bucket_reso: perDataset('int', 256, 'Shortest side of a bucket in pixels; rounded down to bucket_reso_steps.'),
  max_bucket_reso: perDataset('int', 1024, 'Longest side of a bucket in pixels; rounded up to bucket_reso_steps.'),
  bucket_reso_steps: perDataset('int', 64, 'Bucket sides are multiples of this many pixels.'),
  bucket_no_upscale: perDataset('bool', false, 'Never enlarge an image; its own size decides the bucket.'),
  validation_split: perDataset(
    'float',
    0,
    'Share of each subset that is kept for validation, 0.0 to 1.0. Must be written as a float.',
  ),
  validation_seed: perDataset('int', null, 'Seed that decides which images are kept for validation.'),
  skip_image_resolution: perDataset(
    'size',
    null,
    'Images with no more pixels than this are left out: one number for a square, or [width, height].',
    { since: '0.11' },
  ),
  network_multiplier: perDataset('float', 1, 'Strength of the network for this dataset. Must be written as a float.'),
  resize_interpolation: everyLevel(
    'str',
    null,
    'How images are scaled; without it area to shrink and Lanczos to enlarge.',
    {
      values: ['lanczos', 'nearest', 'bilinear', 'linear', 'bicubic', 'cubic', 'area', 'box'],
    },
  ),

  image_dir: perSubset(
    'str',
    null,
    'Folder of the images. Sub-folders are not read, and the folder name has no meaning here.',
    {
      requiredFor: 'dreambooth',
    },
  ),
  metadata_file: perSubset('str', null, 'JSON file with captions and tags per image; replaces caption files.', {
    kinds: ['finetuning'],
    requiredFor: 'finetuning',
  }),
  conditioning_data_dir: perSubset('str', null, 'Folder of mask images with the same names; needs masked_loss.', {
    kinds: ['controlnet'],
    requiredFor: 'controlnet',
  }),
  is_reg: perSubset('bool', false, 'The subset is a regularization set: it shows the class without the trigger.', {
    kinds: ['dreambooth'],
  }),
  alpha_mask: perSubset('bool', false, 'Use the alpha channel as weight of the loss.', {
    kinds: ['dreambooth', 'finetuning'],
  }),
  class_tokens: everyLevel('str', null, 'Caption of images that have no caption file.', { kinds: ['dreambooth'] }),
  caption_extension: everyLevel('str', '.caption', 'Ending of the caption files. Only this one is looked for.', {
    kinds: ['dreambooth', 'controlnet'],
  }),
  cache_info: everyLevel(
    'bool',
    false,
    'Keep captions and sizes in metadata_cache.json; later changes of the files are then ignored.',
    {
      kinds: ['dreambooth', 'controlnet'],
    },
  ),

  num_repeats: everyLevel('int', 1, 'How often each image of the subset is used per epoch.', {
    argument: 'dataset_repeats',
  }),
  shuffle_caption: everyLevel('bool', false, 'Shuffle the tags of each caption at every step.'),
  keep_tokens: everyLevel('int', 0, 'How many tags at the start are neither shuffled nor dropped.'),
  keep_tokens_separator: everyLevel(
    'str',
    '',
    'Text that ends the fixed part of a caption; takes the place of keep_tokens where it occurs.',
  ),
  secondary_separator: everyLevel(
    'str',
    null,
    'Separator inside a group of tags that stays together; becomes caption_separator at the end.',
  ),
  caption_separator: everyLevel('str', ',', 'Text between tags.'),
  enable_wildcard: everyLevel('bool', false, 'Read {a|b} as a choice and each line as an alternative caption.'),
  caption_prefix: everyLevel('str', null, 'Text put before every caption, with one space. It counts for keep_tokens.'),
  caption_suffix: everyLevel('str', null, 'Text put after every caption, with one space.'),
  caption_dropout_rate: everyLevel('number', 0, 'Chance that a caption is replaced by nothing at a step, 0.0 to 1.0.'),
  caption_dropout_every_n_epochs: everyLevel('int', 0, 'Every so many epochs all captions are replaced by nothing.'),
  caption_tag_dropout_rate: everyLevel(
    'number',
    0,
    'Chance that a tag is left out at a step, 0.0 to 1.0; kept tags are safe.',
  ),
  token_warmup_min: everyLevel('int', 1, 'Number of tags to start with when tags are added step by step.'),
  token_warmup_step: everyLevel(
    'number',
    0,
    'Step at which all tags are in use; below 1 it is a share of the training.',
  ),
  flip_aug: everyLevel('bool', false, 'Also train each image mirrored. Not for asymmetric subjects.'),
  color_aug: everyLevel('bool', false, 'Vary colours slightly; cannot be combined with cached latents.'),
  random_crop: everyLevel(
    'bool',
    false,
    'Cut at a random place instead of the middle; cannot be combined with cached latents.',
  ),
  face_crop_aug_range: everyLevel(
    'float-pair',
    null,
    'Crop around the face by a random factor in this range, e.g. [2.0, 4.0].',
  ),
  custom_attributes: everyLevel('table', null, 'Free values handed to the training script.'),
};

/** The options a level accepts, by key. Below `[general]` the kind of the dataset matters. */
export function optionsAt(level: OptionLevel, kind: DatasetKind): [string, DatasetOption][] {
  return Object.entries(DATASET_OPTIONS).filter(
    ([, option]) => option.levels.includes(level) && (level === 'general' || option.kinds.includes(kind)),
  );
}
