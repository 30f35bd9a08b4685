import { finish, type Steps } from '../../ground/steps.ts';
import type { TrainerFiles } from '../files/files.ts';
import { compareCodePoints } from '../files/paths.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { Architecture } from './architectures.ts';
import { type CaptionItem, cacheCaptions, cacheLatents, type LatentItem } from './caching.ts';
import { companionsOf, IMAGE_ENDINGS, listMedia, VIDEO_ENDINGS, videoControl, withCaptions } from './listing.ts';
import { controlCount, paramsOf, type Source, sourceOf } from './params.ts';
import type { ResolvedDataset } from './resolve.ts';
import { type TrainingSet, trainingSet } from './training-set.ts';

/** One dataset as the two caching programs and the training see it. */
export interface PlannedDataset {
  readonly resolved: ResolvedDataset;
  /** Images or videos in the trainer's order, as the configuration leads to them. */
  readonly source: Source;
  /** Images of the folder that are left out: no caption, or the layer of another image. */
  readonly leftOut: readonly string[];
  readonly cacheDirectory: string | null;
  readonly latents: Outcome<readonly LatentItem[]>;
  readonly captions: Outcome<readonly CaptionItem[]>;
  /** What training reads of the caches; null when one of the two could not be made. */
  readonly train: Outcome<TrainingSet> | null;
}

export interface DatasetPlan {
  readonly datasets: readonly PlannedDataset[];
  readonly error: PlanError | null;
}

export interface PlanError {
  readonly exception: string;
  readonly message: string;
  readonly stage: 'construct' | 'caching';
  /** Position of the dataset. */
  readonly dataset: number;
}

/** The exception of a loop that never ends: Python raises none. */
export const ENDLESS = 'endless loop';

/**
 * What the trainer makes of a dataset file and the folders it names (musubi-tuner dataset/image_video_dataset.py): the items, both
 * caches and the batches that training then draws from them. Never throws.
 */
export function planDatasets(
  datasets: readonly ResolvedDataset[],
  architecture: Architecture,
  files: TrainerFiles,
): DatasetPlan {
  return finish(planSteps(datasets, architecture, files));
}

/** {@link planDatasets} in steps. */
export function* planSteps(
  datasets: readonly ResolvedDataset[],
  architecture: Architecture,
  files: TrainerFiles,
): Steps<DatasetPlan> {
  const failed = (error: { exception: string; message: string }, stage: PlanError['stage'], dataset: number) => ({
    datasets: [],
    error: { ...error, stage, dataset },
  });
  const caches = datasets.map(({ params }) => paramsOf(params).cacheDirectory);
  const twice = caches.findIndex((cache, i) => cache !== null && caches.indexOf(cache) < i);
  if (twice >= 0)
    return failed({ exception: 'ValueError', message: `cache_directory ${caches[twice]}` }, 'construct', twice);
  const sources: (Source & { leftOut: string[] })[] = [];
  for (const [i, dataset] of datasets.entries()) {
    const source = construct(dataset, architecture, files);
    if (source.error) return failed(source.error, 'construct', i);
    sources.push(source.value);
  }
  for (const [i, dataset] of datasets.entries()) {
    const isFilled = (sources[i]?.items.length ?? 0) > 0;
    if (Number(dataset.params.batch_size) < 1 && isFilled)
      return failed({ exception: ENDLESS, message: 'batch_size' }, 'caching', i);
  }
  const cached: Omit<PlannedDataset, 'train'>[] = [];
  for (const [i, dataset] of datasets.entries()) {
    const source = sources[i] as Source & { leftOut: string[] };
    const { cacheDirectory } = paramsOf(dataset.params);
    const noCache = stops<never>('AssertionError', 'cache_directory is needed');
    cached.push({
      resolved: dataset,
      source,
      leftOut: source.leftOut,
      cacheDirectory,
      latents: cacheDirectory === null ? noCache : yield* cacheLatents(dataset, source, architecture, files),
      captions: cacheDirectory === null ? noCache : yield* cacheCaptions(dataset, source, architecture, files),
    });
  }
  return {
    datasets: cached.map((dataset) => ({ ...dataset, train: trainingSet(dataset, cached, architecture) })),
    error: null,
  };
}

/** Lists the items of one dataset with what belongs to them, as far as building it goes. */
function construct(
  dataset: ResolvedDataset,
  architecture: Architecture,
  files: TrainerFiles,
): Outcome<Source & { leftOut: string[] }> {
  const params = paramsOf(dataset.params);
  if (dataset.kind === 'video' && !architecture.video)
    return stops('ValueError', `${architecture.name} takes no video datasets`);
  if (params.directory === null) {
    const listed = sourceOf(params, dataset.kind, controlCount(dataset, architecture), files);
    return listed.error ? listed : answer({ ...listed.value, leftOut: [] });
  }
  const { directory, controlDirectory } = params;
  if (dataset.kind === 'video') {
    const items = listMedia(files, directory, VIDEO_ENDINGS).map((path) => ({ path, caption: null }));
    const controls = new Map<string, string[]>();
    for (const { path } of controlDirectory === null ? [] : items) {
      const control = videoControl(files, path, controlDirectory as string);
      if (control === null) return stops('ValueError', path);
      controls.set(path, [control]);
    }
    return answer({ items, controls, layers: new Map(), hasControl: controlDirectory !== null, leftOut: [] });
  }
  const images = listMedia(files, directory, IMAGE_ENDINGS);
  const { captioned, others } = withCaptions(files, directory, images, params.captionExtension);
  const layers = params.multipleTarget ? companionsOf(captioned, others, false) : answer(new Map<string, string[]>());
  if (layers.error) return layers;
  const counts = new Set([...layers.value.values()].map((paths) => paths.length));
  if (counts.size > 1) return stops('ValueError', 'the images have different numbers of layers');
  const controls = controlsOf(dataset, architecture, captioned, files);
  if (controls.error) return controls;
  return answer({
    items: captioned.map((path) => ({ path, caption: null })),
    controls: controls.value,
    layers: layers.value,
    hasControl: controlDirectory !== null,
    leftOut: others.sort(compareCodePoints),
  });
}

/** The control images of each image that are used. */
function controlsOf(
  dataset: ResolvedDataset,
  architecture: Architecture,
  images: readonly string[],
  files: TrainerFiles,
): Outcome<Map<string, string[]>> {
  const { controlDirectory } = paramsOf(dataset.params);
  if (controlDirectory === null) return answer(new Map());
  const all = companionsOf(images, listMedia(files, controlDirectory, IMAGE_ENDINGS), true);
  if (all.error) return all;
  const count = controlCount(dataset, architecture);
  const used = new Map<string, string[]>();
  for (const image of images) {
    const own = all.value.get(image) ?? [];
    if (own.length < (count ?? 1)) return stops('ValueError', image);
    used.set(image, count === null ? own : own.slice(0, count));
  }
  return answer(used);
}
