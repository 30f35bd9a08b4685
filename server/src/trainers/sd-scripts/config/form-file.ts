import { type PyValue, toPlain } from '../../documents/python-value.ts';

/** What the form of kohya_ss writes into every config_file of its own, and the trainer does not know. */
const MARK = 'noise_offset_type';

/** Further fields of the form that it writes there (kohya_gui/lora_gui.py, config_toml_data), under names that the trainer does not read. */
const FIELDS: ReadonlySet<string> = new Set([
  MARK,
  'epoch',
  'loraplus_lr_ratio',
  'loraplus_text_encoder_lr_ratio',
  'loraplus_unet_lr_ratio',
  'lowvram',
  'no_token_padding',
  'sdxl_cache_text_encoder_outputs',
  'sdxl_no_half_vae',
]);

type Options = ReadonlyMap<string, PyValue>;

/** True for an option that the form has left in its file: no slip of anybody's pen. */
export function isLeftByForm(name: string, options: Options): boolean {
  return name === MARK || (options.has(MARK) && FIELDS.has(name));
}

/**
 * True for a value that does what it looks like in a config_file, though the command line would refuse it: nothing checks it there, and the
 * code takes it (sd-scripts library/train_util.py).
 */
export function worksUnchecked(name: string, value: PyValue, options: Options): boolean {
  const plain = toPlain(value);
  // 75 is what the option stands for when it is left out.
  if (name === 'max_token_length') return plain === 75;
  // Read together with torch_compile only.
  if (name === 'dynamo_backend') return !isTrue(options, 'torch_compile');
  return false;
}

const isTrue = (options: Options, name: string): boolean => {
  const value = options.get(name);
  return value?.type === 'bool' && value.value;
};
