import type { PixelSize } from '../pixel-size.ts';
import type { Outcome } from '../trainer-error.ts';
import type { Placement } from './buckets.ts';
import type { JobDataset } from './resolve.ts';

/** A file of a dataset; mirrored copies are items of their own. */
export interface PlannedItem {
  readonly path: string;
  readonly isVideo: boolean;
  /** Pixels after EXIF rotation, unless sizes are read from headers. */
  readonly size: PixelSize;
  /** Null with buckets off: the middle square is scaled to the resolution. */
  readonly placement: Placement | null;
  readonly flipX: boolean;
  readonly flipY: boolean;
  /** Frames of a video. */
  readonly frames: number | null;
  /** The text before dropout, shuffling and triggers. */
  readonly caption: Outcome<string>;
  readonly captionFrom: 'file' | 'json' | 'default' | 'nothing';
  readonly mask: string | null;
  readonly controls: readonly string[];
  readonly inpaint: string | null;
  readonly unconditional: string | null;
  /** Loading it fails, and another image of its bucket takes its place. */
  readonly loadError: string | null;
}

export interface PlannedBucket {
  readonly name: string;
  readonly size: PixelSize;
  readonly items: number;
  readonly batches: number;
}

/** One dataset at one resolution. */
export interface PlannedDataset {
  readonly dataset: JobDataset;
  /** Folder or JSON file. */
  readonly path: string;
  readonly batchSize: number;
  readonly items: readonly PlannedItem[];
  /** How often each item stands in the list of an epoch. */
  readonly repeats: number;
  /** Files left out because they cannot be opened or do not end. */
  readonly unreadable: readonly string[];
  /** Null with buckets off. */
  readonly buckets: readonly PlannedBucket[] | null;
}

/** The datasets that are drawn from together: those that train, or the regularization sets. */
export interface PlannedLoader {
  readonly isReg: boolean;
  readonly datasets: readonly PlannedDataset[];
  /** Batches until every dataset was gone through once. */
  readonly batches: number;
}

export interface JobPlan {
  readonly loaders: readonly PlannedLoader[];
  readonly error: PlanError | null;
}

export interface PlanError {
  readonly exception: string;
  readonly message: string;
  readonly stage: 'load-train' | 'load-reg';
}
