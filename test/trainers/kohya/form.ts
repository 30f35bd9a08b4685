/**
 * Fields of the presets and test runs that come with kohya_ss, beside the whole ones in `examples/kohya-ss`: those that decide about model, captions,
 * pictures and precision, as far as they differ from what most of their kind have. Paths are our own.
 */
export type Fields = Readonly<Record<string, string | number | boolean>>;

/** Fields that every preset has. */
export const form: Fields = {
  additional_parameters: '',
  bucket_no_upscale: true,
  bucket_reso_steps: 64,
  cache_latents: true,
  caption_dropout_every_n_epochs: 0,
  caption_dropout_rate: 0,
  caption_extension: '.txt',
  clip_skip: '1',
  color_aug: false,
  epoch: 1,
  flip_aug: false,
  full_fp16: false,
  gradient_accumulation_steps: 1,
  gradient_checkpointing: true,
  keep_tokens: '0',
  learning_rate: 0.0001,
  lr_scheduler: 'constant',
  max_data_loader_n_workers: '0',
  max_resolution: '1024,1024',
  max_token_length: '75',
  max_train_epochs: '',
  mem_eff_attn: false,
  min_snr_gamma: 0,
  mixed_precision: 'bf16',
  num_cpu_threads_per_process: 2,
  optimizer: 'AdamW',
  optimizer_args: '',
  persistent_data_loader_workers: false,
  random_crop: false,
  save_precision: 'bf16',
  seed: '12345',
  shuffle_caption: false,
  train_batch_size: 1,
  v2: false,
  v_parameterization: false,
  xformers: true,
};

export const lora: Fields = {
  ...form,
  LoRA_type: 'Standard',
  block_alphas: '',
  conv_alpha: 1,
  conv_dim: 1,
  enable_bucket: true,
  factor: -1,
  lora_network_weights: '',
  mid_lr_weight: '',
  network_alpha: 32,
  network_dim: 32,
  network_dropout: 0,
  no_token_padding: false,
  noise_offset: 0,
  prior_loss_weight: 1,
  stop_text_encoder_training: 0,
  text_encoder_lr: 0.0001,
  unet_lr: 0.0001,
  unit: 1,
};

export const sdxl: Fields = {
  ...lora,
  cache_latents_to_disk: true,
  full_bf16: false,
  max_bucket_reso: 2048,
  min_bucket_reso: 256,
  scale_weight_norms: 0,
  sdxl: true,
  sdxl_cache_text_encoder_outputs: false,
  sdxl_no_half_vae: true,
  weighted_captions: false,
};

export const one = { learning_rate: 1, text_encoder_lr: 1, unet_lr: 1 };
export const prodigy = { ...one, optimizer: 'Prodigy' };
/** Of the time when the form had no fields for the sizes of buckets. */
export const noBucketSizes = ({ max_bucket_reso, min_bucket_reso, ...rest }: Fields): Fields => rest;
/** Of the time when the form had no box for SDXL. */
export const noBox = ({ sdxl, ...rest }: Fields): Fields => rest;
export const coarse = { bucket_no_upscale: false, bucket_reso_steps: 32 };

export const sd15: Fields = {
  ...lora,
  max_resolution: '512,512',
  sdxl: false,
  sdxl_no_half_vae: true,
  train_batch_size: 4,
};
export const early: Fields = {
  ...lora,
  clip_skip: 2,
  enable_bucket: false,
  learning_rate: '0.0001',
  max_data_loader_n_workers: '1',
  max_resolution: '512,650',
  mem_eff_attn: true,
  text_encoder_lr: '5e-5',
  train_batch_size: 3,
  unet_lr: '0.0001',
};
export const fineTuning: Fields = {
  ...form,
  batch_size: '1',
  create_buckets: false,
  create_caption: true,
  dataset_repeats: '10',
  full_path: true,
  max_bucket_reso: '1024',
  min_bucket_reso: '256',
  train_text_encoder: true,
  use_latent_files: 'No',
};
export const withToml: Fields = {
  ...sd15,
  caption_dropout_rate: 0.05,
  caption_extension: '',
  clip_skip: 2,
  dataset_config: 'D:/runs/config/dataset.toml',
  logging_dir: './logs',
  max_bucket_reso: 2048,
  max_train_steps: '',
  min_bucket_reso: 256,
  model_list: 'somebody/sd15',
  output_dir: './output',
  pretrained_model_name_or_path: 'somebody/sd15',
  reg_data_dir: '',
  text_encoder_lr: 0,
  train_data_dir: 'D:/runs/img',
  unet_lr: 0,
  xformers: 'xformers',
};

export const sized: Fields = { max_bucket_reso: 2048, max_timestep: 1000, min_bucket_reso: 256, min_timestep: 0 };

/** Whole models, with fields that the form shows for some trainings only. */
export const dreambooth: Fields = {
  ...form,
  caption_extension: '',
  clip_skip: 2,
  enable_bucket: true,
  max_resolution: '512,512',
  model_list: 'somebody/sd15',
  multires_noise_discount: 0.2,
  multires_noise_iterations: 8,
  pretrained_model_name_or_path: 'somebody/sd15',
  prior_loss_weight: 1,
  reg_data_dir: '',
  stop_text_encoder_training: 0,
  train_data_dir: './runs/img',
  weighted_captions: false,
};

export const locon: Fields = {
  ...noBucketSizes(sd15),
  LoRA_type: 'Kohya LoCon',
  caption_dropout_rate: 0.05,
  caption_extension: '',
  clip_skip: 2,
  conv_alpha: 8,
  conv_dim: 16,
  learning_rate: 0.0005,
  module_dropout: 0.1,
  network_alpha: 8,
  network_dim: 16,
  network_dropout: 0.1,
  noise_offset: '0.05',
  noise_offset_type: 'Original',
  pretrained_model_name_or_path: 'somebody/sd15',
  rank_dropout: 0.1,
  scale_weight_norms: 1,
  train_data_dir: './runs/img',
  train_on_input: false,
};

export const wholeRates: Fields = { learning_rate_te: 1e-5, learning_rate_te1: 1e-5, learning_rate_te2: 1e-5 };

export const adafactor: Fields = {
  optimizer: 'Adafactor',
  optimizer_args: 'scale_parameter=False relative_step=False warmup_init=False',
};
