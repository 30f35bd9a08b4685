/** How a value is taken over: `text`, `int` and `float` convert like Python's str, int and float; the rest is kept as it is. */
export type OptionType = 'text' | 'int' | 'float' | 'bool' | 'choice' | 'any' | 'table';

export interface ConfigOption {
  readonly type: OptionType;
  readonly default: string | number | boolean | null;
  /** null stays null instead of being refused. */
  readonly nullable?: boolean;
  readonly values?: readonly string[];
}

type Row = readonly [name: string, type: OptionType, value: ConfigOption['default'], values?: readonly string[]];

const table = (rows: readonly Row[]): ReadonlyMap<string, ConfigOption> =>
  new Map(rows.map(([name, type, value, values]) => [name, { type, default: value, values }]));

/** A concept, apart from its `image` and `text` (OneTrainer modules/util/config/ConceptConfig.py). */
export const CONCEPT_OPTIONS = table([
  ['name', 'text', ''],
  ['path', 'text', ''],
  ['seed', 'int', null],
  ['enabled', 'bool', true],
  ['type', 'choice', 'STANDARD', ['STANDARD', 'VALIDATION', 'PRIOR_PREDICTION']],
  ['include_subdirectories', 'bool', false],
  ['image_variations', 'int', 1],
  ['text_variations', 'int', 1],
  ['balancing', 'float', 1],
  ['balancing_strategy', 'text', 'REPEATS', ['REPEATS', 'SAMPLES']],
  ['loss_weight', 'float', 1],
]);

export const IMAGE_OPTIONS = table([
  ['enable_crop_jitter', 'bool', true],
  ['enable_random_flip', 'bool', false],
  ['enable_fixed_flip', 'bool', false],
  ['enable_random_rotate', 'bool', false],
  ['enable_fixed_rotate', 'bool', false],
  ['random_rotate_max_angle', 'float', 0],
  ['enable_random_brightness', 'bool', false],
  ['enable_fixed_brightness', 'bool', false],
  ['random_brightness_max_strength', 'float', 0],
  ['enable_random_contrast', 'bool', false],
  ['enable_fixed_contrast', 'bool', false],
  ['random_contrast_max_strength', 'float', 0],
  ['enable_random_saturation', 'bool', false],
  ['enable_fixed_saturation', 'bool', false],
  ['random_saturation_max_strength', 'float', 0],
  ['enable_random_hue', 'bool', false],
  ['enable_fixed_hue', 'bool', false],
  ['random_hue_max_strength', 'float', 0],
  ['enable_resolution_override', 'bool', false],
  ['resolution_override', 'text', '512'],
  ['enable_random_circular_mask_shrink', 'bool', false],
  ['enable_random_mask_rotate_crop', 'bool', false],
]);

export const TEXT_OPTIONS = table([
  ['prompt_source', 'text', 'sample', ['sample', 'concept', 'filename']],
  ['prompt_path', 'text', ''],
  ['enable_tag_shuffling', 'bool', false],
  ['tag_delimiter', 'text', ','],
  ['keep_tags_count', 'int', 1],
  ['tag_dropout_enable', 'bool', false],
  ['tag_dropout_mode', 'text', 'FULL', ['FULL', 'RANDOM', 'RANDOM WEIGHTED']],
  ['tag_dropout_probability', 'float', 0],
  ['tag_dropout_special_tags_mode', 'text', 'NONE', ['NONE', 'WHITELIST', 'BLACKLIST']],
  ['tag_dropout_special_tags', 'text', ''],
  ['tag_dropout_special_tags_regex', 'bool', false],
  ['caps_randomize_enable', 'bool', false],
  ['caps_randomize_mode', 'text', 'capslock, title, first, random'],
  ['caps_randomize_probability', 'float', 0],
  ['caps_randomize_lowercase', 'bool', false],
]);
