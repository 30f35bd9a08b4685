import { t } from '../ground/l10n.ts';
import { croppedShare } from '../trainers/crop.ts';
import type { PlanSet, TrainerPlan } from '../trainers/trainer-plan.ts';
import type { IdleFile, IdleReason, TrainingItem } from '../trainers/trains.ts';
import type { FileReasons, PlannedDatasetSummary, PlanSummary, SubsetSummary } from './plan-summary.ts';
import { reasonOf } from './plan-text.ts';

/** Files that are named; the rest is counted. */
const named = 200;
/** Above this share of lost pixels a crop counts as heavy. */
const heavyCrop = 0.1;

/** Why a file that lies where the trainer looks does not train. */
export function idleText(reason: IdleReason): string {
  switch (reason) {
    case 'ending-case':
      return t('only endings in all lower or all upper case are seen');
    case 'ending':
      return t('a format the trainer does not look for');
    case 'hidden':
      return t('its name starts with a dot');
    case 'nested':
      return t('in a folder below');
    case 'not-a-subset':
      return t('in no folder the configuration names');
    case 'not-in-cache':
      return t('not in the file that is read instead');
    case 'too-small':
      return t('left out by skip_image_resolution');
    case 'left-over':
      return t('not used in this run');
    case 'no-caption':
      return t('no caption: it is left out');
    case 'companion':
      return t('mask, control or layer of another image');
    case 'unreadable':
      return t('cannot be read and is left out');
    case 'too-short':
      return t('shorter than every length that is asked for');
    case 'other-extension':
      return t('another ending than the one that is read');
    case 'no-image':
      return t('no image of its name');
    case 'replaced':
      return t('something else is read in its place');
    case 'of-idle-image':
      return t('its image does not train');
  }
}

/**
 * A plan of another trainer small enough to be shown.
 * @param shown how a path is written, from the dataset's root where it lies below it
 */
export function summarizeTrainerPlan(plan: TrainerPlan, shown: (path: string) => string): PlanSummary {
  const { trains } = plan;
  const list = (files: readonly IdleFile[]): FileReasons => ({
    count: files.length,
    files: files.slice(0, named).map(({ path, reason }) => ({ file: shown(path), reason: idleText(reason) })),
  });
  return {
    error: trains.stop && stopText(plan, shown),
    warnings: plan.notes,
    datasets: plan.sets.map((set, at) =>
      datasetSummary(
        set,
        trains.items.filter(({ dataset }) => dataset === at),
        shown,
      ),
    ),
    unseenImages: list(trains.idle.filter(({ kind }) => kind !== 'caption')),
    unreadCaptions: list(trains.idle.filter(({ kind }) => kind === 'caption')),
    batchesPerEpoch: plan.batchesPerEpoch,
    stepsPerEpoch: plan.stepsPerEpoch,
    totalSteps: plan.totalSteps ?? 0,
    epochs: plan.epochs ?? 0,
    tokensCut: null,
  };
}

function stopText({ trains: { stop } }: TrainerPlan, shown: (path: string) => string): string | null {
  if (!stop) return null;
  if (stop.path !== null) return `${stop.exception}: ${shown(stop.path)}`;
  return reasonOf({ ...stop, message: stop.message });
}

function datasetSummary(
  set: PlanSet,
  items: readonly TrainingItem[],
  shown: (path: string) => string,
): PlannedDatasetSummary {
  const shares = set.images.map(croppedShare);
  const upscaled = set.images.filter(({ size, resized }) => resized.width > size.width || resized.height > size.height);
  return {
    resolution: set.resolution ?? { width: 0, height: 0 },
    batchSize: set.batchSize,
    enableBucket: set.keepsAspect,
    subsets: [subsetSummary(set, items, shown)],
    buckets: set.buckets.map(({ bucket, frames, samples, batches }) => {
      const inside = set.images.filter(
        (image) =>
          image.bucket.width === bucket.width &&
          image.bucket.height === bucket.height &&
          (frames === undefined || image.frames?.includes(frames)),
      );
      const cropped = inside.reduce((sum, image) => sum + croppedShare(image), 0) / Math.max(1, inside.length);
      const last = batches === 0 ? 0 : Math.min(set.batchSize, samples - (batches - 1) * set.batchSize);
      return {
        bucket,
        ...(frames === undefined ? {} : { frames }),
        images: inside.length,
        samples,
        batches,
        lastBatch: Math.max(0, last),
        isThin: samples < set.batchSize,
        cropped,
      };
    }),
    crop: {
      meanShare: shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
      maxShare: Math.max(0, ...shares),
      heavy: shares.filter((share) => share > heavyCrop).length,
      upscaled: upscaled.length,
    },
    validationImages: 0,
    batches: set.batches,
  };
}

function subsetSummary(set: PlanSet, items: readonly TrainingItem[], shown: (path: string) => string): SubsetSummary {
  const from = (...origins: TrainingItem['origin']['from'][]) =>
    items.filter(({ origin }) => origins.includes(origin.from));
  const uncaptioned = from('nothing', 'default');
  return {
    name: set.name,
    isReg: set.isRegularization,
    images: items.length,
    repeats: items[0]?.uses ?? 1,
    trainedImages: items.length,
    samplesPerEpoch: set.buckets.reduce((sum, { samples }) => sum + samples, 0),
    captionExtension: null,
    classTokens: null,
    captions: {
      fromFile: from('file').length,
      fromClassTokens: 0,
      fromMetadata: from('metadata', 'prompt-file', 'file-name').length,
      missing: uncaptioned.length,
      faceFallback: 0,
      blank: from('file').filter(({ caption }) => caption.trim() === '').length,
    },
    uncaptioned: {
      count: uncaptioned.length,
      files: uncaptioned.slice(0, named).map(({ path }) => ({ file: shown(path), reason: '' })),
    },
  };
}

/** Names listed per group; the JSON has all. */
const listed = 20;

/** A plan of another trainer for a terminal. */
export function writeTrainerPlanText(
  head: {
    readonly target: string;
    readonly model: string;
    readonly trainer: string;
    readonly configs: readonly string[];
  },
  plan: PlanSummary,
): string {
  const out = [
    t('What the trainer will do with {0}', head.target),
    t('Model {0}, trainer {1}', head.model, head.trainer),
  ];
  for (const config of head.configs) out.push(t('Configuration {0}', config));
  if (plan.error) out.push('', t('Training stops: {0}', plan.error));
  for (const dataset of plan.error ? [] : plan.datasets) {
    const [subset] = dataset.subsets;
    if (!subset) continue;
    const { captions } = subset;
    const ofVideos = dataset.buckets.some(({ frames }) => frames !== undefined);
    const uses =
      dataset.batches === null
        ? t('{0} files, their samples are not counted', subset.images)
        : ofVideos
          ? t('{0} videos, {1} samples per epoch', subset.images, subset.samplesPerEpoch)
          : t('{0} images, {1} samples per epoch', subset.images, subset.samplesPerEpoch);
    out.push('', `${subset.name}: ${uses}`);
    out.push(
      `  ${t('Captions')}: ${t('{0} from files, {1} from elsewhere, {2} none, {3} blank', captions.fromFile, captions.fromMetadata, captions.missing, captions.blank)}`,
    );
    for (const { bucket, frames, images, samples, batches, cropped } of dataset.buckets) {
      const cut = (cropped * 100).toFixed(1);
      const inside =
        frames === undefined
          ? t('{0} images, {1} samples, {2} batches, {3} % cropped', images, samples, batches, cut)
          : `${t('{0} frames', frames)}  ${t('{0} videos, {1} samples, {2} batches, {3} % cropped', images, samples, batches, cut)}`;
      out.push(`  ${bucket.width}×${bucket.height}  ${inside}`);
    }
  }
  if (!plan.error) {
    const batch = plan.datasets.map((dataset) => dataset.batchSize).join(' / ');
    out.push(
      '',
      plan.batchesPerEpoch === null || plan.stepsPerEpoch === null
        ? t('Batch size {0}: batches and steps are not counted.', batch)
        : t('Batch size {0}: {1} batches, {2} steps per epoch', batch, plan.batchesPerEpoch, plan.stepsPerEpoch),
    );
    if (plan.totalSteps > 0) out.push(t('{0} steps in all: {1} epochs', plan.totalSteps, plan.epochs));
  }
  const group = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    out.push('', title, ...lines.slice(0, listed).map((line) => `  ${line}`));
    if (lines.length > listed) out.push(`  ${t('and {0} more', lines.length - listed)}`);
  };
  group(t('Worth knowing'), plan.warnings);
  const words = ({ files }: FileReasons) => files.map(({ file, reason }) => `${file}: ${reason}`);
  group(t('Images that never train'), words(plan.unseenImages));
  group(t('Captions that are never read'), words(plan.unreadCaptions));
  return `${out.join('\n')}\n`;
}
