import type { Steps } from '../../ground/steps.ts';
import type { CaptionOptions } from '../captions/caption-options.ts';
import { toPlain } from '../documents/python-value.ts';
import type { ModelFamily } from '../families.ts';
import { type AskedRun, type FedImage, type FedRun, type FeedTrial, lengthOf } from '../fed-run.ts';
import type { TrainerFiles } from '../files/files.ts';
import { captionOptionsOf } from './config/caption-params.ts';
import { type ConfigSources, resolveConfig, type TrainerArguments } from './config/resolve.ts';
import { planResolved } from './dataset/plan.ts';
import type { DatasetPlan } from './dataset/plan-types.ts';
import { asRead, type Feeder, feeder } from './feeder.ts';
import { LATENT_KINDS } from './latent-kinds.ts';
import { lateStop } from './stops.ts';

/** What is known of the run beside its datasets. */
interface RunFacts {
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

/**
 * What sd-scripts feeds over a run. Its seed does not decide the captions: they are drawn in worker processes whose generators nobody
 * sets, so the figures are expectations. How often an image is shown in whole epochs is certain.
 */
function feedOf(configured: DatasetPlan, run: RunFacts, { length: askedLength, trial = {} }: AskedRun): FedRun {
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
