import { append } from '../../ground/append.ts';
import type { Steps } from '../../ground/steps.ts';
import type { Plain } from '../documents/python-value.ts';
import type { Clip, TrainerFiles } from '../files/files.ts';
import { baseName, compareCodePoints, splitExtension } from '../files/paths.ts';
import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { Architecture } from './architectures.ts';
import { type BucketPlan, chooseBucket, controlSize, placeImage, planBuckets } from './buckets.ts';
import { readCaptionFile } from './caption-file.ts';
import { frameRanges } from './frames.ts';
import { paramsOf, type Source, type SourceItem, sizeOf } from './params.ts';
import type { ResolvedDataset } from './resolve.ts';

/** What tells batches apart: sizes, frames, windows, and whether a frame follows. */
export type BucketKey = readonly (number | boolean)[];

/** One file of encoded pixels. */
export interface LatentItem {
  /** Path of the image; of a part of a video the path with its first frame and length in the name. */
  readonly item: string;
  /** Path of the image or video. */
  readonly path: string;
  readonly caption: Plain;
  /** Pixels, as stored in the file; of a video the size it was brought to. */
  readonly originalSize: PixelSize;
  readonly resized: PixelSize;
  readonly bucket: PixelSize;
  /** Bucket of the caching, by which it is batched. */
  readonly key: BucketKey;
  readonly frames: number | null;
  /** Name of the cache file. */
  readonly cache: string;
  /** Sizes of the control images. */
  readonly controls: readonly PixelSize[];
}

/** One file of encoded words. */
export interface CaptionItem {
  readonly item: string;
  readonly caption: Plain;
  readonly cache: string;
}

/** A number in a name, as Python pads it: the sign comes first. */
const padded = (value: number, digits: number): string =>
  value < 0 ? `-${String(-value).padStart(digits - 1, '0')}` : String(value).padStart(digits, '0');
const sizeName = ({ width, height }: PixelSize): string => `${padded(width, 4)}x${padded(height, 4)}`;
const stemOf = (path: string): string => splitExtension(baseName(path))[0];

/** Buckets of the images of a dataset as configured; training groups by them. */
export function configuredBuckets(dataset: ResolvedDataset, architecture: Architecture): Outcome<BucketPlan> {
  return planBuckets({
    resolution: sizeOf(dataset.params.resolution),
    enableBucket: dataset.params.enable_bucket === true,
    bucketNoUpscale: dataset.params.bucket_no_upscale === true,
    step: architecture.step,
  });
}

/** Encodes all pixels of a dataset; the error is the first one met. */
export function* cacheLatents(
  dataset: ResolvedDataset,
  source: Source,
  architecture: Architecture,
  files: TrainerFiles,
): Steps<Outcome<LatentItem[]>> {
  // Videos are always put into buckets here, and enlarged to them.
  const plan =
    dataset.kind === 'image'
      ? configuredBuckets(dataset, architecture)
      : planBuckets({
          resolution: sizeOf(dataset.params.resolution),
          enableBucket: true,
          bucketNoUpscale: false,
          step: architecture.step,
        });
  if (plan.error) return plan;
  const found: LatentItem[] = [];
  for (const item of source.items) {
    yield;
    if (item.error) return stops(item.error, item.path);
    const made =
      dataset.kind === 'image'
        ? imageLatent(dataset, item, source.controls.get(item.path) ?? [], plan.value, architecture, files)
        : videoLatents(dataset, item, plan.value, architecture, files);
    if (made.error) return made;
    append(found, made.value);
  }
  return answer(found.sort((a, b) => compareCodePoints(a.item, b.item)));
}

/** Encodes all captions of a dataset; the error is the first one met. */
export function* cacheCaptions(
  dataset: ResolvedDataset,
  source: Source,
  architecture: Architecture,
  files: TrainerFiles,
): Steps<Outcome<CaptionItem[]>> {
  const found: CaptionItem[] = [];
  for (const item of source.items) {
    yield;
    const caption = captionOf(dataset, item, files);
    if (caption.error) return caption;
    found.push({
      item: item.path,
      caption: caption.value,
      cache: `${stemOf(item.path)}_${architecture.key}_te.safetensors`,
    });
  }
  return answer(found);
}

function captionOf(dataset: ResolvedDataset, item: SourceItem, files: TrainerFiles): Outcome<Plain> {
  if (item.error) return stops(item.error, item.path);
  const { directory, captionExtension } = paramsOf(dataset.params);
  if (directory === null) return answer(item.caption);
  return readCaptionFile(files, item.path, captionExtension);
}

function imageLatent(
  dataset: ResolvedDataset,
  item: SourceItem,
  controls: readonly string[],
  plan: BucketPlan,
  architecture: Architecture,
  files: TrainerFiles,
): Outcome<LatentItem[]> {
  const picture = files.picture(item.path);
  if (picture.error) return picture;
  if (picture.value.truncated) return stops('OSError', item.path);
  const caption = captionOf(dataset, item, files);
  if (caption.error) return caption;
  const size = { width: picture.value.width, height: picture.value.height };
  const bucket = chooseBucket(plan, size);
  const placed = placeImage(size, bucket);
  if (placed.error) return stops(placed.error.exception, item.path);
  const sizes: PixelSize[] = [];
  for (const control of controls) {
    const own = controlPixels(dataset, control, bucket, architecture, files);
    if (own.error) return own;
    sizes.push(own.value);
  }
  const key = [...imageKey(dataset, bucket, architecture), ...sizes.flatMap(({ width, height }) => [height, width])];
  return answer([
    {
      item: item.path,
      path: item.path,
      caption: caption.value,
      originalSize: size,
      resized: placed.value.resized,
      bucket,
      key,
      frames: null,
      cache: `${stemOf(item.path)}_${sizeName(size)}_${architecture.key}.safetensors`,
      controls: sizes,
    },
  ]);
}

/** The part of an image's bucket that does not come from control images. */
export function imageKey(dataset: ResolvedDataset, bucket: PixelSize, architecture: Architecture): BucketKey {
  const key: (number | boolean)[] = [bucket.width, bucket.height];
  if (!architecture.windowInBucket) return key;
  key.push(Number(dataset.params.fp_latent_window_size));
  const indices = dataset.params.fp_1f_clean_indices;
  if (Array.isArray(indices)) key.push(indices.length, dataset.params.fp_1f_no_post === true);
  return key;
}

function controlPixels(
  dataset: ResolvedDataset,
  path: string,
  bucket: PixelSize,
  architecture: Architecture,
  files: TrainerFiles,
): Outcome<PixelSize> {
  const picture = files.picture(path);
  if (picture.error) return picture;
  const resolution = dataset.params.control_resolution;
  const size = controlSize(
    {
      noResize: dataset.params.no_resize_control === true,
      resolution: Array.isArray(resolution) ? sizeOf(resolution) : null,
      step: architecture.step,
    },
    picture.value,
  );
  return size.error ? size : answer(size.value ?? bucket);
}

function videoLatents(
  dataset: ResolvedDataset,
  item: SourceItem,
  plan: BucketPlan,
  architecture: Architecture,
  files: TrainerFiles,
): Outcome<LatentItem[]> {
  const clip = files.clip(item.path);
  if (clip.error) return clip;
  const caption = captionOf(dataset, item, files);
  if (caption.error) return caption;
  // Nobody looked into the video, or it has too many parts: which ones train is not told.
  if (clip.value === null) return answer([]);
  const ranges = rangesOf(dataset, clip.value, architecture);
  if (ranges.error) return stops(ranges.error.exception, item.path);
  if (ranges.value === null) return answer([]);
  const size = { width: clip.value.width, height: clip.value.height };
  const bucket = chooseBucket(plan, size);
  const placed = placeImage(size, bucket);
  if (placed.error) return stops(placed.error.exception, item.path);
  const [stem, ending] = splitExtension(item.path);
  const window = architecture.key === 'fp' ? [Number(dataset.params.fp_latent_window_size)] : [];
  return answer(
    ranges.value.map(({ start, count }) => {
      const part = `${padded(start, 5)}-${padded(count, 3)}`;
      return {
        item: `${stem}_${part}${ending}`,
        path: item.path,
        caption: caption.value,
        originalSize: bucket,
        resized: placed.value.resized,
        bucket,
        key: [bucket.width, bucket.height, count, ...window],
        frames: count,
        cache: `${baseName(stem)}_${part}_${sizeName(bucket)}_${architecture.key}.safetensors`,
        controls: [],
      };
    }),
  );
}

/** The parts of a video that train; null where they are not counted. */
export function rangesOf({ params }: ResolvedDataset, clip: Clip, architecture: Architecture) {
  return frameRanges(clip.frames, {
    targetFrames: Array.isArray(params.target_frames) ? params.target_frames.map(Number) : [1],
    extraction: String(params.frame_extraction),
    stride: Number(params.frame_stride),
    sample: Number(params.frame_sample),
    maxFrames: Number(params.max_frames),
    sourceFps: typeof params.source_fps === 'number' ? params.source_fps : null,
    targetFps: architecture.fps ?? 1,
  });
}
