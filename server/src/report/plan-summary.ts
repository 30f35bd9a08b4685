import { unseenText } from '../rules/files/unseen-text.ts';
import { croppedShare } from '../trainers/crop.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { BucketReport, CropReport, DatasetReport, SubsetReport, TokensCut } from '../training/default-trainer.ts';
import type { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import type { TrainingPlan } from '../training/training-plan.ts';
import { reasonOf, unreadText, warningText } from './plan-text.ts';

/** A plan small enough to be shown: what a training does with a dataset, without a line per image. Texts are in the
 * display language, files relative to the dataset's root where they lie below it. */
export interface PlanSummary {
  /** What stops the trainer; null when it runs. */
  readonly error: string | null;
  readonly warnings: readonly string[];
  readonly datasets: readonly PlannedDatasetSummary[];
  readonly unseenImages: FileReasons;
  readonly unreadCaptions: FileReasons;
  /** Null where there are too many draws to count them. */
  readonly batchesPerEpoch: number | null;
  readonly stepsPerEpoch: number | null;
  readonly totalSteps: number;
  readonly epochs: number;
  /** Null where the model reads with an encoder that is not counted. */
  readonly tokensCut: TokensCut | null;
}

export interface PlannedDatasetSummary {
  readonly resolution: PixelSize;
  readonly batchSize: number;
  readonly enableBucket: boolean;
  readonly subsets: readonly SubsetSummary[];
  readonly buckets: readonly (BucketReport & {
    /** Mean share of an image's pixels that is cut away, 0 to 1. */
    readonly cropped: number;
  })[];
  readonly crop: CropReport;
  readonly validationImages: number;
  /** Null where they are not counted. */
  readonly batches: number | null;
}

export interface SubsetSummary extends SubsetReport {
  /** Images without a caption of their own. */
  readonly uncaptioned: FileReasons;
}

/** Files, the first of them by name. */
export interface FileReasons {
  readonly count: number;
  readonly files: readonly { readonly file: string /** Empty: goes without saying. */; readonly reason: string }[];
}

/** Files that are named; the rest is counted. */
const named = 200;

/** Sums a plan up for a view.
 * @param root absolute folder of the dataset, "/" between names */
export function summarizePlan(
  { report }: TrainingPlan,
  files: Pick<TrainerSnapshot, 'locate'>,
  root: string,
): PlanSummary {
  const shown = (path: string): string => {
    const place = files.locate(path);
    return place.startsWith(`${root}/`) ? place.slice(root.length + 1) : path;
  };
  const list = <T extends { path: string }>(all: readonly T[], reason: (one: T) => string): FileReasons => ({
    count: all.length,
    files: all.slice(0, named).map((one) => ({ file: shown(one.path), reason: reason(one) })),
  });
  return {
    error: report.error && reasonOf(report.error),
    warnings: report.warnings.map(warningText),
    datasets: report.datasets.map((dataset) => ({
      ...summarizeDataset(dataset),
      subsets: dataset.subsets.map((subset, at) => ({
        ...subset,
        uncaptioned: list(
          dataset.images.filter(
            (image) =>
              image.subset === at &&
              (image.captionSource.from === 'class-tokens' || image.captionSource.from === 'nothing'),
          ),
          () => '',
        ),
      })),
    })),
    unseenImages: list(report.unseenImages, ({ reason }) => unseenText(reason)),
    unreadCaptions: list(report.unreadCaptions, ({ reason }) => unreadText(reason)),
    batchesPerEpoch: report.batchesPerEpoch,
    stepsPerEpoch: report.stepsPerEpoch,
    totalSteps: report.totalSteps,
    epochs: report.epochs,
    tokensCut: report.tokensCut,
  };
}

function summarizeDataset(dataset: DatasetReport): Omit<PlannedDatasetSummary, 'subsets'> {
  const { resolution, batchSize, enableBucket, crop, validationImages, batches } = dataset;
  const cropped = new Map<string, { sum: number; images: number }>();
  for (const image of dataset.images) {
    const key = keyOf(image.bucket);
    const entry = cropped.get(key) ?? { sum: 0, images: 0 };
    cropped.set(key, { sum: entry.sum + croppedShare(image), images: entry.images + 1 });
  }
  return {
    resolution,
    batchSize,
    enableBucket,
    crop,
    validationImages,
    batches,
    buckets: dataset.buckets.map((bucket) => {
      const { sum, images } = cropped.get(keyOf(bucket.bucket)) ?? { sum: 0, images: 1 };
      return { ...bucket, cropped: sum / images };
    }),
  };
}

const keyOf = ({ width, height }: PixelSize): string => `${width}x${height}`;
