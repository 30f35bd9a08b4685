import type { SettingValue } from '../advice/facts.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { append } from '../ground/append.ts';
import { baseName, folderOf, rootName } from '../ground/paths.ts';
import { finish } from '../ground/steps.ts';
import { readTrainerPlan, readTraining } from '../report/training-facts.ts';
import { countTags, type TagFrequency } from '../trainers/captions/tag-frequency.ts';
import type { PyValue } from '../trainers/documents/python-value.ts';
import { DEFAULT_TRAINER } from '../trainers/profiles.ts';
import type { TrainerPlan } from '../trainers/trainer-plan.ts';
import { basesOf, type ConfigPair } from '../training/find-config.ts';
import { folderSources } from '../training/folder-sources.ts';
import { planOther } from '../training/plan-other.ts';
import { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import { planTraining, type TrainingPlan } from '../training/training-plan.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type RecordBucket, type RecordSubset, samplesOf, type TrainingRecord, unknownRun } from './record.ts';
import { lastName, subsetSettings } from './settings-compared.ts';

/** A dataset as far as a record is made from it. */
export type RecordedDataset = Pick<Dataset, 'root' | 'index' | 'settings' | 'config'>;

/**
 * What a folder would be trained as: by the plan of its trainer where a configuration names it or the folder's layout decides, else by its
 * folders and captions. Options count only where a file says them. Throws only the signal's reason.
 */
export async function folderRecord(
  workspace: Workspace,
  dataset: RecordedDataset,
  name: string,
  signal?: AbortSignal,
): Promise<TrainingRecord> {
  const { index, settings, config } = dataset;
  const [concept] = [...index.concepts.known].sort((a, b) => b.captions - a.captions);
  const base: TrainingRecord = {
    kind: 'folder',
    name,
    trainer: settings.profile,
    // A family that nobody named is no change of it.
    family: settings.origins.model.from === 'default' ? null : settings.family.id,
    subsets: subsetsOfIndex(index),
    settings: new Map(),
    buckets: null,
    run: unknownRun,
    trainsTextEncoder: null,
    trigger: concept?.trigger ?? null,
  };
  const other = config?.pair.other;
  if (other && other.trainer.id === settings.profile) {
    const { plan, files } = await planOther(workspace, other, settings.family, signal);
    return plan ? ofPlan(base, plan, index, (path) => files.locate(path)) : base;
  }
  if (settings.profile !== DEFAULT_TRAINER) return base;
  const plan = await planOf(workspace, dataset, signal);
  return plan && plan.plan.datasets.length > 0 ? ofTraining(base, plan, saidOptions(config?.pair ?? null)) : base;
}

/** The plan of sd-scripts: by the configuration that names the folder, else as the folder lies. */
async function planOf(
  workspace: Workspace,
  { root, settings, config }: RecordedDataset,
  signal?: AbortSignal,
): Promise<TrainingPlan | null> {
  const { datasetConfig, configFile } = config?.pair ?? { datasetConfig: null, configFile: null };
  const named = datasetConfig ?? configFile;
  if (named) {
    const sources = { datasetConfig: datasetConfig?.document, configFile: configFile?.document, argv: [] };
    return planTraining(new TrainerSnapshot(workspace, basesOf(named.path)), sources, settings.family, signal);
  }
  const made = await folderSources(workspace, root, settings.family, new Map());
  if (!made) return null;
  return planTraining(new TrainerSnapshot(workspace, [root]), made.sources, settings.family, signal);
}

/** Which options a configuration says: all that are in force with the options of the script, else those that the dataset_config writes. */
function saidOptions(pair: ConfigPair | null): 'all' | ReadonlySet<string> {
  if (pair?.configFile) return 'all';
  const keys = new Set<string>();
  const waiting: PyValue[] = pair?.datasetConfig ? [pair.datasetConfig.document.root] : [];
  for (let value = waiting.pop(); value; value = waiting.pop())
    if (value.type === 'list') append(waiting, value.items);
    else if (value.type === 'dict')
      for (const [key, entry] of value.entries) {
        keys.add(key);
        waiting.push(entry.value);
      }
  return keys;
}

function ofTraining(base: TrainingRecord, training: TrainingPlan, said: 'all' | ReadonlySet<string>): TrainingRecord {
  const { plan, report } = training;
  const isSaid = (name: string): boolean => said === 'all' || said.has(name);
  const subsets = plan.datasets.flatMap((dataset) =>
    dataset.subsets.map((subset): RecordSubset => {
      const name = baseName((subset.directory ?? subset.metadataFile ?? '').replaceAll('\\', '/').replace(/\/+$/, ''));
      const values: Readonly<Record<string, unknown>> = subset.params.values;
      return {
        name,
        regularization: subset.isReg,
        repeats: subset.repeats,
        images: subset.imageCount,
        classTokens: subset.classTokens,
        options: new Map(
          subsetSettings
            .filter((option) => option in values && isSaid(option))
            .map((option) => [option, values[option] as SettingValue]),
        ),
        tags: new Map(Object.entries(dataset.tagFrequency[name] ?? {})),
      };
    }),
  );
  const { facts } = readTraining(training, said === 'all');
  const settings = settingsOf(new Map([...facts.values].filter(([name]) => isSaid(name))));
  const steps = said === 'all' && report.totalSteps > 0 ? report.totalSteps : null;
  if (steps !== null) settings.set('max_train_steps', steps);
  return {
    ...base,
    subsets,
    settings,
    buckets: isSaid('resolution') ? bucketsOf(plan.datasets) : null,
    run: {
      steps,
      epochs: facts.epochs,
      samplesPerEpoch: samplesOf({ subsets }),
      samplesPerStep: isSaid('batch_size') ? facts.samplesPerStep : null,
    },
    trainsTextEncoder:
      said === 'all'
        ? settings.get('network_train_unet_only') !== true && settings.get('cache_text_encoder_outputs') !== true
        : null,
  };
}

function bucketsOf(datasets: TrainingPlan['plan']['datasets']): RecordBucket[] {
  const buckets = new Map<string, RecordBucket>();
  for (const { buckets: own } of datasets)
    for (const { bucket, samples } of own) {
      const key = `${bucket.width}x${bucket.height}`;
      buckets.set(key, { bucket, samples: samples + (buckets.get(key)?.samples ?? 0) });
    }
  return [...buckets.values()].sort((a, b) => b.samples - a.samples);
}

/** Options in force under the names that are compared. */
function settingsOf(values: ReadonlyMap<string, SettingValue>): Map<string, SettingValue> {
  const settings = new Map(values);
  const batch = values.get('batch_size');
  if (batch !== undefined) settings.set('train_batch_size', batch);
  const type = values.get('optimizer_type');
  if (values.has('optimizer_type'))
    settings.set(
      'optimizer',
      values.get('use_8bit_adam') === true
        ? 'AdamW8bit'
        : values.get('use_lion_optimizer') === true
          ? 'Lion'
          : typeof type === 'string' && type !== ''
            ? lastName(type)
            : 'AdamW',
    );
  const args = values.get('network_args');
  if (Array.isArray(args))
    for (const word of args) {
      const [, name, value] = /^(conv_dim|conv_alpha)=([\d.]+)$/.exec(String(word)) ?? [];
      if (name !== undefined) settings.set(name, Number(value));
    }
  return settings;
}

/** What another trainer would do. */
function ofPlan(
  base: TrainingRecord,
  plan: TrainerPlan,
  index: DatasetIndex,
  locate: (path: string) => string,
): TrainingRecord {
  const reading = readTrainerPlan(plan);
  const tags = tagsByImage(index);
  const subsets = plan.sets.map((set): RecordSubset => {
    const images = new Set(set.images.map(({ path }) => path));
    const samples = set.buckets.reduce((sum, bucket) => sum + bucket.samples, 0);
    const repeats = images.size === 0 ? null : samples / images.size;
    return {
      name: baseName(set.name.replaceAll('\\', '/').replace(/\/+$/, '')),
      regularization: set.isRegularization,
      repeats,
      images: images.size,
      classTokens: null,
      options: new Map(set.options as ReadonlyMap<string, SettingValue>),
      tags: countAll([...images].flatMap((path) => tags.get(locate(path)) ?? [])),
    };
  });
  const settings = settingsOf(reading?.facts.values ?? new Map());
  const known = plan.options !== null;
  if (known && plan.totalSteps !== null) settings.set('max_train_steps', plan.totalSteps);
  return {
    ...base,
    subsets: subsets.length === 0 ? base.subsets : subsets,
    settings,
    run: {
      steps: plan.totalSteps,
      epochs: reading?.facts.epochs ?? plan.epochs,
      samplesPerEpoch: samplesOf({ subsets }),
      samplesPerStep: reading?.facts.samplesPerStep ?? null,
    },
  };
}

/** The trained text of each image's caption, by the absolute path of the image. */
function tagsByImage(index: DatasetIndex): Map<string, string> {
  const found = new Map<string, string>();
  for (const { file, caption } of index.images) {
    const record = caption === null ? undefined : index.record(caption);
    if (record) found.set(`${index.root}/${file}`, record.trained);
  }
  return found;
}

function countAll(texts: readonly string[]): ReadonlyMap<string, number> {
  const frequency: TagFrequency = {};
  finish(countTags(frequency, 'all', texts));
  return new Map(Object.entries(frequency.all ?? {}));
}

/** The folders of a dataset with what trains in them, where no plan says more. */
function subsetsOfIndex(index: DatasetIndex): RecordSubset[] {
  const texts = new Map<string, string[]>();
  for (const { file } of index.captions) {
    const record = index.record(file);
    if (record) texts.set(folderOf(file), [...(texts.get(folderOf(file)) ?? []), record.trained]);
  }
  return index.concepts.all
    .filter(({ images, captions }) => images > 0 || captions > 0)
    .map(({ folder, regularization, repeats, images }) => ({
      name: folder === '' ? rootName(index.root) : baseName(folder),
      regularization,
      repeats,
      images,
      classTokens: null,
      options: new Map(),
      tags: countAll(texts.get(folder) ?? []),
    }));
}
