import type { Steps } from '../../ground/steps.ts';
import { NONE, type PyValue } from '../documents/python-value.ts';
import type { Picture, TrainerFiles } from '../files/files.ts';
import type { PixelSize } from '../pixel-size.ts';
import { isTrue } from '../python/truth.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { type Architecture, architectureOf } from './architectures.ts';
import { numeric, placeImage } from './buckets.ts';
import { type ListedFile, readJsonDataset, walkFolder } from './listing.ts';
import type { JobPlan, PlannedBucket, PlannedDataset, PlannedItem, PlannedLoader } from './plan-types.ts';
import { itemOf, openFile } from './planned-item.ts';
import type { JobDataset, JobProcess, Values } from './resolve.ts';

/**
 * What a process of a job loads (ai-toolkit toolkit/data_loader.py): files, sizes, buckets and batches. Captions are read at each use;
 * a faulty one stops the training then. Never throws.
 */
export function* planProcess(process: JobProcess, files: TrainerFiles): Steps<JobPlan> {
  const arch = process.model.arch;
  const { architecture } = architectureOf(arch.type === 'str' ? arch.value : 'sd1');
  const loaders: PlannedLoader[] = [];
  for (const isReg of [false, true]) {
    const own = process.datasets.filter(({ values }) => isTrue(values.get('is_reg')) === isReg);
    if (own.length === 0) continue;
    const loader = yield* planLoader(own, process, architecture, files);
    if (loader.error) return { loaders, error: { ...loader.error, stage: isReg ? 'load-reg' : 'load-train' } };
    loaders.push({ ...loader.value, isReg });
  }
  return { loaders, error: null };
}

function* planLoader(
  datasets: readonly JobDataset[],
  process: JobProcess,
  architecture: Architecture,
  files: TrainerFiles,
): Steps<Outcome<Omit<PlannedLoader, 'isReg'>>> {
  const planned: PlannedDataset[] = [];
  const hasBuckets = datasets.map(({ values }) => isTrue(values.get('buckets')));
  for (const dataset of datasets) {
    const own = dataset.values.get('batch_size') ?? NONE;
    const batch = own.type === 'none' ? (process.train.get('batch_size') ?? NONE) : own;
    if (own.type !== 'none' && !isTrue(dataset.values.get('buckets')))
      return stops('ValueError', 'batch_size without buckets');
    const made = yield* planDataset(dataset, batch, architecture, files);
    if (made.error) return made;
    planned.push(made.value);
  }
  const cached = datasets.map(({ values }) => isTrue(values.get('cache_text_embeddings')));
  if (new Set(cached).size > 1) return stops('ValueError', 'cache_text_embeddings must agree');
  if (new Set(hasBuckets).size > 1) return stops('AssertionError', 'buckets must agree');
  const [first] = planned;
  if (hasBuckets[0]) {
    const batches = planned.flatMap(({ buckets }) => buckets ?? []).reduce((sum, bucket) => sum + bucket.batches, 0);
    return answer({ datasets: planned, batches });
  }
  const items = planned.reduce((sum, dataset) => sum + dataset.items.length * dataset.repeats, 0);
  const size = first?.batchSize ?? 1;
  if (size < 1) return stops('ValueError', 'batch_size should be a positive integer value');
  return answer({ datasets: planned, batches: Math.ceil(items / size) });
}

function* planDataset(
  dataset: JobDataset,
  batch: PyValue,
  architecture: Architecture,
  files: TrainerFiles,
): Steps<Outcome<PlannedDataset>> {
  const { values } = dataset;
  if (!isText(values.get('type'), 'image')) return stops('ValueError', 'type must be image');
  const folder = isTrue(values.get('dataset_path')) ? values.get('dataset_path') : values.get('folder_path');
  if (folder?.type !== 'str') return stops('TypeError', 'folder_path is no text');
  const listed = list(files, folder.value, values);
  if (listed.error) return listed;
  const repeats = repeatsOf(values.get('num_repeats') ?? NONE);
  if (repeats.error) return repeats;
  const opened: { file: ListedFile; size: PixelSize; picture: Picture | null; frames: number | null }[] = [];
  const unreadable: string[] = [];
  for (const file of listed.value) {
    yield;
    const size = openFile(file, values, architecture, files);
    if (size === null) unreadable.push(file.path);
    else opened.push({ file, ...size });
  }
  if (opened.length === 0) return stops('AssertionError', folder.value);
  const buckets = isTrue(values.get('buckets'));
  const items: PlannedItem[] = [];
  for (const one of opened) {
    yield;
    const placement = buckets ? placeImage(one.size, placementOptions(values, architecture)) : answer(null);
    if (placement.error) return placement;
    items.push(itemOf(one, placement.value, values, files));
  }
  const all = mirrored(items, values);
  const size = numeric(batch);
  if (size === null) return stops('TypeError', 'batch_size is no number');
  if (buckets && size === 0) return stops('ValueError', 'range() arg 3 must not be zero');
  return answer({
    dataset,
    path: folder.value,
    batchSize: size,
    items: all,
    repeats: repeats.value,
    unreadable,
    buckets: buckets ? bucketsOf(all, repeats.value, size, hasFrames(values)) : null,
  });
}

const isText = (value: PyValue | undefined, text: string): boolean => value?.type === 'str' && value.value === text;

/** Videos are read, and frames are part of a bucket. */
function hasFrames(values: Values): boolean {
  return (numeric(values.get('num_frames')) ?? 0) > 1 || isTrue(values.get('auto_frame_count'));
}

function list(files: TrainerFiles, path: string, values: Values): Outcome<ListedFile[]> {
  if (files.kind(path) === 'directory') return answer(walkFolder(files, path, hasFrames(values)));
  return readJsonDataset(files, path);
}

/** How often each file is listed: above 1 counts, and a number with a fraction cannot multiply a list. */
function repeatsOf(value: PyValue): Outcome<number> {
  const number = numeric(value);
  if (number === null) return stops('TypeError', 'num_repeats is no number');
  if (number <= 1) return answer(1);
  return value.type === 'float' ? stops('TypeError', 'num_repeats has a fraction') : answer(number);
}

function placementOptions(values: Values, architecture: Architecture) {
  return {
    resolution: values.get('resolution') ?? NONE,
    scale: values.get('scale') ?? NONE,
    randomCrop: isTrue(values.get('random_crop')),
    squareCrop: isTrue(values.get('square_crop')),
    step: architecture.step,
  };
}

/** The list with mirrored copies. */
function mirrored(items: readonly PlannedItem[], values: Values): readonly PlannedItem[] {
  let all = items;
  if (isTrue(values.get('flip_x'))) all = [...all, ...all.map((item) => ({ ...item, flipX: true }))];
  if (isTrue(values.get('flip_y'))) all = [...all, ...all.map((item) => ({ ...item, flipY: true }))];
  return all;
}

function bucketsOf(
  items: readonly PlannedItem[],
  repeats: number,
  batchSize: number,
  withFrames: boolean,
): PlannedBucket[] {
  const found = new Map<string, { size: PixelSize; items: number }>();
  for (const { placement, frames } of items) {
    if (!placement) continue;
    const name = withFrames ? `${placement.name}x${frames ?? 1}f` : placement.name;
    const entry = found.get(name) ?? { size: placement.bucket, items: 0 };
    found.set(name, { ...entry, items: entry.items + repeats });
  }
  return [...found].map(([name, entry]) => ({
    name,
    ...entry,
    batches: Math.max(0, Math.ceil(entry.items / batchSize)),
  }));
}
