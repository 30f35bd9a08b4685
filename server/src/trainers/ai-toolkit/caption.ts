import type { PyValue } from '../documents/python-value.ts';
import { pythonStrip } from '../python/python-text.ts';
import type { RandomSource } from '../python/random-source.ts';
import { isTrue } from '../python/truth.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { numeric } from './buckets.ts';

/** Chances of this trainer: besides those of all, numbers of a range and a sample without repetition. */
export interface Chances extends RandomSource {
  /** A whole number from `least` to `most`, both included. */
  randint(least: number, most: number): number;
  /** `count` different ones in random order; never more than there are. */
  sample<T>(items: readonly T[], count: number): T[];
}

/** What shapes the captions of a dataset. Values are kept as they are written, because the trainer converts next to nothing. */
export interface CaptionOptions {
  readonly captionDropoutRate: number;
  readonly tokenDropoutRate: number;
  readonly keepTokens: PyValue;
  readonly shuffleTokens: boolean;
  readonly randomTriggers: readonly string[];
  readonly randomTriggersMax: PyValue;
  /** Trigger of the dataset, else of the process; none where it is null. */
  readonly trigger: PyValue;
  /** Trigger of the process alone, injected once more into the prompt. */
  readonly processTrigger: PyValue;
  readonly isReg: boolean;
  /** Embeddings are cached: dropout happens elsewhere, and nothing is injected later. */
  readonly cached: boolean;
}

/**
 * Puts the trigger in (ai-toolkit toolkit/prompt_utils.py): in place of `[name]` and `[trigger]`, and in front when it stands nowhere.
 */
export function injectTrigger(text: string, trigger: PyValue, addWhenAbsent: boolean): Outcome<string> {
  if (trigger.type !== 'none' && trigger.type !== 'str') return stops('TypeError', 'trigger_word is no text');
  const word = trigger.type === 'str' ? trigger.value : '';
  const filled = text.replaceAll('[name]', () => word).replaceAll('[trigger]', () => word);
  const isMissing = addWhenAbsent && pythonStrip(word) !== '' && !filled.includes(word);
  return answer(isMissing ? `${word} ${filled}` : filled);
}

/**
 * The caption of a use of an image, from the text of its file (toolkit/dataloader_mixins.py, get_caption).
 * @param isShort the second caption of `short_and_long_captions`, which is never dropped
 */
export function datasetCaption(
  text: string,
  options: CaptionOptions,
  chances: Chances,
  isShort = false,
): Outcome<string> {
  const dropout = options.captionDropoutRate;
  if (!options.cached && !isShort && dropout > 0 && chances.random() < dropout) return answer('');
  let parts = text.split(',');
  const rate = options.tokenDropoutRate;
  if (!options.cached && rate > 0) {
    const keep = numeric(options.keepTokens);
    if (keep === null) return stops('TypeError', 'keep_tokens is no number');
    parts = parts.filter((_, i) => i < keep || (rate < 1 && chances.random() > rate));
  }
  if (options.shuffleTokens) chances.shuffle(parts);
  const injected = injectTrigger(parts.join(', '), options.trigger, !options.isReg);
  if (injected.error) return injected;
  const extended = withRandomTriggers(injected.value, options, chances);
  if (extended.error || !options.shuffleTokens) return extended;
  const again = extended.value.split(',');
  chances.shuffle(again);
  return answer(again.join(', '));
}

function withRandomTriggers(text: string, options: CaptionOptions, chances: Chances): Outcome<string> {
  const { randomTriggers } = options;
  if (randomTriggers.length === 0) return answer(text);
  const most = numeric(options.randomTriggersMax);
  if (most === null) return stops('TypeError', 'random_triggers_max is no number');
  const count = most > 1 ? chances.randint(0, most) : most;
  if (count <= 0) return answer(text);
  if (count > randomTriggers.length) return stops('ValueError', 'more random triggers than there are');
  return answer(`${text}, ${chances.sample(randomTriggers, count).join(', ')}`);
}

/** What is encoded: the caption with the trigger of the process once more, unless embeddings are cached. */
export function encodedPrompt(caption: string, options: CaptionOptions): Outcome<string> {
  if (options.cached || options.processTrigger.type === 'none') return answer(caption);
  return injectTrigger(caption, options.processTrigger, !options.isReg);
}

/** `prompt_saturation_chance`: a short prompt is repeated until it has about 77 words. */
export function saturated(prompt: string): string {
  const words = prompt.split(' ').length;
  if (words >= 77) return prompt;
  return Array.from({ length: Math.trunc(77 / words) + 1 }, () => prompt).join(', ');
}

/** What a dropped caption is with cached embeddings. */
export function droppedCaption(options: CaptionOptions): string {
  const word = options.trigger.type === 'str' ? options.trigger.value : '';
  return options.isReg || pythonStrip(word) === '' ? '' : `${word} `;
}

/** The caption with the class word in place of the trigger (`diff_output_preservation`). */
export function classCaption(caption: string, trigger: PyValue, classWord: string): string {
  return trigger.type === 'str' && trigger.value !== '' ? caption.replaceAll(trigger.value, () => classWord) : caption;
}

/** The text of a caption file, or what stands for it: the default for a file that is missing or blank. */
export function captionText(file: string | null, fallback: PyValue): Outcome<string> {
  const words = fallback.type === 'str' ? fallback.value : null;
  if (file !== null && (pythonStrip(file) !== '' || fallback.type === 'none')) return answer(file);
  if (words !== null) return answer(words);
  return isTrue(fallback) ? stops('AttributeError', 'default_caption is no text') : answer('');
}
