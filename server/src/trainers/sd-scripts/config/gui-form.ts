import type { ConfigDocument } from '../../documents/parsed.ts';
import { toPlain } from '../../documents/python-value.ts';
import { type ScriptId, scriptsWith } from './script-arguments.ts';

/** Fields of kohya_ss presets whose names differ from the trainer's options they are passed as (kohya_gui/lora_gui.py). */
export const RENAMED: Readonly<Record<string, string>> = {
  max_resolution: 'resolution',
  epoch: 'max_train_epochs',
  optimizer: 'optimizer_type',
  caption_file_extension: 'caption_extension',
};

/** Fields that are passed under their own name. */
export const SAME: ReadonlySet<string> = new Set([
  ...['train_data_dir', 'reg_data_dir', 'dataset_config', 'pretrained_model_name_or_path', 'resolution'],
  ...['caption_extension', 'keep_tokens', 'shuffle_caption', 'weighted_captions', 'max_token_length', 'clip_skip'],
  ...['caption_dropout_rate', 'caption_dropout_every_n_epochs', 'caption_tag_dropout_rate', 'caption_prefix'],
  ...['enable_bucket', 'bucket_no_upscale', 'bucket_reso_steps', 'min_bucket_reso', 'max_bucket_reso'],
  ...['train_batch_size', 'gradient_accumulation_steps', 'max_train_epochs', 'max_train_steps', 'masked_loss'],
  ...['network_dim', 'network_alpha', 'learning_rate', 'unet_lr', 'mixed_precision', 'full_fp16', 'full_bf16'],
  ...['cache_latents', 'cache_latents_to_disk', 'cache_text_encoder_outputs', 'no_half_vae', 'fp8_base'],
  ...['t5xxl_max_token_length', 'clip_l', 'clip_g', 't5xxl', 'ae', 'model_type', 'v2', 'v_parameterization'],
  ...['text_encoder_lr', 'network_dropout', 'scale_weight_norms', 'max_grad_norm'],
  ...['save_every_n_epochs', 'save_every_n_steps', 'save_last_n_epochs', 'save_last_n_steps'],
  ...['color_aug', 'flip_aug', 'random_crop', 'prior_loss_weight', 'min_snr_gamma', 'network_train_unet_only'],
]);

/** Fields in which the form's 0 means that nothing is passed. */
export const ZERO_IS_UNSET: ReadonlySet<string> = new Set([
  'max_train_epochs',
  'max_train_steps',
  'min_snr_gamma',
  'unet_lr',
  'text_encoder_lr',
  'scale_weight_norms',
  'save_every_n_epochs',
  'save_every_n_steps',
  'save_last_n_epochs',
  'save_last_n_steps',
]);

/** Beginnings of the fields that belong to one model's part of the form, and of its checkbox. The form passes them without. */
const PARTS: readonly (readonly [prefix: string, script: ScriptId])[] = [
  ['flux1', 'flux'],
  ['sd3', 'sd3'],
  ['lumina', 'lumina'],
  ['hunyuan_image', 'hunyuan-image'],
  ['anima', 'anima'],
  ['sdxl', 'sdxl'],
];

/** `network_module` of each part. */
export const MODULES: Readonly<Partial<Record<ScriptId, string>>> = {
  flux: 'networks.lora_flux',
  sd3: 'networks.lora_sd3',
  lumina: 'networks.lora_lumina',
  'hunyuan-image': 'networks.lora_hunyuan_image',
  anima: 'networks.lora_anima',
};

/** `network_module` of each kind of network of the form; those of LyCORIS begin with its name (kohya_gui/lora_gui.py). */
export const moduleOfType = (type: string): string | null =>
  type.startsWith('LyCORIS/') ? 'lycoris.kohya' : (MODULES_OF_TYPES[type] ?? null);
const MODULES_OF_TYPES: Readonly<Partial<Record<string, string>>> = {
  Standard: 'networks.lora',
  'Kohya LoCon': 'networks.lora',
  'LoRA-FA': 'networks.lora_fa',
  'Kohya DyLoRA': 'networks.dylora',
  'Flux1 OFT': 'networks.oft_flux',
};

/** Which part of the form is switched on, and the field that does it (kohya_gui/lora_gui.py chooses the script by it). */
export function partOf(preset: ConfigDocument): { script: ScriptId; field: string } | null {
  if (preset.root.type !== 'dict') return null;
  const { entries } = preset.root;
  const plain = (field: string) => {
    const value = entries.get(field)?.value;
    return value && toPlain(value);
  };
  const type = plain('LoRA_type');
  const typed = typeof type === 'string' ? type.toLowerCase().replaceAll(/[ _-]/g, '') : '';
  for (const [prefix, script] of PARTS) {
    if (script !== 'sdxl' && typed.startsWith(prefix.replaceAll('_', ''))) return { script, field: 'LoRA_type' };
    for (const field of script === 'sdxl' ? ['sdxl', 'sdxl_checkbox'] : [`${prefix}_checkbox`, prefix])
      if (plain(field) === true) return { script, field };
  }
  return entries.has('sdxl') && plain('v2') !== true ? { script: 'sd', field: 'sdxl' } : null;
}

/** `flux1_cache_text_encoder_outputs` and its like: an option of the script whose part of the form is on, or of any where none is known. */
export function ofPart(field: string, script: ScriptId | null): string | null {
  for (const [prefix, own] of PARTS) {
    const name = field.startsWith(`${prefix}_`) ? field.slice(prefix.length + 1) : '';
    if (name === '' || name === 'checkbox') continue;
    if (script !== null && script !== own) return null;
    return scriptsWith(name).includes(own) || name === 'no_half_vae' ? name : null;
  }
  return null;
}
