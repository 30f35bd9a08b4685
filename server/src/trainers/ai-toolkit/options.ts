import { NONE, type PyValue, pyBool, pyFloat, pyInt, pyList, pyStr } from '../documents/python-value.ts';

/** What a value should be for the option to do what its name says; the trainer itself checks next to nothing. */
export type OptionType = 'bool' | 'int' | 'float' | 'str' | 'path' | 'resolution' | 'paths' | 'list' | 'table' | 'any';

export interface JobOption {
  readonly type: OptionType;
  /** Used when the option is absent; its type counts, because nothing is converted. */
  readonly default: PyValue;
  readonly values?: readonly string[];
}

type Row = readonly [name: string, type: OptionType, value: PyValue, values?: readonly string[]];

const table = (rows: readonly Row[]): ReadonlyMap<string, JobOption> =>
  new Map(rows.map(([name, type, value, values]) => [name, { type, default: value, values }]));

const yes = pyBool(true);
const no = pyBool(false);
const empty = pyList([]);

/** One entry of `config.process[].datasets[]` (ai-toolkit toolkit/config_modules.py, DatasetConfig), in the trainer's order. */
export const DATASET_OPTIONS = table([
  ['batch_size', 'int', NONE],
  ['type', 'str', pyStr('image'), ['image']],
  ['folder_path', 'path', NONE],
  ['dataset_path', 'path', NONE],
  ['default_caption', 'str', NONE],
  ['trigger_word', 'str', NONE],
  ['diff_output_preservation', 'bool', no],
  ['diff_output_preservation_class', 'str', pyStr('')],
  ['random_triggers', 'list', empty],
  ['random_triggers_max', 'int', pyInt(1)],
  ['caption_ext', 'str', pyStr('.txt')],
  ['random_scale', 'bool', no],
  ['random_crop', 'bool', no],
  ['resolution', 'resolution', pyInt(512)],
  ['scale', 'float', pyFloat(1)],
  ['buckets', 'bool', yes],
  ['bucket_tolerance', 'int', pyInt(64)],
  ['is_reg', 'bool', no],
  ['prior_reg', 'bool', no],
  ['network_weight', 'float', pyFloat(1)],
  ['token_dropout_rate', 'float', pyFloat(0)],
  ['shuffle_tokens', 'bool', no],
  ['caption_dropout_rate', 'float', pyFloat(0)],
  ['keep_tokens', 'int', pyInt(0)],
  ['flip_x', 'bool', no],
  ['flip_y', 'bool', no],
  ['augments', 'list', empty],
  ['control_path', 'paths', NONE],
  ['control_from_same_folder', 'bool', no],
  ['num_controls_from_same_folder', 'int', pyInt(1)],
  ['control_transparent_color', 'list', pyList([pyInt(0), pyInt(0), pyInt(0)])],
  ['inpaint_path', 'path', NONE],
  ['full_size_control_images', 'bool', yes],
  ['alpha_mask', 'bool', no],
  ['mask_path', 'path', NONE],
  ['unconditional_path', 'path', NONE],
  ['invert_mask', 'bool', no],
  ['mask_min_value', 'float', pyFloat(0)],
  ['poi', 'any', NONE],
  ['use_short_captions', 'bool', no],
  ['num_repeats', 'int', pyInt(1)],
  ['cache_latents', 'bool', no],
  ['cache_latents_to_disk', 'bool', no],
  ['cache_tensors_to_disk', 'bool', no],
  ['cache_clip_vision_to_disk', 'bool', no],
  ['cache_text_embeddings', 'bool', no],
  ['load_image_when_caching_latents', 'bool', no],
  ['standardize_images', 'bool', no],
  ['augmentations', 'list', NONE],
  ['shuffle_augmentations', 'bool', no],
  ['caption_type', 'str', pyStr('.txt')],
  ['guidance_type', 'str', pyStr('targeted')],
  ['clip_image_path', 'path', NONE],
  ['clip_image_from_same_folder', 'bool', no],
  ['clip_image_augmentations', 'list', NONE],
  ['clip_image_shuffle_augmentations', 'bool', no],
  ['replacements', 'list', empty],
  ['loss_multiplier', 'float', pyFloat(1)],
  ['num_workers', 'int', pyInt(2)],
  ['prefetch_factor', 'int', pyInt(2)],
  ['extra_values', 'list', empty],
  ['square_crop', 'bool', no],
  ['replay_transforms', 'bool', yes],
  ['num_frames', 'int', pyInt(1)],
  ['shrink_video_to_frames', 'bool', yes],
  ['fps', 'int', pyInt(24)],
  ['auto_frame_count', 'bool', no],
  ['trim_auto_frame_count_tail', 'bool', yes],
  ['debug', 'bool', no],
  ['controls', 'list', empty],
  ['fast_image_size', 'bool', no],
  ['do_i2v', 'bool', no],
  ['do_audio', 'bool', no],
  ['audio_preserve_pitch', 'bool', no],
  ['audio_normalize', 'bool', no],
]);

/** `config.process[].train`, as far as it concerns data and schedule. */
export const TRAIN_OPTIONS = table([
  ['batch_size', 'int', pyInt(1)],
  ['steps', 'int', pyInt(1000)],
  ['gradient_accumulation', 'int', pyInt(1)],
  ['gradient_accumulation_steps', 'int', pyInt(1)],
  ['cache_text_embeddings', 'bool', no],
  ['unload_text_encoder', 'bool', no],
  ['train_text_encoder', 'bool', no],
  ['train_unet', 'bool', yes],
  ['diff_output_preservation', 'bool', no],
  ['diff_output_preservation_class', 'str', pyStr('')],
  ['blank_prompt_preservation', 'bool', no],
  ['prompt_saturation_chance', 'float', pyFloat(0)],
  ['short_and_long_captions', 'bool', no],
  ['lr', 'float', pyFloat(1e-6)],
  ['text_encoder_lr', 'float', NONE],
  ['unet_lr', 'float', NONE],
  ['optimizer', 'str', pyStr('adamw')],
  ['dtype', 'str', pyStr('fp32')],
  ['noise_scheduler', 'str', pyStr('ddpm')],
  ['prompt_dropout_prob', 'float', pyFloat(0)],
]);
