import type { Plain } from './documents/python-value.ts';
import type { PixelSize } from './pixel-size.ts';
import type { WhatTrains } from './trains.ts';

/**
 * Options under the names that sd-scripts gives them, which evidence and advice speak: what a trainer does not have, or no file says,
 * is absent.
 */
export type CommonOptions = ReadonlyMap<string, Plain>;

/** One dataset, concept or folder of a run at one resolution. */
export interface PlanSet {
  /** Folder or list, as written. */
  readonly name: string;
  /** Pixels; null where several are drawn from. */
  readonly resolution: PixelSize | null;
  readonly batchSize: number;
  /** Aspect ratios are kept. */
  readonly keepsAspect: boolean;
  readonly isRegularization: boolean;
  readonly buckets: readonly PlanBucket[];
  /** Batches of an epoch; null where there are too many draws to count them. */
  readonly batches: number | null;
  /** Images of the set, each once, with its size before the crop. */
  readonly images: readonly PlanImage[];
  /** How its captions and pixels are fed. */
  readonly options: CommonOptions;
}

export interface PlanBucket {
  readonly bucket: PixelSize;
  /** Of parts of videos: their length. */
  readonly frames?: number;
  /** Uses per epoch. */
  readonly samples: number;
  readonly batches: number;
}

export interface PlanImage {
  readonly path: string;
  readonly size: PixelSize;
  readonly bucket: PixelSize;
  readonly resized: PixelSize;
  /** Of a video: the lengths that are cut from it, in frames. */
  readonly frames?: readonly number[];
}

/** What a trainer would do with its configuration and the files it names. */
export interface TrainerPlan {
  readonly trains: WhatTrains;
  readonly sets: readonly PlanSet[];
  /** Null where there are too many draws to count them. */
  readonly batchesPerEpoch: number | null;
  readonly stepsPerEpoch: number | null;
  /** Steps and epochs of the whole training; null where no file says. */
  readonly totalSteps: number | null;
  readonly epochs: number | null;
  /** Every second step of the training takes a batch of the regularization set, which the steps of an epoch leave out. */
  readonly alternates?: boolean;
  /** Network, rates and numbers of the run; null where no file holds them. */
  readonly options: CommonOptions | null;
  /** What may surprise, one sentence each, in the display language. */
  readonly notes: readonly string[];
}

/**
 * A plan that stops before its images are known.
 * @param options what the files say of the run, as far as they were read
 * @param sets the sets they name, without images
 */
export function stoppedPlan(
  trains: WhatTrains,
  options: CommonOptions | null = null,
  sets: readonly PlanSet[] = [],
): TrainerPlan {
  return { trains, sets, batchesPerEpoch: 0, stepsPerEpoch: 0, totalSteps: null, epochs: null, options, notes: [] };
}

/** The uses of images put together by bucket, by width and height. */
export function sumBuckets(
  used: readonly { readonly bucket: PixelSize; readonly samples: number }[],
  batchesOf: (samples: number) => number,
): PlanBucket[] {
  const found = new Map<string, { bucket: PixelSize; samples: number }>();
  for (const { bucket, samples } of used) {
    const key = `${bucket.width}x${bucket.height}`;
    const entry = found.get(key) ?? { bucket, samples: 0 };
    found.set(key, { bucket, samples: entry.samples + samples });
  }
  return [...found.values()]
    .sort((a, b) => a.bucket.width - b.bucket.width || a.bucket.height - b.bucket.height)
    .map((entry) => ({ ...entry, batches: batchesOf(entry.samples) }));
}

/** Images that are made larger to fill their bucket. */
export function enlarged(images: readonly PlanImage[]): number {
  return images.filter(({ size, resized }) => resized.width > size.width || resized.height > size.height).length;
}
