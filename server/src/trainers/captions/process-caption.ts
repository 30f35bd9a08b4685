import type { RandomSource } from '../python/random-source.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import {
  type CaptionContext,
  type CaptionOptions,
  FIRST_STEP,
  splitsIntoTags,
  warmupSteps,
} from './caption-options.ts';
import {
  joinTraced,
  replaceTraced,
  splitTraced,
  stripTraced,
  type TracedText,
  traced,
  untraced,
} from './traced-text.ts';
import { resolveWildcards } from './wildcards.ts';

/** The trainer's three tag lists, in the order they are joined. */
export interface TagLists<T> {
  /** Head that neither moves nor drops. */
  readonly fixed: readonly T[];
  /** What was left of the shuffled tags after token warm-up and dropout. */
  readonly flexible: readonly T[];
  /** Tail that neither moves nor drops (after a second keep-tokens separator). */
  readonly suffix: readonly T[];
}

/** One caption as it is fed to the text encoder for one sample. */
export interface ProcessedCaption<T> {
  readonly text: T;
  /** The whole caption was dropped: the text is empty, prefix and trigger included. */
  readonly dropped: boolean;
  /** Null when the trainer does not split into tags (see {@link splitsIntoTags}) or dropped the caption. */
  readonly tags: TagLists<T> | null;
}

/**
 * What sd-scripts makes of a caption for one sample (library/train_util.py, process_caption): prefix and suffix, dropout, line and
 * wildcard choice, keep tokens, warm-up, shuffle, tag dropout, secondary separator, replacements — in that order.
 *
 * `caption` is the text as read from its file (first line, or all lines with wildcards on). Errors: an empty caption separator where
 * tags are split (ValueError); an empty list, or a list for a non-empty text, among the replacements (IndexError, TypeError).
 */
export function processCaption(
  caption: string,
  options: CaptionOptions,
  chance: RandomSource,
  context: CaptionContext = FIRST_STEP,
): Outcome<ProcessedCaption<string>> {
  const outcome = processTraced(traced(caption), options, chance, context);
  if (outcome.error) return outcome;
  const { text, dropped, tags } = outcome.value;
  const texts = (list: readonly TracedText[]) => list.map((tag) => tag.text);
  return answer({
    text: text.text,
    dropped,
    tags: tags && { fixed: texts(tags.fixed), flexible: texts(tags.flexible), suffix: texts(tags.suffix) },
  });
}

/** {@link processCaption} that keeps track of where each character stands in the source of `caption`. */
export function processTraced(
  caption: TracedText,
  options: CaptionOptions,
  chance: RandomSource,
  context: CaptionContext = FIRST_STEP,
): Outcome<ProcessedCaption<TracedText>> {
  if (isDropped(options, chance, context)) return answer({ text: untraced(''), dropped: true, tags: null });
  let text = chooseLine(withPrefixAndSuffix(caption, options), options, chance);
  let tags: TagLists<TracedText> | null = null;
  if (splitsIntoTags(options)) {
    if (options.captionSeparator === '') return stops('ValueError', 'empty separator');
    tags = varyTags(splitTags(text, options), options, chance, context);
    text = joinTraced([...tags.fixed, ...tags.flexible, ...tags.suffix], options.joiner ?? ', ');
  }
  if (options.secondarySeparator) text = replaceTraced(text, options.secondarySeparator, options.captionSeparator);
  for (const [search, replacement] of context.replacements) {
    const replaced = applyReplacement(text, search, replacement, chance);
    if (replaced.error) return replaced;
    text = replaced.value;
  }
  return answer({ text, dropped: false, tags });
}

/** Both are set off by a space, and come before the choice of a line: with several lines each lands on one end only. */
export function withPrefixAndSuffix(caption: TracedText, options: CaptionOptions): TracedText {
  const parts = [caption];
  if (options.captionPrefix) parts.unshift(untraced(`${options.captionPrefix} `));
  if (options.captionSuffix) parts.push(untraced(` ${options.captionSuffix}`));
  return parts.length === 1 ? caption : joinTraced(parts);
}

function isDropped(options: CaptionOptions, chance: RandomSource, context: CaptionContext): boolean {
  const every = options.captionDropoutEveryNEpochs;
  if (options.captionDropoutRate > 0 && chance.random() < options.captionDropoutRate) return true;
  return every > 0 && context.epoch % every === 0;
}

function chooseLine(text: TracedText, options: CaptionOptions, chance: RandomSource): TracedText {
  const lines = splitTraced(text, '\n');
  if (!options.enableWildcard) return lines[0] as TracedText;
  const line = lines.length > 1 ? lines[chance.choice(lines.length)] : lines[0];
  return resolveWildcards(line as TracedText, (count) => chance.choice(count));
}

/**
 * Head, flexible tags and tail before anything varies. With a keep-tokens separator in the text empty tags vanish; without one they
 * stay and count for `keep_tokens`. The caption separator must not be empty.
 */
export function splitTags(text: TracedText, options: CaptionOptions): TagLists<TracedText> {
  const { captionSeparator, keepTokensSeparator } = options;
  if (keepTokensSeparator && text.text.includes(keepTokensSeparator)) {
    const [head, middle, tail] = splitTraced(text, keepTokensSeparator, 2);
    const filled = (part: TracedText | undefined) =>
      part ? stripped(part, captionSeparator).filter((tag) => tag.text !== '') : [];
    return { fixed: filled(head), flexible: filled(middle), suffix: filled(tail) };
  }
  const tags = stripped(stripTraced(text), captionSeparator);
  const kept = Math.max(0, options.keepTokens);
  return { fixed: tags.slice(0, kept), flexible: tags.slice(kept), suffix: [] };
}

function stripped(text: TracedText, separator: string): TracedText[] {
  return splitTraced(text, separator).map(stripTraced);
}

function varyTags(
  tags: TagLists<TracedText>,
  options: CaptionOptions,
  chance: RandomSource,
  context: CaptionContext,
): TagLists<TracedText> {
  const flexible = tags.flexible.slice(0, warmupLimit(tags.flexible.length, options, context));
  if (options.shuffleCaption) chance.shuffle(flexible);
  const rate = options.captionTagDropoutRate;
  return { ...tags, flexible: rate > 0 ? flexible.filter(() => chance.random() >= rate) : flexible };
}

/** How many flexible tags token warm-up lets through, as the end of a Python slice: negative counts from the end. */
export function warmupLimit(count: number, options: CaptionOptions, context: CaptionContext): number {
  const steps = warmupSteps(options, context.maxTrainSteps);
  if (steps === 0 || context.step >= steps) return count;
  return Math.floor(context.step * ((count - options.tokenWarmupMin) / steps)) + options.tokenWarmupMin;
}

function applyReplacement(
  text: TracedText,
  search: string,
  replacement: string | readonly string[],
  chance: RandomSource,
): Outcome<TracedText> {
  if (search === '') {
    if (typeof replacement === 'string') return answer(untraced(replacement));
    if (replacement.length === 0) return stops('IndexError', 'list index out of range');
    return answer(untraced(replacement[chance.choice(replacement.length)] as string));
  }
  if (typeof replacement !== 'string') return stops('TypeError', 'replace() argument 2 must be str, not list');
  return answer(replaceTraced(text, search, replacement));
}
