import type { PixelSize } from '../../pixel-size.ts';
import type { TrainerError } from '../../trainer-error.ts';
import type { DatasetKind } from '../config/dataset-options.ts';
import type { ConfigError } from '../config/resolve.ts';
import type { ResolvedParams } from '../config/resolve-datasets.ts';

/** Where the caption of an image comes from. */
export type CaptionSource =
  | { readonly from: 'file'; readonly path: string; readonly isFaceFallback: boolean }
  /** No caption file: `class_tokens` or, in folder mode, the rest of the folder name. */
  | { readonly from: 'class-tokens' }
  | { readonly from: 'nothing' }
  | { readonly from: 'metadata-file'; readonly path: string }
  /** `metadata_cache.json`: the caption files themselves are not read. */
  | { readonly from: 'metadata-cache'; readonly path: string };

export type SizeSource = 'image' | 'latent-cache' | 'metadata-file' | 'metadata-cache';

/** One image as the trainer will use it. Sizes in pixels. */
export interface PlannedImage {
  readonly path: string;
  /** As read, before prefix, wildcards and shuffling. */
  readonly caption: string;
  readonly captionSource: CaptionSource;
  /** Uses per epoch, after regularization images were levelled. */
  readonly repeats: number;
  readonly isReg: boolean;
  readonly size: PixelSize;
  readonly sizeSource: SizeSource;
  readonly bucket: PixelSize;
  readonly resized: PixelSize;
  /** Position in {@link PlannedDataset.subsets}. */
  readonly subset: number;
}

export interface PlannedSubset {
  /** `image_dir` as written. */
  readonly directory: string | null;
  readonly metadataFile: string | null;
  readonly repeats: number;
  readonly imageCount: number;
  readonly isReg: boolean;
  readonly classTokens: string | null;
  /** With its dot; null where captions come from a metadata file. */
  readonly captionExtension: string | null;
  readonly params: ResolvedParams;
}

export interface PlannedBucket {
  readonly bucket: PixelSize;
  /** Images with repeats. */
  readonly samples: number;
  readonly batches: number;
}

export interface PlannedDataset {
  readonly kind: DatasetKind;
  readonly params: ResolvedParams;
  readonly batchSize: number;
  readonly resolution: PixelSize;
  /** Subsets that take part, in the trainer's order. */
  readonly subsets: readonly PlannedSubset[];
  readonly images: readonly PlannedImage[];
  /** Images x repeats as the trainer counts them, before the levelling of regularization images. */
  readonly trainSamples: number;
  readonly regSamples: number;
  /** Sorted by width, then height. */
  readonly buckets: readonly PlannedBucket[];
  readonly batches: number;
  /** By folder (or metadata file) name: how often each tag occurs, split at commas, lower case. Kept in the model's metadata. */
  readonly tagFrequency: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Which images are trained is drawn at random when there is a validation split without a seed: then `images` is an example. */
  readonly isSplitRandom: boolean;
}

/** What the trainer warns about, in its order. */
export interface PlanWarning {
  readonly code:
    | 'folder-without-repeats'
    | 'not-a-folder'
    | 'no-images'
    | 'small-images-skipped'
    | 'repeats-below-one'
    | 'duplicate-subset'
    | 'empty-metadata'
    | 'no-caption'
    | 'captions-missing'
    | 'no-metadata-cache'
    | 'surplus-regularization'
    | 'no-regularization'
    | 'bucket-limits-rounded'
    | 'bucket-limits-ignored'
    | 'unreadable-image'
    | 'folders-ignored'
    | 'validation-split-out-of-range';
  /** The folder, image or option it is about; empty when it is the dataset. */
  readonly subject: string;
  /** How many images, for `captions-missing`. */
  readonly count: number;
}

/** What stops the trainer, and how far it had come. */
export type PlanError =
  | (TrainerError & { readonly stage: 'dataset' | 'buckets'; readonly dataset: number })
  | ConfigError;

export interface DatasetPlan {
  readonly datasets: readonly PlannedDataset[];
  /** Images kept for validation; one per dataset with a split. */
  readonly validation: readonly PlannedDataset[];
  /** Batches of all datasets in one epoch, before processes and gradient accumulation. */
  readonly batchesPerEpoch: number;
  readonly warnings: readonly PlanWarning[];
  readonly error: PlanError | null;
}
