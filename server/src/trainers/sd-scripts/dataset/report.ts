import type { Steps } from '../../../ground/steps.ts';
import { croppedShare } from '../../crop.ts';
import type { TrainerFiles } from '../../files/files.ts';
import type { PixelSize } from '../../pixel-size.ts';
import type { DatasetPlan, PlanError, PlannedDataset, PlannedImage, PlanWarning } from './plan-types.ts';
import { type UnreadReason, type UnseenReason, type UnusedFile, unusedFiles } from './unused-files.ts';

/** "What the trainer will do", as plain data. Sizes in pixels, shares from 0 to 1. */
export interface PlanReport {
  /** What stops the trainer; the rest then holds what was known before that. */
  readonly error: { readonly exception: string; readonly message: string; readonly stage: string } | null;
  readonly warnings: readonly PlanWarning[];
  readonly datasets: readonly DatasetReport[];
  readonly unseenImages: readonly UnusedFile<UnseenReason>[];
  readonly unreadCaptions: readonly UnusedFile<UnreadReason>[];
  readonly batchesPerEpoch: number;
  readonly stepsPerEpoch: number;
  /** Steps and (started) epochs of the whole training. */
  readonly totalSteps: number;
  readonly epochs: number;
  /** Tokens the encoder never sees. Filled in by whoever can count tokens; null until then. */
  readonly tokensCut: TokensCut | null;
}

export interface TokensCut {
  /** Content tokens that fit. */
  readonly limit: number;
  readonly captions: number;
  readonly captionsOverLimit: number;
  readonly tokensCut: number;
}

export interface DatasetReport {
  readonly kind: PlannedDataset['kind'];
  readonly resolution: PixelSize;
  readonly batchSize: number;
  readonly enableBucket: boolean;
  readonly subsets: readonly SubsetReport[];
  readonly images: readonly PlannedImage[];
  readonly buckets: readonly BucketReport[];
  readonly crop: CropReport;
  readonly validationImages: number;
  readonly batches: number;
}

export interface SubsetReport {
  /** Folder or metadata file, as written. */
  readonly name: string;
  readonly isReg: boolean;
  readonly images: number;
  readonly repeats: number;
  /** Images of the subset that take part, and their uses per epoch, after levelling and the validation split. */
  readonly trainedImages: number;
  readonly samplesPerEpoch: number;
  readonly captionExtension: string | null;
  readonly classTokens: string | null;
  readonly captions: {
    readonly fromFile: number;
    readonly fromClassTokens: number;
    readonly fromMetadata: number;
    readonly missing: number;
    /** Read from a file of another name, meant for face crops. */
    readonly faceFallback: number;
    /** Read, and blank. */
    readonly blank: number;
  };
}

export interface BucketReport {
  readonly bucket: PixelSize;
  /** Of parts of videos: their length. */
  readonly frames?: number;
  readonly images: number;
  readonly samples: number;
  readonly batches: number;
  /** Images in the last batch; equal to the batch size when it comes out even. */
  readonly lastBatch: number;
  /** Fewer samples than one batch holds. */
  readonly isThin: boolean;
}

export interface CropReport {
  /** Mean over the images, repeats not counted. */
  readonly meanShare: number;
  readonly maxShare: number;
  /** Images that lose more than a tenth of their pixels. */
  readonly heavy: number;
  readonly upscaled: number;
}

export interface ReportSettings {
  /** Training processes (GPUs). */
  readonly processes: number;
  readonly gradientAccumulationSteps: number;
  readonly maxTrainSteps: number;
  /** Wins over the steps when given. */
  readonly maxTrainEpochs: number | null;
  /** `train_data_dir` and `reg_data_dir` in folder mode. */
  readonly baseFolders: readonly string[];
}

export const DEFAULT_REPORT_SETTINGS: ReportSettings = {
  processes: 1,
  gradientAccumulationSteps: 1,
  maxTrainSteps: 1600,
  maxTrainEpochs: null,
  baseFolders: [],
};

/** Above this share of lost pixels a crop counts as heavy. */
const HEAVY_CROP = 0.1;

/** Sums a plan up. Steps follow sd-scripts train_network.py: batches over processes and accumulation, rounded up. */
export function* planReport(
  plan: DatasetPlan,
  files: TrainerFiles,
  settings: Partial<ReportSettings> = {},
): Steps<PlanReport> {
  const { processes, gradientAccumulationSteps, maxTrainSteps, maxTrainEpochs, baseFolders } = {
    ...DEFAULT_REPORT_SETTINGS,
    ...settings,
  };
  const unused = yield* unusedFiles(plan, files, baseFolders);
  const stepsPerEpoch = Math.ceil(
    plan.batchesPerEpoch / Math.max(1, processes) / Math.max(1, gradientAccumulationSteps),
  );
  const totalSteps = maxTrainEpochs === null ? maxTrainSteps : maxTrainEpochs * stepsPerEpoch;
  const withSplit = plan.datasets.filter((dataset) => validates(dataset));
  return {
    error: plan.error && errorOf(plan.error),
    warnings: plan.warnings,
    datasets: plan.datasets.map((dataset) => {
      const kept = plan.validation[withSplit.indexOf(dataset)];
      return datasetReport(dataset, kept?.images.length ?? 0);
    }),
    unseenImages: unused.images,
    unreadCaptions: unused.captions,
    batchesPerEpoch: plan.batchesPerEpoch,
    stepsPerEpoch,
    totalSteps,
    epochs: stepsPerEpoch === 0 ? 0 : Math.ceil(totalSteps / stepsPerEpoch),
    tokensCut: null,
  };
}

/** Whether the plan holds a validation set for this dataset. */
function validates(dataset: PlannedDataset): boolean {
  const split = Number(dataset.params.values.validation_split ?? 0);
  return split > 0 && split <= 1;
}

function errorOf(error: PlanError): NonNullable<PlanReport['error']> {
  return { exception: error.exception, message: error.message, stage: error.stage };
}

function datasetReport(dataset: PlannedDataset, validationImages: number): DatasetReport {
  return {
    kind: dataset.kind,
    resolution: dataset.resolution,
    batchSize: dataset.batchSize,
    enableBucket: Boolean(dataset.params.values.enable_bucket),
    subsets: dataset.subsets.map((_, i) => subsetReport(dataset, i)),
    images: dataset.images,
    buckets: dataset.buckets.map(({ bucket, samples, batches }) => ({
      bucket,
      images: dataset.images.filter((image) => sameSize(image.bucket, bucket)).length,
      samples,
      batches,
      lastBatch: batches === 0 ? 0 : samples - (batches - 1) * dataset.batchSize,
      isThin: samples < dataset.batchSize,
    })),
    crop: cropReport(dataset.images),
    validationImages,
    batches: dataset.batches,
  };
}

function subsetReport(dataset: PlannedDataset, index: number): SubsetReport {
  const subset = dataset.subsets[index] as PlannedDataset['subsets'][number];
  const images = dataset.images.filter((image) => image.subset === index);
  const from = (...sources: string[]) => images.filter((image) => sources.includes(image.captionSource.from)).length;
  return {
    name: subset.metadataFile ?? subset.directory ?? '',
    isReg: subset.isReg,
    images: subset.imageCount,
    repeats: subset.repeats,
    trainedImages: images.length,
    samplesPerEpoch: images.reduce((sum, image) => sum + image.repeats, 0),
    captionExtension: subset.captionExtension,
    classTokens: subset.classTokens,
    captions: {
      fromFile: from('file'),
      fromClassTokens: from('class-tokens'),
      fromMetadata: from('metadata-file', 'metadata-cache'),
      missing: from('nothing'),
      faceFallback: images.filter(({ captionSource: s }) => s.from === 'file' && s.isFaceFallback).length,
      blank: images.filter((image) => image.captionSource.from === 'file' && image.caption === '').length,
    },
  };
}

function cropReport(images: readonly PlannedImage[]): CropReport {
  const shares = images.map(croppedShare);
  return {
    meanShare: shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    maxShare: shares.reduce((most, share) => Math.max(most, share), 0),
    heavy: shares.filter((share) => share > HEAVY_CROP).length,
    upscaled: images.filter(({ size, resized }) => resized.width > size.width || resized.height > size.height).length,
  };
}

function sameSize(a: PixelSize, b: PixelSize): boolean {
  return a.width === b.width && a.height === b.height;
}
