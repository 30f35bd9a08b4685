import { type BucketShapes, hasShape, nearestShape, singleShape } from './bucket-shapes.ts';
import type { PixelSize } from './pixel-size.ts';
import { answer, type Outcome, stops } from './trainer-error.ts';

/** The bucket settings of one dataset, as the user wrote them (pixels). */
export interface BucketSettings {
  readonly resolution: PixelSize;
  readonly enableBucket: boolean;
  readonly minBucketReso: number;
  readonly maxBucketReso: number;
  readonly bucketResoSteps: number;
  readonly bucketNoUpscale: boolean;
}

/** The trainer's built-in values (sd-scripts library/train_util.py). The same for SDXL: nothing adapts to the model. */
export const BUCKET_DEFAULTS: Omit<BucketSettings, 'resolution'> = {
  enableBucket: false,
  minBucketReso: 256,
  maxBucketReso: 1024,
  bucketResoSteps: 64,
  bucketNoUpscale: false,
};

/** Checked settings, ready to place images. Make one per dataset with {@link planBuckets} and reuse it for every image. */
export interface BucketPlan {
  readonly settings: BucketSettings;
  /** `min_bucket_reso` rounded down to the step; null with buckets off. The trainer warns when it differs from the setting. */
  readonly effectiveMin: number | null;
  /** `max_bucket_reso` rounded up to the step; null with buckets off. */
  readonly effectiveMax: number | null;
  /** Every bucket there can be; null when the images make their own (`bucket_no_upscale`). */
  readonly shapes: BucketShapes | null;
}

/** How an image is brought to its resized size when no `resize_interpolation` is set. */
export type ResizeKind = 'none' | 'area' | 'lanczos';

/** Where one image goes. */
export interface BucketChoice {
  /** A side can be 0 with `bucket_no_upscale` and an image smaller than the step: the trainer then fails at a later stage. */
  readonly bucket: PixelSize;
  /** Size after scaling, before the crop. */
  readonly resized: PixelSize;
  /** Aspect ratio (width / height) of the bucket minus that of the image. */
  readonly aspectError: number;
}

/** `x % step` of Python for a positive step. */
function remainder(x: number, step: number): number {
  return ((x % step) + step) % step;
}

/** `int(x + 0.5)` of Python for x that is not negative. */
function roundHalfUp(x: number): number {
  return Math.floor(x + 0.5);
}

/**
 * Bucket sizes for an area of `resolution` (sd-scripts library/model_util.py, make_bucket_resolutions). `min` and `max` are multiples
 * of `step`, all positive, in pixels. Areas may lie well below that of the resolution.
 */
function bucketShapes(resolution: PixelSize, min: number, max: number, step: number): BucketShapes {
  const area = resolution.width * resolution.height;
  const side = Math.floor(Math.sqrt(area) / step) * step;
  // Wider ones would be lower than `min`.
  const widest = Math.min(max, Math.floor(area / min));
  return {
    extra: { width: side, height: side },
    count: Math.max(0, Math.floor((widest - min) / step) + 1),
    widthAt: (at) => min + at * step,
    heightOf: (width) => Math.min(max, Math.floor(Math.floor(area / width) / step) * step),
  };
}

/**
 * Checks the settings and makes the bucket list (sd-scripts library/train_util.py, adjust_min_max_bucket_reso_by_steps and
 * make_buckets). The error is the one that stops training. Whether the model takes the step is a separate check: bucketStepError
 * of the model families.
 */
export function planBuckets(settings: BucketSettings): Outcome<BucketPlan> {
  const { resolution, bucketResoSteps: step } = settings;
  if (!settings.enableBucket) {
    return answer({ settings, effectiveMin: null, effectiveMax: null, shapes: singleShape(resolution) });
  }
  // A step beyond all numbers rounds the least side down to 0.
  if (step === 0 || !Number.isFinite(step)) return stops('ZeroDivisionError', 'integer division or modulo by zero');
  const min = settings.minBucketReso - remainder(settings.minBucketReso, step);
  const max = settings.maxBucketReso + remainder(-settings.maxBucketReso, step);
  if (Math.min(resolution.width, resolution.height) < min) {
    return stops('AssertionError', 'min_bucket_reso must be equal or less than resolution');
  }
  if (Math.max(resolution.width, resolution.height) > max) {
    return stops('AssertionError', 'max_bucket_reso must be equal or greater than resolution');
  }
  if (!Number.isFinite(resolution.width * resolution.height))
    return stops('OverflowError', 'int too large to convert to float');
  if (settings.bucketNoUpscale) return answer({ settings, effectiveMin: min, effectiveMax: max, shapes: null });
  // Going through the widths meets 0 then, downwards with a negative step.
  if (min <= 0 || step < 0) return stops('ZeroDivisionError', 'integer division or modulo by zero');
  return answer({
    settings,
    effectiveMin: min,
    effectiveMax: max,
    shapes: bucketShapes(resolution, min, max, step),
  });
}

/**
 * Picks the bucket of an image (sd-scripts library/train_util.py, BucketManager.select_bucket), in the trainer's own double arithmetic.
 * Size (0, 0), which the trainer uses for unreadable files, gives ZeroDivisionError: training does not start.
 */
export function chooseBucket(plan: BucketPlan, image: PixelSize): Outcome<BucketChoice> {
  if (image.height === 0) return stops('ZeroDivisionError', 'division by zero');
  const chosen = plan.shapes ? fromList(plan.shapes, image) : fromImage(plan.settings, image);
  if (chosen.error) return chosen;
  const { bucket, resized } = chosen.value;
  if (bucket.height === 0) return stops('ZeroDivisionError', 'division by zero');
  return answer({ bucket, resized, aspectError: bucket.width / bucket.height - image.width / image.height });
}

type Placement = Omit<BucketChoice, 'aspectError'>;

/** The listed bucket of the nearest aspect ratio; of equally near ones the first, which is the narrower. */
function fromList(shapes: BucketShapes, image: PixelSize): Outcome<Placement> {
  const aspect = image.width / image.height;
  const bucket = hasShape(shapes, image) ? image : nearestShape(shapes, aspect);
  if (!bucket) return stops('ValueError', 'attempt to get argmin of an empty sequence');
  const fitHeight = aspect > bucket.width / bucket.height;
  if (!fitHeight && image.width === 0) return stops('ZeroDivisionError', 'division by zero');
  const scale = fitHeight ? bucket.height / image.height : bucket.width / image.width;
  return answer({
    bucket,
    resized: { width: roundHalfUp(image.width * scale), height: roundHalfUp(image.height * scale) },
  });
}

/** `bucket_no_upscale`: the image is shrunk to the area of the resolution if larger, then cut to a multiple of the step. */
function fromImage(settings: BucketSettings, image: PixelSize): Outcome<Placement> {
  const step = settings.bucketResoSteps;
  const area = settings.resolution.width * settings.resolution.height;
  let resized = image;
  if (image.width * image.height > area) {
    const shrunk = shrinkToArea(image, area, step);
    if (shrunk.error) return shrunk;
    resized = shrunk.value;
  }
  const bucket = {
    width: resized.width - remainder(resized.width, step),
    height: resized.height - remainder(resized.height, step),
  };
  return answer({ bucket, resized });
}

/** The shrunk size with one side on the step: the side whose rounding keeps the aspect ratio better; of equals, the height. */
function shrinkToArea(image: PixelSize, area: number, step: number): Outcome<PixelSize> {
  const aspect = image.width / image.height;
  const roundToStep = (x: number) => {
    const rounded = roundHalfUp(x);
    return rounded - remainder(rounded, step);
  };
  const width = Math.sqrt(area * aspect);
  const height = area / width;
  if (!(Math.abs(width / height - aspect) < 1e-2)) return stops('AssertionError', 'aspect is illegal');

  const widthOnStep = roundToStep(width);
  const heightOfThat = roundToStep(widthOnStep / aspect);
  const heightOnStep = roundToStep(height);
  const widthOfThat = roundToStep(heightOnStep * aspect);
  if (heightOfThat === 0 || heightOnStep === 0) return stops('ZeroDivisionError', 'division by zero');

  const byWidth = Math.abs(widthOnStep / heightOfThat - aspect);
  const byHeight = Math.abs(widthOfThat / heightOnStep - aspect);
  return answer(
    byWidth < byHeight
      ? { width: widthOnStep, height: roundHalfUp(widthOnStep / aspect) }
      : { width: roundHalfUp(heightOnStep * aspect), height: heightOnStep },
  );
}
