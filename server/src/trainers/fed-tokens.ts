import { countCaptionTokens, type TokenOptions } from './caption-tokens.ts';
import { captionChoices } from './captions/caption-choices.ts';
import { readCaptionLines } from './captions/caption-lines.ts';
import { type CaptionOptions, splitsIntoTags } from './captions/caption-options.ts';
import { effectiveCaption } from './captions/effective-caption.ts';
import type { TrainerProfile } from './trainer-profile.ts';

/** What decides about the text that a trainer feeds, and about its tokens. */
export interface Feeding {
  readonly trainer: TrainerProfile;
  readonly captionOptions: CaptionOptions;
  readonly clip: TokenOptions;
}

/** Line and wildcard choices counted per caption; captions with many wildcards have millions. */
const countedChoices = 32;

/** Whether a caption is fed as its line stands in the file, so that its own tokens are all there are. */
export function isFedAsWritten(options: CaptionOptions): boolean {
  return (
    !options.captionPrefix &&
    !options.captionSuffix &&
    !options.enableWildcard &&
    !options.secondarySeparator &&
    !splitsIntoTags(options)
  );
}

/**
 * Content tokens of the longest text that the trainer can make of a caption: prefix and suffix, the longest line or wildcard choice, nothing
 * dropped. The one number that diagnostics, lens, hover, metrics, overview, plan and JSON show.
 * @param fileText the text of a caption file
 */
export function fedTokens(fileText: string, { trainer, captionOptions, clip }: Feeding): number {
  if (trainer.sameOptions === 'all') {
    const policy = captionOptions.enableWildcard ? 'random' : 'first';
    return tokensOfCaption(readCaptionLines(fileText, policy).text.text, captionOptions, clip);
  }
  const [first, ...others] = Array.from(
    { length: effectiveCaption(fileText, trainer, captionOptions).alternatives.length },
    (_, line) => countCaptionTokens(effectiveCaption(fileText, trainer, captionOptions, undefined, line).text, clip),
  );
  return Math.max(first ?? 0, ...others);
}

/**
 * The same for a caption as sd-scripts holds it after reading: one line, or with wildcards all lines.
 * A caption the trainer stops at counts as it stands.
 */
export function tokensOfCaption(caption: string, options: CaptionOptions, clip: TokenOptions): number {
  if (caption === '' && !options.captionPrefix && !options.captionSuffix) return 0;
  if (isFedAsWritten(options)) return countCaptionTokens(caption, clip);
  const whole: CaptionOptions = {
    ...options,
    shuffleCaption: splitsIntoTags(options),
    tokenWarmupStep: 0,
    captionTagDropoutRate: 0,
    captionDropoutRate: 0,
    captionDropoutEveryNEpochs: 0,
  };
  const choices = captionChoices(caption, whole, countedChoices);
  const texts = choices.error ? [caption] : choices.value.texts;
  return texts.reduce((most, text) => Math.max(most, countCaptionTokens(text, clip)), 0);
}
