import { toPlain } from '../documents/python-value.ts';
import type { CommonOptions } from '../trainer-plan.ts';
import type { RunValues } from './run-options.ts';

/** Steps of a training that says neither steps nor epochs (musubi-tuner training/parser_common.py). */
export const defaultSteps = 1600;

/** Options that its programs share with those of sd-scripts, name and meaning. */
export const SHARED = [
  'network_dim',
  'network_alpha',
  'network_dropout',
  'scale_weight_norms',
  'learning_rate',
  'optimizer_type',
  'lr_scheduler',
  'mixed_precision',
  'gradient_accumulation_steps',
  'max_train_steps',
  'max_train_epochs',
  'save_every_n_epochs',
  'save_every_n_steps',
  'save_last_n_epochs',
  'save_last_n_steps',
];

/** What the programs take where the file is silent; rank and alpha as the modules of LoRA have them (musubi-tuner networks/lora.py). */
const DEFAULTS: CommonOptions = new Map([
  ['network_dim', 4],
  ['network_alpha', 1],
]);

/** The training options under the names of sd-scripts; text encoders never train. */
export function runOptions(values: RunValues): CommonOptions {
  const written = SHARED.flatMap((name) => {
    const value = values.get(name);
    return value === undefined || value.type === 'none' ? [] : [[name, toPlain(value)] as const];
  });
  const module = values.get('network_module');
  const said: CommonOptions = new Map([['save_every_n_epochs', null], ...written, ['network_train_unet_only', true]]);
  if (module?.type !== 'str') return said;
  const isLora = /(?:^|\.)networks\.lora(?:_|$)/.test(module.value);
  return new Map([...(isLora ? DEFAULTS : []), ...said, ['network_module', isLora ? 'networks.lora' : module.value]]);
}

/** A number of the training options; null where it is not set. */
export function numberOf(values: RunValues, name: string): number | null {
  const value = values.get(name);
  return value?.type === 'int' || value?.type === 'float' ? Number(value.value) : null;
}
