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
  },
  caption_extension: {
    type: 'str',
    default: null,
    places: EVERYWHERE,
  },
  batch_size: { type: 'int', default: 1, places: EVERYWHERE },
  num_repeats: { type: 'int', default: 1, places: EVERYWHERE },
  enable_bucket: {
    type: 'bool',
    default: false,
    places: EVERYWHERE,
  },
  bucket_no_upscale: {
    type: 'bool',
    default: false,
    places: EVERYWHERE,
  },
  image_directory: {
    type: 'str',
    default: null,
    places: IMAGE,
  },
  image_jsonl_file: {
    type: 'str',
    default: null,
    places: IMAGE,
  },
  video_directory: {
    type: 'str',
    default: null,
    places: VIDEO,
  },
  video_jsonl_file: {
    type: 'str',
    default: null,
    places: VIDEO,
  },
  cache_directory: {
    type: 'str',
    default: null,
    places: DATASETS,
  },
  control_directory: {
    type: 'str',
    default: null,
    places: DATASETS,
  },
  multiple_target: {
    type: 'bool',
    default: false,
    places: IMAGE,
  },
  no_resize_control: {
    type: 'bool',
    default: false,
    places: IMAGE,
  },
  control_resolution: {
    type: 'size',
    default: null,
    places: IMAGE,
  },
  fp_latent_window_size: {
    type: 'int',
    default: 9,
    places: DATASETS,
  },
  fp_1f_clean_indices: {
    type: 'ints',
    default: null,
    places: IMAGE,
  },
  fp_1f_target_index: {
    type: 'int',
    default: null,
    places: IMAGE,
  },
  fp_1f_no_post: {
    type: 'bool',
    default: false,
    places: IMAGE,
  },
  target_frames: {
    type: 'ints',
    default: [1],
    places: VIDEO,
  },
  frame_extraction: {
    type: 'str',
    default: 'head',
    places: VIDEO,
    values: ['head', 'chunk', 'slide', 'uniform', 'full'],
  },
  frame_stride: { type: 'int', default: 1, places: VIDEO },
  frame_sample: { type: 'int', default: 1, places: VIDEO },
  max_frames: {
    type: 'int',
    default: 129,
    places: VIDEO,
  },
  source_fps: {
    type: 'float',
    default: null,
    places: VIDEO,
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
