import type { SettingValue } from '../advice/facts.ts';

/** Options that a subset can have of its own. */
export const subsetSettings: readonly string[] = [
  'shuffle_caption',
  'keep_tokens',
  'keep_tokens_separator',
  'secondary_separator',
  'enable_wildcard',
  'caption_prefix',
  'caption_suffix',
  'caption_dropout_rate',
  'caption_dropout_every_n_epochs',
  'caption_tag_dropout_rate',
  'flip_aug',
  'color_aug',
  'random_crop',
  'face_crop_aug_range',
];

/** Options that change what a training makes of its data, by the names of sd-scripts, in the order they are shown. */
export const comparedSettings: readonly string[] = [
  'pretrained_model_name_or_path',
  'vae',
  'network_module',
  'network_args',
  'network_dim',
  'network_alpha',
  'network_dropout',
  'conv_dim',
  'conv_alpha',
  'learning_rate',
  'unet_lr',
  'text_encoder_lr',
  'lr_scheduler',
  'lr_warmup_steps',
  'optimizer',
  'optimizer_args',
  'max_grad_norm',
  'max_train_steps',
  'train_batch_size',
  'gradient_accumulation_steps',
  'resolution',
  'enable_bucket',
  'min_bucket_reso',
  'max_bucket_reso',
  'bucket_no_upscale',
  'max_token_length',
  'clip_skip',
  ...subsetSettings,
  'prior_loss_weight',
  'noise_offset',
  'multires_noise_iterations',
  'multires_noise_discount',
  'adaptive_noise_scale',
  'zero_terminal_snr',
  'min_snr_gamma',
  'debiased_estimation_loss',
  'ip_noise_gamma',
  'scale_weight_norms',
  'loss_type',
  'huber_schedule',
  'huber_c',
  'v2',
  'v_parameterization',
  'timestep_sampling',
  'weighting_scheme',
  'discrete_flow_shift',
  'sigmoid_scale',
  'logit_mean',
  'logit_std',
  'guidance_scale',
  'mixed_precision',
  'full_fp16',
  'full_bf16',
  'seed',
];

/**
 * A value as it is compared: a list of one is its item, a size of two equal sides one number, the optimizer by the last part of its name.
 * An empty text is none.
 */
export function comparedValue(name: string, value: SettingValue): SettingValue {
  if (name === 'resolution') return squareOf(value);
  // Noted as one text.
  if (name === 'optimizer_args' && Array.isArray(value)) return value.length === 0 ? null : value.join(',');
  if (Array.isArray(value)) {
    const items = (value as readonly SettingValue[]).map((item) => comparedValue('', item));
    return items.length === 1 ? (items[0] as SettingValue) : items;
  }
  if (value === '') return null;
  if (typeof value !== 'string') return value;
  if (name === 'optimizer') return lastName(value).toLowerCase();
  // Trainers keep the file's name only.
  return name === 'pretrained_model_name_or_path' || name === 'vae' ? fileOf(value) : value;
}

/** `bitsandbytes.optim.adamw.AdamW8bit(weight_decay=0.1)` is AdamW8bit. */
export const lastName = (value: string): string => {
  const bare = value.replace(/\(.*$/s, '');
  return bare.slice(bare.lastIndexOf('.') + 1).trim();
};

const fileOf = (value: string): string => {
  const parts = value.split(/[\\/]/).filter((part) => part !== '');
  // A repository is an owner and a name; a file lies somewhere.
  return parts.length === 2 && !/\.\w+$/.test(value) ? value : (parts.at(-1) ?? value);
};

/** `1024,1024`, `1024x1024` and [1024, 1024] are 1024. */
function squareOf(value: SettingValue): SettingValue {
  const sides = Array.isArray(value)
    ? (value as readonly SettingValue[]).map(Number)
    : typeof value === 'string'
      ? value.split(/[,x×]/).map(Number)
      : [];
  if (sides.length === 0 || sides.some((side) => !Number.isFinite(side))) return value;
  const [width, height = width] = sides as [number, number?];
  return width === height ? width : `${width},${height}`;
}
