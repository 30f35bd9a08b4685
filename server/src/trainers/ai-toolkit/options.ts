import { NONE, type PyValue, pyBool, pyFloat, pyInt, pyList, pyStr } from '../documents/python-value.ts';

/** What a value should be for the option to do what its name says; the trainer itself checks next to nothing. */
export type OptionType = 'bool' | 'int' | 'float' | 'str' | 'path' | 'resolution' | 'paths' | 'list' | 'table' | 'any';

export interface JobOption {
  readonly type: OptionType;
  /** Used when the option is absent; its type counts, because nothing is converted. */
  readonly default: PyValue;
  readonly values?: readonly string[];
  /** What it does, in one sentence. English; translated through `t()`. */
  readonly meaning: string;
}

type Row = readonly [name: string, type: OptionType, value: PyValue, meaning: string, values?: readonly string[]];

const table = (rows: readonly Row[]): ReadonlyMap<string, JobOption> =>
  new Map(rows.map(([name, type, value, meaning, values]) => [name, { type, default: value, meaning, values }]));

const yes = pyBool(true);
const no = pyBool(false);
const empty = pyList([]);

/** One entry of `config.process[].datasets[]` (ai-toolkit toolkit/config_modules.py, DatasetConfig), in the trainer's order. */
export const DATASET_OPTIONS = table([
  [
    'batch_size',
    'int',
    NONE,
    'Images per step of this dataset, in place of that of train; not allowed with buckets off.',
  ],
  ['type', 'str', pyStr('image'), 'Kind of dataset; anything but image stops when it is loaded.', ['image']],
  ['folder_path', 'path', NONE, 'Folder of the images; all folders inside it are read too.'],
  ['dataset_path', 'path', NONE, 'Folder, or a JSON file of image paths with captions; wins over folder_path.'],
  ['default_caption', 'str', NONE, 'Caption of images whose caption file is missing or blank.'],
  [
    'trigger_word',
    'str',
    NONE,
    'Put in front of captions that do not hold it, and in place of [trigger]. Without one, that of the process.',
  ],
  ['diff_output_preservation', 'bool', no, 'Set by the option of train.'],
  ['diff_output_preservation_class', 'str', pyStr(''), 'Set by the option of train.'],
  [
    'random_triggers',
    'list',
    empty,
    'Words of which some are put behind the caption at random: a list, or a file of lines.',
  ],
  ['random_triggers_max', 'int', pyInt(1), 'How many of random_triggers are used at most.'],
  ['caption_ext', 'str', pyStr('.txt'), 'Ending of caption files; a dot in front is added.'],
  ['random_scale', 'bool', no, 'Scale images at random; with buckets off only.'],
  ['random_crop', 'bool', no, 'Cut at a place that is drawn once at the start.'],
  [
    'resolution',
    'resolution',
    pyInt(512),
    'Side of the square that limits the area, pixels. A list trains every image once per entry; it is no width and height.',
  ],
  ['scale', 'float', pyFloat(1), 'Factor for the size of every image before buckets.'],
  ['buckets', 'bool', yes, 'Keep aspect ratios; off cuts the middle square.'],
  ['bucket_tolerance', 'int', pyInt(64), 'Has no effect: the step of the model is used.'],
  ['is_reg', 'bool', no, 'Regularization set: used in every second step, without the trigger.'],
  ['prior_reg', 'bool', no, 'Regularization towards what the untrained model makes.'],
  ['network_weight', 'float', pyFloat(1), 'Strength of the network for this dataset.'],
  ['token_dropout_rate', 'float', pyFloat(0), 'Chance that a part between commas is left out.'],
  ['shuffle_tokens', 'bool', no, 'Shuffle the parts between commas, the trigger and kept ones too.'],
  ['caption_dropout_rate', 'float', pyFloat(0), 'Chance that the whole caption is left out.'],
  [
    'keep_tokens',
    'int',
    pyInt(0),
    'Parts at the front that token_dropout_rate spares; shuffling moves them all the same.',
  ],
  ['flip_x', 'bool', no, 'Train each image mirrored as well.'],
  ['flip_y', 'bool', no, 'Train each image upside down as well.'],
  ['augments', 'list', empty, 'Names of changes to the pixels.'],
  ['control_path', 'paths', NONE, 'Folder, or folders, of control images with the names of the images.'],
  ['control_from_same_folder', 'bool', no, 'Take other images of the same folder as control images.'],
  ['num_controls_from_same_folder', 'int', pyInt(1), 'How many of them.'],
  [
    'control_transparent_color',
    'list',
    pyList([pyInt(0), pyInt(0), pyInt(0)]),
    'Colour behind transparent control images, red, green, blue.',
  ],
  ['inpaint_path', 'path', NONE, 'Folder of inpainting images, .png or .webp.'],
  ['full_size_control_images', 'bool', yes, 'Load control images at their own size.'],
  ['alpha_mask', 'bool', no, 'Use the alpha channel of each image as its mask.'],
  ['mask_path', 'path', NONE, 'Folder of masks with the names of the images; one that is missing counts as no mask.'],
  ['unconditional_path', 'path', NONE, 'Folder of images for the unconditional side of slider training.'],
  ['invert_mask', 'bool', no, 'Swap what masks let through.'],
  ['mask_min_value', 'float', pyFloat(0), 'Least weight a mask leaves.'],
  ['poi', 'any', NONE, 'No longer supported: any value stops the trainer.'],
  ['use_short_captions', 'bool', no, 'Use caption_short of a JSON dataset.'],
  ['num_repeats', 'int', pyInt(1), 'How often each image is used per epoch.'],
  ['cache_latents', 'bool', no, 'Keep encoded images in memory.'],
  [
    'cache_latents_to_disk',
    'bool',
    no,
    'Keep encoded images in _latent_cache; an image edited under its name and size trains as before.',
  ],
  ['cache_tensors_to_disk', 'bool', no, 'Keep encoded images in _latent_cache.'],
  ['cache_clip_vision_to_disk', 'bool', no, 'Keep what CLIP sees in the images on disk.'],
  [
    'cache_text_embeddings',
    'bool',
    no,
    'Encode captions once before training: shuffling and random triggers then happen once.',
  ],
  ['load_image_when_caching_latents', 'bool', no, 'Load the image beside its cached latents.'],
  ['standardize_images', 'bool', no, 'Bring colours to a common mean.'],
  ['augmentations', 'list', NONE, 'Changes to the pixels, by name of their method.'],
  ['shuffle_augmentations', 'bool', no, 'Apply them in random order.'],
  ['caption_type', 'str', pyStr('.txt'), 'Older name of caption_ext; used as written, without a dot being added.'],
  ['guidance_type', 'str', pyStr('targeted'), 'Kind of guidance loss.'],
  ['clip_image_path', 'path', NONE, 'Folder of images for an image encoder.'],
  ['clip_image_from_same_folder', 'bool', no, 'Take them from the same folder.'],
  ['clip_image_augmentations', 'list', NONE, 'Changes to those images.'],
  ['clip_image_shuffle_augmentations', 'bool', no, 'Apply them in random order.'],
  ['replacements', 'list', empty, 'Not used by this kind of dataset.'],
  ['loss_multiplier', 'float', pyFloat(1), 'Factor for the loss of this dataset.'],
  ['num_workers', 'int', pyInt(2), 'Processes that load images.'],
  ['prefetch_factor', 'int', pyInt(2), 'Batches loaded ahead by each.'],
  ['extra_values', 'list', empty, 'Numbers handed to the model.'],
  ['square_crop', 'bool', no, 'Cut every image to a square of the resolution.'],
  ['replay_transforms', 'bool', yes, 'Use the same random changes for paired images.'],
  ['num_frames', 'int', pyInt(1), 'Frames of each video; above 1 videos are read at all.'],
  ['shrink_video_to_frames', 'bool', yes, 'Spread the frames over the whole video.'],
  ['fps', 'int', pyInt(24), 'Frame rate with auto_frame_count.'],
  ['auto_frame_count', 'bool', no, 'Take as many frames as the video has at fps.'],
  ['trim_auto_frame_count_tail', 'bool', yes, 'Round that number down, not to the nearest that the model takes.'],
  ['debug', 'bool', no, 'Print what is loaded.'],
  ['controls', 'list', empty, 'Control images to be made, e.g. depth.'],
  ['fast_image_size', 'bool', no, 'Read sizes from headers, without EXIF rotation.'],
  ['do_i2v', 'bool', no, 'Train image to video.'],
  ['do_audio', 'bool', no, 'Train the sound of videos.'],
  ['audio_preserve_pitch', 'bool', no, 'Keep the pitch when sound is stretched.'],
  ['audio_normalize', 'bool', no, 'Bring sound to a common volume.'],
]);

/** `config.process[].train`, as far as it concerns data and schedule. */
export const TRAIN_OPTIONS = table([
  ['batch_size', 'int', pyInt(1), 'Images per step.'],
  ['steps', 'int', pyInt(1000), 'Steps of the whole training; there are no epochs.'],
  ['gradient_accumulation', 'int', pyInt(1), 'Batches per step.'],
  ['gradient_accumulation_steps', 'int', pyInt(1), 'Older name; both above 1 stop the trainer.'],
  ['cache_text_embeddings', 'bool', no, 'Encode all captions once before training.'],
  ['unload_text_encoder', 'bool', no, 'Train with the trigger alone in place of captions.'],
  ['train_text_encoder', 'bool', no, 'Train the text encoder as well.'],
  ['train_unet', 'bool', yes, 'Train the denoising model.'],
  [
    'diff_output_preservation',
    'bool',
    no,
    'Train the class word without the trigger to stay as it is; needs a trigger word and a network.',
  ],
  ['diff_output_preservation_class', 'str', pyStr(''), 'Class word that stands for the trigger then.'],
  ['blank_prompt_preservation', 'bool', no, 'Train the empty prompt to stay as it is.'],
  ['prompt_saturation_chance', 'float', pyFloat(0), 'Chance that a short caption is repeated to fill 77 words.'],
  ['short_and_long_captions', 'bool', no, 'Use each image twice, with its long and its short caption.'],
  ['lr', 'float', pyFloat(1e-6), 'Learning rate.'],
  ['text_encoder_lr', 'float', NONE, 'Learning rate of the text encoder; that of lr when absent.'],
  ['unet_lr', 'float', NONE, 'Learning rate of the denoising model; that of lr when absent.'],
  ['optimizer', 'str', pyStr('adamw'), 'Optimizer.'],
  ['dtype', 'str', pyStr('fp32'), 'Number format of the training.'],
  ['noise_scheduler', 'str', pyStr('ddpm'), 'Noise schedule.'],
  ['prompt_dropout_prob', 'float', pyFloat(0), 'Not the dropout of captions: see caption_dropout_rate of the dataset.'],
]);
