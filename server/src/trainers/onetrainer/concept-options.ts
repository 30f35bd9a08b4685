/** How a value is taken over: `text`, `int` and `float` convert like Python's str, int and float; the rest is kept as it is. */
export type OptionType = 'text' | 'int' | 'float' | 'bool' | 'choice' | 'any' | 'table';

export interface ConfigOption {
  readonly type: OptionType;
  readonly default: string | number | boolean | null;
  /** null stays null instead of being refused. */
  readonly nullable?: boolean;
  readonly values?: readonly string[];
  /** What it does, in one sentence. English; translated through `t()`. */
  readonly meaning: string;
}

type Row = readonly [
  name: string,
  type: OptionType,
  value: ConfigOption['default'],
  meaning: string,
  values?: readonly string[],
];

const table = (rows: readonly Row[]): ReadonlyMap<string, ConfigOption> =>
  new Map(rows.map(([name, type, value, meaning, values]) => [name, { type, default: value, meaning, values }]));

/** A concept, apart from its `image` and `text` (OneTrainer modules/util/config/ConceptConfig.py). */
export const CONCEPT_OPTIONS = table([
  ['name', 'text', '', 'Name in the interface.'],
  ['path', 'text', '', 'Folder of the images. A text like user/name that is no folder is looked for on Hugging Face.'],
  ['seed', 'int', null, 'Tells otherwise equal concepts apart; drawn when absent.'],
  ['enabled', 'bool', true, 'Whether the concept is used; the text "false" counts as true.'],
  [
    'type',
    'choice',
    'STANDARD',
    'Trains, validates only, or keeps what the untrained model makes.',
    ['STANDARD', 'VALIDATION', 'PRIOR_PREDICTION'],
  ],
  ['include_subdirectories', 'bool', false, 'Read the folders inside as well.'],
  ['image_variations', 'int', 1, 'Crops and sizes of each image that are cached; 1 keeps one for ever.'],
  ['text_variations', 'int', 1, 'Captions of each image that are cached; 1 keeps one shuffle for ever.'],
  ['balancing', 'float', 1, 'Uses of each image per epoch, or samples per epoch, as balancing_strategy says.'],
  ['balancing_strategy', 'text', 'REPEATS', 'What balancing counts.', ['REPEATS', 'SAMPLES']],
  ['loss_weight', 'float', 1, 'Factor for the loss of this concept.'],
]);

export const IMAGE_OPTIONS = table([
  ['enable_crop_jitter', 'bool', true, 'Cut at a random place instead of the middle.'],
  ['enable_random_flip', 'bool', false, 'Mirror images at random.'],
  ['enable_fixed_flip', 'bool', false, 'Mirror all images.'],
  ['enable_random_rotate', 'bool', false, 'Turn images at random.'],
  ['enable_fixed_rotate', 'bool', false, 'Turn all images.'],
  ['random_rotate_max_angle', 'float', 0, 'Largest angle, degrees.'],
  ['enable_random_brightness', 'bool', false, 'Change the brightness at random.'],
  ['enable_fixed_brightness', 'bool', false, 'Change the brightness.'],
  ['random_brightness_max_strength', 'float', 0, 'Strength of that change.'],
  ['enable_random_contrast', 'bool', false, 'Change the contrast at random.'],
  ['enable_fixed_contrast', 'bool', false, 'Change the contrast.'],
  ['random_contrast_max_strength', 'float', 0, 'Strength of that change.'],
  ['enable_random_saturation', 'bool', false, 'Change the saturation at random.'],
  ['enable_fixed_saturation', 'bool', false, 'Change the saturation.'],
  ['random_saturation_max_strength', 'float', 0, 'Strength of that change.'],
  ['enable_random_hue', 'bool', false, 'Change the hue at random.'],
  ['enable_fixed_hue', 'bool', false, 'Change the hue.'],
  ['random_hue_max_strength', 'float', 0, 'Strength of that change.'],
  ['enable_resolution_override', 'bool', false, 'Use resolution_override for this concept.'],
  [
    'resolution_override',
    'text',
    '512',
    'Resolution of this concept; read, and refused, even when it is switched off.',
  ],
  ['enable_random_circular_mask_shrink', 'bool', false, 'Shrink masks to a circle at random.'],
  ['enable_random_mask_rotate_crop', 'bool', false, 'Turn and cut around the mask at random.'],
]);

export const TEXT_OPTIONS = table([
  [
    'prompt_source',
    'text',
    'sample',
    'Captions come from a .txt file beside each image, one file for all, or the name of the image.',
    ['sample', 'concept', 'filename'],
  ],
  ['prompt_path', 'text', '', 'The file for all, with prompt_source concept.'],
  ['enable_tag_shuffling', 'bool', false, 'Shuffle the tags behind the kept ones.'],
  ['tag_delimiter', 'text', ',', 'Text between tags.'],
  ['keep_tags_count', 'int', 1, 'Tags at the front that neither move nor drop.'],
  ['tag_dropout_enable', 'bool', false, 'Leave tags out at random.'],
  [
    'tag_dropout_mode',
    'text',
    'FULL',
    'All tags at once, each by itself, or later ones more often.',
    ['FULL', 'RANDOM', 'RANDOM WEIGHTED'],
  ],
  ['tag_dropout_probability', 'float', 0, 'Chance of it.'],
  [
    'tag_dropout_special_tags_mode',
    'text',
    'NONE',
    'Whether special tags never drop, or only they do.',
    ['NONE', 'WHITELIST', 'BLACKLIST'],
  ],
  ['tag_dropout_special_tags', 'text', '', 'Special tags: a list, or a .txt or .csv file.'],
  ['tag_dropout_special_tags_regex', 'bool', false, 'Read them as regular expressions.'],
  ['caps_randomize_enable', 'bool', false, 'Change the case of tags at random.'],
  ['caps_randomize_mode', 'text', 'capslock, title, first, random', 'Kinds of change to choose from.'],
  ['caps_randomize_probability', 'float', 0, 'Chance of it, tag by tag.'],
  ['caps_randomize_lowercase', 'bool', false, 'Write everything in lower case first; acts even when the rest is off.'],
]);
