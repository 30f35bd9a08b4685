import { t } from '../../ground/l10n.ts';
import type { AdviceFacts } from '../facts.ts';
import { advisedRank, alphaFor, lightRates, present, presentNumber, rateText } from '../numbers.ts';
import { encoderRates, lightRatio } from '../rates.ts';
import { atLeast, dataset, type SettingsAdvice, script, type TrainerSetting } from './define.ts';

/** Rate of the text encoder over that of the U-Net; null where the options are not known. */
function rateRatio({ training }: AdviceFacts): number | null {
  if (!training?.knowsOptions) return null;
  const { unet, textEncoder } = encoderRates(training);
  return unet > 0 ? textEncoder / unet : null;
}

function spareEncoder(facts: AdviceFacts): TrainerSetting[] {
  const ratio = rateRatio(facts);
  if (ratio !== null && ratio <= lightRatio) return [];
  return ratio === null
    ? [script('network_train_unet_only', 'true')]
    : [script('text_encoder_lr', `[${rateText(lightRates(facts).textEncoder)}]`)];
}

/** Lets the text encoder train, where it does not. */
function trainEncoder(facts: AdviceFacts): TrainerSetting[] {
  const ratio = rateRatio(facts);
  if (ratio !== null && ratio > 0) return [];
  const off = (key: string): TrainerSetting[] => (present(facts, key) === true ? [script(key, 'false')] : []);
  return [
    ...off('network_train_unet_only'),
    ...off('cache_text_encoder_outputs'),
    script('text_encoder_lr', `[${rateText(lightRates(facts).textEncoder)}]`),
  ];
}

/** Only what the present configuration has otherwise; without one the combination that is known to be stable. */
function stableNumbers(facts: AdviceFacts): TrainerSetting[] {
  const dim = presentNumber(facts, 'network_dim');
  const alpha = presentNumber(facts, 'network_alpha');
  const rank = dim ?? advisedRank(facts);
  return [
    ...(dim === null ? [script('network_dim', String(rank))] : []),
    ...(isStable(facts, rank, alpha) ? [] : [script('network_alpha', String(alphaFor(facts, rank)))]),
    script('mixed_precision', '"bf16"'),
    script('full_fp16', 'false'),
  ];
}

/** An alpha that is the rank or half of it. */
const isStable = ({ training }: AdviceFacts, rank: number, alpha: number | null): boolean =>
  training?.knowsOptions === true && (alpha === rank || alpha === rank / 2);

/** The same as lines of another trainer: a rank that is there stays. */
function stableLines(facts: AdviceFacts, rankLine: string, alphaLine: string): readonly string[] {
  const dim = presentNumber(facts, 'network_dim');
  const rank = dim ?? advisedRank(facts);
  return [
    ...(dim === null ? [`${rankLine}${rank}`] : []),
    ...(isStable(facts, rank, presentNumber(facts, 'network_alpha')) ? [] : [`${alphaLine}${alphaFor(facts, rank)}`]),
  ];
}

/** What the configuration has of alpha, rank and precision. */
function presentNumbers(facts: AdviceFacts): string {
  const now = ['network_dim', 'network_alpha', 'mixed_precision'].flatMap((key) => {
    const value = present(facts, key);
    return value == null ? [] : [`${key} ${String(value)}`];
  });
  return now.length === 0 ? '' : t('Now: {0}.', now.join(', '));
}

/** A setting that is advised only where the configuration has none of it. */
const atLeastSome = (facts: AdviceFacts, key: string, value: string): TrainerSetting[] =>
  (presentNumber(facts, key) ?? 0) > 0 ? [] : [script(key, value)];

const tenth = (facts: AdviceFacts): string =>
  t('A tenth of the U-Net rate {0} is {1}.', rateText(lightRates(facts).unet), rateText(lightRates(facts).textEncoder));

/** Models with the noise steps of SD, whose signal can be weighed; the others match a flow and have none (sd-scripts flux_train_network.py). */
const ofNoiseSteps: ReadonlySet<string> = new Set(['sd15', 'sd2', 'sdxl']);
const hasNoiseSteps = ({ model }: AdviceFacts): boolean => ofNoiseSteps.has(model);

/** The model is trained at its own size already. */
const trainsAtSize = ({ metrics }: AdviceFacts): boolean => metrics['training-resolution'] === 1;

const upTo = (facts: AdviceFacts): number => facts.resolution * 2;

/** Settings that depend on the model: its encoders, its numbers, its resolution. */
export const modelSettings: readonly SettingsAdvice[] = [
  {
    id: 'spare-text-encoder',
    modes: ['concept-bleed', 'memorization'],
    because: [
      'text-encoder-rate-ratio',
      'class-hijack',
      'class-trigger-probability',
      'overloaded-trigger',
      'missing-regularization',
      'concept-overlap',
      'concept-divergence',
    ],
    title: () => t('Train the text encoder weakly, or the U-Net only'),
    why: () => t('A text encoder that trains hard changes what the class word means.'),
    numbers: tenth,
    settings: spareEncoder,
    onetrainer: (facts) => [
      `text_encoder.learning_rate = ${rateText(lightRates(facts).textEncoder)}`,
      ...(facts.textEncoders > 1 ? [`text_encoder_2.learning_rate = ${rateText(lightRates(facts).textEncoder)}`] : []),
    ],
    aiToolkit: () => ['train.train_text_encoder: false'],
    source: 'sd-scripts: docs/train_SDXL-en.md',
    heuristic: true,
  },
  {
    id: 'train-text-encoder-lightly',
    modes: ['identity-collapse'],
    because: ['untrained-text-encoder'],
    title: () => t('Let the text encoder learn the trigger, weakly'),
    why: () => t('Without it a new word may not take hold; too much of it breaks general words.'),
    numbers: tenth,
    settings: trainEncoder,
    onetrainer: (facts) => [
      'text_encoder.train = true',
      `text_encoder.learning_rate = ${rateText(lightRates(facts).textEncoder)}`,
    ],
    // What other models read captions with is far larger than a CLIP, and is not trained with them.
    aiToolkit: (facts) =>
      hasNoiseSteps(facts)
        ? ['train.train_text_encoder: true', `train.text_encoder_lr: ${rateText(lightRates(facts).textEncoder)}`]
        : [],
    source: 'map: identity',
    heuristic: true,
  },
  {
    id: 'separate-encoder-rates',
    modes: ['weak-sdxl'],
    because: ['shared-encoder-rate'],
    title: () => t('Set the rates of U-Net and text encoders apart'),
    why: () =>
      t('SDXL has two text encoders, which need far less than the U-Net; trainers with two rates can tell them apart.'),
    numbers: ({ profile }) =>
      profile === 'sd-scripts' ? t('networks.lora gives both the first value of text_encoder_lr.') : '',
    settings: (facts) => {
      const ratio = rateRatio(facts);
      if (facts.textEncoders < 2 || facts.model !== 'sdxl' || (ratio !== null && ratio <= lightRatio)) return [];
      const { unet, textEncoder } = lightRates(facts);
      return [script('unet_lr', rateText(unet)), script('text_encoder_lr', `[${rateText(textEncoder)}]`)];
    },
    onetrainer: (facts) => {
      const { unet, textEncoder } = lightRates(facts);
      return [
        `unet.learning_rate = ${rateText(unet)}`,
        `text_encoder.learning_rate = ${rateText(textEncoder)}`,
        `text_encoder_2.learning_rate = ${rateText(textEncoder / 2)}`,
      ];
    },
    aiToolkit: (facts) => {
      const { unet, textEncoder } = lightRates(facts);
      return [`train.unet_lr: ${rateText(unet)}`, `train.text_encoder_lr: ${rateText(textEncoder)}`];
    },
    source: 'sd-scripts: docs/train_SDXL-en.md',
    heuristic: true,
  },
  {
    id: 'no-colour-augmentation',
    modes: ['style-drift'],
    because: ['colour-augmentation', 'trigger-colour-probability', 'lighting-top-share'],
    title: () => t('Leave colour augmentation off until colours are tagged'),
    why: () => t('It evens out a bias, and may bring a drift of its own.'),
    settings: () => [dataset('color_aug', 'false')],
    onetrainer: () => ['image.enable_random_hue = false', 'image.enable_random_saturation = false'],
    aiToolkit: (facts) => (present(facts, 'color_aug') === true ? ['datasets.augmentations: []'] : []),
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'stable-numbers',
    modes: ['training-instability'],
    because: [
      'nan-prone-settings',
      'alpha-share',
      'outlier-image',
      'identical-captions',
      'look-alike-share',
      'over-limit-share',
      'cluster-share',
      'heavy-compression',
    ],
    title: () => t('Use combinations that are known to be stable'),
    why: () => t('Alpha unequal to dim, half precision throughout and unusual lengths are reported to give NaN.'),
    numbers: presentNumbers,
    settings: stableNumbers,
    onetrainer: (facts) => [...stableLines(facts, 'lora_rank = ', 'lora_alpha = '), 'train_dtype = BFLOAT_16'],
    aiToolkit: (facts) => [...stableLines(facts, 'network.linear: ', 'network.linear_alpha: '), 'train.dtype: bf16'],
    source: 'map: training-instability',
    heuristic: true,
  },
  {
    id: 'damp-outliers',
    modes: ['training-instability'],
    because: ['outlier-image', 'look-alike-share', 'cluster-share', 'heavy-compression'],
    title: () => t('Keep single images and steps from outweighing the others'),
    why: (facts) =>
      facts === undefined || hasNoiseSteps(facts)
        ? t('Clipped gradients and min-SNR weighting dampen what odd or repeated images do to a step.')
        : t('Clipped gradients dampen what odd or repeated images do to a step.'),
    settings: (facts) => [
      ...atLeastSome(facts, 'max_grad_norm', '1.0'),
      ...(hasNoiseSteps(facts) ? atLeastSome(facts, 'min_snr_gamma', '5.0') : []),
    ],
    onetrainer: (facts) => [
      'clip_grad_norm = 1.0',
      ...(hasNoiseSteps(facts) ? ['loss_weight_fn = MIN_SNR_GAMMA'] : []),
    ],
    aiToolkit: (facts) => ['train.max_grad_norm: 1.0', ...(hasNoiseSteps(facts) ? ['train.min_snr_gamma: 5.0'] : [])],
    source: 'map: training-instability',
    heuristic: true,
  },
  {
    id: 'buckets-of-the-model',
    modes: ['weak-sdxl'],
    because: [
      'training-resolution',
      'small-max-bucket',
      'extreme-aspect-ratio',
      'heavy-crop',
      'thin-bucket',
      'near-target-share',
      'low-resolution',
    ],
    title: () => t('Set resolution and buckets for the model'),
    why: () => t('The defaults are no buckets and no side over 1024, whatever the model.'),
    numbers: ({ model, resolution }) => t('{0} trains at {1}.', model, resolution),
    settings: (facts) => [
      dataset('resolution', String(facts.resolution)),
      dataset('enable_bucket', 'true'),
      ...atLeast(facts, dataset('max_bucket_reso', String(upTo(facts))), upTo(facts)),
    ],
    onetrainer: (facts) => [
      ...(trainsAtSize(facts) ? [] : [`resolution = ${facts.resolution}`]),
      'aspect_ratio_bucketing = true',
    ],
    aiToolkit: (facts) => (trainsAtSize(facts) ? [] : [`datasets.resolution: [${facts.resolution}]`]),
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
];
