import { early, type Fields, prodigy, sd15 } from './form.ts';

/** Presets for networks of Stable Diffusion 1.5. */
export const ofSd15: Readonly<Record<string, Fields>> = {
  'sd15 - LoKR v1.0': {
    ...sd15,
    LoRA_type: 'LyCORIS/LoKr',
    bucket_reso_steps: 1,
    caption_dropout_rate: 0.05,
    conv_dim: 100000,
    epoch: 20,
    max_bucket_reso: 2048,
    max_resolution: '768,768',
    max_train_steps: '150',
    min_bucket_reso: 256,
    network_alpha: 1,
    network_dim: 100000,
    train_batch_size: 1,
  },
  'sd15 - LoKr v2.0': {
    ...sd15,
    ...prodigy,
    LoRA_type: 'LyCORIS/LoKr',
    bucket_reso_steps: 1,
    caption_dropout_rate: 0.1,
    epoch: 150,
    keep_tokens: 1,
    max_bucket_reso: 2048,
    min_bucket_reso: 256,
    min_snr_gamma: 5,
    network_alpha: 1,
    network_dim: 100000,
    shuffle_caption: true,
    train_batch_size: 2,
  },
  'sd15 - EDG_LoConOptiSettings': { ...early, LoRA_type: 'LyCORIS/LoCon', network_alpha: 64, network_dim: 64 },
  'sd15-EDG_LoHaOptiSettings': { ...early, LoRA_type: 'LyCORIS/LoHa' },
};
