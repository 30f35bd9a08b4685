import { finish } from '../../server/src/ground/steps.ts';
import { type CaptionOptions, type Chances, datasetCaption } from '../../server/src/trainers/ai-toolkit/caption.ts';
import { captionOptions } from '../../server/src/trainers/ai-toolkit/caption-options.ts';
import { planProcess } from '../../server/src/trainers/ai-toolkit/plan.ts';
import type { PlannedDataset, PlannedItem } from '../../server/src/trainers/ai-toolkit/plan-types.ts';
import { resolveJob } from '../../server/src/trainers/ai-toolkit/resolve.ts';
import { type PyValue, pyDict, pyList, pyStr, toPlain } from '../../server/src/trainers/documents/python-value.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { directoryName, normalizePath } from '../../server/src/trainers/files/paths.ts';
import type { PixelSize } from '../../server/src/trainers/pixel-size.ts';
import { NO_CHANCE } from '../../server/src/trainers/python/random-source.ts';
import type { RowCheck } from '../conformance.ts';
import { canonical, unequal } from './canonical.ts';
import { field, typedRow } from './python-values.ts';

type Row = Record<string, unknown>;

const ROOT = '/dataset';
const inRoot = (text: string) => text.replaceAll('{ROOT}', ROOT);
const relative = (path: string) => (path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : path);
const pair = ({ width, height }: PixelSize) => [width, height];

function filesOf(row: Row): MemoryFiles {
  const files = new MemoryFiles();
  files.addFolder(ROOT);
  for (const file of row.files as Row[]) {
    const path = `${ROOT}/${file.path}`;
    if (file.dir) files.addFolder(path);
    else if (file.symlink) files.addLink(path, inRoot(String(file.symlink)));
    else if (file.image) {
      const [width, height] = file.image as [number, number];
      const hasAlpha = ['RGBA', 'LA', 'PA'].includes(String(file.mode));
      const orientation = Number(file.exif_orientation ?? 1);
      files.addImage(path, { width, height, orientation, hasAlpha, truncated: file.truncate !== undefined });
    } else if (file.video) {
      const [width, height, frames, fps] = file.video as [number, number, number, number];
      files.addClip(path, { width, height, frames, fps });
    } else if (typeof file.base64 === 'string') files.addFile(path, Buffer.from(file.base64, 'base64'));
    else files.addFile(path, inRoot(String(file.text ?? '')));
  }
  return files;
}

function withRoot(value: PyValue): PyValue {
  if (value.type === 'str') return { ...value, value: inRoot(value.value) };
  if (value.type === 'list') return { ...value, items: value.items.map(withRoot) };
  if (value.type === 'dict') return pyDict([...value.entries].map(([key, entry]) => [key, withRoot(entry.value)]));
  return value;
}

function jobOf(row: PyValue): PyValue {
  const extra = field(row, 'process');
  const train = field(row, 'train');
  const process = pyDict([
    ['type', pyStr('sd_trainer')],
    ['training_folder', pyStr('out')],
    ['train', train.type === 'dict' ? train : pyDict([])],
    [
      'model',
      pyDict([
        ['name_or_path', pyStr('x')],
        ['arch', field(row, 'arch')],
      ]),
    ],
    ['datasets', withRoot(field(row, 'datasets'))],
    ...(extra.type === 'dict' ? [...extra.entries].map(([k, e]) => [k, withRoot(e.value)] as [string, PyValue]) : []),
  ]);
  return pyDict([
    ['job', pyStr('extension')],
    [
      'config',
      pyDict([
        ['name', pyStr('job1')],
        ['process', pyList([process])],
      ]),
    ],
  ]);
}

/** Nothing is dropped and nothing moves. */
const STILL: Chances = { ...NO_CHANCE, randint: (_, most) => most, sample: (items, count) => items.slice(0, count) };

function itemOf(item: PlannedItem, options: CaptionOptions): Row {
  const { placement, size } = item;
  const caption = item.caption.error ? item.caption : datasetCaption(item.caption.value, options, STILL);
  const square = placement === null;
  return {
    image: relative(item.path),
    width: size.width,
    height: size.height,
    ...(placement
      ? {
          bucket: pair(placement.bucket),
          scaled: pair(placement.scaled),
          crop: [placement.crop.x, placement.crop.y],
        }
      : {}),
    ...(item.flipX ? { flip_x: true } : {}),
    ...(item.flipY ? { flip_y: true } : {}),
    ...(item.frames === null ? {} : { num_frames: item.frames }),
    ...(item.mask === null ? {} : { mask: relative(item.mask) }),
    ...(item.controls.length === 0
      ? {}
      : { control: item.controls.length === 1 ? relative(item.controls[0] as string) : item.controls.map(relative) }),
    ...(item.inpaint === null ? {} : { inpaint: relative(item.inpaint) }),
    ...(item.unconditional === null ? {} : { unconditional: relative(item.unconditional) }),
    ...(item.loadError === null ? {} : { load_error: item.loadError }),
    ...(caption.error ? { caption_error: caption.error.exception } : { caption: caption.value }),
    ...(square ? { tensor: 'square' } : {}),
  };
}

const inOrder = (items: readonly unknown[]) => items.map(canonical).sort();

function datasetOf(
  { dataset, path, batchSize, items: once, repeats, buckets }: PlannedDataset,
  options: CaptionOptions,
): Row {
  const resolution = toPlain(dataset.values.get('resolution') as PyValue);
  const items = Array.from({ length: repeats }, () => once).flat();
  const listed = items
    .map((item) => itemOf(item, options))
    .map((item) => (item.tensor ? { ...item, tensor: [resolution, resolution] } : item));
  const batches = buckets?.flatMap(({ batches: count }) => Array.from({ length: count }, () => batchSize));
  return {
    path: relative(normalizePath(path)),
    resolution,
    batch_size: batchSize,
    len: batches ? batches.length : items.length,
    items: inOrder(listed),
    ...(buckets
      ? { buckets: Object.fromEntries(buckets.map(({ name, items: count }) => [name, count])), batch_sizes: batches }
      : {}),
  };
}

const expectedDataset = (dataset: Row): Row => ({ ...dataset, items: inOrder(dataset.items as unknown[]) });

const check: RowCheck = (row, line) => {
  const files = filesOf(row);
  const job = resolveJob({ root: jobOf(typedRow(line)), errors: [] });
  if (job.error)
    return unequal([
      ['error', row.error, job.error.exception],
      ['stage', row.stage, 'config'],
    ]);
  const [process] = job.value.processes;
  if (!process) return 'no process';
  const plan = finish(planProcess(process, files));
  const pairs: [string, unknown, unknown][] = [
    ['error', row.error, plan.error?.exception ?? null],
    ['stage', row.stage, plan.error?.stage],
  ];
  if (plan.error || row.error) return unequal(pairs);
  for (const [i, loader] of plan.loaders.entries()) {
    const expected = (row.result as Row[] | undefined)?.[i];
    if (!expected) return `loader ${i} is not expected`;
    pairs.push([`${i}.loader`, expected.loader, loader.isReg ? 'reg' : 'train']);
    pairs.push([`${i}.batches_per_epoch`, expected.batches_per_epoch, loader.batches]);
    const datasets = (expected.datasets as Row[]).map(expectedDataset);
    pairs.push([
      `${i}.datasets`,
      datasets,
      loader.datasets.map((d) => datasetOf(d, captionOptions(d.dataset.values, process.triggerWord, files))),
    ]);
  }
  pairs.push(['loaders', (row.result as unknown[] | undefined)?.length ?? 0, plan.loaders.length]);
  const created = plan.loaders.flatMap(({ datasets }) =>
    datasets.map(({ path }) =>
      relative(`${files.real(files.kind(path) === 'file' ? directoryName(path) : path)}/.aitk_size.json`),
    ),
  );
  pairs.push(['created', inOrder(row.created as unknown[]), [...new Set(inOrder(created))]]);
  return unequal(pairs);
};

export default check;
