import { type BucketShapes, nearestShape, singleShape } from '../bucket-shapes.ts';
import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** What decides the buckets of one dataset. `resolution` in pixels, as written. */
export interface BucketSettings {
  readonly resolution: PixelSize;
  readonly enableBucket: boolean;
  readonly bucketNoUpscale: boolean;
  /** Sides are multiples of this; 32 for HiDream-O1, else 16 (musubi-tuner dataset/bucket.py). */
  readonly step: number;
}

export interface BucketPlan {
  readonly settings: BucketSettings;
  readonly shapes: BucketShapes;
}

/** How an image gets its size; `lanczos` enlarges. */
export type ResizeKind = 'none' | 'area' | 'lanczos';

/** An image brought to its bucket: scaled to cover it, then cut in the middle. */
export interface Placement {
  readonly resize: ResizeKind;
  /** Size before the crop. */
  readonly resized: PixelSize;
  /** Pixels cut off at the left and the top. */
  readonly crop: { readonly x: number; readonly y: number };
  /** What is left of `resized`. */
  readonly kept: PixelSize;
}

const floorTo = (value: number, step: number): number => Math.floor(value / step) * step;

/**
 * The buckets of a dataset (dataset/bucket.py). Without `enable_bucket` the resolution as written is the only one, rounded to nothing;
 * with it, sides from about half to about one of the square root of the area. Sides below two steps end in ZeroDivisionError.
 */
export function planBuckets(settings: BucketSettings): Outcome<BucketPlan> {
  const { resolution, step } = settings;
  if (!settings.enableBucket)
    return resolution.height === 0
      ? stops('ZeroDivisionError', 'division by zero')
      : answer({ settings, shapes: singleShape(resolution) });
  const area = resolution.width * resolution.height;
  if (area < 0) return stops('ValueError', 'math domain error');
  if (!Number.isFinite(area)) return stops('OverflowError', 'int too large to convert to float');
  const side = Math.floor(Math.sqrt(area));
  const least = floorTo(Math.floor(side / 2), step);
  if (least === 0) return stops('ZeroDivisionError', 'integer division or modulo by zero');
  const count = Math.max(0, Math.ceil((side + step - least) / step));
  const widthAt = (at: number): number => least + at * step;
  const heightOf = (width: number): number => floorTo(Math.floor(area / width), step);
  // The aspect ratios are taken of the whole list at once.
  if (heightOf(widthAt(count - 1)) === 0) return stops('ZeroDivisionError', 'division by zero');
  return answer({ settings, shapes: { extra: null, count, widthAt, heightOf } });
}

/** The bucket of an image, in the trainer's doubles. A side may be 0 with `bucket_no_upscale` and an image below the step. */
export function chooseBucket({ settings, shapes }: BucketPlan, image: PixelSize): PixelSize {
  const { resolution, bucketNoUpscale, enableBucket, step } = settings;
  if (!enableBucket) return resolution;
  if (bucketNoUpscale && image.width * image.height <= resolution.width * resolution.height)
    return { width: floorTo(image.width, step), height: floorTo(image.height, step) };
  // A list has at least one size; a ratio that is no number leaves the trainer's choice open.
  return nearestShape(shapes, image.width / image.height) ?? resolution;
}

/**
 * Scales an image to cover a bucket and cuts the rest (dataset/media_utils.py). A side that comes out as 0 ends in an error of the
 * library that scales.
 */
export function placeImage(image: PixelSize, bucket: PixelSize): Outcome<Placement> {
  if (image.width === bucket.width && image.height === bucket.height)
    return answer({ resize: 'none', resized: image, crop: { x: 0, y: 0 }, kept: bucket });
  const scale = Math.max(bucket.width / image.width, bucket.height / image.height);
  const resized = {
    width: Math.trunc(image.width * scale + 0.5),
    height: Math.trunc(image.height * scale + 0.5),
  };
  const enlarges = scale > 1;
  if (resized.width <= 0 || resized.height <= 0)
    return stops(enlarges ? 'ValueError' : 'cv2.error', 'the image cannot be scaled to nothing');
  const crop = {
    x: Math.floor((resized.width - bucket.width) / 2),
    y: Math.floor((resized.height - bucket.height) / 2),
  };
  const kept = {
    width: sliced(resized.width, crop.x, crop.x + bucket.width),
    height: sliced(resized.height, crop.y, crop.y + bucket.height),
  };
  return answer({ resize: enlarges ? 'lanczos' : 'area', resized, crop, kept });
}

/** Length of Python's `row[start:end]`: a negative place counts from the end. */
function sliced(length: number, start: number, end: number): number {
  const at = (place: number) => Math.min(length, Math.max(0, place < 0 ? place + length : place));
  return Math.max(0, at(end) - at(start));
}

/** How control images are sized apart from their target. */
export interface ControlSettings {
  readonly noResize: boolean;
  /** `control_resolution`; null when it is not set. */
  readonly resolution: PixelSize | null;
  readonly step: number;
}

/** The size of a control image; null when it is brought to the bucket of its target (cropped where the shapes differ). */
export function controlSize(settings: ControlSettings, image: PixelSize): Outcome<PixelSize | null> {
  const { noResize, resolution, step } = settings;
  if (resolution) {
    if (noResize && image.width * image.height <= resolution.width * resolution.height) return answer(image);
    return fitArea(image, resolution, step);
  }
  if (noResize) return answer({ width: floorTo(image.width, step), height: floorTo(image.height, step) });
  return answer(null);
}

/** The size on the step that keeps the shape best at an area (dataset/bucket.py); of equally good ones the narrowest. */
function fitArea(image: PixelSize, target: PixelSize, step: number): Outcome<PixelSize> {
  const aspect = image.width / image.height;
  const area = target.width * target.height;
  if (area * aspect < 0) return stops('ValueError', 'math domain error');
  const middle = floorTo(Math.floor(Math.sqrt(area * aspect)), step);
  let best: PixelSize | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = -2; i <= 2; i++) {
    const width = middle + i * step;
    if (width === 0) return stops('ZeroDivisionError', 'integer division or modulo by zero');
    const height = floorTo(Math.floor(area / width), step);
    if (height === 0) return stops('ZeroDivisionError', 'division by zero');
    const off = Math.abs(width / height - aspect);
    if (off < distance) {
      distance = off;
      best = { width, height };
    }
  }
  return best ? answer(best) : stops('TypeError', 'no size fits');
}
