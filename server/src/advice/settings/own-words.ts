import type { AdviceFacts } from '../facts.ts';
import { present } from '../numbers.ts';

/** What an option of another trainer is called in sd-scripts, whose names present values go by. */
interface Common {
  readonly key: string;
  /** More than what is advised will do. */
  readonly atLeast?: true;
  /** Any number above 0 will do. */
  readonly some?: true;
  /** True here is false there. */
  readonly inverse?: true;
  /** Values of other names. */
  readonly values?: Readonly<Record<string, string>>;
}

const tagDropout: Common = { key: 'caption_tag_dropout_rate', atLeast: true };

const common: Readonly<Record<string, Common>> = {
  'text.enable_tag_shuffling': { key: 'shuffle_caption' },
  'text.tag_dropout_probability': tagDropout,
  'text_encoder.dropout_probability': { key: 'caption_dropout_rate', atLeast: true },
  dropout_probability: { key: 'network_dropout', atLeast: true },
  'text.keep_tags_count': { key: 'keep_tokens', atLeast: true },
  'unet.learning_rate': { key: 'unet_lr' },
  aspect_ratio_bucketing: { key: 'enable_bucket' },
  clip_grad_norm: { key: 'max_grad_norm', some: true },
  loss_weight_fn: { key: 'min_snr_gamma', some: true },
  lora_rank: { key: 'network_dim' },
  lora_alpha: { key: 'network_alpha' },
  save_skip_first: { key: 'save_skip_first' },
  'save.max_step_saves_to_keep': { key: 'max_step_saves_to_keep', atLeast: true },
  train_dtype: { key: 'mixed_precision', values: { BFLOAT_16: 'bf16' } },
  'text_encoder.train': { key: 'network_train_unet_only', inverse: true },
  'image.enable_random_hue': { key: 'color_aug' },
  'image.enable_random_saturation': { key: 'color_aug' },
  'datasets.token_dropout_rate': tagDropout,
  'datasets.caption_dropout_rate': { key: 'caption_dropout_rate', atLeast: true },
  'train.unet_lr': { key: 'unet_lr' },
  'train.text_encoder_lr': { key: 'text_encoder_lr' },
  'train.max_grad_norm': { key: 'max_grad_norm', some: true },
  'train.min_snr_gamma': { key: 'min_snr_gamma', some: true },
  'network.linear': { key: 'network_dim' },
  'network.linear_alpha': { key: 'network_alpha' },
  'network.dropout': { key: 'network_dropout', atLeast: true },
  'train.dtype': { key: 'mixed_precision' },
  'train.train_text_encoder': { key: 'network_train_unet_only', inverse: true },
};

/** Lines that only go with another one: by themselves they change nothing. */
const companions: Readonly<Record<string, string>> = {
  'text.tag_dropout_enable': 'text.tag_dropout_probability',
  'text.tag_dropout_mode': 'text.tag_dropout_probability',
  'datasets.keep_tokens': 'datasets.token_dropout_rate',
};

const keyOf = (line: string): string => line.slice(0, line.search(/[=:]/)).trim();
const wantedOf = (line: string): string => line.slice(line.search(/[=:]/) + 1).trim();

/** Whether the configuration has what a line asks for. */
function isSet(line: string, facts: AdviceFacts): boolean {
  const option = Object.hasOwn(common, keyOf(line)) ? common[keyOf(line)] : undefined;
  const now = option && present(facts, option.key);
  if (now === undefined || now === null) return false;
  const wanted = option?.values?.[wantedOf(line)] ?? wantedOf(line);
  if (option?.some) return typeof now === 'number' && now > 0;
  if (typeof now === 'number') return option?.atLeast ? now >= Number(wanted) : now === Number(wanted);
  if (typeof now === 'boolean') return String(option?.inverse ? !now : now) === wanted;
  return now === wanted;
}

/** The lines of an advice, in the words of another trainer, that the configuration does not have already. */
export function withoutPresent(lines: readonly string[], facts: AdviceFacts): readonly string[] {
  const left = lines.filter((line) => !isSet(line, facts));
  const keys = new Set(left.map(keyOf));
  return left.filter((line) => {
    const leader = companions[keyOf(line)];
    return leader === undefined || keys.has(leader);
  });
}
