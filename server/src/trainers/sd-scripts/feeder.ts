import {
  type CaptionContext,
  type CaptionOptions,
  splitsIntoTags,
  warmupSteps,
  withoutDrops,
} from '../captions/caption-options.ts';
import { type ProcessedCaption, processTraced, warmupLimit } from '../captions/process-caption.ts';
import { replaceTraced, type TracedText, traced } from '../captions/traced-text.ts';
import {
  type FedAlternative,
  type FedPhase,
  type FedPiece,
  type FedRun,
  type FedTag,
  type FedText,
  type StillText,
  tagsBetween,
} from '../fed-run.ts';
import { pythonRandom } from '../python/mersenne.ts';
import { pythonStripRange } from '../python/python-text.ts';
import type { RandomSource } from '../python/random-source.ts';

/** Line and wildcard choices told apart per caption; of more, so many are drawn. */
const mostChoices = 200;
/** Steps of token warm-up that are told apart. */
const mostWarmSteps = 20_000;

/** The texts of one subset. */
export interface Feeder {
  /** Texts or their number depend on chance. */
  readonly varies: boolean;
  written(caption: string): string[];
  /** @param shows showings over the run */
  phases(caption: string, shows: number): FedPhase[];
}

/** The raw caption: nothing is put around it, chosen, split or dropped (library/train_util.py, cache_text_encoder_outputs). */
export const asRead = (separator: string): Feeder => ({
  varies: false,
  written: (caption) => tagTexts(caption, separator),
  phases: (caption, shows) => [
    { shows, alternatives: [{ chance: 1, text: textAsIs(traced(caption), separator, null) }], once: true },
  ],
});

/** Part of the run, in epochs, in which so many flexible tags of each choice train; null: all of them. */
interface Stretch {
  readonly flexible: readonly number[] | null;
  readonly epochs: number;
}

/** How a subset is fed over a run of a length. */
export function feeder(options: CaptionOptions, length: FedRun['length']): Feeder {
  const separator = options.captionSeparator;
  const dropped = droppedEpochs(options, length.epochs);
  const rate = Math.min(1, Math.max(0, options.captionDropoutRate));
  const known = new Map<string, readonly Stretch[]>();
  const stretchesOf = (choices: readonly FedAlternative[]): readonly Stretch[] => {
    const sizes = choices.map(({ text }) => (text.kind === 'varied' ? text.flexible.length : 0));
    const key = sizes.join();
    const found = known.get(key) ?? stretches(options, sizes, length, length.epochs - dropped);
    known.set(key, found);
    return found;
  };
  return {
    varies: rate > 0 || options.shuffleCaption || options.captionTagDropoutRate > 0 || options.enableWildcard,
    written: (caption) => tagTexts(options.enableWildcard ? caption : firstLine(caption), separator),
    phases(caption, shows) {
      const phases: FedPhase[] = [];
      const repeats = length.epochs === 0 ? 0 : shows / length.epochs;
      if (dropped > 0) phases.push({ shows: dropped * repeats, alternatives: [nothing(1)], once: false });
      const choices = choicesOf(caption, options, separator);
      for (const { flexible, epochs } of stretchesOf(choices)) {
        const fed: FedAlternative[] = choices.map(({ chance, text }, at) => ({
          chance: chance * (1 - rate),
          text: flexible === null ? text : cutTo(text, flexible[at] as number),
        }));
        if (rate > 0) fed.push(nothing(rate));
        phases.push({ shows: epochs * repeats, alternatives: fed, once: false });
      }
      return phases;
    },
  };
}

const nothing = (chance: number): FedAlternative => ({ chance, text: { kind: 'still', text: '', tags: [] } });

const firstLine = (text: string): string => (text.includes('\n') ? text.slice(0, text.indexOf('\n')) : text);

const tagTexts = (text: string, separator: string): string[] =>
  text.split('\n').flatMap((line) => tagsBetween(line, separator, pythonStripRange).map((tag) => tag.text));

/** Epochs, the last in part, that train without captions: every n-th, counted from 1. */
function droppedEpochs({ captionDropoutEveryNEpochs: every }: CaptionOptions, epochs: number): number {
  if (every <= 0) return 0;
  const whole = Math.floor(epochs);
  return Math.floor(whole / every) + ((whole + 1) % every === 0 ? epochs - whole : 0);
}

/** The stretches of token warm-up, and what comes after it; epochs without captions are left out. */
function stretches(
  options: CaptionOptions,
  sizes: readonly number[],
  { steps, stepsPerEpoch }: FedRun['length'],
  epochs: number,
): Stretch[] {
  const all = Math.floor(steps);
  const warm = splitsIntoTags(options) ? Math.min(all, warmupSteps(options, all)) : 0;
  const every = options.captionDropoutEveryNEpochs;
  const found = new Map<string, { flexible: number[]; steps: number }>();
  let counted = 0;
  // A very long warm-up is looked at in evenly spaced steps.
  const stride = Math.max(1, Math.ceil(warm / mostWarmSteps));
  for (let step = 0; step < warm; step += stride) {
    if (every > 0 && (Math.floor(step / stepsPerEpoch) + 1) % every === 0) continue;
    const flexible = sizes.map((size) =>
      flexibleAt({ epoch: 1, step, maxTrainSteps: all, replacements: [] }, size, options),
    );
    const key = flexible.join();
    const entry = found.get(key) ?? { flexible, steps: 0 };
    const stands = Math.min(stride, warm - step);
    entry.steps += stands;
    counted += stands;
    found.set(key, entry);
  }
  const cold = [...found.values()].map((entry) => ({ flexible: entry.flexible, epochs: entry.steps / stepsPerEpoch }));
  const rest = epochs - counted / Math.max(1, stepsPerEpoch);
  return rest > 1e-9 ? [...cold, { flexible: null, epochs: rest }] : cold;
}

/** How many of the flexible tags a step of the warm-up uses, 0 to all. */
function flexibleAt(context: CaptionContext, size: number, options: CaptionOptions): number {
  const end = warmupLimit(size, options, context);
  return end < 0 ? Math.max(0, size + end) : Math.min(size, end);
}

/** The text with its first flexible tags only. */
function cutTo(text: FedText, flexible: number): FedText {
  return text.kind === 'varied' ? { ...text, flexible: text.flexible.slice(0, flexible) } : text;
}

/** What line and wildcard choices make of a caption, each with its chance; nothing dropped and nothing moved. */
function choicesOf(caption: string, options: CaptionOptions, separator: string): FedAlternative[] {
  const whole = withoutDrops(options);
  const source = traced(caption);
  const made = (chance: RandomSource): FedText => {
    const outcome = processTraced(source, whole, chance);
    return outcome.error ? textAsIs(source, separator, null) : textOf(outcome.value, options, separator);
  };
  const found: FedAlternative[] = [];
  // Like an odometer: what was taken at each choice of the run, and out of how many.
  let taken: number[] = [];
  for (let runs = 0; runs < mostChoices; runs++) {
    const sizes: number[] = [];
    const text = made({
      random: () => 0.9999999,
      choice: (count) => sizes.push(count) && (taken[sizes.length - 1] ?? 0),
      shuffle: () => {},
    });
    found.push({ chance: sizes.reduce((chance, size) => chance / size, 1), text });
    const next = sizes.findLastIndex((size, index) => (taken[index] ?? 0) + 1 < size);
    if (next < 0) return found;
    taken = sizes.slice(0, next + 1).map((_, index) => (taken[index] ?? 0) + (index === next ? 1 : 0));
  }
  const chance = pythonRandom(1);
  const drawing = { ...chance, shuffle: () => {} };
  return Array.from({ length: mostChoices }, () => ({ chance: 1 / mostChoices, text: made(drawing) }));
}

function textOf({ text, tags }: ProcessedCaption<TracedText>, options: CaptionOptions, separator: string): FedText {
  if (!tags) return textAsIs(text, separator, options.secondarySeparator);
  const pieces = (list: readonly TracedText[]): FedPiece[] =>
    list.map((tag) => textAsIs(tag, separator, options.secondarySeparator));
  return {
    kind: 'varied',
    fixed: pieces(tags.fixed),
    flexible: pieces(tags.flexible),
    suffix: pieces(tags.suffix),
    shuffled: options.shuffleCaption,
    dropRate: Math.min(1, Math.max(0, options.captionTagDropoutRate)),
    joiner: options.joiner ?? ', ',
  };
}

/** A text with the tags in it; what a prefix or suffix put beside a tag of the caption is a tag of its own. */
function textAsIs(source: TracedText, separator: string, secondary: string | null): StillText {
  const text = secondary ? replaceTraced(source, secondary, separator) : source;
  const tags = tagsBetween(text.text, separator, pythonStripRange);
  return {
    kind: 'still',
    text: text.text,
    tags: text.from.includes(-1) ? tags.flatMap((tag) => parted(tag, text)) : tags,
  };
}

/** A tag parted where text of the caption meets text of the settings. */
function parted({ range }: FedTag, { text, from }: TracedText): FedTag[] {
  const parts: FedTag[] = [];
  let start = range.start;
  for (let at = range.start; at < range.end; at++) {
    const added = from[at] === -1;
    if (at + 1 < range.end && (from[at + 1] === -1) === added) continue;
    const own = pythonStripRange(text, start, at + 1);
    if (own.end > own.start) parts.push({ text: text.slice(own.start, own.end), range: own, added });
    start = at + 1;
  }
  return parts;
}
