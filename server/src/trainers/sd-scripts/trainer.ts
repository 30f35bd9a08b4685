import { done, type Steps } from '../../ground/steps.ts';
import { configFormat } from '../documents/document.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import type { TrainerFiles } from '../files/files.ts';
import { normalizePath } from '../files/paths.ts';
import type { RunChoice, Trainer, TrainerConfig, TrainerFileRole } from '../trainer.ts';
import type { CaptionOrigin, TrainedLines, TrainingItem, TrainingStop, WhatTrains } from '../trains.ts';
import { SD_SCRIPTS_CACHES } from './caches.ts';
import { presetOptions } from './config/gui-preset.ts';
import { recognizeConfig } from './config/recognize.ts';
import { type ResolvedConfig, resolveConfig } from './config/resolve.ts';
import { planResolved } from './dataset/plan.ts';
import type { CaptionSource, DatasetPlan, PlanError, PlannedDataset } from './dataset/plan-types.ts';
import { unusedFiles } from './dataset/unused-files.ts';
import { SD_SCRIPTS_DOCUMENTS } from './documents.ts';
import { feedSources } from './feed.ts';
import { LATENT_KINDS } from './latent-kinds.ts';
import { SD_SCRIPTS_WORDS } from './option-words.ts';
import { SD_SCRIPTS_PROFILE } from './profile.ts';

/** kohya-ss/sd-scripts behind the common interface. */
export const SD_SCRIPTS: Trainer = {
  id: 'sd-scripts',
  profile: SD_SCRIPTS_PROFILE,
  words: SD_SCRIPTS_WORDS,
  meanings: async () => (await import('./option-meanings.ts')).SD_SCRIPTS_MEANINGS,
  telling: [],

  recognise({ path, document }) {
    const format = configFormat(path);
    const role = format && recognizeConfig(document, format);
    return role && { role, certainty: role === 'dataset_config' ? 'certain' : 'likely', because: [] };
  },

  *list(configs, files, run) {
    const resolved = resolveConfig(sourcesOf(configs, run));
    const plan = yield* planResolved(resolved, files, { family: LATENT_KINDS[run.family.id] });
    return yield* whatTrains(plan, files, baseFolders(resolved));
  },

  // Its buckets follow options of the user, not the model alone.
  place: () => null,
  documents: SD_SCRIPTS_DOCUMENTS,
  caches: SD_SCRIPTS_CACHES,
  assume: () => [],
  plan: () => done(null),

  feed: (configs, files, run, asked) => feedSources(sourcesOf(configs, run), files, run.family, asked),
};

/** The halves of a configuration as `resolveConfig` takes them. */
export function sourcesOf(configs: readonly TrainerConfig[], run: Pick<RunChoice, 'argv'>) {
  const documentOf = (...roles: TrainerFileRole[]): ConfigDocument | null => {
    const found = configs.find(({ role }) => roles.includes(role));
    if (!found) return null;
    return found.role === 'gui-preset' ? presetOptions(found.document) : found.document;
  };
  return {
    datasetConfig: documentOf('dataset_config'),
    configFile: documentOf('config_file', 'gui-preset'),
    argv: run.argv,
  };
}

/** `train_data_dir` and `reg_data_dir`, when they are used. */
function baseFolders(resolved: ResolvedConfig): string[] {
  if (resolved.error || resolved.datasets) return [];
  return ['train_data_dir', 'reg_data_dir'].flatMap((name) => {
    const value = resolved.args.get(name);
    return value?.type === 'str' ? [value.value] : [];
  });
}

/** What trains of a plan of this trainer. */
export function* whatTrains(plan: DatasetPlan, files: TrainerFiles, folders: readonly string[]): Steps<WhatTrains> {
  const unused = yield* unusedFiles(plan, files, folders);
  const idle = [
    ...unused.images.map((file) => ({ ...file, kind: 'image' as const })),
    ...unused.captions.map((file) => ({ ...file, kind: 'caption' as const })),
  ];
  return {
    items: plan.datasets.flatMap((dataset, at) => itemsOf(dataset, at, files)),
    idle,
    stop: plan.error && stopOf(plan.error, files),
  };
}

function itemsOf(dataset: PlannedDataset, at: number, files: TrainerFiles): TrainingItem[] {
  return dataset.images.map((image): TrainingItem => {
    const subset = dataset.subsets[image.subset];
    const lines: TrainedLines = subset?.params.values.enable_wildcard === true ? 'random' : 'first';
    const folder = subset?.params.values.conditioning_data_dir;
    const control = typeof folder === 'string' ? conditionOf(image.path, folder, files) : null;
    return {
      path: image.path,
      kind: 'image',
      origin: originOf(image.captionSource),
      caption: image.caption,
      lines,
      uses: image.repeats,
      isRegularization: image.isReg,
      size: image.size,
      bucket: image.bucket,
      companions: control === null ? [] : [{ path: control, as: 'mask' }],
      dataset: at,
    };
  });
}

/** The mask of an image: its stem in the other folder, whatever the ending. */
function conditionOf(image: string, folder: string, files: TrainerFiles): string | null {
  const stem = (name: string) => name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const found = files.list(folder).find(({ name, kind }) => kind === 'file' && stem(name) === stem(image));
  return found ? normalizePath(`${folder}/${found.name}`) : null;
}

function originOf(source: CaptionSource): CaptionOrigin {
  switch (source.from) {
    case 'file':
      return { from: 'file', path: source.path };
    case 'metadata-file':
    case 'metadata-cache':
      return { from: 'metadata', path: source.path };
    default:
      return { from: source.from };
  }
}

function stopOf(error: PlanError, files: TrainerFiles): TrainingStop {
  // The messages of the dataset stage end with the path of the file that is at fault.
  const named = /(\/.*)$/.exec(error.message)?.[1];
  const path = named !== undefined && files.kind(named) !== null ? named : null;
  return { exception: error.exception, message: error.message, stage: error.stage, path };
}
