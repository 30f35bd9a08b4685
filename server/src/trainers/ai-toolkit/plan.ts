import type { Steps } from '../../ground/steps.ts';
import { NONE, type PyValue } from '../documents/python-value.ts';
import type { Picture, TrainerFiles } from '../files/files.ts';
import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { type Architecture, architectureOf } from './architectures.ts';
import { numeric, type Placement, placeImage } from './buckets.ts';
import { captionText } from './caption.ts';
import { captionPathOf, readCaptionFile } from './caption-options.ts';
import { type ListedFile, pairedFile, readJsonDataset, walkFolder } from './listing.ts';
import type { JobDataset, JobProcess, Values } from './resolve.ts';
import { isTrue } from './truth.ts';

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

/** Size of a file as buckets see it; null: left out with a printed line. */
function openFile(file: ListedFile, values: Values, architecture: Architecture, files: TrainerFiles) {
  if (file.isVideo) {
    const clip = files.clip(file.path);
    if (clip.error || (clip.value && clip.value.frames === 0)) return null;
    if (clip.value === null) return files.kind(file.path) === 'file' && isEmpty(files, file.path) ? null : unknownClip;
    const { width, height, frames, fps } = clip.value;
    return { size: { width, height }, picture: null, frames: frameCount(frames, fps ?? 1, values, architecture) };
  }
  const picture = files.picture(file.path);
  if (picture.error || picture.value.truncated) return null;
  const { width, height, orientation } = picture.value;
  const isTurned = orientation >= 5 && !isTrue(values.get('fast_image_size'));
  return {
    size: isTurned ? { width: height, height: width } : { width, height },
    picture: picture.value,
    frames: null,
  };
}

/** A video nobody looked into. */
const unknownClip = { size: { width: 0, height: 0 }, picture: null, frames: null };

function isEmpty(files: TrainerFiles, path: string): boolean {
  return (files.read(path)?.length ?? 0) === 0;
}

/** Frames taken of a video: as many as asked for, or those of its length at `fps`, on the step of the model. */
function frameCount(frames: number, rate: number, values: Values, { frameStep }: Architecture): number {
  if (!isTrue(values.get('auto_frame_count'))) return numeric(values.get('num_frames')) ?? 1;
  const wanted = Math.trunc((frames / rate) * (numeric(values.get('fps')) ?? 24));
  const steps = (wanted - 1) / frameStep;
  const round = isTrue(values.get('trim_auto_frame_count_tail')) ? Math.floor : Math.round;
  return round(steps) * frameStep + 1;
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

function itemOf(
  {
    file,
    size,
    picture,
    frames,
  }: { file: ListedFile; size: PixelSize; picture: Picture | null; frames: number | null },
  placement: Placement | null,
  values: Values,
  files: TrainerFiles,
): PlannedItem {
  const folder = (name: string): string | null => {
    const value = values.get(name);
    return value?.type === 'str' ? value.value : null;
  };
  const paired = (name: string, endings?: readonly string[]): string | null => {
    const place = folder(name);
    return place === null ? null : pairedFile(files, file.path, place, endings);
  };
  const usesAlpha = isTrue(values.get('alpha_mask'));
  const caption = captionOf(file, values, files);
  return {
    path: file.path,
    isVideo: file.isVideo,
    size,
    placement,
    flipX: false,
    flipY: false,
    frames,
    ...caption,
    mask: usesAlpha ? file.path : paired('mask_path'),
    controls: controlFolders(values).flatMap((place) => pairedFile(files, file.path, place) ?? []),
    inpaint: paired('inpaint_path', ['.png', '.webp']),
    unconditional: paired('unconditional_path'),
    loadError: usesAlpha && picture?.hasAlpha === false ? 'ValueError' : null,
  };
}

function controlFolders(values: Values): string[] {
  const value = values.get('control_path');
  const paths = value?.type === 'list' ? value.items : value ? [value] : [];
  return paths.flatMap((path) => (path.type === 'str' && path.value !== '' ? [path.value] : []));
}

/** The caption of an image before anything random, and where it comes from. */
function captionOf(
  file: ListedFile,
  values: Values,
  files: TrainerFiles,
): Pick<PlannedItem, 'caption' | 'captionFrom'> {
  if (file.caption !== null) return { caption: answer(file.caption), captionFrom: 'json' };
  const read = readCaptionFile(files, file.path, values.get('caption_ext') ?? NONE);
  if (read.error) return { caption: read, captionFrom: 'file' };
  const fallback = values.get('default_caption') ?? NONE;
  const caption = captionText(read.value, fallback);
  if (read.value !== null && caption.value === read.value) return { caption, captionFrom: 'file' };
  return { caption, captionFrom: fallback.type === 'none' ? 'nothing' : 'default' };
}

/** The caption file an image is looked for; null where the option is no text. */
export function captionFileOf(item: Pick<PlannedItem, 'path'>, values: Values): string | null {
  return captionPathOf(item.path, values.get('caption_ext') ?? NONE).value;
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
