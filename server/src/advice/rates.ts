import type { TrainingFacts } from './facts.ts';

/** Learning rates in force; 0: that part does not train. */
export interface EncoderRates {
  readonly unet: number;
  readonly textEncoder: number;
}

/** The text encoder's rate over the U-Net's up to which it trains lightly. */
export const lightRatio = 0.2;

/** The trainer's own rate where none is given (sd-scripts library/train_util.py). */
const defaultRate = 2e-6;

/**
 * The rates of U-Net and text encoder: `unet_lr` and the first of `text_encoder_lr`, else `learning_rate` for both; no text encoder
 * trains with `network_train_unet_only` or cached outputs (sd-scripts train_network.py). Where encoders have rates of their own, the
 * highest.
 */
export function encoderRates({ values, ratesPerEncoder }: TrainingFacts): EncoderRates {
  const both = rateOf(values.get('learning_rate')) ?? defaultRate;
  const unetOnly = values.get('network_train_unet_only') === true || values.get('cache_text_encoder_outputs') === true;
  return {
    unet: values.get('network_train_text_encoder_only') === true ? 0 : (rateOf(values.get('unet_lr')) ?? both),
    textEncoder: unetOnly ? 0 : ((ratesPerEncoder ? highest : rateOf)(values.get('text_encoder_lr')) ?? both),
  };
}

function highest(value: unknown): number | null {
  const rates = (Array.isArray(value) ? value : [value]).flatMap((rate) => rateOf(rate) ?? []);
  return rates.length === 0 ? null : Math.max(...rates);
}

function rateOf(value: unknown): number | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'number' && Number.isFinite(first) ? first : null;
}
