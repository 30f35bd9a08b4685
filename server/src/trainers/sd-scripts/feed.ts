import type { Steps } from '../../ground/steps.ts';
import { type CaptionContext, type CaptionOptions, splitsIntoTags, warmupSteps } from '../captions/caption-options.ts';
import { type ProcessedCaption, processTraced, warmupLimit } from '../captions/process-caption.ts';
import { replaceTraced, type TracedText, traced } from '../captions/traced-text.ts';
import { toPlain } from '../documents/python-value.ts';
import type { ModelFamily } from '../families.ts';
import {
  type AskedRun,
  type FedAlternative,
  type FedImage,
  type FedPhase,
  type FedPiece,
  type FedRun,
  type FedTag,
  type FedText,
  type FeedTrial,
  lengthOf,
  type StillText,
  tagsBetween,
} from '../fed-run.ts';
import type { TrainerFiles } from '../files/files.ts';
import { pythonRandom } from '../python/mersenne.ts';
import { pythonStripRange } from '../python/python-text.ts';
import type { RandomSource } from '../python/random-source.ts';
import { captionOptionsOf } from './config/caption-params.ts';
import { type ConfigSources, resolveConfig, type TrainerArguments } from './config/resolve.ts';
import { planResolved } from './dataset/plan.ts';
import type { DatasetPlan } from './dataset/plan-types.ts';
import { LATENT_KINDS } from './latent-kinds.ts';
import { lateStop } from './stops.ts';

/** What is known of the run beside its datasets. */
export interface RunFacts {
  readonly accumulation: number;
  /** Null where no file says how long it is. */
  readonly length: { readonly steps: number } | { readonly epochs: number } | null;
  /** `cache_text_encoder_outputs`: captions are encoded once, as they are read. */
  readonly cachesText: boolean;
}

/**
 * What a configuration feeds; null where training stops.
 */
export function* feedSources(
  sources: ConfigSources,
  files: TrainerFiles,
  family: ModelFamily,
  asked: AskedRun,
): Steps<FedRun | null> {
  const resolved = resolveConfig(sources);
  const plan = yield* planResolved(resolved, files, { family: LATENT_KINDS[family.id] });
  const { args } = resolved;
  if (plan.error || !args || lateStop(plan, sources.configFile ? args : null, family)) return null;
  return feedOf(plan, runFacts(args, sources.configFile != null), asked);
}

/** @param knowsOptions a config_file or preset was read; else what stands there are built-in values that nobody chose */
function runFacts(args: TrainerArguments, knowsOptions: boolean): RunFacts {
  const plain = (name: string) => toPlain(args.get(name) ?? { type: 'none', range: null });
  const number = (name: string): number | null => {
    const value = plain(name);
    return typeof value === 'number' ? value : null;
  };
  const epochs = number('max_train_epochs');
  const steps = knowsOptions ? { steps: number('max_train_steps') ?? 1600 } : null;
  return {
    accumulation: Math.max(1, number('gradient_accumulation_steps') ?? 1),
    length: epochs === null ? steps : { epochs },
    cachesText: plain('cache_text_encoder_outputs') === true,
  };
}

/** Line and wildcard choices told apart per caption; of more, so many are drawn. */
const mostChoices = 200;
/** Steps of token warm-up that are told apart. */
const mostWarmSteps = 20_000;

/**
 * What sd-scripts feeds over a run. Its seed does not decide the captions: they are drawn in worker processes whose generators nobody
 * sets, so the figures are expectations. How often an image is shown in whole epochs is certain.
 */
export function feedOf(configured: DatasetPlan, run: RunFacts, { length: askedLength, trial = {} }: AskedRun): FedRun {
  const plan = trial.repeats === undefined ? configured : withRepeats(configured, trial.repeats);
  const length = lengthOf(askedLength, run.length, Math.ceil(plan.batchesPerEpoch / run.accumulation));
  const sets = plan.datasets.flatMap((dataset) =>
    dataset.subsets.map(({ directory, metadataFile, isReg, repeats }) => ({
      name: directory ?? metadataFile ?? '',
      isRegularization: isReg,
      repeats,
    })),
  );
  const images: FedImage[] = [];
  let varies = !Number.isInteger(length.epochs);
  let first = 0;
  for (const dataset of plan.datasets) {
    const feeders = dataset.subsets.map(({ params }) => {
      const options = tried(captionOptionsOf(params), trial);
      return run.cachesText ? asRead(options.captionSeparator) : feeder(options, length);
    });
    varies ||= feeders.some((feeder) => feeder.varies);
    for (const { path, caption, repeats, subset } of dataset.images) {
      const own = feeders[subset] as Feeder;
      const shows = repeats * length.epochs;
      images.push({
        path,
        set: first + subset,
        shows,
        written: () => own.written(caption),
        phases: () => own.phases(caption, shows),
      });
    }
    first += dataset.subsets.length;
  }
  return {
    basis: varies ? 'expected' : 'exact',
    length,
    sets,
    images,
    neverShown: images.filter(({ shows }) => shows === 0).map(({ path }) => path),
  };
}

/** The plan with other repeats: buckets and batches follow, and regularization in proportion, as it is levelled to what trains. */
function withRepeats(plan: DatasetPlan, repeats: number): DatasetPlan {
  const datasets = plan.datasets.map((dataset) => {
    const trained = dataset.images.filter(({ isReg }) => !isReg);
    const before = trained.reduce((sum, image) => sum + image.repeats, 0);
    const factor = before === 0 ? 1 : (trained.length * repeats) / before;
    const images = dataset.images.map((image) => ({
      ...image,
      repeats: image.isReg ? image.repeats * factor : repeats,
    }));
    const samples = new Map<string, number>();
    for (const { bucket, repeats: own } of images) {
      const key = `${bucket.width}x${bucket.height}`;
      samples.set(key, (samples.get(key) ?? 0) + own);
    }
    const batches = [...samples.values()].reduce(
      (sum, count) => sum + Math.ceil(count / Math.max(1, dataset.batchSize)),
      0,
    );
    const subsets = dataset.subsets.map((subset) => (subset.isReg ? subset : { ...subset, repeats }));
    return { ...dataset, images, subsets, batches };
  });
  return { ...plan, datasets, batchesPerEpoch: datasets.reduce((sum, { batches }) => sum + batches, 0) };
}

/** The options with what is tried in their place. */
function tried(options: CaptionOptions, trial: FeedTrial): CaptionOptions {
  return {
    ...options,
    shuffleCaption: trial.shuffle ?? options.shuffleCaption,
    keepTokens: trial.keep ?? options.keepTokens,
    captionTagDropoutRate: trial.tagDropout ?? options.captionTagDropoutRate,
    captionDropoutRate: trial.captionDropout ?? options.captionDropoutRate,
  };
}

/** The raw caption: nothing is put around it, chosen, split or dropped (library/train_util.py, cache_text_encoder_outputs). */
const asRead = (separator: string): Feeder => ({
  varies: false,
  written: (caption) => tagTexts(caption, separator),
  phases: (caption, shows) => [
    { shows, alternatives: [{ chance: 1, text: textAsIs(traced(caption), separator, null) }], once: true },
  ],
});

/** The texts of one subset. */
export interface Feeder {
  /** Texts or their number depend on chance. */
  readonly varies: boolean;
  written(caption: string): string[];
  /** @param shows showings over the run */
  phases(caption: string, shows: number): FedPhase[];
}

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
  const whole: CaptionOptions = {
    ...options,
    shuffleCaption: splitsIntoTags(options),
    captionDropoutRate: 0,
    captionDropoutEveryNEpochs: 0,
    captionTagDropoutRate: 0,
    tokenWarmupStep: 0,
    secondarySeparator: null,
  };
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
