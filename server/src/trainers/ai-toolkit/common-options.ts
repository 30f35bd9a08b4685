import { type PyValue, toPlain } from '../documents/python-value.ts';
import { isTrue } from '../python/truth.ts';
import type { CommonOptions } from '../trainer-plan.ts';
import { numeric } from './buckets.ts';
import type { JobProcess, Values } from './resolve.ts';

type Pair = readonly [name: string, value: PyValue | undefined];

/** The run of a process under the names of sd-scripts (ai-toolkit toolkit/config_modules.py, NetworkConfig and TrainConfig). */
export function runOptions({ network, train, saveEvery, savesKept, gradientNorm, gamma }: JobProcess): CommonOptions {
  const type = network?.values.get('type');
  const isLora = type?.type === 'str' && type.value.toLowerCase() === 'lora';
  const pairs: Pair[] = [
    // LoKr takes its size from the layers: its rank says nothing.
    ['network_dim', isLora ? network?.values.get('linear') : undefined],
    ['network_alpha', isLora ? network?.values.get('linear_alpha') : undefined],
    ['network_dropout', network?.values.get('dropout')],
    ['max_train_steps', train.get('steps')],
    ['save_every_n_steps', saveEvery],
    // sd-scripts counts the steps that they lie back instead.
    ['max_step_saves_to_keep', savesKept],
    ['max_grad_norm', gradientNorm],
    ['min_snr_gamma', gamma],
    ['learning_rate', train.get('lr')],
    ['unet_lr', train.get('unet_lr')],
    ['text_encoder_lr', train.get('text_encoder_lr')],
    ['mixed_precision', train.get('dtype')],
    ['gradient_accumulation_steps', accumulationOf(train)],
  ];
  return new Map([
    ...plain(pairs),
    ...(isLora ? [['network_module', 'networks.lora'] as const] : []),
    ['save_every_n_epochs', null],
    ['network_train_unet_only', !isTrue(train.get('train_text_encoder'))],
    ['network_train_text_encoder_only', !isTrue(train.get('train_unet'))],
  ]);
}

/** The older name counts where the newer one stays at 1. */
function accumulationOf(train: Values): PyValue | undefined {
  const newer = train.get('gradient_accumulation');
  return (numeric(newer) ?? 1) > 1 ? newer : train.get('gradient_accumulation_steps');
}

/** A dataset under the names of sd-scripts; its keep_tokens holds nothing back from shuffling. */
export function datasetOptions(values: Values): CommonOptions {
  return new Map([
    ...plain([
      ['caption_tag_dropout_rate', values.get('token_dropout_rate')],
      ['caption_dropout_rate', values.get('caption_dropout_rate')],
      ['num_repeats', values.get('num_repeats')],
      // What it puts before captions.
      ['caption_prefix', values.get('trigger_word')],
      ['resolution', values.get('resolution')],
    ]),
    ['shuffle_caption', isTrue(values.get('shuffle_tokens'))],
    ['enable_bucket', isTrue(values.get('buckets'))],
    ['color_aug', changesColours(values.get('augmentations'))],
  ]);
}

/** Names of Albumentations' transforms that change colours or light. */
const colourful =
  /color|colour|hue|saturation|brightness|contrast|gamma|rgb|gray|tone|equalize|clahe|solarize|posterize/i;

function changesColours(augmentations: PyValue | undefined): boolean {
  if (augmentations?.type !== 'list') return false;
  return augmentations.items.some((item) => {
    const method = item.type === 'dict' ? item.entries.get('method')?.value : undefined;
    return method?.type === 'str' && colourful.test(method.value);
  });
}

const plain = (pairs: readonly Pair[]) =>
  pairs.flatMap(([name, value]) =>
    value === undefined || value.type === 'none' ? [] : [[name, toPlain(value)] as const],
  );
