import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import { plainTypeName } from '../option-help.ts';
import type { TrainerConfig } from '../trainer.ts';
import type { TrainerArgument } from './config/arguments.ts';
import { DATASET_OPTIONS, type DatasetOption } from './config/dataset-options.ts';
import { argumentNames, argumentOf } from './config/script-arguments.ts';
import { levelName, levelOf } from './config/validate.ts';

/** Of a `dataset_config`. English; translated through `t()`. */
const OF_DATASETS: Readonly<Record<string, string>> = {
  resolution: 'Training size in pixels: one number for a square, or [width, height]. Required.',
  batch_size: 'Images per training step.',
  enable_bucket: 'Sort images into buckets of similar aspect ratio instead of one fixed size.',
  min_bucket_reso: 'Shortest side of a bucket in pixels; rounded down to bucket_reso_steps.',
  max_bucket_reso: 'Longest side of a bucket in pixels; rounded up to bucket_reso_steps.',
  bucket_reso_steps: 'Bucket sides are multiples of this many pixels.',
  bucket_no_upscale: 'Never enlarge an image; its own size decides the bucket.',
  validation_split: 'Share of each subset that is kept for validation, 0.0 to 1.0. Must be written as a float.',
  validation_seed: 'Seed that decides which images are kept for validation.',
  skip_image_resolution:
    'Images with no more pixels than this are left out: one number for a square, or [width, height].',
  network_multiplier: 'Strength of the network for this dataset. Must be written as a float.',
  resize_interpolation: 'How images are scaled; without it area to shrink and Lanczos to enlarge.',
  image_dir: 'Folder of the images. Sub-folders are not read, and the folder name has no meaning here.',
  metadata_file: 'JSON file with captions and tags per image; replaces caption files.',
  conditioning_data_dir: 'Folder of mask images with the same names; needs masked_loss.',
  is_reg: 'The subset is a regularization set: it shows the class without the trigger.',
  alpha_mask: 'Use the alpha channel as weight of the loss.',
  class_tokens: 'Caption of images that have no caption file.',
  caption_extension: 'Ending of the caption files. Only this one is looked for.',
  cache_info: 'Keep captions and sizes in metadata_cache.json; later changes of the files are then ignored.',
  num_repeats: 'How often each image of the subset is used per epoch.',
  shuffle_caption: 'Shuffle the tags of each caption at every step.',
  keep_tokens: 'How many tags at the start are neither shuffled nor dropped.',
  keep_tokens_separator: 'Text that ends the fixed part of a caption; takes the place of keep_tokens where it occurs.',
  secondary_separator: 'Separator inside a group of tags that stays together; becomes caption_separator at the end.',
  caption_separator: 'Text between tags.',
  enable_wildcard: 'Read {a|b} as a choice and each line as an alternative caption.',
  caption_prefix: 'Text put before every caption, with one space. It counts for keep_tokens.',
  caption_suffix: 'Text put after every caption, with one space.',
  caption_dropout_rate: 'Chance that a caption is replaced by nothing at a step, 0.0 to 1.0.',
  caption_dropout_every_n_epochs: 'Every so many epochs all captions are replaced by nothing.',
  caption_tag_dropout_rate: 'Chance that a tag is left out at a step, 0.0 to 1.0; kept tags are safe.',
  token_warmup_min: 'Number of tags to start with when tags are added step by step.',
  token_warmup_step: 'Step at which all tags are in use; below 1 it is a share of the training.',
  flip_aug: 'Also train each image mirrored. Not for asymmetric subjects.',
  color_aug: 'Vary colours slightly; cannot be combined with cached latents.',
  random_crop: 'Cut at a random place instead of the middle; cannot be combined with cached latents.',
  face_crop_aug_range: 'Crop around the face by a random factor in this range, e.g. [2.0, 4.0].',
  custom_attributes: 'Free values handed to the training script.',
};

/** Of the options that concern datasets, tokens and the network. */
const OF_ARGUMENTS: Readonly<Record<string, string>> = {
  train_data_dir: 'Folder whose sub-folders are named REPEATS_CLASS; ignored when a dataset_config is given.',
  reg_data_dir: 'Like train_data_dir, for regularization sets.',
  in_json: 'Metadata file for fine-tuning; replaces caption files.',
  dataset_config: 'TOML or JSON file with datasets and subsets.',
  config_file: 'TOML file with options of the command line; the command line wins.',
  resolution: 'Training size in pixels as text: "1024" or "1024,768".',
  train_batch_size: 'Images per training step.',
  dataset_repeats: 'How often each image is used per epoch, where a subset does not say.',
  caption_extention: 'Old spelling of caption_extension; it wins over the correct one.',
  max_token_length: 'Tokens of a caption that reach the encoder: 150 or 225; without it 75.',
  weighted_captions: 'Read (tag:1.2) as a weight instead of as text.',
  cache_latents: 'Encode each image once and keep the result; excludes color_aug and random_crop.',
  cache_latents_to_disk: 'Keep encoded images in files beside the images; they are reused even when the image changes.',
  cache_text_encoder_outputs:
    'Encode each caption once as it stands in the file: prefix, wildcards, shuffling and dropout have no effect.',
  alpha_mask: 'Use the alpha channel as weight of the loss.',
  masked_loss: 'Weight the loss with mask images; needs conditioning_data_dir.',
  prior_loss_weight: 'Weight of the regularization sets.',
  max_train_steps: 'Length of the training in steps; max_train_epochs wins.',
  max_train_epochs: 'Length of the training in epochs.',
  gradient_accumulation_steps: 'Steps that are summed before the weights change.',
  network_module: 'Module of the network, e.g. networks.lora.',
  network_dim: 'Rank of the network; without it 4.',
  network_alpha: 'Scale of the network: it is applied as alpha / dim.',
  network_dropout: 'Chance that a part of the network is left out at a step.',
  network_train_unet_only: 'Do not train the text encoder.',
  network_train_text_encoder_only: 'Train only the text encoder.',
  scale_weight_norms: 'Upper limit of the weights; 1.0 works against overfitting.',
  learning_rate: 'Learning rate where unet_lr and text_encoder_lr are not given.',
  unet_lr: 'Learning rate of the U-Net part.',
  text_encoder_lr: 'Learning rate of the text encoder part.',
  min_snr_gamma: 'Lower the weight of noisy steps; 5 is the value of the paper.',
  noise_offset: 'Lets the model learn very dark and very bright images; about 0.1.',
  clip_skip: 'Which layer of the text encoder is used, counted from the end.',
  seed: 'Seed of the training.',
  t5xxl_max_token_length:
    'Tokens of a caption that reach T5, its end mark included; without it the length of the model.',
  gemma2_max_token_length: 'Tokens that reach Gemma 2, system prompt included; without it 256.',
  qwen3_max_token_length: 'Tokens of a caption that reach Qwen3; without it 512.',
  t5_max_token_length: 'T5 tokens of a caption that are used; without it 512.',
  system_prompt: 'Text put in front of every caption; its tokens count.',
  model_type: 'Which model the Flux script trains: flux or chroma.',
};

/** A type in words. */
function typeName(type: DatasetOption['type'] | TrainerArgument['type']): string {
  switch (type) {
    case 'flag':
      return plainTypeName('bool');
    case 'number':
    case 'warmup':
      return plainTypeName('float');
    case 'size':
      return t('an integer or two of them');
    case 'float-pair':
      return t('two numbers with a decimal point');
    default:
      return plainTypeName(type);
  }
}

function ofDataset(name: string, option: DatasetOption): OptionWords {
  const values = option.values?.map((value) => JSON.stringify(value)) ?? [];
  const levels = option.levels.map((level) => `\`${levelName(level)}\``).join(', ');
  const argument = option.argument === undefined ? [] : [t('on the command line {0}', `\`--${option.argument}\``)];
  return {
    name,
    // Its schema takes no integer for a float.
    type: option.type === 'float' ? t('a number with a decimal point') : typeName(option.type),
    default: option.default === null ? null : defaultText(option.default, option.type),
    remarks: [levels, ...argument],
    meaning: t(OF_DATASETS[name] ?? ''),
    values:
      option.type === 'bool' ? ['true', 'false'] : name === 'caption_extension' ? ['".txt"', '".caption"'] : values,
  };
}

/** The default in the type the option takes: a float must be written with its point. */
function defaultText(value: boolean | number | string, type: DatasetOption['type']): string {
  if (type === 'float' && Number.isInteger(value)) return `${value}.0`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function ofArgument(name: string, argument: TrainerArgument | null): OptionWords {
  const meaning = OF_ARGUMENTS[name] ?? OF_DATASETS[name] ?? '';
  const value = argument?.default ?? null;
  const values = argument?.choices?.map((choice) => JSON.stringify(choice)) ?? [];
  return {
    name,
    type: typeName(argument?.type ?? 'flag'),
    default: value === null || value === '' ? null : JSON.stringify(value),
    meaning: meaning === '' ? '' : t(meaning),
    values: argument?.type === 'flag' || !argument ? ['true', 'false'] : values,
  };
}

/** Options of the table at a path; those of a config_file may stand at its top and in any section. */
function optionsIn({ role }: TrainerConfig, path: ConfigPath): OptionWords[] {
  if (role !== 'dataset_config')
    return argumentNames(null).map((name) => ofArgument(name, argumentOf(name, null) ?? null));
  const level = levelOf(path);
  return Object.entries(DATASET_OPTIONS).flatMap(([name, option]) =>
    level !== null && option.levels.includes(level) ? [ofDataset(name, option)] : [],
  );
}

export const SD_SCRIPTS_WORDS: OptionDictionary = {
  meanings: [OF_DATASETS, OF_ARGUMENTS],
  headers: ({ role }) => (role === 'dataset_config' ? ['[general]', '[[datasets]]', '[[datasets.subsets]]'] : []),
  optionsIn,
};
