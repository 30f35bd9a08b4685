import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import type { TrainerConfig } from '../trainer.ts';
import { CONCEPT_OPTIONS, type ConfigOption, IMAGE_OPTIONS, TEXT_OPTIONS } from './concept-options.ts';
import { typeName } from './documents.ts';
import { ENCODER_OPTIONS, TEXT_ENCODERS, TRAIN_OPTIONS } from './train-config.ts';

type Meanings = Readonly<Record<string, string>>;

/** Of a concept. English; translated through `t()`. */
const OF_CONCEPT: Readonly<Record<string, string>> = {
  name: 'Name in the interface.',
  path: 'Folder of the images. A text like user/name that is no folder is looked for on Hugging Face.',
  seed: 'Tells otherwise equal concepts apart; drawn when absent.',
  enabled: 'Whether the concept is used; the text "false" counts as true.',
  type: 'Trains, validates only, or keeps what the untrained model makes.',
  include_subdirectories: 'Read the folders inside as well.',
  image_variations: 'Crops and sizes of each image that are cached; 1 keeps one for ever.',
  text_variations: 'Captions of each image that are cached; 1 keeps one shuffle for ever.',
  balancing: 'Uses of each image per epoch, or samples per epoch, as balancing_strategy says.',
  balancing_strategy: 'What balancing counts.',
  loss_weight: 'Factor for the loss of this concept.',
};

/** Of its `image`. */
const OF_IMAGE: Readonly<Record<string, string>> = {
  enable_crop_jitter: 'Cut at a random place instead of the middle.',
  enable_random_flip: 'Mirror images at random.',
  enable_fixed_flip: 'Mirror all images.',
  enable_random_rotate: 'Turn images at random.',
  enable_fixed_rotate: 'Turn all images.',
  random_rotate_max_angle: 'Largest angle, degrees.',
  enable_random_brightness: 'Change the brightness at random.',
  enable_fixed_brightness: 'Change the brightness.',
  random_brightness_max_strength: 'Strength of that change.',
  enable_random_contrast: 'Change the contrast at random.',
  enable_fixed_contrast: 'Change the contrast.',
  random_contrast_max_strength: 'Strength of that change.',
  enable_random_saturation: 'Change the saturation at random.',
  enable_fixed_saturation: 'Change the saturation.',
  random_saturation_max_strength: 'Strength of that change.',
  enable_random_hue: 'Change the hue at random.',
  enable_fixed_hue: 'Change the hue.',
  random_hue_max_strength: 'Strength of that change.',
  enable_resolution_override: 'Use resolution_override for this concept.',
  resolution_override: 'Resolution of this concept; read, and refused, even when it is switched off.',
  enable_random_circular_mask_shrink: 'Shrink masks to a circle at random.',
  enable_random_mask_rotate_crop: 'Turn and cut around the mask at random.',
};

/** Of its `text`. */
const OF_TEXT: Readonly<Record<string, string>> = {
  prompt_source: 'Captions come from a .txt file beside each image, one file for all, or the name of the image.',
  prompt_path: 'The file for all, with prompt_source concept.',
  enable_tag_shuffling: 'Shuffle the tags behind the kept ones.',
  tag_delimiter: 'Text between tags.',
  keep_tags_count: 'Tags at the front that neither move nor drop.',
  tag_dropout_enable: 'Leave tags out at random.',
  tag_dropout_mode: 'All tags at once, each by itself, or later ones more often.',
  tag_dropout_probability: 'Chance of it.',
  tag_dropout_special_tags_mode: 'Whether special tags never drop, or only they do.',
  tag_dropout_special_tags: 'Special tags: a list, or a .txt or .csv file.',
  tag_dropout_special_tags_regex: 'Read them as regular expressions.',
  caps_randomize_enable: 'Change the case of tags at random.',
  caps_randomize_mode: 'Kinds of change to choose from.',
  caps_randomize_probability: 'Chance of it, tag by tag.',
  caps_randomize_lowercase: 'Write everything in lower case first; acts even when the rest is off.',
};

/** Of a configuration. */
const OF_TRAINING: Readonly<Record<string, string>> = {
  training_method: 'What is trained.',
  model_type: 'The model; a name that is not known leaves Stable Diffusion 1.5.',
  concept_file_name: 'The file of concepts, from the working directory. Concepts in this file win over it.',
  aspect_ratio_bucketing: 'Keep aspect ratios; off cuts every image to a square.',
  latent_caching: 'Encode images once: crop and size are drawn once as well.',
  clear_cache_before_training: 'Empty the cache at the start; kept caches train stale data without notice.',
  cache_dir: 'Folder of the cache.',
  learning_rate: 'Learning rate.',
  epochs: 'Epochs of the whole training.',
  batch_size: 'Images per step; what is left over of a bucket does not train in that epoch.',
  gradient_accumulation_steps: 'Batches per update.',
  dataloader_threads: 'Threads that load images.',
  resolution: 'Side of the square the area is measured by; "512,768" draws one of them, "1024x768" fixes the size.',
  frames: 'Frames of videos.',
  masked_training: 'Use NAME-masklabel.png beside an image as its mask.',
  unmasked_weight: 'Weight outside the mask.',
  custom_conditioning_image: 'Use NAME-condlabel.png beside an image as its condition.',
  validation: 'Validate with the concepts of that type.',
  lora_rank: 'Rank of the LoRA.',
  lora_alpha: 'Alpha of the LoRA.',
  dropout_probability: 'Dropout of the LoRA, not of captions.',
  text_encoder_sequence_length: 'Positions of the text encoder, where the model has this setting.',
  text_encoder_2_sequence_length: 'Positions of T5 for FLUX.1; 77 unless it is set.',
};

/** Of a text encoder. */
const OF_ENCODER: Readonly<Record<string, string>> = {
  train: 'Train this text encoder; its captions are then drawn anew in every epoch.',
  learning_rate: 'Learning rate of this text encoder.',
  dropout_probability: 'Chance that the caption is left out.',
};

type Table = readonly [ReadonlyMap<string, ConfigOption>, Meanings];

const OF_CONCEPTS: Readonly<Record<string, Table>> = {
  '': [CONCEPT_OPTIONS, OF_CONCEPT],
  image: [IMAGE_OPTIONS, OF_IMAGE],
  text: [TEXT_OPTIONS, OF_TEXT],
};

function tableAt({ role }: TrainerConfig, path: ConfigPath): Table | null {
  const names = path.filter((step) => !/^\d+$/.test(step));
  const inConcept = role === 'concepts' ? names : names[0] === 'concepts' ? names.slice(1) : null;
  if (inConcept && (role === 'concepts' ? path.length > 0 : path.length > 1))
    return OF_CONCEPTS[inConcept.join('.')] ?? null;
  if (names.length === 0) return [TRAIN_OPTIONS, OF_TRAINING];
  return TEXT_ENCODERS.some((name) => name === names[0]) ? [ENCODER_OPTIONS, OF_ENCODER] : null;
}

/** Options of the table at a path of a configuration or a list of concepts. */
function optionsIn(config: TrainerConfig, path: ConfigPath): OptionWords[] {
  const found = tableAt(config, path);
  if (!found) return [];
  const [table, meanings] = found;
  return [...table].map(([name, option]) => ({
    name,
    type: typeName(option.type),
    default: option.default === null ? null : JSON.stringify(option.default),
    meaning: t(meanings[name] ?? ''),
    values: option.type === 'bool' ? ['true', 'false'] : (option.values?.map((value) => JSON.stringify(value)) ?? []),
  }));
}

export const ONETRAINER_WORDS: OptionDictionary = {
  meanings: [OF_CONCEPT, OF_IMAGE, OF_TEXT, OF_TRAINING, OF_ENCODER],
  headers: () => [],
  optionsIn,
};
