import { append } from '../../ground/append.ts';
import type { Steps } from '../../ground/steps.ts';
import { rootDict } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { assumedConfig } from '../option-help.ts';
import type { Trainer } from '../trainer.ts';
import { answer } from '../trainer-error.ts';
import type { CaptionOrigin, IdleFile, TrainingItem, WhatTrains } from '../trains.ts';
import { ARCHITECTURES, architectureOf } from './architectures.ts';
import { placeImage } from './buckets.ts';
import { problems } from './documents.ts';
import { FAMILIES } from './families.ts';
import { feedOf } from './feed.ts';
import { habits } from './habits.ts';
import { CONTROLS_FOLDER } from './listing.ts';
import { AI_TOOLKIT_WORDS } from './option-words.ts';
import { planProcess } from './plan.ts';
import type { JobPlan, PlannedItem } from './plan-types.ts';
import { captionFileOf } from './planned-item.ts';
import { AI_TOOLKIT_PROFILE } from './profile.ts';
import { planReport } from './report.ts';
import { resolveJob, type Values } from './resolve.ts';

/** Jobs that load no datasets of this kind: sliders of old, pictures to be made, changes of model files. */
const OTHER_JOBS = ['train', 'mod', 'generate', 'extract'];

/** ostris/ai-toolkit behind the common interface. */
export const AI_TOOLKIT: Trainer = {
  id: 'ai-toolkit',
  profile: AI_TOOLKIT_PROFILE,
  words: AI_TOOLKIT_WORDS,
  meanings: async () => (await import('./option-meanings.ts')).AI_TOOLKIT_MEANINGS,
  telling: [String.raw`\bjob\b`],

  recognise({ document }) {
    const root = rootDict(document);
    const config = root.entries.get('config')?.value;
    const process = config?.type === 'dict' ? config.entries.get('process')?.value : undefined;
    const job = root.entries.get('job')?.value;
    if (job?.type !== 'str' || process?.type !== 'list' || OTHER_JOBS.includes(job.value)) return null;
    const isProcess = (item: PyValue): boolean =>
      item.type === 'dict' &&
      item.entries.get('type')?.value.type === 'str' &&
      (item.entries.get('datasets')?.value.type === 'list' || item.entries.get('model')?.value.type === 'dict');
    if (!process.items.some(isProcess)) return null;
    return { role: 'job', certainty: 'certain', because: ['job', 'config.process[].type'] };
  },

  *list(configs, files) {
    const config = configs.find(({ role }) => role === 'job');
    if (!config) return { items: [], idle: [], stop: null };
    const job = resolveJob(config.document);
    if (job.error) return { items: [], idle: [], stop: { ...job.error, stage: 'config', path: config.path } };
    const items: TrainingItem[] = [];
    const idle: IdleFile[] = [];
    let stop: WhatTrains['stop'] = null;
    for (const process of job.value.processes) {
      const one = yield* listProcess(yield* planProcess(process, files), files);
      append(items, one.items);
      append(idle, one.idle);
      stop ??= one.stop;
    }
    return { items, idle, stop };
  },

  place(image, resolution, family) {
    const arch = Object.entries(FAMILIES).find(([, id]) => id === family.id)?.[0] ?? 'sdxl';
    const placed = placeImage(image, {
      resolution: { type: 'float', value: Math.sqrt(resolution.width * resolution.height), range: null },
      scale: { type: 'int', value: 1, range: null },
      randomCrop: false,
      squareCrop: false,
      step: (ARCHITECTURES.get(arch) ?? architectureOf('sd1').architecture).step,
    });
    return placed.error ? placed : answer({ bucket: placed.value.bucket, resized: placed.value.scaled });
  },

  documents: { problems, habits, companions: () => [], named: [] },

  assume(folder, side, family) {
    const arch = Object.entries(FAMILIES).find(([, id]) => id === family.id)?.[0] ?? 'sdxl';
    const process = {
      type: 'sd_trainer',
      training_folder: 'output',
      datasets: [{ folder_path: folder, resolution: side }],
      train: {},
      model: { name_or_path: 'model', arch },
    };
    const job = { job: 'extension', config: { name: 'assumed', process: [process] } };
    return [assumedConfig('ai-toolkit', 'job', `${folder}/job.json`, job)];
  },

  *plan(configs, files, run) {
    return yield* planReport(yield* AI_TOOLKIT.list(configs, files, run), configs, files);
  },

  *feed(configs, files, _, asked) {
    const config = configs.find(({ role }) => role === 'job');
    const [process] = (config && resolveJob(config.document).value?.processes) ?? [];
    if (!process) return null;
    const plan = yield* planProcess(process, files);
    return plan.error ? null : yield* feedOf(process, plan, files, asked);
  },
};

function* listProcess(plan: JobPlan, files: TrainerFiles): Steps<WhatTrains> {
  const items: TrainingItem[] = [];
  const idle: IdleFile[] = [];
  let at = 0;
  for (const { datasets, isReg } of plan.loaders) {
    for (const { dataset, items: own, repeats, unreadable, path: folder } of datasets) {
      for (const path of unreadable) idle.push({ path, kind: 'image', reason: 'unreadable' });
      const uses = new Map<string, number>();
      for (const { path } of own) uses.set(path, (uses.get(path) ?? 0) + repeats);
      for (const item of new Map(own.map((one) => [one.path, one])).values()) {
        yield;
        items.push(trainingItem(item, dataset.values, uses.get(item.path) ?? 1, isReg, at));
      }
      append(idle, idleIn(folder, dataset.values, items, files));
      at++;
    }
  }
  const stop = plan.error && {
    ...plan.error,
    path: files.kind(plan.error.message) === null ? null : plan.error.message,
  };
  const faulty = items.length > 0 ? firstCaptionError(plan) : null;
  return { items, idle, stop: stop ?? faulty };
}

/** A caption that cannot be read stops the training when it is first used. */
function firstCaptionError(plan: JobPlan): WhatTrains['stop'] {
  for (const { datasets } of plan.loaders)
    for (const { items, dataset } of datasets)
      for (const item of items)
        if (item.caption.error)
          return { ...item.caption.error, stage: 'training', path: captionFileOf(item, dataset.values) };
  return null;
}

function trainingItem(item: PlannedItem, values: Values, uses: number, isReg: boolean, dataset: number): TrainingItem {
  const path = captionFileOf(item, values) ?? '';
  const origins: Record<PlannedItem['captionFrom'], CaptionOrigin> = {
    file: { from: 'file', path },
    json: { from: 'metadata', path: '' },
    default: { from: 'default' },
    nothing: { from: 'nothing' },
  };
  return {
    path: item.path,
    kind: item.isVideo ? 'video' : 'image',
    origin: origins[item.captionFrom],
    caption: item.caption.value ?? '',
    lines: 'whole',
    uses,
    isRegularization: isReg,
    size: item.size,
    bucket: item.placement?.bucket ?? null,
    companions: [
      ...(item.mask === null ? [] : [{ path: item.mask, as: 'mask' as const }]),
      ...item.controls.map((control) => ({ path: control, as: 'control' as const })),
    ],
    dataset,
  };
}

/** Files below a folder that nothing reads. */
function idleIn(folder: string, values: Values, items: readonly TrainingItem[], files: TrainerFiles): IdleFile[] {
  const trained = new Set(items.map(({ path }) => path));
  const read = new Set(items.flatMap(({ origin }) => (origin.from === 'file' ? [origin.path] : [])));
  const extension = values.get('caption_ext');
  const ending = extension?.type === 'str' ? extension.value : '.txt';
  const found: IdleFile[] = [];
  const visit = (directory: string, depth: number): void => {
    for (const { name, kind, isLink } of files.list(directory)) {
      const path = `${directory.replace(/\/+$/, '')}/${name}`;
      if (kind === 'directory') {
        if (!name.startsWith('.') && !isLink && depth < 32) visit(path, depth + 1);
      } else if (trained.has(path) || read.has(path)) continue;
      else if (/\.(?:jpe?g|png|webp)$/i.test(name)) {
        if (name.startsWith('.')) found.push({ path, kind: 'image', reason: 'hidden' });
        else if (directory.endsWith(`/${CONTROLS_FOLDER}`)) found.push({ path, kind: 'image', reason: 'companion' });
      } else if (/\.(?:bmp|gif|tiff?|avif|jfif|heic|jxl)$/i.test(name))
        found.push({ path, kind: 'image', reason: 'ending' });
      else if (/\.(?:txt|caption)$/i.test(name))
        found.push({ path, kind: 'caption', reason: name.endsWith(ending) ? 'no-image' : 'other-extension' });
    }
  };
  if (files.kind(folder) === 'directory') visit(folder, 0);
  return found;
}
