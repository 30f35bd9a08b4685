import { t } from '../ground/l10n.ts';

// What is wrong with numbers of a run whatever the trainer is: the arithmetic of the optimizers and of dropout that all of them take from torch.

/** What is wrong with a learning rate, in the display language; null where nothing is. */
export function rateFault(option: string, rate: unknown): string | null {
  const rates = Array.isArray(rate) ? rate : [rate];
  return rates.some((one) => typeof one === 'number' && one < 0)
    ? t('{0} is negative: optimizers refuse it.', option)
    : null;
}

/** What is wrong with the share of a network that is dropped. */
export function dropoutFault(option: string, share: unknown): string | null {
  return typeof share === 'number' && (share < 0 || share > 1)
    ? t('{0} must be from 0 to 1: training stops.', option)
    : null;
}

/** What is said of steps or epochs below 1; null for others. */
export function lengthFault(length: unknown): string | null {
  return typeof length === 'number' && length < 1 ? t('Below 1 nothing trains.') : null;
}

/** Said where all rates of what trains are 0. */
export const nothingLearned = (): string => t('Every learning rate is 0: nothing is learned.');

/** Schedules that diffusers and trainers of its kind know. */
export const SCHEDULERS: readonly string[] = [
  ...['linear', 'cosine', 'cosine_with_restarts', 'polynomial', 'constant', 'constant_with_warmup', 'adafactor'],
  ...['piecewise_constant', 'inverse_sqrt', 'cosine_with_min_lr', 'warmup_stable_decay'],
];

/** Optimizers that the trainers of one author know by these names. */
export const OPTIMIZERS: readonly string[] = [
  ...['AdamW', 'AdamW8bit', 'PagedAdamW', 'PagedAdamW8bit', 'PagedAdamW32bit', 'Lion', 'Lion8bit', 'PagedLion8bit'],
  ...['SGDNesterov', 'SGDNesterov8bit', 'AdaFactor', 'Prodigy', 'DAdaptation', 'DAdaptAdam', 'DAdaptAdaGrad'],
  ...['DAdaptAdan', 'DAdaptAdanIP', 'DAdaptLion', 'DAdaptSGD', 'DAdaptAdamPreprint', 'AdamWScheduleFree'],
  ...['RAdamScheduleFree', 'SGDScheduleFree'],
];
