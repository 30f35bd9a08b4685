import type { Steps } from '../../../ground/steps.ts';
import { type BucketPlan, type BucketSettings, chooseBucket, planBuckets } from '../../buckets.ts';
import type { TagFrequency } from '../../captions/tag-frequency.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { compareCodePoints } from '../../files/paths.ts';
import type { PixelSize } from '../../pixel-size.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import type { ResolvedDataset, ResolvedParams } from '../config/resolve-datasets.ts';
import type {
  CaptionSource,
  PlannedBucket,
  PlannedDataset,
  PlannedImage,
  PlannedSubset,
  PlanWarning,
  SizeSource,
} from './plan-types.ts';

/** An image on its way into a dataset. Levelling still changes its repeats, and its size may not have been asked for. */
export interface ImageEntry {
  path: string;
  caption: string;
  captionSource: CaptionSource;
  repeats: number;
  isReg: boolean;
  size: PixelSize | null;
  sizeSource: SizeSource;
  subset: number;
}

/** A dataset whose images are registered and not yet sorted into buckets. */
export interface DatasetDraft {
  readonly dataset: ResolvedDataset;
  readonly resolution: PixelSize;
  readonly plan: BucketPlan;
  readonly subsets: (Omit<PlannedSubset, 'imageCount'> & { imageCount: number })[];
  /** By key: a later image of the same key takes the place of the earlier one. */
  readonly images: Map<string, ImageEntry>;
  readonly tagFrequency: TagFrequency;
  trainSamples: number;
  regSamples: number;
  isSplitRandom: boolean;
}

/** Where warnings go while a plan is made. */
export type Warn = (code: PlanWarning['code'], subject?: string, count?: number) => void;

export const numberOf = (params: ResolvedParams, name: string): number => Number(params.values[name] ?? 0);
export const textOf = (params: ResolvedParams, name: string): string | null => {
  const value = params.values[name];
  return typeof value === 'string' ? value : null;
};
export const isOn = (params: ResolvedParams, name: string): boolean => Boolean(params.values[name]);

/** The bucket settings of a dataset; null without a resolution. */
export function bucketSettings(params: ResolvedParams): BucketSettings | null {
  const resolution = params.values.resolution;
  if (!Array.isArray(resolution)) return null;
  return {
    resolution: { width: Number(resolution[0]), height: Number(resolution[1]) },
    enableBucket: isOn(params, 'enable_bucket'),
    minBucketReso: numberOf(params, 'min_bucket_reso'),
    maxBucketReso: numberOf(params, 'max_bucket_reso'),
    bucketResoSteps: numberOf(params, 'bucket_reso_steps'),
    bucketNoUpscale: isOn(params, 'bucket_no_upscale'),
  };
}

/** An empty dataset with checked bucket settings, as its constructor in the trainer leaves it (library/train_util.py). */
export function startDraft(dataset: ResolvedDataset, warn: Warn): Outcome<DatasetDraft> {
  const settings = bucketSettings(dataset.params);
  if (!settings) {
    return dataset.kind === 'finetuning'
      ? stops('TypeError', "'<' not supported between instances of 'NoneType' and 'NoneType'")
      : stops('AssertionError', 'resolution is required');
  }
  const plan = planBuckets(settings);
  if (plan.error) return plan;
  const { effectiveMin, effectiveMax } = plan.value;
  if (effectiveMin !== null && effectiveMin !== settings.minBucketReso)
    warn('bucket-limits-rounded', 'min_bucket_reso');
  if (effectiveMax !== null && effectiveMax !== settings.maxBucketReso)
    warn('bucket-limits-rounded', 'max_bucket_reso');
  return answer({
    dataset,
    resolution: settings.resolution,
    plan: plan.value,
    subsets: [],
    images: new Map(),
    tagFrequency: {},
    trainSamples: 0,
    regSamples: 0,
    isSplitRandom: false,
  });
}

/**
 * Sorts the images into buckets and counts batches (library/train_util.py, make_buckets). A batch holds images of one bucket; the
 * last of each bucket is simply smaller.
 */
export function* finishDraft(draft: DatasetDraft, files: TrainerFiles, warn: Warn): Steps<Outcome<PlannedDataset>> {
  for (const image of draft.images.values()) {
    yield;
    if (image.size) continue;
    const size = files.imageSize(image.path);
    if (size.error) return size;
    if (size.value.width === 0 && size.value.height === 0) warn('unreadable-image', image.path);
    image.size = size.value;
  }
  const { settings } = draft.plan;
  if (settings.enableBucket && settings.bucketNoUpscale) warn('bucket-limits-ignored');

  const images: PlannedImage[] = [];
  const samples = new Map<string, { bucket: PixelSize; samples: number }>();
  for (const image of draft.images.values()) {
    yield;
    const size = image.size as PixelSize;
    const choice = chooseBucket(draft.plan, size);
    // The trainer's message names no file; the one that is at fault is added.
    if (choice.error) return stops(choice.error.exception, `${choice.error.message}: ${image.path}`);
    const { bucket, resized } = choice.value;
    images.push({ ...image, size, bucket, resized });
    const key = `${bucket.width}x${bucket.height}`;
    const entry = samples.get(key) ?? { bucket, samples: 0 };
    entry.samples += image.repeats;
    samples.set(key, entry);
  }
  const batchSize = numberOf(draft.dataset.params, 'batch_size');
  const buckets = [...samples.values()].filter((entry) => entry.samples > 0);
  if (batchSize === 0 && buckets.length > 0) return stops('ZeroDivisionError', 'division by zero');
  const planned: PlannedBucket[] = buckets
    .map((entry) => ({ ...entry, batches: Math.max(0, Math.ceil(entry.samples / batchSize)) }))
    .sort((a, b) => a.bucket.width - b.bucket.width || a.bucket.height - b.bucket.height);

  return answer({
    kind: draft.dataset.kind,
    params: draft.dataset.params,
    batchSize,
    resolution: draft.resolution,
    subsets: draft.subsets,
    images: images.sort((a, b) => compareCodePoints(a.path, b.path)),
    trainSamples: draft.trainSamples,
    regSamples: draft.regSamples,
    buckets: planned,
    batches: planned.reduce((sum, bucket) => sum + bucket.batches, 0),
    tagFrequency: draft.tagFrequency,
    isSplitRandom: draft.isSplitRandom,
  });
}
