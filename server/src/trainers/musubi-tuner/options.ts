/** What the trainer's schema takes: `size` is an int or two of them, `ints` a list. A bool passes as an int, an int never as a float. */
export type OptionType = 'bool' | 'int' | 'float' | 'str' | 'size' | 'ints';

/** Where an option may stand. */
export type OptionPlace = 'general' | 'image' | 'video';

export interface DatasetOption {
  readonly type: OptionType;
  /** Used when neither the dataset nor `[general]` has it; null: unset. */
  readonly default: null | boolean | number | string | readonly number[];
  readonly places: readonly OptionPlace[];
  /** Values that work later; the schema itself takes any. */
  readonly values?: readonly string[];
  /** What it does, in one sentence. English; translated through `t()`. */
  readonly meaning: string;
}

const EVERYWHERE: readonly OptionPlace[] = ['general', 'image', 'video'];
const DATASETS: readonly OptionPlace[] = ['image', 'video'];
const IMAGE: readonly OptionPlace[] = ['image'];
const VIDEO: readonly OptionPlace[] = ['video'];

/** Every key of a dataset file (musubi-tuner dataset/config_utils.py). Validation, completion and hover read this one table. */
export const DATASET_OPTIONS: Readonly<Record<string, DatasetOption>> = {
  resolution: {
    type: 'size',
    default: [960, 544],
    places: EVERYWHERE,
    meaning:
      'Training size in pixels: one number for a square, or [width, height]. Without buckets every image is brought to it.',
  },
  caption_extension: {
    type: 'str',
    default: null,
    places: EVERYWHERE,
    meaning:
      'Ending of caption files, with its dot. Images without such a file are left out; without this option caching stops.',
  },
  batch_size: { type: 'int', default: 1, places: EVERYWHERE, meaning: 'Images per training step; at least 1.' },
  num_repeats: { type: 'int', default: 1, places: EVERYWHERE, meaning: 'How often each image is used per epoch.' },
  enable_bucket: {
    type: 'bool',
    default: false,
    places: EVERYWHERE,
    meaning: 'Sort images into buckets of similar aspect ratio instead of one fixed size.',
  },
  bucket_no_upscale: {
    type: 'bool',
    default: false,
    places: EVERYWHERE,
    meaning: 'Images smaller than the resolution keep their own size, cut to the step. Needs enable_bucket.',
  },
  image_directory: {
    type: 'str',
    default: null,
    places: IMAGE,
    meaning: 'Folder of images with a caption file beside each; folders inside it are not read.',
  },
  image_jsonl_file: {
    type: 'str',
    default: null,
    places: IMAGE,
    meaning: 'JSON Lines with image_path and caption; needs cache_directory. image_directory wins over it.',
  },
  video_directory: {
    type: 'str',
    default: null,
    places: VIDEO,
    meaning: 'Folder of videos with a caption file beside each.',
  },
  video_jsonl_file: {
    type: 'str',
    default: null,
    places: VIDEO,
    meaning: 'JSON Lines with video_path and caption; needs cache_directory.',
  },
  cache_directory: {
    type: 'str',
    default: null,
    places: DATASETS,
    meaning:
      'Folder of the caches that training reads; each dataset needs its own. Without it the dataset folder is used.',
  },
  control_directory: {
    type: 'str',
    default: null,
    places: DATASETS,
    meaning: 'Folder of control images or videos, named as their targets.',
  },
  multiple_target: {
    type: 'bool',
    default: false,
    places: IMAGE,
    meaning: 'Images named NAME_0, NAME_1 … without a caption are the layers of NAME (Qwen-Image-Layered).',
  },
  no_resize_control: {
    type: 'bool',
    default: false,
    places: IMAGE,
    meaning: 'Control images keep their size instead of being cut to the bucket of their target.',
  },
  control_resolution: {
    type: 'size',
    default: null,
    places: IMAGE,
    meaning: 'Size to which control images are brought, in pixels: one number or [width, height].',
  },
  fp_latent_window_size: {
    type: 'int',
    default: 9,
    places: DATASETS,
    meaning: 'Latent frames of one FramePack section.',
  },
  fp_1f_clean_indices: {
    type: 'ints',
    default: null,
    places: IMAGE,
    meaning: 'One-frame training: places of the clean frames, one control image for each.',
  },
  fp_1f_target_index: {
    type: 'int',
    default: null,
    places: IMAGE,
    meaning: 'One-frame training: place of the frame to be made.',
  },
  fp_1f_no_post: {
    type: 'bool',
    default: false,
    places: IMAGE,
    meaning: 'One-frame training: no empty frame is put behind the clean ones.',
  },
  target_frames: {
    type: 'ints',
    default: [1],
    places: VIDEO,
    meaning:
      'Lengths in frames that are cut from each video, rounded down to 4n + 1. The default trains the first frame only.',
  },
  frame_extraction: {
    type: 'str',
    default: 'head',
    places: VIDEO,
    values: ['head', 'chunk', 'slide', 'uniform', 'full'],
    meaning: 'Which parts of a video are cut: the head, chunks, a sliding window, evenly spaced places, or all of it.',
  },
  frame_stride: { type: 'int', default: 1, places: VIDEO, meaning: 'Frames between two places of a sliding window.' },
  frame_sample: { type: 'int', default: 1, places: VIDEO, meaning: 'Number of evenly spaced places; 1 is the head.' },
  max_frames: {
    type: 'int',
    default: 129,
    places: VIDEO,
    meaning: 'Longest part in frames when all of a video is used.',
  },
  source_fps: {
    type: 'float',
    default: null,
    places: VIDEO,
    meaning: 'Frame rate of the videos, to drop frames down to that of the model. Must be written as a float: 30.0.',
  },
};

/** Keys that only later versions know: the one that is modelled stops at them, theirs does not. */
export const LATER_OPTIONS: ReadonlySet<string> = new Set(['watermark_mask_suffix']);

/** Keys that say where a dataset's files are; one of them stands in each. */
export const SOURCES = ['image_directory', 'image_jsonl_file', 'video_directory', 'video_jsonl_file'];

/** Older names and what they are read as. */
export const RENAMED_OPTIONS: Readonly<Record<string, string>> = {
  flux_kontext_no_resize_control: 'no_resize_control',
  qwen_image_edit_no_resize_control: 'no_resize_control',
  qwen_image_edit_control_resolution: 'control_resolution',
};

/** Options that may stand at a place, by name. */
export function optionsAt(place: OptionPlace): string[] {
  return Object.entries(DATASET_OPTIONS).flatMap(([name, { places }]) => (places.includes(place) ? [name] : []));
}
