/** The subset options that shape a caption, named as in sd-scripts' dataset config. */
export interface CaptionOptions {
  readonly shuffleCaption: boolean;
  /** Between tags; an empty one stops training as soon as captions are split. */
  readonly captionSeparator: string;
  /** Put between tags when they are joined again: ", " up to 0.10, from 0.11 on the separator and a space. */
  readonly joiner?: string;
  /** Tags at the head that never move or drop; 0 or less means none. Ignored where the caption holds the keep-tokens separator. */
  readonly keepTokens: number;
  /** Text such as `|||` that ends the fixed head, and at its second occurrence starts the fixed tail; empty means none. */
  readonly keepTokensSeparator: string;
  /** Text replaced by the caption separator at the very end, so that a group of tags moves as one; null or empty means none. */
  readonly secondarySeparator: string | null;
  readonly enableWildcard: boolean;
  /** Chance that the whole caption is dropped, per sample. Not range-checked by the trainer. */
  readonly captionDropoutRate: number;
  /** Every n-th epoch trains without captions; 0 means never. */
  readonly captionDropoutEveryNEpochs: number;
  /** Chance that a flexible tag is dropped, per sample and tag. */
  readonly captionTagDropoutRate: number;
  readonly captionPrefix: string | null;
  readonly captionSuffix: string | null;
  readonly tokenWarmupMin: number;
  /** Steps until all flexible tags are used; below 1 a share of all steps, so 1.0 is one step and not all of them. */
  readonly tokenWarmupStep: number;
}

/** Built-in values of sd-scripts (library/config_util.py, BaseSubsetParams). */
export const CAPTION_DEFAULTS: CaptionOptions = {
  shuffleCaption: false,
  captionSeparator: ',',
  keepTokens: 0,
  keepTokensSeparator: '',
  secondarySeparator: null,
  enableWildcard: false,
  captionDropoutRate: 0,
  captionDropoutEveryNEpochs: 0,
  captionTagDropoutRate: 0,
  captionPrefix: null,
  captionSuffix: null,
  tokenWarmupMin: 1,
  tokenWarmupStep: 0,
};

/** Where in training the caption is read. */
export interface CaptionContext {
  /** Counts from 1 in the loop; a dataset starts at 0. */
  readonly epoch: number;
  readonly step: number;
  readonly maxTrainSteps: number;
  /** Textual inversion only, in order: text to its replacement. The empty text replaces the whole caption; of a list one is chosen. */
  readonly replacements: readonly (readonly [string, string | readonly string[]])[];
}

/** The first step of an ordinary run. */
export const FIRST_STEP: CaptionContext = { epoch: 1, step: 0, maxTrainSteps: 1000, replacements: [] };

/** True when the trainer splits captions into tags at all; else they train as typed, double commas and `|||` included. */
export function splitsIntoTags(options: CaptionOptions): boolean {
  return options.shuffleCaption || options.tokenWarmupStep > 0 || options.captionTagDropoutRate > 0;
}

/** `token_warmup_step` in steps: a value below 1 is a share of all steps. */
export function warmupSteps(options: CaptionOptions, maxTrainSteps: number): number {
  const { tokenWarmupStep } = options;
  return tokenWarmupStep < 1 ? Math.floor(tokenWarmupStep * maxTrainSteps) : tokenWarmupStep;
}

/** The options by which tags are split as in training, and nothing drops or comes late; a secondary separator stays as it is written. */
export const withoutDrops = (options: CaptionOptions): CaptionOptions => ({
  ...options,
  shuffleCaption: splitsIntoTags(options),
  captionDropoutRate: 0,
  captionDropoutEveryNEpochs: 0,
  captionTagDropoutRate: 0,
  tokenWarmupStep: 0,
  secondarySeparator: null,
});
