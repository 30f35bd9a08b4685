import { parseConfig } from '../../server/src/trainers/documents/document.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { normalizePath } from '../../server/src/trainers/files/paths.ts';
import type { PixelSize } from '../../server/src/trainers/pixel-size.ts';
import { planDatasets, validationImageCounts } from '../../server/src/trainers/sd-scripts/dataset/plan.ts';
import type {
  DatasetPlan,
  PlannedDataset,
  PlannedSubset,
} from '../../server/src/trainers/sd-scripts/dataset/plan-types.ts';
import type { RowCheck } from '../conformance.ts';

/** Any absolute path without an underscore does: underscores in it would change which caption files are found. */
const ROOT = '/dataset';

type Row = Record<string, unknown>;

/** Equal data gives equal text, whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

const sorted = (items: unknown[]) => items.map(canonical).sort();
const inRoot = (text: string) => text.replaceAll('{ROOT}', ROOT);
const pair = (size: PixelSize) => [size.width, size.height];
const relative = (path: string) => {
  const place = normalizePath(path);
  return place.startsWith(`${ROOT}/`) ? place.slice(ROOT.length + 1) : place;
};

/** The first bytes of a PNG of this size: the reader looks no further. */
function pngHeader([width, height]: [number, number]): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

function filesOf(row: Row): MemoryFiles {
  const files = new MemoryFiles();
  files.addFolder(ROOT);
  for (const file of row.files as Row[]) {
    const path = `${ROOT}/${file.path}`;
    if (file.dir) files.addFolder(path);
    else if (file.image) files.addFile(path, pngHeader(file.image as [number, number]));
    else if (typeof file.base64 === 'string') files.addFile(path, Buffer.from(file.base64, 'base64'));
    else files.addFile(path, inRoot(String(file.text ?? '')));
  }
  return files;
}

function subsetOf(subset: PlannedSubset): Row {
  const shared = { dir: relative(subset.directory ?? ''), num_repeats: subset.repeats, img_count: subset.imageCount };
  if (subset.metadataFile !== null) return { ...shared, metadata_file: relative(subset.metadataFile) };
  return {
    ...shared,
    is_reg: subset.isReg,
    class_tokens: subset.classTokens,
    caption_extension: subset.captionExtension,
  };
}

function datasetOf(dataset: PlannedDataset): Row {
  return {
    num_train_images: dataset.trainSamples,
    num_reg_images: dataset.regSamples,
    batch_size: dataset.batchSize,
    batches_per_epoch: dataset.batches,
    buckets: sorted(dataset.buckets.map((b) => [pair(b.bucket), b.samples, b.batches])),
    subsets: sorted(dataset.subsets.map(subsetOf)),
    images: sorted(
      dataset.images.map((image) => ({
        path: relative(image.path),
        caption: image.caption,
        repeats: image.repeats,
        is_reg: image.isReg,
        size: pair(image.size),
        bucket: pair(image.bucket),
        resized: pair(image.resized),
      })),
    ),
    tag_frequency: dataset.tagFrequency,
  };
}

function expectedDataset(dataset: Row): Row {
  const { buckets, subsets, images } = dataset as { buckets: unknown[]; subsets: Row[]; images: Row[] };
  return { ...dataset, buckets: sorted(buckets), subsets: sorted(subsets), images: sorted(images) };
}

function differences(row: Row, plan: DatasetPlan): string[] {
  const expectedError = (row.error as Row | null)?.type ?? null;
  const pairs: [string, unknown, unknown][] = [['error', expectedError, plan.error?.exception ?? null]];
  if ('datasets' in row)
    pairs.push(['datasets', (row.datasets as Row[]).map(expectedDataset), plan.datasets.map(datasetOf)]);
  if ('total_batches' in row) pairs.push(['total_batches', row.total_batches, plan.batchesPerEpoch]);
  if ('train_batches' in row) pairs.push(['train_batches', row.train_batches, plan.datasets.map((d) => d.batches)]);
  if ('train_image_count' in row) {
    pairs.push(['train_image_count', row.train_image_count, plan.datasets.map((d) => d.images.length)]);
    pairs.push(['validation_image_count', row.validation_image_count, validationImageCounts(plan)]);
  }
  return pairs
    .filter(([, expected, got]) => canonical(expected) !== canonical(got))
    .map(([name, expected, got]) => `${name}: ${canonical(got)} instead of ${canonical(expected)}`);
}

const check: RowCheck = (row) => {
  const config = row.dataset_config;
  const plan = planDatasets(
    {
      datasetConfig: typeof config === 'string' ? parseConfig(inRoot(config), 'toml') : null,
      argv: (row.argv as string[]).map(inRoot),
    },
    filesOf(row),
  );
  const wrong = differences(row, plan);
  return wrong.length === 0 ? null : wrong.join('; ');
};

export default check;
