import { append } from '../../ground/append.ts';
import { rootDict } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { joinPath } from '../files/paths.ts';
import { assumedConfig, familyId } from '../option-help.ts';
import type { PixelSize } from '../pixel-size.ts';
import { trainerProfile } from '../profiles.ts';
import type { CaptionHabits, Trainer, TrainerConfig } from '../trainer.ts';
import { answer } from '../trainer-error.ts';
import type { CaptionOrigin, IdleFile, TrainingItem, WhatTrains } from '../trains.ts';
import { parseResolution, placeImage, targetBuckets } from './buckets.ts';
import { isSet } from './caption.ts';
import { captionPathOf } from './caption-source.ts';
import { type Concept, readConcepts } from './concepts.ts';
import { optionsIn, problems } from './documents.ts';
import { countEpoch } from './epoch.ts';
import { feedOf } from './feed.ts';
import { IMAGE_ENDINGS, isCompanion } from './listing.ts';
import { MODEL_TYPES } from './model-types.ts';
import { maskOf, planDatasets } from './plan.ts';
import { planReport } from './report.ts';
import { currentConfig, resolveTrainConfig, type TrainConfig } from './train-config.ts';

/** Our name of a model type. */
const FAMILIES: Readonly<Record<string, string>> = {
  STABLE_DIFFUSION_15: 'sd15',
  STABLE_DIFFUSION_15_INPAINTING: 'sd15',
  STABLE_DIFFUSION_20: 'sd2',
  STABLE_DIFFUSION_20_BASE: 'sd2',
  STABLE_DIFFUSION_21: 'sd2',
  STABLE_DIFFUSION_21_BASE: 'sd2',
  STABLE_DIFFUSION_XL_10_BASE: 'sdxl',
  STABLE_DIFFUSION_XL_10_BASE_INPAINTING: 'sdxl',
  STABLE_DIFFUSION_3: 'sd3',
  STABLE_DIFFUSION_35: 'sd3',
  FLUX_DEV_1: 'flux',
  FLUX_FILL_DEV_1: 'flux',
  FLUX_2: 'flux2',
  CHROMA_1: 'chroma',
  QWEN: 'qwen-image',
  Z_IMAGE: 'z-image',
  KREA_2: 'krea2',
  ANIMA: 'anima',
  HI_DREAM_FULL: 'hidream',
  HUNYUAN_VIDEO: 'hunyuan-video',
};

const METHODS = ['FINE_TUNE', 'LORA', 'EMBEDDING', 'FINE_TUNE_VAE'];
const CONFIG_KEYS = ['concept_file_name', 'latent_caching', 'aspect_ratio_bucketing', 'base_model_name'];
const CONCEPT_KEYS = ['balancing', 'include_subdirectories', 'image_variations', 'text_variations', 'loss_weight'];

/** Nerogar/OneTrainer behind the common interface. */
export const ONETRAINER: Trainer = {
  id: 'onetrainer',
  profile: trainerProfile('onetrainer'),

  recognise({ document }) {
    if (document.root.type === 'list') return recogniseConcepts(document.root.items);
    const { entries } = rootDict(document);
    const text = (key: string): string => {
      const value = entries.get(key)?.value;
      return value?.type === 'str' ? value.value : '';
    };
    if (MODEL_TYPES.has(text('model_type')) && METHODS.includes(text('training_method')))
      return { role: 'train_config', certainty: 'certain', because: ['model_type', 'training_method'] };
    const known = CONFIG_KEYS.filter((key) => entries.has(key));
    return entries.has('__version') && known.length >= 2
      ? { role: 'train_config', certainty: 'certain', because: ['__version', ...known] }
      : null;
  },

  list(configs, files) {
    const train = configs.find(({ role }) => role === 'train_config');
    const list = configs.find(({ role }) => role === 'concepts');
    const config = resolveTrainConfig(train?.document ?? currentConfig);
    if (config.error)
      return { items: [], idle: [], stop: { ...config.error, stage: 'config', path: train?.path ?? null } };
    const read = list ? readConcepts(list.document) : answer({ concepts: [], refused: [] });
    if (read.error) return { items: [], idle: [], stop: { ...read.error, stage: 'init', path: list?.path ?? null } };
    return listConcepts(config.value.concepts ?? read.value.concepts, config.value, files);
  },

  place(image, resolution, family) {
    const type = Object.entries(FAMILIES).find(([, id]) => id === family.id)?.[0] ?? 'STABLE_DIFFUSION_XL_10_BASE';
    const target = Math.round(Math.sqrt(resolution.width * resolution.height));
    const sizes = targetBuckets(target, MODEL_TYPES.get(type)?.step ?? 64);
    if (sizes.error) return sizes;
    const placed = placeImage({ target, sizes: sizes.value }, image, null);
    return placed.error ? placed : answer({ bucket: placed.value.bucket, resized: placed.value.scaled });
  },

  documents: { problems, optionsIn, habits, companions: companionsOf },

  assume(folder, side, family) {
    const type = Object.entries(FAMILIES).find(([, id]) => id === family.id)?.[0] ?? 'STABLE_DIFFUSION_XL_10_BASE';
    const config = { __version: 11, training_method: 'LORA', model_type: type, resolution: String(side) };
    return [
      assumedConfig('onetrainer', 'concepts', `${folder}/concepts.json`, [{ __version: 2, path: folder, seed: 1 }]),
      assumedConfig('onetrainer', 'train_config', `${folder}/config.json`, config),
    ];
  },

  plan: (configs, files, run) => planReport(ONETRAINER.list(configs, files, run), configs, files),

  feed(configs, files, _, asked) {
    const train = configs.find(({ role }) => role === 'train_config');
    const list = configs.find(({ role }) => role === 'concepts');
    const config = resolveTrainConfig(train?.document ?? currentConfig).value;
    if (!config) return null;
    const concepts = config.concepts ?? (list ? (readConcepts(list.document).value?.concepts ?? []) : []);
    const plan = planDatasets(concepts, config, files).value;
    if (!plan) return null;
    const accumulation = Number(config.values.get('gradient_accumulation_steps'));
    return feedOf(plan, accumulation, train ? Number(config.values.get('epochs')) : null, asked).value ?? null;
  },
};

function recogniseConcepts(items: readonly PyValue[]) {
  const isConcept = (item: PyValue): boolean => {
    if (item.type !== 'dict' || item.entries.get('path')?.value.type !== 'str') return false;
    const part = (name: string, ...keys: string[]): boolean => {
      const value = item.entries.get(name)?.value;
      return value?.type === 'dict' && keys.some((key) => value.entries.has(key));
    };
    return (
      part('text', 'prompt_source', 'tag_delimiter') ||
      part('image', 'enable_crop_jitter') ||
      CONCEPT_KEYS.filter((key) => item.entries.has(key)).length >= 2
    );
  };
  return items.some(isConcept)
    ? ({ role: 'concepts', certainty: 'certain', because: ['path', 'text', 'image'] } as const)
    : null;
}

function listConcepts(concepts: readonly Concept[], config: TrainConfig, files: TrainerFiles): WhatTrains {
  const plan = planDatasets(concepts, config, files);
  if (plan.error) {
    const path = files.kind(plan.error.message) === null ? null : plan.error.message;
    return { items: [], idle: [], stop: { ...plan.error, stage: plan.stage ?? 'epoch 0', path } };
  }
  const items: TrainingItem[] = [];
  const idle: IdleFile[] = [];
  const first = countEpoch(plan.value, 0, files);
  for (const [at, { concept, images, samples }] of plan.value.groups.entries()) {
    const uses = images.length === 0 ? 0 : samples / images.length;
    const counted = new Map((first.value?.groups[at] ?? []).map((one) => [one.image.path, one.placement]));
    for (const image of images) {
      const mask = plan.value.masks ? maskOf(files, image.path) : null;
      items.push({
        path: image.path,
        kind: IMAGE_ENDINGS.some((ending) => image.path.toLowerCase().endsWith(ending)) ? 'image' : 'video',
        origin: originOf(concept, image.path, files),
        caption: image.lines.join('\n'),
        lines: 'random',
        uses,
        isRegularization: concept.values.get('type') === 'PRIOR_PREDICTION',
        size: image.size,
        bucket: counted.get(image.path)?.bucket ?? null,
        companions: mask === null ? [] : [{ path: mask, as: 'mask' }],
        dataset: at,
      });
    }
    append(idle, idleIn(concept, items, files));
  }
  for (const concept of concepts)
    if (!isSet(concept.values.get('enabled')))
      for (const { name } of files.list(String(concept.values.get('path'))))
        if (/\.(?:bmp|jpe?g|png|tiff?|webp|avif)$/i.test(name))
          idle.push({ path: joinPath(String(concept.values.get('path')), name), kind: 'image', reason: 'left-over' });
  return { items, idle, stop: first.error && { ...first.error, stage: 'epoch 0', path: null } };
}

function originOf(concept: Concept, image: string, files: TrainerFiles): CaptionOrigin {
  switch (concept.text.get('prompt_source')) {
    case 'concept':
      return { from: 'prompt-file', path: String(concept.text.get('prompt_path')) };
    case 'filename':
      return { from: 'file-name' };
    default: {
      const path = captionPathOf(image);
      return files.kind(path) === 'file' ? { from: 'file', path } : { from: 'nothing' };
    }
  }
}

/** Files of a concept's folder that nothing reads. */
function idleIn(concept: Concept, items: readonly TrainingItem[], files: TrainerFiles): IdleFile[] {
  const trained = new Set(items.map(({ path }) => path));
  const read = new Set(items.flatMap(({ origin }) => (origin.from === 'file' ? [origin.path] : [])));
  const replaced = concept.text.get('prompt_source') !== 'sample';
  const withFolders = isSet(concept.values.get('include_subdirectories'));
  const found: IdleFile[] = [];
  const visit = (directory: string, isNested: boolean): void => {
    for (const { name, kind } of files.list(directory)) {
      const path = joinPath(directory, name);
      if (kind === 'directory') {
        if (!isNested) visit(path, !withFolders || name.startsWith('.'));
      } else if (trained.has(path) || read.has(path)) continue;
      else if (/\.(?:bmp|jpe?g|png|tiff?|webp|avif)$/i.test(name))
        found.push({
          path,
          kind: 'image',
          reason: isNested ? 'nested' : isCompanion(name) ? 'companion' : 'left-over',
        });
      else if (/\.(?:gif|jfif|jxl|heic)$/i.test(name)) found.push({ path, kind: 'image', reason: 'ending' });
      else if (/\.(?:txt|caption)$/i.test(name) && !isNested)
        found.push({
          path,
          kind: 'caption',
          reason: replaced ? 'replaced' : name.endsWith('.txt') ? 'no-image' : 'other-extension',
        });
    }
  };
  visit(String(concept.values.get('path')), false);
  return found;
}

/** The concepts file a configuration names, unless its own concepts win. */
function companionsOf({ role, document }: TrainerConfig): string[] {
  if (role !== 'train_config') return [];
  const config = resolveTrainConfig(document);
  return config.error || config.value.concepts ? [] : [String(config.value.values.get('concept_file_name'))];
}

/** What concepts, and the configuration around them, say for the captions of their folders. */
function habits({ role, document }: TrainerConfig): CaptionHabits[] {
  const config = role === 'train_config' ? resolveTrainConfig(document).value : null;
  const concepts = role === 'concepts' ? (readConcepts(document).value?.concepts ?? []) : (config?.concepts ?? []);
  const type = String(config?.values.get('model_type') ?? '');
  const family = config ? familyId(FAMILIES[type]) : null;
  const common = {
    captionExtension: '.txt',
    dropoutRate: null,
    trigger: null,
    batchSize: config ? Number(config.values.get('batch_size')) : null,
    buckets: config ? isSet(config.values.get('aspect_ratio_bucketing')) : null,
    family,
    familyKey: config ? 'model_type' : null,
    t5Length: config ? t5Length(config) : null,
    resolution: config ? sideOf(String(config.values.get('resolution'))) : null,
  };
  const own = concepts.map(({ values, text }): CaptionHabits => {
    const drops = isSet(text.get('tag_dropout_enable'));
    return {
      ...common,
      folders: [String(values.get('path'))],
      regularization: values.get('type') === 'PRIOR_PREDICTION',
      separator: String(text.get('tag_delimiter')) || null,
      shuffle: isSet(text.get('enable_tag_shuffling')),
      keepTags: Number(text.get('keep_tags_count')),
      tagDropoutRate: drops ? Number(text.get('tag_dropout_probability')) : null,
      repeats: values.get('balancing_strategy') === 'REPEATS' ? Number(values.get('balancing')) : null,
    };
  });
  if (own.length > 0 || role === 'concepts') return own;
  return [
    {
      ...common,
      folders: [],
      regularization: false,
      separator: null,
      shuffle: false,
      keepTags: null,
      tagDropoutRate: null,
      repeats: null,
    },
  ];
}

/** FLUX.1 alone lets T5 read more or less than its usual number. */
function t5Length({ values }: TrainConfig): CaptionHabits['t5Length'] {
  const option = 'text_encoder_2_sequence_length';
  const tokens = values.get(option);
  const isFlux = ['FLUX_DEV_1', 'FLUX_FILL_DEV_1'].includes(String(values.get('model_type')));
  return isFlux && typeof tokens === 'number' && tokens > 0 ? { option, tokens } : null;
}

function sideOf(text: string): PixelSize | null {
  const wanted = parseResolution(text, 64);
  if (wanted?.kind === 'fixed') return wanted.size;
  const [side] = wanted?.targets ?? [];
  return side !== undefined && side > 0 ? { width: side, height: side } : null;
}
