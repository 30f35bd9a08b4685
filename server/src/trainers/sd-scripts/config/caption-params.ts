import { CAPTION_DEFAULTS, type CaptionOptions } from '../../captions/caption-options.ts';
import type { ResolvedParams } from './resolve-datasets.ts';

/** The caption options of a resolved subset. A value of a type the trainer would not take counts as its default. */
export function captionOptionsOf({ values }: ResolvedParams): CaptionOptions {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? (values[name] as string) : null);
  const number = (name: string, fallback: number): number => {
    const value = values[name];
    return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : fallback;
  };
  const defaults = CAPTION_DEFAULTS;
  return {
    shuffleCaption: values.shuffle_caption === true,
    captionSeparator: text('caption_separator') ?? defaults.captionSeparator,
    keepTokens: number('keep_tokens', defaults.keepTokens),
    keepTokensSeparator: text('keep_tokens_separator') ?? defaults.keepTokensSeparator,
    secondarySeparator: text('secondary_separator'),
    enableWildcard: values.enable_wildcard === true,
    captionDropoutRate: number('caption_dropout_rate', 0),
    captionDropoutEveryNEpochs: number('caption_dropout_every_n_epochs', 0),
    captionTagDropoutRate: number('caption_tag_dropout_rate', 0),
    captionPrefix: text('caption_prefix'),
    captionSuffix: text('caption_suffix'),
    tokenWarmupMin: number('token_warmup_min', defaults.tokenWarmupMin),
    tokenWarmupStep: number('token_warmup_step', defaults.tokenWarmupStep),
  };
}
