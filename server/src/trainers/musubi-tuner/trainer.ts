import { append } from '../../ground/append.ts';
import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig, rootDict } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { joinPath } from '../files/paths.ts';
import { assumedConfig, familyId, noteMissingFolder, Problems } from '../option-help.ts';
import type { PixelSize } from '../pixel-size.ts';
import { trainerProfile } from '../profiles.ts';
import type { CaptionHabits, OptionWords, Trainer, TrainerConfig } from '../trainer.ts';
import { answer } from '../trainer-error.ts';
import type { IdleFile, TrainingItem, WhatTrains } from '../trains.ts';
import type { Architecture } from './architectures.ts';
import { chooseBucket, placeImage, planBuckets } from './buckets.ts';
import { rangesOf } from './caching.ts';
import { captionPathOf } from './caption-file.ts';
import { architectureFor } from './family.ts';
import { feedOf } from './feed.ts';
import { IMAGE_ENDINGS, isMediaName } from './listing.ts';
import { DATASET_OPTIONS, optionsAt } from './options.ts';
import { paramsOf, sizeOf } from './params.ts';
import { planDatasets } from './plan.ts';
import { planReport } from './report.ts';
import { datasetsOf, type ResolvedDataset, resolveDatasetFile } from './resolve.ts';
import { checkDatasetFile, placeOf } from './schema.ts';

const SOURCES = ['image_directory', 'image_jsonl_file', 'video_directory', 'video_jsonl_file'];

/** Options of a dataset that the files of its sister trainer do not have. */
const OWN_KEYS = Object.entries(DATASET_OPTIONS)
  .filter(([name, { places }]) => !places.includes('general') && !SOURCES.includes(name))
  .map(([name]) => name);

/** kohya-ss/musubi-tuner behind the common interface. */
export const MUSUBI_TUNER: Trainer = {
  id: 'musubi-tuner',
  profile: trainerProfile('musubi-tuner'),

  recognise({ document }) {
    const datasets = rootDict(document).entries.get('datasets')?.value;
    if (datasets?.type !== 'list') return null;
    const tables = datasets.items.filter((item) => item.type === 'dict');
    if (tables.some((table) => table.entries.has('subsets'))) return null;
    const telling = SOURCES.filter((key) => tables.some((table) => table.entries.has(key)));
    const because = (keys: readonly string[]) => keys.map((key) => `[[datasets]] ${key}`);
    if (telling.length > 0) return { role: 'dataset_config', certainty: 'certain', because: because(telling) };
    // While it is being written: options of images and videos that no other dataset file has.
    const own = OWN_KEYS.filter((key) => tables.some((table) => table.entries.has(key)));
    return own.length > 0 ? { role: 'dataset_config', certainty: 'likely', because: because(own) } : null;
  },

  list(configs, files, { family }) {
    const config = configs.find(({ role }) => role === 'dataset_config');
    const resolved = config && resolveDatasetFile(config.path, config.document);
    if (!config || !resolved) return { items: [], idle: [], stop: null };
    if (resolved.error) {
      const { exception, stage } = resolved.error;
      return { items: [], idle: [], stop: { exception, message: '', stage, path: config.path } };
    }
    return listDatasets(resolved.datasets, architectureFor(family.id, resolved.datasets), files);
  },

  place(image, resolution) {
    const plan = planBuckets({ resolution, enableBucket: true, bucketNoUpscale: false, step: 16 });
    if (plan.error) return plan;
    const bucket = chooseBucket(plan.value, image);
    const placed = placeImage(image, bucket);
    return placed.error ? placed : answer({ bucket, resized: placed.value.resized });
  },

  documents: {
    problems,
    optionsIn: (config, path) => optionsIn(config, path),
    habits,
    companions: () => [],
  },

  assume: (folder, side) => [
    assumedConfig('musubi-tuner', 'dataset_config', `${folder}/dataset.json`, {
      general: { resolution: [side, side], caption_extension: '.txt', enable_bucket: true },
      datasets: [{ image_directory: folder }],
    }),
  ],

  plan: (configs, files, run) => planReport(MUSUBI_TUNER.list(configs, files, run), configs, files, run),

  feed(configs, files, { family }, asked) {
    const config = configs.find(({ role }) => role === 'dataset_config');
    const resolved = config && resolveDatasetFile(config.path, config.document);
    if (!resolved?.datasets) return null;
    const plan = planDatasets(resolved.datasets, architectureFor(family.id, resolved.datasets), files);
    return plan.error ? null : feedOf(plan, asked);
  },
};

function listDatasets(datasets: readonly ResolvedDataset[], family: Architecture, files: TrainerFiles): WhatTrains {
  const plan = planDatasets(datasets, family, files);
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

/** What a dataset file says for the captions of its folders. */
function habits({ document }: TrainerConfig): CaptionHabits[] {
  const root = rootDict(document);
  return datasetsOf(root).map((dataset) => {
    const { params } = dataset;
    const { directory, captionExtension } = paramsOf(params);
    const number = (name: string) => (typeof params[name] === 'number' ? (params[name] as number) : null);
    return {
      folders: directory === null ? [] : [directory],
      captionExtension,
      separator: null,
      shuffle: false,
      keepTags: null,
      tagDropoutRate: null,
      dropoutRate: null,
      trigger: null,
      regularization: false,
      resolution: validSize(sizeOf(params.resolution)),
      batchSize: number('batch_size'),
      repeats: number('num_repeats'),
      buckets: params.enable_bucket === true,
      family: hintedFamily(root.entries.get('datasets')?.value),
      familyKey: null,
    };
  });
}

const validSize = (size: PixelSize): PixelSize | null =>
  Number.isInteger(size.width) && Number.isInteger(size.height) && size.width > 0 && size.height > 0 ? size : null;

/** The dataset file names no model; a few keys belong to one alone. */
function hintedFamily(datasets: PyValue | undefined) {
  const keys =
    datasets?.type === 'list' ? datasets.items.flatMap((d) => (d.type === 'dict' ? [...d.entries.keys()] : [])) : [];
  if (keys.some((key) => key.startsWith('qwen_image_edit_'))) return familyId('qwen-image-edit');
  if (keys.includes('multiple_target')) return familyId('qwen-image');
  return keys.some((key) => key.startsWith('video_')) ? familyId('wan') : null;
}

function problems(config: TrainerConfig, files: TrainerFiles) {
  const found = new Problems(config);
  found.syntax();
  if (config.document.errors.length > 0) return found.found;
  const { root } = config.document;
  for (const { path, exception, written } of checkDatasetFile(root, true)) {
    const place = [...path.slice(0, -1), written];
    const where = path[0] === 'general' ? 'general' : path.length > 2 ? kindAt(root, path) : null;
    if (exception !== 'Invalid') {
      const option = DATASET_OPTIONS[path.find((step) => Object.hasOwn(DATASET_OPTIONS, step)) ?? ''];
      found.add(
        'config-wrong-type',
        'error',
        place,
        t('{0} must be {1}: training stops.', written, option ? typeName(option.type) : t('a table')),
      );
    } else if (where && Object.hasOwn(DATASET_OPTIONS, written))
      found.add('unknown-config-key', 'error', place, t('{0} cannot stand here: training stops.', written));
    else found.unknownKey(place, where ? optionsAt(where) : ['general', 'datasets'], true);
  }
  const resolved = datasetsOf(rootDict(config.document));
  const caches = resolved.map(({ params }) => paramsOf(params).cacheDirectory);
  for (const [i, { params, kind }] of resolved.entries()) {
    const at = (key: string): ConfigPath =>
      findInConfig(root, ['datasets', String(i), key])
        ? ['datasets', String(i), key]
        : findInConfig(root, ['general', key])
          ? ['general', key]
          : ['datasets', String(i)];
    const { directory, list, cacheDirectory, captionExtension } = paramsOf(params);
    if (directory === null && list === null)
      found.add(
        'missing-config-key',
        'error',
        ['datasets', String(i)],
        t('No directory and no list of images or videos is named: training stops.'),
      );
    if (directory !== null && list !== null)
      found.add(
        'ignored-config-option',
        'warning',
        at(`${kind}_jsonl_file`),
        t('{0} wins: this list is not read.', `${kind}_directory`),
      );
    if (directory !== null && captionExtension === null)
      found.add(
        'missing-config-key',
        'error',
        at(`${kind}_directory`),
        t('{0} is missing: caching stops.', 'caption_extension'),
      );
    if (captionExtension !== null && !captionExtension.startsWith('.'))
      found.add(
        'config-refused-value',
        'error',
        at('caption_extension'),
        t('The dot is part of {0}: without it no caption is opened.', 'caption_extension'),
        dotFix(found, at('caption_extension'), captionExtension),
      );
    if (directory === null && list !== null && cacheDirectory === null)
      found.add(
        'missing-config-key',
        'error',
        at(`${kind}_jsonl_file`),
        t('{0} is missing: caching stops.', 'cache_directory'),
      );
    if (cacheDirectory !== null && caches.indexOf(cacheDirectory) < i)
      found.add(
        'config-refused-value',
        'error',
        at('cache_directory'),
        t('Two datasets share the cache {0}: training stops.', cacheDirectory),
      );
    if (typeof params.batch_size === 'number' && params.batch_size < 1)
      found.add('config-refused-value', 'error', at('batch_size'), t('{0} must be at least 1.', 'batch_size'));
    if (typeof params.num_repeats === 'number' && params.num_repeats < 1)
      found.add('config-refused-value', 'warning', at('num_repeats'), t('Below 1 nothing of this dataset trains.'));
    if (params.bucket_no_upscale === true && params.enable_bucket !== true)
      found.add(
        'ignored-config-option',
        'info',
        at('bucket_no_upscale'),
        t('{0} does nothing without {1}.', 'bucket_no_upscale', 'enable_bucket'),
      );
    const extraction = DATASET_OPTIONS.frame_extraction?.values ?? [];
    if (typeof params.frame_extraction === 'string' && !extraction.includes(params.frame_extraction))
      found.add(
        'config-refused-value',
        'error',
        at('frame_extraction'),
        t('{0} must be one of {1}: caching stops.', 'frame_extraction', extraction.join(', ')),
      );
    const size = sizeOf(params.resolution);
    if (kind === 'image' && params.enable_bucket === true && Math.sqrt(size.width * size.height) < 32)
      found.add('config-refused-value', 'error', at('resolution'), t('Too small for buckets: caching stops.'));
    if (directory !== null && files.kind(directory) !== 'directory')
      noteMissingFolder(
        found,
        at(`${kind}_directory`),
        directory,
        files,
        t('There is no folder {0}: the dataset is empty, and nothing says so until training starts.', directory),
      );
  }
  return found.found;
}

function dotFix(found: Problems, path: ConfigPath, extension: string) {
  const range = found.range(path);
  return range && extension !== ''
    ? [{ title: t('Write {0}', `.${extension}`), range, newText: JSON.stringify(`.${extension}`) }]
    : [];
}

function kindAt(root: PyValue, path: ConfigPath): 'image' | 'video' {
  const dataset = findInConfig(root, path.slice(0, 2))?.value;
  return dataset?.type === 'dict' ? placeOf(dataset) : 'image';
}

function optionsIn({ document }: TrainerConfig, path: ConfigPath): OptionWords[] {
  const place =
    path[0] === 'general' ? 'general' : path[0] === 'datasets' && path.length >= 2 ? kindAt(document.root, path) : null;
  const table = findInConfig(document.root, path.slice(0, 2))?.value;
  const hasSource = table?.type === 'dict' && SOURCES.some((key) => table.entries.has(key));
  const names =
    place === null
      ? []
      : place === 'general' || hasSource
        ? optionsAt(place)
        : [...new Set([...optionsAt('image'), ...optionsAt('video')])];
  return names.flatMap((name) => {
    const option = DATASET_OPTIONS[name];
    if (!option) return [];
    const { type, values, meaning } = option;
    return [
      {
        name,
        type: typeName(type),
        default: option.default === null ? null : JSON.stringify(option.default),
        meaning: t(meaning),
        values: type === 'bool' ? ['true', 'false'] : (values?.map((value) => JSON.stringify(value)) ?? []),
      },
    ];
  });
}

function typeName(type: (typeof DATASET_OPTIONS)[string]['type']): string {
  switch (type) {
    case 'bool':
      return t('true or false');
    case 'int':
      return t('an integer');
    case 'float':
      return t('a number with a decimal point');
    case 'str':
      return t('a text');
    case 'size':
      return t('an integer or two of them');
    default:
      return t('a list of integers');
  }
}
