import type { BucketChoice, ResizeKind } from './buckets.ts';
import type { PixelSize } from './pixel-size.ts';

/** A rectangle of pixels. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Scaling the trainer uses when `resize_interpolation` is not set (sd-scripts library/utils.py, resize_image). */
export function resizeKind(image: PixelSize, resized: PixelSize): ResizeKind {
  if (image.width === resized.width && image.height === resized.height) return 'none';
  return image.width >= resized.width && image.height >= resized.height ? 'area' : 'lanczos';
}

/**
 * The part of the *resized* image that is kept, without `random_crop` (sd-scripts library/train_util.py,
 * trim_and_resize_if_required): centred, an odd pixel more cut at the right and bottom.
 */
export function centreCrop(choice: Pick<BucketChoice, 'bucket' | 'resized'>): PixelRect {
  const { bucket, resized } = choice;
  return {
    x: Math.max(0, Math.floor((resized.width - bucket.width) / 2)),
    y: Math.max(0, Math.floor((resized.height - bucket.height) / 2)),
    width: Math.min(resized.width, bucket.width),
    height: Math.min(resized.height, bucket.height),
  };
}

/** Share of the resized image's pixels that the crop cuts away, 0 to 1. */
export function croppedShare(choice: Pick<BucketChoice, 'bucket' | 'resized'>): number {
  const { bucket, resized } = choice;
  const pixels = resized.width * resized.height;
  return pixels === 0 ? 0 : 1 - (bucket.width * bucket.height) / pixels;
}

/** The kept part in pixels of the *original* image, for drawing on it. Not rounded. */
export function cropOnImage(choice: Pick<BucketChoice, 'bucket' | 'resized'>, image: PixelSize): PixelRect {
  const crop = centreCrop(choice);
  const { resized } = choice;
  const across = resized.width === 0 ? 0 : image.width / resized.width;
  const down = resized.height === 0 ? 0 : image.height / resized.height;
  return { x: crop.x * across, y: crop.y * down, width: crop.width * across, height: crop.height * down };
}

/**
 * The four numbers SDXL is told as crop position: left, top, right, bottom (sd-scripts library/train_util.py,
 * BucketManager.get_crop_ltrb). They come from fitting the image *inside* the bucket, so they are not the pixels that were cut.
 * Both sizes in pixels, no side 0.
 */
export function cropConditioning(bucket: PixelSize, image: PixelSize): [number, number, number, number] {
  const imageAspect = image.width / image.height;
  const wider = bucket.width / bucket.height > imageAspect;
  const width = wider ? bucket.height * imageAspect : bucket.width;
  const height = wider ? bucket.height : bucket.width / imageAspect;
  const left = Math.floor((bucket.width - width) / 2);
  const top = Math.floor((bucket.height - height) / 2);
  return [left, top, left + width, top + height];
}

/**
 * With `enable_bucket` off and without `cache_latents` nothing is scaled (sd-scripts library/train_util.py, __getitem__): `fits` trains;
 * `needs-random-crop` is larger than the resolution and trains only with `random_crop`; `too-small` stops training.
 */
export function fixedSizeFit(image: PixelSize, resolution: PixelSize): 'fits' | 'needs-random-crop' | 'too-small' {
  if (image.width < resolution.width || image.height < resolution.height) return 'too-small';
  return image.width === resolution.width && image.height === resolution.height ? 'fits' : 'needs-random-crop';
}
