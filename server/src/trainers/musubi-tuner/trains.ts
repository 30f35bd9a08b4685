import { append } from '../../ground/append.ts';
import type { Steps } from '../../ground/steps.ts';
import type { TrainerFiles } from '../files/files.ts';
import { joinPath } from '../files/paths.ts';
import type { IdleFile, TrainingItem, WhatTrains } from '../trains.ts';
import type { Architecture } from './architectures.ts';
import { rangesOf } from './caching.ts';
import { captionPathOf } from './caption-file.ts';
import { IMAGE_ENDINGS, isMediaName } from './listing.ts';
import { paramsOf } from './params.ts';
import { planSteps } from './plan.ts';
import type { ResolvedDataset } from './resolve.ts';

/** What trains of the datasets of a file. */
export function* listDatasets(
  datasets: readonly ResolvedDataset[],
  family: Architecture,
  files: TrainerFiles,
): Steps<WhatTrains> {
  const plan = yield* planSteps(datasets, family, files);
  if (plan.error) {
    const { exception, message, stage } = plan.error;
    return {
      items: [],
      idle: [],
      stop: { exception, message, stage, path: files.kind(message) === null ? null : message },
    };
  }
  const items: TrainingItem[] = [];
  const idle: IdleFile[] = [];
  let stop: WhatTrains['stop'] = null;
  for (const [at, { resolved, source, latents, captions, leftOut }] of plan.datasets.entries()) {
    const failed = latents.error ?? captions.error;
    if (failed)
      stop ??= { ...failed, stage: 'caching', path: files.kind(failed.message) === null ? null : failed.message };
    const { captionExtension, directory } = paramsOf(resolved.params);
    const layers = new Set([...source.layers.values()].flat());
    for (const path of leftOut)
      idle.push({ path, kind: 'image', reason: layers.has(path) ? 'companion' : 'no-caption' });
    const parts = new Map<string, number>();
    const latentAt = new Map((latents.value ?? []).map((item) => [item.path, item]));
    const captionAt = new Map((captions.value ?? []).map((item) => [item.item, item.caption]));
    for (const item of latents.value ?? []) parts.set(item.path, (parts.get(item.path) ?? 0) + 1);
    for (const { path } of source.items) {
      yield;
      const latent = latentAt.get(path);
      const text = captionAt.get(path);
      const isVideo = resolved.kind === 'video';
      const clip = isVideo && latents.value && !latent ? files.clip(path).value : null;
      if (clip && rangesOf(resolved, clip, family).value?.length === 0)
        idle.push({ path, kind: 'video', reason: 'too-short' });
      items.push({
        path,
        kind: isVideo ? 'video' : 'image',
        origin:
          directory === null
            ? { from: 'metadata', path: paramsOf(resolved.params).list ?? '' }
            : { from: 'file', path: captionPathOf(path, captionExtension ?? '') },
        caption: typeof text === 'string' ? text : '',
        lines: 'whole',
        uses: Math.max(0, Number(resolved.params.num_repeats)) * (isVideo ? (parts.get(path) ?? 1) : 1),
        isRegularization: false,
        size: latent?.originalSize ?? null,
        bucket: latent?.bucket ?? null,
        companions: [
          ...(source.controls.get(path) ?? []).map((control) => ({ path: control, as: 'control' as const })),
          ...(source.layers.get(path) ?? []).map((layer) => ({ path: layer, as: 'layer' as const })),
        ],
        dataset: at,
      });
    }
    if (directory !== null) append(idle, idleIn(directory, captionExtension, items, files));
  }
  return { items, idle, stop };
}

/** Files of a folder that nothing reads. */
function idleIn(
  directory: string,
  extension: string | null,
  items: readonly TrainingItem[],
  files: TrainerFiles,
): IdleFile[] {
  const trained = new Set(items.map(({ path }) => path));
  const read = new Set(items.flatMap(({ origin }) => (origin.from === 'file' ? [origin.path] : [])));
  return files.list(directory).flatMap(({ name, kind }): IdleFile[] => {
    const path = joinPath(directory, name);
    if (kind === 'directory' || trained.has(path)) return [];
    if (/\.(?:png|jpe?g|webp|bmp|avif)$/i.test(name) && !isMediaName(name, IMAGE_ENDINGS))
      return [{ path, kind: 'image', reason: name.startsWith('.') ? 'hidden' : 'ending-case' }];
    if (/\.(?:gif|tiff?|jfif|heic|jxl)$/i.test(name)) return [{ path, kind: 'image', reason: 'ending' }];
    if (!/\.(?:txt|caption)$/i.test(name) || read.has(path)) return [];
    return [{ path, kind: 'caption', reason: extension && name.endsWith(extension) ? 'no-image' : 'other-extension' }];
  });
}
