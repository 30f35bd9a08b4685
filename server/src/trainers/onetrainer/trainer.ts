import { append } from '../../ground/append.ts';
import type { Steps } from '../../ground/steps.ts';
import { rootDict } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { joinPath } from '../files/paths.ts';
import { assumedConfig } from '../option-help.ts';
import type { Trainer, TrainerConfig } from '../trainer.ts';
import { answer } from '../trainer-error.ts';
import type { CaptionOrigin, IdleFile, TrainingItem, WhatTrains } from '../trains.ts';
import { placeImage, targetBuckets } from './buckets.ts';
import { isSet } from './caption.ts';
import { captionPathOf } from './caption-source.ts';
import { type Concept, readConcepts } from './concepts.ts';
import { problems } from './documents.ts';
import { countEpoch } from './epoch.ts';
import { FAMILIES } from './families.ts';
import { feedOf } from './feed.ts';
import { habits } from './habits.ts';
import { IMAGE_ENDINGS, isCompanion } from './listing.ts';
import { MODEL_TYPES } from './model-types.ts';
import { newerPreset } from './newer.ts';
import { ONETRAINER_WORDS } from './option-words.ts';
import { maskOf, planSteps } from './plan.ts';
import { ONETRAINER_PROFILE } from './profile.ts';
import { planReport } from './report.ts';
import { currentConfig, resolveTrainConfig, type TrainConfig } from './train-config.ts';

const METHODS = ['FINE_TUNE', 'LORA', 'EMBEDDING', 'FINE_TUNE_VAE'];
const CONFIG_KEYS = ['concept_file_name', 'latent_caching', 'aspect_ratio_bucketing', 'base_model_name'];
const CONCEPT_KEYS = ['balancing', 'include_subdirectories', 'image_variations', 'text_variations', 'loss_weight'];

/** Nerogar/OneTrainer behind the common interface. */
export const ONETRAINER: Trainer = {
  id: 'onetrainer',
  profile: ONETRAINER_PROFILE,
  words: ONETRAINER_WORDS,
  meanings: async () => (await import('./option-meanings.ts')).ONETRAINER_MEANINGS,
  telling: [...['model_type', '__version', 'concept', 'enable_crop_jitter', 'prompt_source', 'include_subdirectories']],

  recognise({ document }) {
    if (document.root.type === 'list') return recogniseConcepts(document.root.items);
    const { entries } = rootDict(document);
    const text = (key: string): string => {
      const value = entries.get(key)?.value;
      return value?.type === 'str' ? value.value : '';
    };
    if (MODEL_TYPES.has(text('model_type')) && METHODS.includes(text('training_method')))
      return { role: 'train_config', certainty: 'certain', because: ['model_type', 'training_method'] };
    // A short configuration that holds its concepts itself.
    const concepts = entries.get('concepts')?.value;
    if (concepts?.type === 'list' && recogniseConcepts(concepts.items))
      return { role: 'train_config', certainty: 'likely', because: ['concepts'] };
    const known = CONFIG_KEYS.filter((key) => entries.has(key));
    return entries.has('__version') && known.length >= 2
      ? { role: 'train_config', certainty: 'certain', because: ['__version', ...known] }
      : null;
  },

  newer: newerPreset,

  *list(configs, files) {
    const train = configs.find(({ role }) => role === 'train_config');
    const list = configs.find(({ role }) => role === 'concepts');
    const config = resolveTrainConfig(train?.document ?? currentConfig);
    if (config.error)
      return { items: [], idle: [], stop: { ...config.error, stage: 'config', path: train?.path ?? null } };
    const read = list ? readConcepts(list.document) : answer({ concepts: [], refused: [] });
    if (read.error) return { items: [], idle: [], stop: { ...read.error, stage: 'init', path: list?.path ?? null } };
    return yield* listConcepts(config.value.concepts ?? read.value.concepts, config.value, files);
  },

  place(image, resolution, family) {
    const type = Object.entries(FAMILIES).find(([, id]) => id === family.id)?.[0] ?? 'STABLE_DIFFUSION_XL_10_BASE';
    const target = Math.round(Math.sqrt(resolution.width * resolution.height));
    const sizes = targetBuckets(target, MODEL_TYPES.get(type)?.step ?? 64);
    if (sizes.error) return sizes;
    const placed = placeImage({ target, sizes: sizes.value }, image, null);
    return placed.error ? placed : answer({ bucket: placed.value.bucket, resized: placed.value.scaled });
  },

  documents: { problems, habits, companions: companionsOf, named: ['concepts'] },

  assume(folder, side, family) {
    const type = Object.entries(FAMILIES).find(([, id]) => id === family.id)?.[0] ?? 'STABLE_DIFFUSION_XL_10_BASE';
    const config = { __version: 11, training_method: 'LORA', model_type: type, resolution: String(side) };
    return [
      assumedConfig('onetrainer', 'concepts', `${folder}/concepts.json`, [{ __version: 2, path: folder, seed: 1 }]),
      assumedConfig('onetrainer', 'train_config', `${folder}/config.json`, config),
    ];
  },

  *plan(configs, files, run) {
    return yield* planReport(yield* ONETRAINER.list(configs, files, run), configs, files);
  },

  *feed(configs, files, _, asked) {
    const train = configs.find(({ role }) => role === 'train_config');
    const list = configs.find(({ role }) => role === 'concepts');
    const config = resolveTrainConfig(train?.document ?? currentConfig).value;
    if (!config) return null;
    const concepts = config.concepts ?? (list ? (readConcepts(list.document).value?.concepts ?? []) : []);
    const plan = (yield* planSteps(concepts, config, files)).value;
    if (!plan) return null;
    const accumulation = Number(config.values.get('gradient_accumulation_steps'));
    const epochs = train ? Number(config.values.get('epochs')) : null;
    return (yield* feedOf(plan, accumulation, epochs, asked)).value ?? null;
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

function* listConcepts(concepts: readonly Concept[], config: TrainConfig, files: TrainerFiles): Steps<WhatTrains> {
  const plan = yield* planSteps(concepts, config, files);
  if (plan.error) {
    const path = files.kind(plan.error.message) === null ? null : plan.error.message;
    return { items: [], idle: [], stop: { ...plan.error, stage: plan.stage ?? 'epoch 0', path } };
  }
  const items: TrainingItem[] = [];
  const idle: IdleFile[] = [];
  const first = yield* countEpoch(plan.value, 0, files);
  for (const [at, { concept, images, samples }] of plan.value.groups.entries()) {
    const uses = images.length === 0 ? 0 : samples / images.length;
    const counted = new Map((first.value?.groups[at] ?? []).map((one) => [one.image.path, one.placement]));
    for (const image of images) {
      yield;
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
