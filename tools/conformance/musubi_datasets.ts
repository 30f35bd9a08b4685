import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { architecture } from '../../server/src/trainers/musubi-tuner/architectures.ts';
import type { LatentItem } from '../../server/src/trainers/musubi-tuner/caching.ts';
import { ENDLESS, type PlannedDataset, planDatasets } from '../../server/src/trainers/musubi-tuner/plan.ts';
import { resolveDatasetFile } from '../../server/src/trainers/musubi-tuner/resolve.ts';
import type { RowCheck } from '../conformance.ts';
import { canonical, unequal } from './canonical.ts';
import { field, typedRow } from './python-values.ts';

type Row = Record<string, unknown>;

const pair = ({ width, height }: { width: number; height: number }) => [width, height];
const inOrder = (items: readonly unknown[]) => items.map(canonical).sort();

function filesOf(row: Row): MemoryFiles {
  const files = new MemoryFiles();
  files.addFolder('.');
  for (const file of row.files as Row[]) {
    const path = file.path as string;
    const size = { width: file.w as number, height: file.h as number };
    if (file.kind === 'image') files.addImage(path, { ...size, orientation: Number(file.exif_orientation ?? 1) });
    else if (file.kind === 'video')
      files.addClip(path, { ...size, frames: Number(file.frames), fps: Number(file.fps) });
    else if (file.kind === 'frames') files.addClip(path, { ...size, frames: Number(file.frames), fps: null });
    else if (file.kind === 'dir') files.addFolder(path);
    else if (file.kind === 'link') files.addLink(path, file.to as string);
    else files.addFile(path, String(file.text ?? ''));
  }
  return files;
}

function latentOf(item: LatentItem) {
  return {
    item: item.item,
    caption: item.caption,
    original_size: pair(item.originalSize),
    bucket: item.key.map(Number),
    frames: item.frames,
    cache: item.cache,
  };
}

function answerOf(dataset: PlannedDataset): Row {
  const { source, latents, captions, train } = dataset;
  const pathsOf = (map: ReadonlyMap<string, readonly string[]>) =>
    [...map.values()].some((paths) => paths.length > 0) ? Object.fromEntries(map) : undefined;
  return {
    paths: source.items.map(({ path }) => path),
    control_paths: pathsOf(source.controls),
    target_paths: pathsOf(source.layers),
    cache_directory: dataset.cacheDirectory,
    has_control: source.hasControl,
    latents: latents.value?.map(latentOf) ?? null,
    latents_error: latents.error?.exception ?? null,
    captions: captions.value ?? null,
    captions_error: captions.error?.exception ?? null,
    train_error: train?.error?.exception ?? null,
    train: train?.value
      ? {
          num_items: train.value.items,
          batches: train.value.batches,
          buckets: inOrder(train.value.buckets.map(({ key, count }) => [key, count])),
        }
      : null,
  };
}

const check: RowCheck = (row, line) => {
  const family = architecture(row.arch as string);
  if (!family) return `unknown family ${row.arch}`;
  const expectedError = String(row.error ?? '').startsWith('never returns') ? ENDLESS : row.error;
  const resolved = resolveDatasetFile('data.toml', { root: field(typedRow(line), 'config'), errors: [] });
  if (resolved.error)
    return unequal([
      ['error', expectedError, resolved.error.exception],
      ['error_at', row.error_at, 'config'],
    ]);
  const plan = planDatasets(resolved.datasets, family, filesOf(row));
  const pairs: [string, unknown, unknown][] = [
    ['error', expectedError, plan.error?.exception ?? null],
    ['error_at', row.error_at, plan.error?.stage ?? null],
  ];
  const expected = row.datasets as Row[] | null;
  if (expected === null || plan.error) return unequal(pairs);
  for (const [i, dataset] of expected.entries()) {
    const planned = plan.datasets[i];
    if (!planned) return `dataset ${i} is missing`;
    const got = answerOf(planned);
    for (const [key, value] of Object.entries(got)) {
      const train = dataset.train as { buckets: unknown[] } | null;
      const wanted = key === 'train' && train ? { ...train, buckets: inOrder(train.buckets) } : dataset[key];
      pairs.push([`${i}.${key}`, wanted, value]);
    }
  }
  return unequal(pairs);
};

export default check;
