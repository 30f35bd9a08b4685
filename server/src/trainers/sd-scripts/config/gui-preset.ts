import type { ConfigDocument } from '../../documents/parsed.ts';
import { type PyEntry, type PyValue, pyStr } from '../../documents/python-value.ts';
import { TRAINER_ARGUMENTS } from './arguments.ts';

/** Fields of kohya_ss presets whose names differ from the trainer's options they are passed as (kohya_gui/lora_gui.py). */
const RENAMED: Readonly<Record<string, string>> = {
  max_resolution: 'resolution',
  epoch: 'max_train_epochs',
  optimizer: 'optimizer_type',
  caption_file_extension: 'caption_extension',
  sdxl_cache_text_encoder_outputs: 'cache_text_encoder_outputs',
  sdxl_no_half_vae: 'no_half_vae',
};

/** Fields that are passed under their own name. */
const SAME: ReadonlySet<string> = new Set([
  ...['train_data_dir', 'reg_data_dir', 'dataset_config', 'pretrained_model_name_or_path', 'resolution'],
  ...['caption_extension', 'keep_tokens', 'shuffle_caption', 'weighted_captions', 'max_token_length', 'clip_skip'],
  ...['caption_dropout_rate', 'caption_dropout_every_n_epochs', 'caption_tag_dropout_rate', 'caption_prefix'],
  ...['enable_bucket', 'bucket_no_upscale', 'bucket_reso_steps', 'min_bucket_reso', 'max_bucket_reso'],
  ...['train_batch_size', 'gradient_accumulation_steps', 'max_train_epochs', 'max_train_steps', 'masked_loss'],
  ...['network_dim', 'network_alpha', 'learning_rate', 'unet_lr', 'mixed_precision', 'full_fp16', 'full_bf16'],
  ...['cache_latents', 'cache_latents_to_disk', 'cache_text_encoder_outputs', 'no_half_vae', 'fp8_base'],
  ...['color_aug', 'flip_aug', 'random_crop', 'prior_loss_weight', 'min_snr_gamma', 'network_train_unet_only'],
]);

/** Fields in which the form's 0 means that nothing is passed. */
const ZERO_IS_UNSET: ReadonlySet<string> = new Set(['max_train_epochs', 'max_train_steps', 'min_snr_gamma', 'unet_lr']);

/**
 * A preset of the kohya_ss form as the options the form starts the trainer with: the fields that decide about captions, images and
 * precision, at their places in the file. Everything else is left out without a word. What an empty field or the form's
 * "not set" stands for is left out too, so that the trainer's own default counts.
 */
export function presetOptions(preset: ConfigDocument): ConfigDocument {
  if (preset.root.type !== 'dict') return preset;
  const entries = new Map<string, PyEntry>();
  for (const [field, entry] of preset.root.entries) {
    const name = RENAMED[field] ?? (SAME.has(field) ? field : null);
    if (name === null) continue;
    const value = passed(name, entry.value);
    // The trainer's name wins over an older one of the form.
    if (value && !(name !== field && entries.has(name))) entries.set(name, { ...entry, value });
  }
  // The form's own default, where a preset does not know the field; the trainer's would be `.caption`.
  const fields = preset.root.entries;
  if (!fields.has('caption_extension') && !fields.has('caption_file_extension'))
    entries.set('caption_extension', { value: pyStr('.txt'), keyRange: null });
  // Without a range of its own nothing is put into it: the form would not read the trainer's names.
  return { ...preset, root: { type: 'dict', entries, range: null } };
}

/** A field as the form passes it; null when it does not. Forms of different age write numbers as texts or the other way round. */
function passed(name: string, value: PyValue): PyValue | null {
  if (value.type === 'none' || (value.type === 'str' && value.value.trim() === '')) return null;
  const wanted = TRAINER_ARGUMENTS.get(name)?.type;
  const typed = wanted === 'int' || wanted === 'float' ? asNumber(value, wanted) : value;
  const number = typed.type === 'int' || typed.type === 'float' ? typed.value : null;
  if (number === 0 && ZERO_IS_UNSET.has(name)) return null;
  // The encoder's own length, for which the trainer has no value.
  if (name === 'max_token_length' && number === 75) return null;
  if (wanted === 'str' && number !== null) return { type: 'str', value: String(number), range: value.range };
  return typed;
}

function asNumber(value: PyValue, wanted: 'int' | 'float'): PyValue {
  if (value.type !== 'str' && value.type !== 'int' && value.type !== 'float') return value;
  const number = Number(value.value);
  if (!Number.isFinite(number) || (wanted === 'int' && !Number.isInteger(number))) return value;
  return { type: wanted, value: number, range: value.range };
}
