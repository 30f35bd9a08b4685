import { folderOf } from '../ground/paths.ts';
import { eachInSteps, type Steps } from '../ground/steps.ts';
import { bucketOf } from '../images/image-bucket.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { croppedShare } from '../trainers/crop.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';

/** Where the trainer puts one image. */
export interface ImageBucket {
  /** Pixels. */
  readonly bucket: PixelSize;
  /** Share of the resized image's pixels that the bucket cuts away, 0 to 1. */
  readonly cropped: number;
}

/** The images of one size they are trained at. */
export interface ReportBucket {
  readonly width: number;
  readonly height: number;
  readonly images: number;
  /** Images × repeats of their folders: samples of an epoch. Batches are made of these. */
  readonly samples: number;
  /** Mean share of an image's pixels that is cut away, 0 to 1. */
  readonly cropped: number;
}

/** Bucket and crop of an image; null without a size, or where the trainer would stop. */
export function imageBucket(
  image: { readonly width: number | null; readonly height: number | null },
  settings: FolderSettings,
): ImageBucket | null {
  const { width, height } = image;
  if (width === null || height === null) return null;
  const choice = bucketOf({ width, height }, settings);
  return choice && { bucket: choice.bucket, cropped: croppedShare(choice) };
}

/** The buckets that hold images, the fullest first. `repeats`: of a folder, by its name. */
export function* bucketTable(
  images: readonly { readonly file: string; readonly bucket: PixelSize | null; readonly cropped: number | null }[],
  repeats: (folder: string) => number,
): Steps<ReportBucket[]> {
  const buckets = new Map<string, { bucket: PixelSize; images: number; samples: number; cropped: number }>();
  yield* eachInSteps(images, ({ file, bucket, cropped }) => {
    if (!bucket) return;
    const key = `${bucket.width}x${bucket.height}`;
    const entry = buckets.get(key) ?? { bucket, images: 0, samples: 0, cropped: 0 };
    entry.images++;
    entry.samples += repeats(folderOf(file));
    entry.cropped += cropped ?? 0;
    buckets.set(key, entry);
  });
  return [...buckets.values()]
    .map(({ bucket, images, samples, cropped }) => ({ ...bucket, images, samples, cropped: cropped / images }))
    .sort((a, b) => b.samples - a.samples || a.width - b.width);
}
