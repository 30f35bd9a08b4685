import type { FailureMode } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import type { Source } from './evidence.ts';
import type { AdviceFacts } from './facts.ts';
import type { MetricId } from './metrics.ts';

/** One option of sd-scripts as written in a TOML file. */
export interface TrainerSetting {
  /** `dataset_config`: under [general], [[datasets]] or [[datasets.subsets]]. `config_file`: an argument of the script. */
  readonly file: 'dataset_config' | 'config_file';
  readonly key: string;
  /** As written in TOML. */
  readonly value: string;
}

/** One thing to change in the training settings (Y). */
export interface SettingsAdvice {
  readonly id: string;
  readonly modes: readonly FailureMode[];
  /** Rules and metrics that call for it; empty: a risk of one of its modes, or a symptom, is enough. */
  readonly because: readonly (MetricId | (string & {}))[];
  readonly title: () => string;
  readonly why: () => string;
  /** Values follow the dataset where it decides them. Empty: not applicable to it. */
  readonly settings: (facts: AdviceFacts) => readonly TrainerSetting[];
  /** The same in OneTrainer (names of its concept and training configuration); empty where it has no such setting. */
  readonly onetrainer: (facts: AdviceFacts) => readonly string[];
  /** The same in ai-toolkit (names of its configuration file). */
  readonly aiToolkit: (facts: AdviceFacts) => readonly string[];
  readonly source: Source;
  /** The value is a starting point, not a measured one. */
  readonly heuristic: boolean;
}

const dataset = (key: string, value: string): TrainerSetting => ({ file: 'dataset_config', key, value });
const script = (key: string, value: string): TrainerSetting => ({ file: 'config_file', key, value });
/** Tags at the head that must stay: up to the trigger. */
const keep = (facts: AdviceFacts): number => Math.max(1, facts.triggerPosition ?? 1);

/** The CLIP limit that holds the given share of captions more; null where 75 is enough or nothing is counted. */
const longerLimit = (facts: AdviceFacts): 150 | 225 | null =>
  facts.tokenLimit === 75 ? 150 : facts.tokenLimit === 150 ? 225 : null;

/** Playbook Y, the mildest first. */
export const settingsAdvice: readonly SettingsAdvice[] = [
  {
    id: 'shuffle-and-drop',
    modes: ['memorization', 'prompt-sensitivity'],
    because: [
      'template-share',
      'template-captions',
      'identical-caption-share',
      'misplaced-trigger',
      'late-key-tag',
      'background-top-share',
      'over-limit-share',
      'trigger-lock-in',
    ],
    title: () => t('Shuffle the tags behind the trigger and drop some'),
    why: () => t('No order and no fixed set of tags can then be learnt by heart.'),
    settings: (facts) => [
      dataset('shuffle_caption', 'true'),
      dataset('keep_tokens', String(keep(facts))),
      dataset('caption_tag_dropout_rate', '0.1'),
    ],
    onetrainer: (facts) => [
      'text.enable_tag_shuffling = true',
      `text.keep_tags_count = ${keep(facts)}`,
      'text.tag_dropout_enable = true',
      'text.tag_dropout_mode = RANDOM',
      'text.tag_dropout_probability = 0.1',
    ],
    aiToolkit: (facts) => [
      'datasets.shuffle_tokens: true',
      `datasets.keep_tokens: ${keep(facts)}`,
      'datasets.token_dropout_rate: 0.1',
    ],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'drop-style-tags-by-chance',
    modes: ['style-drift'],
    because: ['constant-style-tags', 'trigger-style-probability'],
    title: () => t('Drop tags by chance, so that style words are not always on'),
    why: () => t('Images also train without the style words, and the model learns both.'),
    settings: () => [dataset('caption_tag_dropout_rate', '0.2'), dataset('caption_dropout_rate', '0.05')],
    onetrainer: () => [
      'text.tag_dropout_enable = true',
      'text.tag_dropout_mode = RANDOM',
      'text.tag_dropout_probability = 0.2',
    ],
    aiToolkit: () => ['datasets.token_dropout_rate: 0.2', 'datasets.caption_dropout_rate: 0.05'],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'stop-earlier',
    modes: ['memorization', 'concept-bleed', 'style-drift'],
    because: [
      'cluster-share',
      'largest-cluster-share',
      'effective-image-share',
      'effective-images',
      'exact-duplicate',
      'near-duplicate',
      'class-hijack',
      'background-top-share',
      'low-diversity',
    ],
    title: () => t('Save every epoch and stop at the best one'),
    why: () => t('The longer a small set trains, the more diversity and general meaning are lost.'),
    settings: () => [script('save_every_n_epochs', '1'), script('max_train_epochs', '8'), dataset('num_repeats', '1')],
    onetrainer: () => ['epochs = 8', 'save_every = 1', 'save_every_unit = EPOCH', 'concept.balancing = 1.0'],
    aiToolkit: () => ['train.steps: 1000', 'save.save_every: 100', 'datasets.num_repeats: 1'],
    source: 'map: memorization',
    heuristic: true,
  },
  {
    id: 'lower-rank',
    modes: ['memorization', 'style-drift'],
    because: [
      'cluster-share',
      'effective-image-share',
      'effective-images',
      'constant-style-tags',
      'exact-duplicate',
      'near-duplicate',
    ],
    title: () => t('Lower the rank'),
    why: () => t('A larger network stores small sets whole, faults included.'),
    settings: () => [script('network_dim', '16'), script('network_alpha', '8')],
    onetrainer: () => ['lora_rank = 16', 'lora_alpha = 8.0'],
    aiToolkit: () => ['network.linear: 16', 'network.linear_alpha: 8'],
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'damp-network',
    modes: ['memorization'],
    because: ['effective-images', 'effective-image-share', 'cluster-share'],
    title: () => t('Dampen the network: dropout and limited weights'),
    why: () => t('Both keep single images from being stored.'),
    settings: () => [script('network_dropout', '0.1'), script('scale_weight_norms', '1.0')],
    onetrainer: () => ['dropout_probability = 0.1'],
    aiToolkit: () => ['network.dropout: 0.1'],
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'spare-text-encoder',
    modes: ['concept-bleed', 'memorization'],
    because: [
      'class-hijack',
      'class-trigger-probability',
      'overloaded-trigger',
      'missing-regularization',
      'concept-overlap',
    ],
    title: () => t('Train the U-Net only, or the text encoder weakly'),
    why: () => t('A text encoder that trains changes what the class word means.'),
    settings: () => [script('network_train_unet_only', 'true')],
    onetrainer: () => ['text_encoder.train = false', 'text_encoder_2.train = false'],
    aiToolkit: () => ['train.train_text_encoder: false'],
    source: 'sd-scripts: docs/train_SDXL-en.md',
    heuristic: true,
  },
  {
    id: 'add-regularization-subset',
    modes: ['concept-bleed'],
    because: ['class-hijack', 'missing-regularization', 'class-trigger-probability', 'without-trigger-share'],
    title: () => t('Give the regularization set to the trainer'),
    why: () => t('It is trained beside the subject and keeps the class general.'),
    settings: (facts) => [
      dataset('is_reg', 'true'),
      dataset('class_tokens', JSON.stringify(facts.classWord ?? 'class word')),
      script('prior_loss_weight', '1.0'),
    ],
    onetrainer: () => ['concept.type = PRIOR_PREDICTION'],
    aiToolkit: () => ['datasets.is_reg: true'],
    source: 'sd-scripts: library/train_util.py',
    heuristic: false,
  },
  {
    id: 'train-text-encoder-lightly',
    modes: ['identity-collapse'],
    because: ['missing-trigger', 'effective-images', 'identity-conflict'],
    title: () => t('Let the text encoder learn the trigger, weakly'),
    why: () => t('Without it a new word may not take hold; too much of it breaks general words.'),
    settings: () => [script('text_encoder_lr', '[0.00001]'), script('unet_lr', '0.0001')],
    onetrainer: () => ['text_encoder.train = true', 'text_encoder.learning_rate = 1e-5', 'unet.learning_rate = 1e-4'],
    aiToolkit: () => ['train.train_text_encoder: true', 'train.text_encoder_lr: 1e-5', 'train.unet_lr: 1e-4'],
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'raise-rank',
    modes: ['identity-collapse'],
    because: ['identity-conflict', 'missing-field', 'unbalanced-concepts', 'missing-trigger', 'missing-caption'],
    title: () => t('If the subject stays vague, raise the rank and train longer'),
    why: () => t('A network that is too small cannot hold a likeness.'),
    settings: () => [script('network_dim', '32'), script('network_alpha', '16'), script('max_train_epochs', '16')],
    onetrainer: () => ['lora_rank = 32', 'lora_alpha = 16.0', 'epochs = 16'],
    aiToolkit: () => ['network.linear: 32', 'network.linear_alpha: 16', 'train.steps: 3000'],
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'longer-token-limit',
    modes: ['prompt-sensitivity'],
    because: ['over-limit-share', 'token-truncation', 'token-overflow-share'],
    title: () => t('Or train longer captions'),
    why: () => t('The trainer then reads more windows. Stay at 75 unless captions need it.'),
    settings: (facts) => {
      const limit = longerLimit(facts);
      return limit === null ? [] : [script('max_token_length', String(limit))];
    },
    onetrainer: () => [],
    aiToolkit: () => [],
    source: 'sd-scripts: docs/train_README-ja.md',
    heuristic: false,
  },
  {
    id: 'no-style-prefix',
    modes: ['style-drift'],
    because: ['constant-style-tags'],
    title: () => t('Put no style words into caption_prefix or caption_suffix'),
    why: () => t('They are added to every sample and stay switched on.'),
    settings: () => [dataset('caption_prefix', '""'), dataset('caption_suffix', '""')],
    onetrainer: () => [],
    aiToolkit: () => [],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'no-colour-augmentation',
    modes: ['style-drift'],
    because: ['trigger-colour-probability', 'lighting-top-share'],
    title: () => t('Leave colour augmentation off until colours are tagged'),
    why: () => t('It evens out a bias, and may bring a drift of its own.'),
    settings: () => [dataset('color_aug', 'false')],
    onetrainer: () => ['image.enable_random_hue = false', 'image.enable_random_saturation = false'],
    aiToolkit: () => [],
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'stable-numbers',
    modes: ['training-instability'],
    because: [
      'nan-prone-settings',
      'outlier-image',
      'identical-captions',
      'identical-caption-share',
      'over-limit-share',
      'cluster-share',
      'heavy-compression',
    ],
    title: () => t('Use combinations that are known to be stable'),
    why: () => t('Alpha unlike dim, half precision throughout and unusual lengths were reported to give NaN.'),
    settings: () => [
      script('network_dim', '16'),
      script('network_alpha', '16'),
      script('mixed_precision', '"bf16"'),
      script('full_fp16', 'false'),
      script('max_grad_norm', '1.0'),
      script('min_snr_gamma', '5.0'),
    ],
    onetrainer: () => [
      'lora_rank = 16',
      'lora_alpha = 16.0',
      'train_dtype = BFLOAT_16',
      'clip_grad_norm = 1.0',
      'loss_weight_fn = MIN_SNR_GAMMA',
    ],
    aiToolkit: () => [
      'network.linear: 16',
      'network.linear_alpha: 16',
      'train.dtype: bf16',
      'train.max_grad_norm: 1.0',
      'train.min_snr_gamma: 5.0',
    ],
    source: 'map: training-instability',
    heuristic: true,
  },
  {
    id: 'buckets-of-the-model',
    modes: ['weak-sdxl'],
    because: [
      'small-max-bucket',
      'extreme-aspect-ratio',
      'heavy-crop',
      'thin-bucket',
      'near-target-share',
      'low-resolution',
    ],
    title: () => t('Set resolution and buckets for the model'),
    why: () => t('The defaults are no buckets and no side over 1024, whatever the model.'),
    settings: ({ resolution }) => [
      dataset('resolution', String(resolution)),
      dataset('enable_bucket', 'true'),
      dataset('max_bucket_reso', String(resolution * 2)),
    ],
    onetrainer: ({ resolution }) => [`resolution = ${resolution}`, 'aspect_ratio_bucketing = true'],
    aiToolkit: ({ resolution }) => [`datasets.resolution: [${resolution}]`],
    source: 'sd-scripts: library/model_util.py',
    heuristic: false,
  },
  {
    id: 'no-upscaling',
    modes: ['weak-sdxl', 'style-drift'],
    because: ['low-resolution', 'upscaled-image', 'near-target-share'],
    title: () => t('Do not enlarge small images'),
    why: () => t('They then train in buckets of their own size, sharp but small.'),
    settings: () => [dataset('enable_bucket', 'true'), dataset('bucket_no_upscale', 'true')],
    onetrainer: () => [],
    aiToolkit: () => [],
    source: 'sd-scripts: library/train_util.py',
    heuristic: false,
  },
  {
    id: 'separate-encoder-rates',
    modes: ['weak-sdxl'],
    because: ['near-target-share', 'low-resolution'],
    title: () => t('Set the rates of U-Net and text encoders apart'),
    why: () => t('SDXL has two text encoders, which need far less than the U-Net.'),
    settings: () => [script('unet_lr', '0.0001'), script('text_encoder_lr', '[0.00001]')],
    onetrainer: () => [
      'unet.learning_rate = 1e-4',
      'text_encoder.learning_rate = 1e-5',
      'text_encoder_2.learning_rate = 1e-5',
    ],
    aiToolkit: () => ['train.unet_lr: 1e-4', 'train.text_encoder_lr: 1e-5'],
    source: 'sd-scripts: docs/train_SDXL-en.md',
    heuristic: true,
  },
];
