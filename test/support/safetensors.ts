// LoRA files as four trainers write them: the keys and forms of their sources, with weights of zeros.

/** Name, type and shape of a tensor. */
export type Described = readonly [name: string, dtype: 'F16' | 'BF16' | 'F32', shape: readonly number[]];

const bytesOf = { F16: 2, BF16: 2, F32: 4 } as const;

/** The JSON of a header. */
export function headerText(metadata: Readonly<Record<string, string>> | null, tensors: readonly Described[]): string {
  const entries: [string, unknown][] = metadata ? [['__metadata__', metadata]] : [];
  let at = 0;
  for (const [name, dtype, shape] of tensors) {
    const size = shape.reduce((product, side) => product * side, 1) * bytesOf[dtype];
    entries.push([name, { dtype, shape, data_offsets: [at, at + size] }]);
    at += size;
  }
  return JSON.stringify(Object.fromEntries(entries));
}

/** A file of a header and so many bytes of weights. @param length what the file says its header has */
export function fileOf(header: string | Uint8Array, weights = 0, length?: bigint): Uint8Array {
  const bytes = typeof header === 'string' ? new TextEncoder().encode(header) : header;
  const file = new Uint8Array(8 + bytes.length + weights);
  new DataView(file.buffer).setBigUint64(0, length ?? BigInt(bytes.length), true);
  file.set(bytes, 8);
  return file;
}

/** A whole file: header and weights of zeros. */
export function safetensors(
  metadata: Readonly<Record<string, string>> | null,
  tensors: readonly Described[],
): Uint8Array {
  const size = tensors.reduce((sum, [, dtype, shape]) => sum + shape.reduce((a, b) => a * b, 1) * bytesOf[dtype], 0);
  return fileOf(headerText(metadata, tensors), size);
}

/** One layer in the form of sd-scripts. */
export const kohyaLayer = (name: string, rank: number, inputs = 640, outputs = 640): Described[] => [
  [`${name}.alpha`, 'F16', []],
  [`${name}.lora_down.weight`, 'F16', [rank, inputs]],
  [`${name}.lora_up.weight`, 'F16', [outputs, rank]],
];

/** One layer in the form of PEFT, as ai-toolkit saves it. */
export const peftLayer = (name: string, rank: number, inputs = 3072, outputs = 3072): Described[] => [
  [`${name}.lora_A.weight`, 'BF16', [rank, inputs]],
  [`${name}.lora_B.weight`, 'BF16', [outputs, rank]],
];

const attention = 'input_blocks_4_1_transformer_blocks_0_attn2_to_k';
export const sdxlLayers = (rank: number, encoders = true): Described[] => [
  ...kohyaLayer(`lora_unet_${attention}`, rank, 2048),
  ...kohyaLayer('lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q', rank),
  ...(encoders
    ? [
        ...kohyaLayer('lora_te1_text_model_encoder_layers_0_self_attn_q_proj', rank, 768, 768),
        ...kohyaLayer('lora_te2_text_model_encoder_layers_0_self_attn_q_proj', rank, 1280, 1280),
      ]
    : []),
];

/** Tags of 20 images of one character, as `ss_tag_frequency` counts them. */
export const someTags = { 'ohwx woman': 20, smile: 12, 'red scarf': 6, 'simple background': 19, outdoors: 1 };

/** The metadata of sd-scripts after `train_data_dir` (train_network.py); all values are `str()` of Python's. */
export const kohyaFolders = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ss_session_id: '1234567890',
  ss_training_started_at: '1700000000.25',
  ss_training_finished_at: '1700003600.5',
  ss_output_name: 'scarf',
  ss_learning_rate: '0.0001',
  ss_text_encoder_lr: '5e-05',
  ss_unet_lr: 'None',
  ss_num_train_images: '200',
  ss_num_reg_images: '0',
  ss_num_batches_per_epoch: '100',
  ss_num_epochs: '10',
  ss_epoch: '10',
  ss_steps: '1000',
  ss_max_train_steps: '1000',
  ss_gradient_accumulation_steps: '1',
  ss_lr_scheduler: 'cosine',
  ss_lr_warmup_steps: '0',
  ss_network_module: 'networks.lora',
  ss_network_dim: '16',
  ss_network_alpha: '8.0',
  ss_network_dropout: 'None',
  ss_mixed_precision: 'bf16',
  ss_v2: 'False',
  ss_base_model_version: 'sdxl_base_v1-0',
  ss_clip_skip: 'None',
  ss_max_token_length: '225',
  ss_seed: '42',
  ss_noise_offset: '0.0357',
  ss_min_snr_gamma: '5.0',
  ss_caption_dropout_rate: '0.0',
  ss_caption_dropout_every_n_epochs: '0',
  ss_caption_tag_dropout_rate: '0.0',
  ss_training_comment: 'None',
  ss_sd_scripts_commit_hash: '0010c81a3353b6bb51e698ca649442e730817a8f',
  ss_optimizer: 'bitsandbytes.optim.adamw.AdamW8bit(weight_decay=0.1)',
  ss_batch_size_per_device: '2',
  ss_total_batch_size: '2',
  ss_resolution: '(1024, 1024)',
  ss_color_aug: 'False',
  ss_flip_aug: 'False',
  ss_shuffle_caption: 'True',
  ss_enable_bucket: 'True',
  ss_bucket_no_upscale: 'False',
  ss_min_bucket_reso: '256',
  ss_max_bucket_reso: '2048',
  ss_keep_tokens: '1',
  ss_dataset_dirs: JSON.stringify({ '10_ohwx woman': { n_repeats: 10, img_count: 20 } }),
  ss_reg_dataset_dirs: '{}',
  ss_tag_frequency: JSON.stringify({ '10_ohwx woman': someTags }),
  // Python writes NaN where no image has an aspect ratio error.
  ss_bucket_info:
    '{"buckets": {"0": {"resolution": [832, 1216], "count": 150}, "1": {"resolution": [1024, 1024], "count": 50}}, "mean_img_ar_error": NaN}',
  ss_sd_model_name: 'ponyDiffusionV6XL.safetensors',
  ss_sd_model_hash: 'aabbccdd',
  'modelspec.sai_model_spec': '1.0.1',
  'modelspec.architecture': 'stable-diffusion-xl-v1-base/lora',
  'modelspec.title': 'scarf',
  'modelspec.resolution': '1024x1024',
  'modelspec.thumbnail': 'data:image/png;base64,AAAA',
  sshs_model_hash: 'ff00',
  ...more,
});

/** The same run from a dataset_config: `ss_datasets` in the place of the folders' keys. */
export function kohyaDatasets(): Record<string, string> {
  const { ss_batch_size_per_device, ss_resolution, ss_shuffle_caption, ss_keep_tokens, ss_bucket_info, ...shared } =
    kohyaFolders();
  const subset = {
    img_count: 20,
    num_repeats: 10,
    color_aug: false,
    flip_aug: true,
    random_crop: false,
    shuffle_caption: true,
    keep_tokens: 2,
    keep_tokens_separator: '|||',
    secondary_separator: null,
    enable_wildcard: false,
    caption_prefix: null,
    caption_suffix: null,
    image_dir: 'scarf',
    class_tokens: null,
    is_reg: false,
  };
  return {
    ...shared,
    ss_datasets: JSON.stringify([
      {
        is_dreambooth: true,
        batch_size_per_device: 2,
        num_train_images: 200,
        num_reg_images: 40,
        resolution: [1024, 1024],
        enable_bucket: true,
        min_bucket_reso: 256,
        max_bucket_reso: 2048,
        tag_frequency: { scarf: someTags, women: { woman: 40 } },
        bucket_info: { buckets: { 0: { resolution: [832, 1216], count: 240 } }, mean_img_ar_error: 0.01 },
        subsets: [
          subset,
          { ...subset, image_dir: 'women', class_tokens: 'woman', is_reg: true, img_count: 40, num_repeats: 1 },
        ],
      },
    ]),
    ss_dataset_dirs: JSON.stringify({ scarf: { n_repeats: 10, img_count: 20 } }),
    ss_tag_frequency: JSON.stringify({ scarf: someTags, women: { woman: 40 } }),
  };
}

/** musubi-tuner (training/trainer_base.py). */
export const musubiMetadata = (): Record<string, string> => ({
  ss_session_id: '77',
  ss_training_started_at: '1700000000.0',
  ss_output_name: 'scarf_qwen',
  ss_learning_rate: '5e-05',
  ss_num_train_items: '60',
  ss_num_batches_per_epoch: '30',
  ss_num_epochs: '16',
  ss_epoch: '16',
  ss_steps: '480',
  ss_gradient_accumulation_steps: '1',
  ss_max_train_steps: '480',
  ss_base_model_version: 'qwen_image',
  ss_network_module: 'networks.lora_qwen_image',
  ss_network_dim: '32',
  ss_network_alpha: '16.0',
  ss_optimizer: 'torch.optim.adamw.AdamW',
  ss_timestep_sampling: 'shift',
  ss_discrete_flow_shift: '2.2',
  ss_seed: '7',
  ss_datasets: JSON.stringify([
    {
      resolution: [1328, 1328],
      caption_extension: '.txt',
      batch_size_per_device: 2,
      num_repeats: 3,
      enable_bucket: true,
      bucket_no_upscale: false,
      image_directory: 'scarf',
      has_control: false,
    },
  ]),
  ss_sd_model_name: 'qwen_image_bf16.safetensors',
  'modelspec.architecture': 'Qwen-Image/lora',
  'modelspec.title': 'scarf_qwen',
});

export const musubiLayers = (rank: number): Described[] => [
  ...kohyaLayer('lora_unet_transformer_blocks_0_attn_to_q', rank, 3072, 3072),
  ...kohyaLayer('lora_unet_transformer_blocks_0_img_mlp_net_2', rank, 12288, 3072),
];

/** ai-toolkit (toolkit/metadata.py): everything but texts is JSON. */
export const aiToolkitMetadata = (): Record<string, string> => ({
  name: 'scarf_flux',
  version: '1.0',
  training_info: JSON.stringify({ step: 2000, epoch: 49 }),
  ss_base_model_version: 'flux.1',
  ss_output_name: 'scarf_flux',
  ss_tag_frequency: JSON.stringify({ '1_ohwx': { ohwx: 1 } }),
  software: JSON.stringify({ name: 'ai-toolkit', repo: 'https://github.com/ostris/ai-toolkit', version: '0.7.3' }),
  sshs_model_hash: 'ff00',
  format: 'pt',
});

export const aiToolkitLayers = (rank: number): Described[] => [
  ...peftLayer('transformer.single_transformer_blocks.0.attn.to_q', rank),
  ...peftLayer('transformer.transformer_blocks.0.attn.to_q', rank),
];

/** OneTrainer (modules/modelSaver/mixin/DtypeModelSaverMixin.py), with its settings included. */
export const oneTrainerMetadata = (config: object | null = oneTrainerConfig): Record<string, string> => ({
  'modelspec.sai_model_spec': '1.0.0',
  'modelspec.architecture': 'stable-diffusion-xl-v1-base/lora',
  'modelspec.implementation': 'https://github.com/huggingface/diffusers',
  'modelspec.title': 'Stable Diffusion XL 1.0 Base LoRA',
  'modelspec.date': '2025-05-01',
  ot_branch: 'master',
  ot_revision: '8c3ac5a',
  ...(config && { ot_config: JSON.stringify(config) }),
  ss_base_model_version: 'sdxl_',
});

export const oneTrainerConfig = {
  __version: 11,
  training_method: 'LORA',
  model_type: 'STABLE_DIFFUSION_XL_10_BASE',
  base_model_name: 'OnomaAIResearch/Illustrious-xl-early-release-v0',
  epochs: 40,
  batch_size: 4,
  gradient_accumulation_steps: 2,
  learning_rate: 0.0003,
  learning_rate_scheduler: 'COSINE',
  resolution: '1024',
  aspect_ratio_bucketing: true,
  lora_rank: 32,
  lora_alpha: 1.0,
  optimizer: { __version: 0, optimizer: 'ADAFACTOR', weight_decay: 0.01 },
  unet: { train: true, learning_rate: null },
  text_encoder: { train: false, learning_rate: null },
  concepts: [
    {
      __version: 2,
      name: 'scarf',
      path: 'D:\\sets\\scarf',
      enabled: true,
      type: 'STANDARD',
      balancing: 3.0,
      balancing_strategy: 'REPEATS',
      image: { enable_random_flip: false },
      text: { enable_tag_shuffling: true, keep_tags_count: 1 },
    },
    { name: 'off', path: 'D:\\sets\\off', enabled: false },
  ],
};

export const oneTrainerLayers = (rank: number): Described[] => [
  ...kohyaLayer('lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k', rank, 2048).flatMap(
    (layer): Described[] =>
      layer[0].endsWith('alpha') ? [layer, [layer[0].replace('alpha', 'dora_scale'), 'F16', [1, 2048]]] : [layer],
  ),
];
