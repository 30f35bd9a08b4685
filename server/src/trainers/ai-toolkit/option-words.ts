import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import { toPlain } from '../documents/python-value.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import type { TrainerConfig } from '../trainer.ts';
import { ARCHITECTURES } from './architectures.ts';
import { DATASET_OPTIONS, TRAIN_OPTIONS } from './options.ts';
import { typeName } from './value-types.ts';

/** Of an entry of `datasets`. English; translated through `t()`. */
const OF_DATASETS: Readonly<Record<string, string>> = {
  batch_size: 'Images per step of this dataset, in place of that of train; not allowed with buckets off.',
  type: 'Kind of dataset; anything but image stops when it is loaded.',
  folder_path: 'Folder of the images; all folders inside it are read too.',
  dataset_path: 'Folder, or a JSON file of image paths with captions; wins over folder_path.',
  default_caption: 'Caption of images whose caption file is missing or blank.',
  trigger_word:
    'Put in front of captions that do not hold it, and in place of [trigger]. Without one, that of the process.',
  diff_output_preservation: 'Set by the option of train.',
  diff_output_preservation_class: 'Set by the option of train.',
  random_triggers: 'Words of which some are put behind the caption at random: a list, or a file of lines.',
  random_triggers_max: 'How many of random_triggers are used at most.',
  caption_ext: 'Ending of caption files; a dot in front is added.',
  random_scale: 'Scale images at random; with buckets off only.',
  random_crop: 'Cut at a place that is drawn once at the start.',
  resolution:
    'Side of the square that limits the area, pixels. A list trains every image once per entry; it is no width and height.',
  scale: 'Factor for the size of every image before buckets.',
  buckets: 'Keep aspect ratios; off cuts the middle square.',
  bucket_tolerance: 'Has no effect: the step of the model is used.',
  is_reg: 'Regularization set: used in every second step, without the trigger.',
  prior_reg: 'Regularization towards what the untrained model makes.',
  network_weight: 'Strength of the network for this dataset.',
  token_dropout_rate: 'Chance that a part between commas is left out.',
  shuffle_tokens: 'Shuffle the parts between commas, the trigger and kept ones too.',
  caption_dropout_rate: 'Chance that the whole caption is left out.',
  keep_tokens: 'Parts at the front that token_dropout_rate spares; shuffling moves them all the same.',
  flip_x: 'Train each image mirrored as well.',
  flip_y: 'Train each image upside down as well.',
  augments: 'Names of changes to the pixels.',
  control_path: 'Folder, or folders, of control images with the names of the images.',
  control_from_same_folder: 'Take other images of the same folder as control images.',
  num_controls_from_same_folder: 'How many of them.',
  control_transparent_color: 'Colour behind transparent control images, red, green, blue.',
  inpaint_path: 'Folder of inpainting images, .png or .webp.',
  full_size_control_images: 'Load control images at their own size.',
  alpha_mask: 'Use the alpha channel of each image as its mask.',
  mask_path: 'Folder of masks with the names of the images; one that is missing counts as no mask.',
  unconditional_path: 'Folder of images for the unconditional side of slider training.',
  invert_mask: 'Swap what masks let through.',
  mask_min_value: 'Least weight a mask leaves.',
  poi: 'No longer supported: any value stops the trainer.',
  use_short_captions: 'Use caption_short of a JSON dataset.',
  num_repeats: 'How often each image is used per epoch.',
  cache_latents: 'Keep encoded images in memory.',
  cache_latents_to_disk:
    'Keep encoded images in _latent_cache; an image edited under its name and size trains as before.',
  cache_tensors_to_disk: 'Keep encoded images in _latent_cache.',
  cache_clip_vision_to_disk: 'Keep what CLIP sees in the images on disk.',
  cache_text_embeddings: 'Encode captions once before training: shuffling and random triggers then happen once.',
  load_image_when_caching_latents: 'Load the image beside its cached latents.',
  standardize_images: 'Bring colours to a common mean.',
  augmentations: 'Changes to the pixels, by name of their method.',
  shuffle_augmentations: 'Apply them in random order.',
  caption_type: 'Older name of caption_ext; used as written, without a dot being added.',
  guidance_type: 'Kind of guidance loss.',
  clip_image_path: 'Folder of images for an image encoder.',
  clip_image_from_same_folder: 'Take them from the same folder.',
  clip_image_augmentations: 'Changes to those images.',
  clip_image_shuffle_augmentations: 'Apply them in random order.',
  replacements: 'Not used by this kind of dataset.',
  loss_multiplier: 'Factor for the loss of this dataset.',
  num_workers: 'Processes that load images.',
  prefetch_factor: 'Batches loaded ahead by each.',
  extra_values: 'Numbers handed to the model.',
  square_crop: 'Cut every image to a square of the resolution.',
  replay_transforms: 'Use the same random changes for paired images.',
  num_frames: 'Frames of each video; above 1 videos are read at all.',
  shrink_video_to_frames: 'Spread the frames over the whole video.',
  fps: 'Frame rate with auto_frame_count.',
  auto_frame_count: 'Take as many frames as the video has at fps.',
  trim_auto_frame_count_tail: 'Round that number down, not to the nearest that the model takes.',
  debug: 'Print what is loaded.',
  controls: 'Control images to be made, e.g. depth.',
  fast_image_size: 'Read sizes from headers, without EXIF rotation.',
  do_i2v: 'Train image to video.',
  do_audio: 'Train the sound of videos.',
  audio_preserve_pitch: 'Keep the pitch when sound is stretched.',
  audio_normalize: 'Bring sound to a common volume.',
};

/** Of `train`. */
const OF_TRAIN: Readonly<Record<string, string>> = {
  batch_size: 'Images per step.',
  steps: 'Steps of the whole training; there are no epochs.',
  gradient_accumulation: 'Batches per step.',
  gradient_accumulation_steps: 'Older name; both above 1 stop the trainer.',
  cache_text_embeddings: 'Encode all captions once before training.',
  unload_text_encoder: 'Train with the trigger alone in place of captions.',
  train_text_encoder: 'Train the text encoder as well.',
  train_unet: 'Train the denoising model.',
  diff_output_preservation:
    'Train the class word without the trigger to stay as it is; needs a trigger word and a network.',
  diff_output_preservation_class: 'Class word that stands for the trigger then.',
  blank_prompt_preservation: 'Train the empty prompt to stay as it is.',
  prompt_saturation_chance: 'Chance that a short caption is repeated to fill 77 words.',
  short_and_long_captions: 'Use each image twice, with its long and its short caption.',
  lr: 'Learning rate.',
  text_encoder_lr: 'Learning rate of the text encoder; that of lr when absent.',
  unet_lr: 'Learning rate of the denoising model; that of lr when absent.',
  optimizer: 'Optimizer.',
  dtype: 'Number format of the training.',
  noise_scheduler: 'Noise schedule.',
  prompt_dropout_prob: 'Not the dropout of captions: see caption_dropout_rate of the dataset.',
};

/** Options of the table at a path: datasets and train; other tables are not known well enough. */
function optionsIn(_config: TrainerConfig, path: ConfigPath): OptionWords[] {
  const place = path.filter((step) => !/^\d+$/.test(step)).join('.');
  if (place === 'config.process.model')
    return [
      {
        name: 'arch',
        type: t('a text'),
        default: 'sd1',
        meaning: t('The model that is trained; a name that is not known trains Stable Diffusion 1.'),
        values: [...ARCHITECTURES.keys()],
      },
    ];
  const isDatasets = place === 'config.process.datasets';
  if (!isDatasets && place !== 'config.process.train') return [];
  const meanings = isDatasets ? OF_DATASETS : OF_TRAIN;
  return [...(isDatasets ? DATASET_OPTIONS : TRAIN_OPTIONS)].map(([name, option]) => {
    const value = toPlain(option.default);
    return {
      name,
      type: typeName(option.type),
      default: value === null ? null : JSON.stringify(value),
      meaning: t(meanings[name] ?? ''),
      values: option.type === 'bool' ? ['true', 'false'] : [...(option.values ?? [])],
    };
  });
}

export const AI_TOOLKIT_WORDS: OptionDictionary = {
  meanings: [OF_DATASETS, OF_TRAIN],
  headers: () => [],
  optionsIn,
};
