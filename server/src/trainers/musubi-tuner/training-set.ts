import { baseName, normalizePath } from '../files/paths.ts';
import { globMatches, hasGlobMagic } from '../python/glob.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { Architecture } from './architectures.ts';
import { chooseBucket } from './buckets.ts';
import { type BucketKey, type CaptionItem, configuredBuckets, imageKey, type LatentItem } from './caching.ts';
import type { ResolvedDataset } from './resolve.ts';

/** What training finds in the caches of a dataset. */
export interface TrainingSet {
  /** Items with repeats. */
  readonly items: number;
  /** Batches per epoch, the last of each bucket smaller. */
  readonly batches: number;
  readonly buckets: readonly TrainingBucket[];
}

export interface TrainingBucket {
  /** Sizes, frames, windows, and the names of control latents. */
  readonly key: readonly (number | boolean | string)[];
  /** Items with repeats. */
  readonly count: number;
  /** Files that train in it, each once. */
  readonly latents: readonly LatentItem[];
}

interface Cached {
  readonly resolved: ResolvedDataset;
  readonly cacheDirectory: string | null;
  readonly latents: Outcome<readonly LatentItem[]>;
  readonly captions: Outcome<readonly CaptionItem[]>;
}

/** Latents are an eighth of the pixels. */
const SHRINK = 8;

/**
 * The batches of a dataset, from the caches in its folder (musubi-tuner dataset/image_video_dataset.py, prepare_for_training): grouped
 * by the configured buckets, from the size in the name of the cache. Two images of one name and size share a cache and train as one.
 * Null when caching stopped.
 */
export function trainingSet(
  dataset: Cached,
  all: readonly Cached[],
  architecture: Architecture,
): Outcome<TrainingSet> | null {
  if (dataset.cacheDirectory === null || dataset.latents.error || dataset.captions.error) return null;
  const plan = configuredBuckets(dataset.resolved, architecture);
  if (plan.error) return plan;
  const shared = all.filter(({ cacheDirectory }) => sees(dataset.cacheDirectory ?? '', cacheDirectory));
  const latents = new Map<string, LatentItem>();
  const captions = new Set<string>();
  for (const other of shared) {
    for (const item of other.latents.value ?? []) latents.set(item.cache, item);
    // A length below zero stands in the name of the cache, which then cannot be read back.
    const odd = other.latents.value?.find(({ frames }) => frames !== null && frames < 0);
    if (odd) return stops('RuntimeError', odd.cache);
    for (const item of other.captions.value ?? []) captions.add(item.cache);
  }
  const repeats = Math.max(0, Number(dataset.resolved.params.num_repeats));
  const found = new Map<string, { key: (number | boolean | string)[]; latents: LatentItem[] }>();
  for (const item of latents.values()) {
    if (!captions.has(captionCache(item, architecture))) continue;
    const bucket = chooseBucket(plan.value, item.originalSize);
    const key = [...trainKey(dataset.resolved, item, bucket, architecture), ...controlNames(item)];
    const entry = found.get(JSON.stringify(key)) ?? { key, latents: [] };
    entry.latents.push(item);
    found.set(JSON.stringify(key), entry);
  }
  const batchSize = Number(dataset.resolved.params.batch_size);
  const buckets = [...found.values()].map((entry) => ({ ...entry, count: entry.latents.length * repeats }));
  return answer({
    items: buckets.reduce((sum, { count }) => sum + count, 0),
    batches: buckets.reduce((sum, { count }) => sum + Math.ceil(count / batchSize), 0),
    buckets,
  });
}

/** Whether the search for caches in one folder finds those in another: special characters in it are wildcards. */
function sees(directory: string, other: string | null): boolean {
  if (other === null) return false;
  const wanted = normalizePath(directory).split('/');
  const there = normalizePath(other).split('/');
  if (!hasGlobMagic(directory)) return wanted.join('/') === there.join('/');
  return wanted.length === there.length && wanted.every((part, i) => globMatches(part, there[i] as string));
}

function captionCache(item: LatentItem, architecture: Architecture): string {
  const [name] = baseName(item.cache).split('.safetensors') as [string];
  const parts = name.split('_');
  const stem = parts.slice(0, item.frames === null ? -2 : -3).join('_');
  return `${stem}_${architecture.key}_te.safetensors`;
}

function trainKey(
  dataset: ResolvedDataset,
  item: LatentItem,
  bucket: LatentItem['bucket'],
  architecture: Architecture,
): BucketKey {
  if (item.frames !== null) return [bucket.width, bucket.height, item.frames];
  return imageKey(dataset, bucket, architecture);
}

function controlNames(item: LatentItem): string[] {
  return item.controls.map(
    ({ width, height }, i) => `latents_control_${i}_1x${Math.floor(height / SHRINK)}x${Math.floor(width / SHRINK)}`,
  );
}
