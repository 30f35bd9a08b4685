import type { ConfigDocument } from '../documents/parsed.ts';
import { type Plain, toPlain } from '../documents/python-value.ts';
import type { CommonOptions } from '../trainer-plan.ts';
import { isSet } from './caption.ts';
import type { Concept } from './concepts.ts';
import type { TrainConfig } from './train-config.ts';

/** The part that is denoised with, by the name each kind of model gives it. */
const DENOISERS = ['unet', 'prior', 'transformer'];
/** Changes to colours that a concept may ask for. */
const COLOURS = ['brightness', 'contrast', 'saturation', 'hue'];

/**
 * A run under the names of sd-scripts (OneTrainer modules/util/config/TrainConfig.py). Each text encoder has a rate of its own; 0: it
 * does not train.
 * @param encoders text encoders of the model
 */
export function runOptions(
  { values, encoders: parts }: TrainConfig,
  document: ConfigDocument,
  encoders: number,
): CommonOptions {
  const written = toPlain(document.root);
  const part = (name: string): Readonly<Record<string, Plain>> => {
    const own = isTable(written) ? written[name] : null;
    return isTable(own) ? own : {};
  };
  const rate = Number(values.get('learning_rate'));
  const denoiser = DENOISERS.map(part).find((one) => Object.keys(one).length > 0) ?? {};
  const trains = denoiser.train !== false;
  const rates = parts.slice(0, encoders).map((one) => {
    const own = one.get('learning_rate');
    return isSet(one.get('train')) ? (typeof own === 'number' ? own : rate) : 0;
  });
  const isLora = values.get('training_method') === 'LORA' && (peftType(written) ?? 'LORA') === 'LORA';
  return new Map<string, Plain>([
    ...(isLora
      ? ([
          ['network_module', 'networks.lora'],
          ['network_dim', values.get('lora_rank') ?? null],
          ['network_alpha', values.get('lora_alpha') ?? null],
          ['network_dropout', values.get('dropout_probability') ?? null],
        ] as const)
      : []),
    ['learning_rate', rate],
    ['unet_lr', typeof denoiser.learning_rate === 'number' ? denoiser.learning_rate : rate],
    ['text_encoder_lr', rates],
    ['network_train_unet_only', rates.every((one) => one === 0)],
    ['network_train_text_encoder_only', !trains],
    ['gradient_accumulation_steps', values.get('gradient_accumulation_steps') ?? null],
    ['max_train_epochs', values.get('epochs') ?? null],
    ['enable_bucket', isSet(values.get('aspect_ratio_bucketing'))],
    ...otherOptions(written),
  ]);
}

/** What it saves and how it weighs steps, as far as the file says so. */
function otherOptions(written: Plain): (readonly [string, Plain])[] {
  if (!isTable(written)) return [];
  const {
    train_dtype: precision,
    save_every: every,
    save_every_unit: unit,
    save_skip_first: skipped,
    clip_grad_norm: norm,
    loss_weight_fn: weight,
  } = written;
  const saves = { EPOCH: 'save_every_n_epochs', STEP: 'save_every_n_steps' }[String(unit)];
  const mixed = PRECISION[String(precision)];
  return [
    ...(mixed === undefined ? [] : [['mixed_precision', mixed] as const]),
    ['save_every_n_epochs', null],
    ...(saves !== undefined && typeof every === 'number' ? [[saves, every] as const] : []),
    // In the unit of the interval; sd-scripts has nothing of the kind.
    ...(typeof skipped === 'number' ? [['save_skip_first', skipped] as const] : []),
    ...(typeof norm === 'number' ? [['max_grad_norm', norm] as const] : []),
    ...(weight === 'MIN_SNR_GAMMA' ? [['min_snr_gamma', written.loss_weight_strength ?? gammaOfLoss] as const] : []),
  ];
}
/** Gamma where the file names the function only (OneTrainer modules/util/config/TrainConfig.py, loss_weight_strength). */
const gammaOfLoss = 5;

/** A concept under the names of sd-scripts. */
export function conceptOptions({ values, text, image }: Concept, { encoders }: TrainConfig): CommonOptions {
  const drops = isSet(text.get('tag_dropout_enable')) ? Number(text.get('tag_dropout_probability')) : 0;
  const changes = (colour: string): boolean =>
    isSet(image.get(`enable_random_${colour}`)) && Number(image.get(`random_${colour}_max_strength`)) > 0;
  return new Map<string, Plain>([
    ['shuffle_caption', isSet(text.get('enable_tag_shuffling'))],
    ['keep_tokens', text.get('keep_tags_count') ?? null],
    ['caption_separator', text.get('tag_delimiter') ?? null],
    ['caption_tag_dropout_rate', drops],
    ['caption_dropout_rate', Math.max(0, ...encoders.map((one) => Number(one.get('dropout_probability'))))],
    ['color_aug', COLOURS.some(changes)],
    ...(values.get('balancing_strategy') === 'REPEATS'
      ? [['num_repeats', values.get('balancing') ?? null] as const]
      : []),
  ]);
}

/** Its numbers under the names of sd-scripts. */
const PRECISION: Readonly<Record<string, string>> = { BFLOAT_16: 'bf16', FLOAT_16: 'fp16', FLOAT_32: 'no' };

const isTable = (value: Plain | undefined): value is { readonly [key: string]: Plain } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const peftType = (written: Plain): Plain | undefined => (isTable(written) ? written.peft_type : undefined);
