import { countQwen } from '../../caption/qwen/index.ts';
import { t } from '../../ground/l10n.ts';
import type { Steps } from '../../ground/steps.ts';
import { rootDict } from '../documents/document.ts';
import type { TrainerFiles } from '../files/files.ts';
import type { RunChoice, TrainerConfig } from '../trainer.ts';
import { enlarged, type PlanImage, type PlanSet, stoppedPlan, type TrainerPlan } from '../trainer-plan.ts';
import type { WhatTrains } from '../trains.ts';
import type { Architecture } from './architectures.ts';
import { type LatentItem, rangesOf } from './caching.ts';
import { architectureFor, knowsFamily } from './family.ts';
import { paramsOf, sizeOf } from './params.ts';
import { type PlannedDataset, planSteps } from './plan.ts';
import { type ResolvedDataset, resolveDatasetFile } from './resolve.ts';
import { defaultSteps, numberOf, runOptions } from './run-common.ts';
import { type RunValues, runValues } from './run-options.ts';
import { IDEOGRAM_LIMIT } from './tokenizer-calls.ts';

/** What musubi-tuner would do, with batches; steps where a file of training options holds their number: a command line may say another. */
export function* planReport(
  trains: WhatTrains,
  configs: readonly TrainerConfig[],
  files: TrainerFiles,
  { family }: RunChoice,
): Steps<TrainerPlan> {
  const config = configs.find(({ role }) => role === 'dataset_config');
  const resolved = config && resolveDatasetFile(config.path, config.document);
  if (!resolved?.datasets) return stoppedPlan(trains);
  const runFile = configs.find(({ role }) => role === 'config_file');
  const run = runFile ? runValues(rootDict(runFile.document)) : null;
  const used = architectureFor(family.id, resolved.datasets, configs);
  const plan = yield* planSteps(resolved.datasets, used, files);
  if (plan.error) return stoppedPlan(trains, run && runOptions(run), resolved.datasets.map(setOf));
  const sets = plan.datasets.map((dataset): PlanSet => {
    const { params } = dataset.resolved;
    const repeats = repeatsOf(params);
    const latents = dataset.latents.value ?? [];
    const images = planImages(latents, files);
    return {
      ...setOf(dataset.resolved),
      images,
      buckets: (dataset.train?.value?.buckets ?? []).map(({ latents: own, count }) => ({
        bucket: own[0]?.bucket ?? { width: 0, height: 0 },
        ...(own[0] && own[0].frames !== null ? { frames: own[0].frames } : {}),
        samples: own.length * repeats,
        batches: Math.ceil(count / Number(params.batch_size)),
      })),
      batches: hasUncounted(dataset, used, files) ? null : (dataset.train?.value?.batches ?? 0),
    };
  });
  const isCounted = sets.every(({ batches: own }) => own !== null);
  const batches = isCounted ? sets.reduce((sum, set) => sum + (set.batches ?? 0), 0) : null;
  const leftOut = trains.idle.filter(({ reason }) => reason === 'no-caption').length;
  const blank = trains.items.filter(({ caption }) => caption === '').length;
  const largeOf = (videos: boolean): number =>
    sets.reduce((sum, set) => sum + enlarged(set.images.filter(({ frames }) => (frames !== undefined) === videos)), 0);
  const large = largeOf(false);
  const largeVideos = largeOf(true);
  const shared = plan.datasets.reduce((sum, { latents, train }) => {
    const trained = train?.value?.buckets.reduce((all, bucket) => all + bucket.latents.length, 0) ?? 0;
    return sum + Math.max(0, (latents.value?.length ?? 0) - trained);
  }, 0);
  const texts = trains.items.map(({ caption }) => caption);
  const marked = used.key === 'f2d' ? texts.filter((text) => text.includes('[IMG]')).length : 0;
  const long = used.key === 'i4' ? texts.filter((text) => countQwen(text) > IDEOGRAM_LIMIT).length : 0;
  const notes = [
    knowsFamily(family.id) || run ? '' : t('The dataset file names no model: {0} is assumed.', used.name),
    t('Training opens caches only: a caption or image that changes counts after both caching programs ran again.'),
    !isCounted ? t('Some videos are of unknown length or have too many parts: their parts are not counted.') : '',
    t('A caption trains whole, with all its lines; nothing is shuffled, dropped or put in front.'),
    marked > 0 ? t('{0} captions hold {1}: {2} takes it out of them.', marked, '[IMG]', used.name) : '',
    long > 0
      ? t('{0} captions have more than {1} tokens: with {2} caching stops.', long, IDEOGRAM_LIMIT, used.name)
      : '',
    leftOut > 0 ? t('{0} images without a caption are left out, and nothing says so.', leftOut) : '',
    blank > 0 ? t('{0} captions are blank and train as an empty prompt.', blank) : '',
    shared > 0 ? t('{0} images share name and size with another: only one of each trains.', shared) : '',
    large > 0 ? t('{0} images are enlarged to their bucket.', large) : '',
    largeVideos > 0 ? t('{0} videos are enlarged to their bucket.', largeVideos) : '',
    sets.some((set) => !set.keepsAspect)
      ? t('Without enable_bucket every image is cut to the resolution as written.')
      : '',
    resolved.datasets.some(({ kind, params }) => kind === 'video' && JSON.stringify(params.target_frames) === '[1]')
      ? t('target_frames is [1]: of each video only the first frame trains.')
      : '',
  ];
  return {
    trains,
    sets,
    batchesPerEpoch: batches,
    ...lengthOf(batches, run),
    options: run && runOptions(run),
    notes: notes.filter((note) => note !== ''),
  };
}

const repeatsOf = ({ num_repeats: repeats }: ResolvedDataset['params']): number => Math.max(0, Number(repeats));

/** What is known of a dataset before its images are. */
function setOf({ params }: ResolvedDataset): PlanSet {
  const { directory, list } = paramsOf(params);
  return {
    name: directory ?? list ?? '',
    resolution: sizeOf(params.resolution),
    batchSize: Number(params.batch_size),
    keepsAspect: params.enable_bucket === true,
    isRegularization: false,
    images: [],
    buckets: [],
    batches: null,
    options: new Map<string, number | boolean>([
      ['num_repeats', repeatsOf(params)],
      ['enable_bucket', params.enable_bucket === true],
    ]),
  };
}

/** Steps of an epoch and of the run (musubi-tuner training/trainer_base.py). */
function lengthOf(
  batches: number | null,
  run: RunValues | null,
): Pick<TrainerPlan, 'stepsPerEpoch' | 'totalSteps' | 'epochs'> {
  if (run === null || batches === null) return { stepsPerEpoch: batches, totalSteps: null, epochs: null };
  const stepsPerEpoch = Math.ceil(batches / Math.max(1, numberOf(run, 'gradient_accumulation_steps') ?? 1));
  const epochs = numberOf(run, 'max_train_epochs');
  if (epochs !== null) return { stepsPerEpoch, totalSteps: epochs * stepsPerEpoch, epochs };
  const totalSteps = numberOf(run, 'max_train_steps') ?? defaultSteps;
  return { stepsPerEpoch, totalSteps, epochs: stepsPerEpoch === 0 ? null : Math.ceil(totalSteps / stepsPerEpoch) };
}

/** What is cached, each file once: a video with the lengths that are cut from it. */
function planImages(latents: readonly LatentItem[], files: TrainerFiles): PlanImage[] {
  const found = new Map<string, PlanImage & { frames?: number[] }>();
  for (const { path, originalSize, bucket, resized, frames } of latents) {
    const known = found.get(path);
    if (frames === null) found.set(path, { path, size: originalSize, bucket, resized });
    else if (known?.frames) known.frames.push(frames);
    else found.set(path, { path, size: files.clip(path).value ?? originalSize, bucket, resized, frames: [frames] });
  }
  return [...found.values()];
}

/** A video whose parts are left out of the count. */
function hasUncounted({ resolved, source }: PlannedDataset, architecture: Architecture, files: TrainerFiles): boolean {
  if (resolved.kind !== 'video') return false;
  return source.items.some(({ path }) => {
    const { value: clip, error } = files.clip(path);
    return !error && (clip === null || rangesOf(resolved, clip, architecture).value === null);
  });
}
