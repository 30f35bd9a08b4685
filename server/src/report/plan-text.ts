import { append } from '../ground/append.ts';
import type { Severity } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import type { LineRange } from '../ground/lines.ts';
import { unseenText } from '../rules/files/unseen-text.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { croppedShare } from '../trainers/crop.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type {
  DatasetReport,
  PlanReport,
  PlanWarning,
  SubsetReport,
  UnreadReason,
} from '../training/default-trainer.ts';

/** A plan with what was assumed for it: the JSON of `tagmetry plan`. Fields are added, never changed, within a version. */
export interface PlanDocument {
  readonly version: 1;
  readonly tool: { readonly name: 'tagmetry'; readonly version: string };
  /** Folder or configuration as it was named. */
  readonly target: string;
  /** Configuration files that count, absolute. */
  readonly configs: readonly string[];
  readonly model: string;
  readonly trainer: string;
  /** Content tokens that train, where they are counted. */
  readonly tokenLimit: number | null;
  /** Model, trainer and limit with who says them, in words. */
  readonly said: string;
  readonly origins: FolderSettings['origins'];
  /** Options nobody gave. */
  readonly assumed: Readonly<Record<string, string>>;
  readonly plan: PlanReport;
  /** What the rules say about the configurations. */
  readonly findings: readonly PlanFinding[];
}

/** A finding in a configuration. */
export interface PlanFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Lines and UTF-16 characters from 0. */
  readonly range: LineRange | null;
}

/** Names listed per group; the JSON has all. */
const listed = 20;

/** What the trainer will do, for a terminal. */
export function writePlanText(document: PlanDocument, colour: boolean): string {
  const bold = (text: string): string => (colour ? `\x1b[1m${text}\x1b[0m` : text);
  const { plan } = document;
  const out: string[] = [bold(t('What the trainer will do with {0}', document.target)), document.said];
  for (const config of document.configs) out.push(t('Configuration {0}', config));
  const assumed = Object.entries(document.assumed);
  if (assumed.length > 0) {
    const words = assumed.map(([name, value]) => (value === 'true' ? name : `${name} ${value}`));
    out.push(t('Assumed, because nothing says otherwise: {0}', words.join(', ')));
  }
  if (document.findings.length > 0)
    out.push('', bold(t('Findings in the configuration')), ...document.findings.map(findingText));
  if (plan.error) out.push('', bold(t('Training stops: {0}', reasonOf(plan.error))));
  for (const [i, dataset] of plan.datasets.entries()) {
    if (dataset.subsets.length === 0) continue;
    out.push('', bold(plan.datasets.length > 1 ? t('Dataset {0}', i + 1) : t('Subsets')));
    for (const [k, subset] of dataset.subsets.entries()) append(out, subsetLines(dataset, subset, k));
    out.push('', bold(t('Buckets')), ...bucketLines(dataset));
  }
  if (plan.datasets.length > 0 && !plan.error) out.push('', ...totals(plan));
  const group = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    out.push('', bold(title), ...shorten(lines));
  };
  group(
    t('Images that never train'),
    plan.unseenImages.map(({ path, reason }) => `${path}: ${unseenText(reason)}`),
  );
  group(
    t('Captions that are never read'),
    plan.unreadCaptions.map(({ path, reason }) => `${path}: ${unreadText(reason)}`),
  );
  group(t('Warnings'), plan.warnings.map(warningText));
  return `${out.join('\n')}\n`;
}

function subsetLines(dataset: DatasetReport, subset: SubsetReport, index: number): string[] {
  const images = dataset.images.filter((image) => image.subset === index);
  const lines = [
    t(
      '{0}: {1} images × {2} repeats, {3} samples per epoch',
      subset.name,
      subset.images,
      subset.repeats,
      subset.samplesPerEpoch,
    ) + (subset.isReg ? ` (${t('regularization set')})` : ''),
  ];
  const { captions } = subset;
  const parts = [
    captions.fromFile > 0 ? t('{0} from {1} files', captions.fromFile, subset.captionExtension ?? '') : '',
    captions.fromMetadata > 0 ? t('{0} from a metadata file', captions.fromMetadata) : '',
    captions.fromClassTokens > 0
      ? t('{0} without a file: "{1}" is trained', captions.fromClassTokens, subset.classTokens ?? '')
      : '',
    captions.missing > 0 ? t('{0} without a file: no words are trained', captions.missing) : '',
    captions.blank > 0 ? t('{0} blank', captions.blank) : '',
    captions.faceFallback > 0 ? t('{0} from a file of another name', captions.faceFallback) : '',
  ];
  lines.push(`  ${t('Captions')}: ${parts.filter((part) => part !== '').join('; ') || t('none')}`);
  const without = images.filter(({ captionSource: { from } }) => from === 'class-tokens' || from === 'nothing');
  append(lines, shorten(without.map((image) => `    ${image.path}`)));
  if (subset.trainedImages !== subset.images) lines.push(`  ${t('{0} images take part', subset.trainedImages)}`);
  return lines;
}

function findingText({ file, rule, severity, message, range }: PlanFinding): string {
  const place = range ? `:${range.start.line + 1}:${range.start.character + 1}` : '';
  return `  ${file.slice(file.lastIndexOf('/') + 1)}${place} ${severity} ${message}  ${rule}`;
}

const size = ({ width, height }: PixelSize): string => `${width}×${height}`;
const percent = (share: number): string => (share * 100).toFixed(1);

function bucketLines(dataset: DatasetReport): string[] {
  const rows = dataset.buckets.map((entry) => {
    const images = dataset.images.filter(({ bucket }) => size(bucket) === size(entry.bucket));
    const crop = images.reduce((sum, image) => sum + croppedShare(image), 0) / Math.max(1, images.length);
    const thin = entry.isThin ? `  ${t('fewer samples than the batch')}` : '';
    return {
      cells: [size(entry.bucket), entry.images, entry.samples, entry.batches, `${percent(crop)} %`].map(String),
      thin,
    };
  });
  const head = [t('bucket'), t('images'), t('samples'), t('batches'), t('crop')];
  const widths = head.map((text, i) =>
    Math.max(displayWidth(text), ...rows.map(({ cells }) => displayWidth(cells[i] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, i) => ' '.repeat((widths[i] ?? 0) - displayWidth(cell)) + cell).join('  ')}`;
  const { crop } = dataset;
  return [
    line(head),
    ...rows.map(({ cells, thin }) => line(cells) + thin),
    dataset.enableBucket
      ? ''
      : `  ${t('enable_bucket is off: every image is trained at {0}', size(dataset.resolution))}`,
    `  ${t('Crop: {0} % on average, {1} % at most, {2} images over 10 %; {3} images are enlarged', percent(crop.meanShare), percent(crop.maxShare), crop.heavy, crop.upscaled)}`,
  ].filter((text) => text !== '');
}

/** Columns of a terminal: Japanese letters take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1),
    0,
  );
}

function totals(plan: PlanReport): string[] {
  const batch = plan.datasets.map((dataset) => dataset.batchSize).join(' / ');
  const lines = [
    t('Batch size {0}: {1} batches, {2} steps per epoch', batch, plan.batchesPerEpoch, plan.stepsPerEpoch),
    t('{0} steps in all: {1} epochs', plan.totalSteps, plan.epochs),
  ];
  const cut = plan.tokensCut;
  if (cut) {
    lines.push(
      cut.captionsOverLimit === 0
        ? t('Tokens: no caption is over {0}', cut.limit)
        : t(
            'Tokens: {0} of {1} captions are over {2}; {3} tokens are cut',
            cut.captionsOverLimit,
            cut.captions,
            cut.limit,
            cut.tokensCut,
          ),
    );
  }
  const validation = plan.datasets.reduce((sum, dataset) => sum + dataset.validationImages, 0);
  if (validation > 0) lines.push(t('{0} images are kept for validation', validation));
  return lines;
}

function shorten(lines: readonly string[]): string[] {
  const rest = lines.length - listed;
  const shown = lines.slice(0, listed).map((line) => (line.startsWith(' ') ? line : `  ${line}`));
  return rest > 0 ? [...shown, `  ${t('and {0} more', rest)}`] : shown;
}

/** What stops the trainer, in one line. */
export function reasonOf(error: NonNullable<PlanReport['error']>): string {
  return [error.exception, error.message].filter((part) => part !== '').join(': ');
}

/** Why a caption file is never read. */
export function unreadText(reason: UnreadReason): string {
  switch (reason) {
    case 'other-extension':
      return t('another extension than caption_extension');
    case 'no-image':
      return t('no image of its name');
    case 'replaced':
      return t('a cache or metadata file is read instead');
  }
}

/** A warning of the plan in words. */
export function warningText({ code, subject, count }: PlanWarning): string {
  switch (code) {
    case 'folder-without-repeats':
      return t('{0}: no number of repeats in the name, the folder is ignored', subject);
    case 'not-a-folder':
      return t('{0}: no such folder, the subset is ignored', subject);
    case 'no-images':
      return t('{0}: no images, the subset is ignored', subject);
    case 'small-images-skipped':
      return t('{0}: {1} images are left out by skip_image_resolution', subject, count);
    case 'repeats-below-one':
      return t('{0}: fewer than one repeat, the subset is ignored', subject);
    case 'duplicate-subset':
      return t('{0}: the folder is named twice, the second subset is ignored', subject);
    case 'empty-metadata':
      return t('{0}: no image is named in it', subject);
    case 'no-caption':
      return t('{0}: no caption', subject);
    case 'captions-missing':
      return t('{0}: {1} images without a caption file', subject, count);
    case 'no-metadata-cache':
      return t('{0}: metadata_cache.json will be written; later changes of the files are then ignored', subject);
    case 'surplus-regularization':
      return t('More regularization samples than training samples: the surplus never trains');
    case 'no-regularization':
      return t('No regularization set');
    case 'bucket-limits-rounded':
      return t('{0} is rounded to a multiple of bucket_reso_steps', subject);
    case 'bucket-limits-ignored':
      return t('bucket_no_upscale: min_bucket_reso and max_bucket_reso are ignored');
    case 'unreadable-image':
      return t('{0}: the size cannot be read', subject);
    case 'folders-ignored':
      return t('{0}: ignored, because a dataset_config is given', subject);
    case 'validation-split-out-of-range':
      return t('validation_split must lie between 0 and 1');
  }
}
