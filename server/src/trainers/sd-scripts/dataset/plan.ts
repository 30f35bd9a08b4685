import { finish, type Steps } from '../../../ground/steps.ts';
import type { TrainerFiles } from '../../files/files.ts';
import type { Outcome, TrainerError } from '../../trainer-error.ts';
import {
  type ConfigError,
  type ConfigSources,
  type ResolvedConfig,
  resolveConfig,
  resolveUserConfig,
  type TrainerArguments,
} from '../config/resolve.ts';
import type { ResolvedDataset } from '../config/resolve-datasets.ts';
import { type DatasetDraft, finishDraft, numberOf, type Warn } from './builder.ts';
import { checkConditioning, draftDreamBooth } from './dreambooth.ts';
import type { DreamBoothOptions } from './dreambooth-folder.ts';
import { draftFineTuning } from './finetuning.ts';
import { folderModeConfig } from './folder-mode.ts';
import { LATENT_SUFFIXES } from './latent-cache.ts';
import type { DatasetPlan, PlanError, PlannedDataset, PlanWarning } from './plan-types.ts';

export interface PlanOptions {
  /** The script that trains decides which latent caches it believes. `train_network.py` is `sd15`. */
  readonly family?: keyof typeof LATENT_SUFFIXES;
}

type Shared = Omit<DreamBoothOptions, 'part'>;

/**
 * What the trainer would make of these files with this configuration: which images, captions, repeats, sizes, buckets and batches,
 * what it warns about and what stops it (sd-scripts library/config_util.py, generate_dataset_group_by_blueprint). Up to the point
 * where the model is loaded. Never throws.
 */
export function planDatasets(sources: ConfigSources, files: TrainerFiles, options: PlanOptions = {}): DatasetPlan {
  return finish(planResolved(resolveConfig(sources), files, options));
}

/** {@link planDatasets} for a configuration that is resolved already, in steps: among 50,000 images it takes a second. */
export function* planResolved(
  resolved: ResolvedConfig,
  files: TrainerFiles,
  options: PlanOptions = {},
): Steps<DatasetPlan> {
  const warnings: PlanWarning[] = [];
  const warn: Warn = (code, subject = '', count = 0) => warnings.push({ code, subject, count });
  const failed = (error: PlanError): DatasetPlan => ({
    datasets: [],
    validation: [],
    batchesPerEpoch: 0,
    warnings,
    error,
  });
  if (resolved.error) return failed(resolved.error);
  const found = datasetsOf(resolved, files, warn);
  if ('stage' in found) return failed(found);
  const shared: Shared = {
    latentSuffix: LATENT_SUFFIXES[options.family ?? 'sd15'],
    writtenCaches: new Map(),
  };

  const drafts: DatasetDraft[] = [];
  const stopped = (error: TrainerError, stage: 'dataset' | 'buckets', dataset: number) =>
    failed({ ...error, stage, dataset });
  for (const [i, dataset] of found.entries()) {
    const draft = yield* startDataset(dataset, files, { ...shared, part: 'train' }, warn);
    if (draft.error) return stopped(draft.error, 'dataset', i);
    drafts.push(draft.value);
  }
  const validationDrafts: DatasetDraft[] = [];
  for (const [i, dataset] of found.entries()) {
    const split = numberOf(dataset.params, 'validation_split');
    const isInRange = split >= 0 && split <= 1;
    // Out of range there is no validation, yet a split above 1 still takes images away from training.
    if (!isInRange) warn('validation-split-out-of-range', 'validation_split');
    if (split === 0 || !isInRange) continue;
    const draft = yield* startDataset(dataset, files, { ...shared, part: 'validation' }, warn);
    if (draft.error) return stopped(draft.error, 'dataset', i);
    validationDrafts.push(draft.value);
  }
  const finished = function* (list: DatasetDraft[]): Steps<{ planned: PlannedDataset[] } | DatasetPlan> {
    const planned: PlannedDataset[] = [];
    for (const [i, draft] of list.entries()) {
      const done = yield* finishDraft(draft, files, warn);
      if (done.error) return stopped(done.error, 'buckets', i);
      planned.push(done.value);
    }
    return { planned };
  };
  const datasets = yield* finished(drafts);
  if (!('planned' in datasets)) return datasets;
  const validation = yield* finished(validationDrafts);
  if (!('planned' in validation)) return validation;
  return {
    datasets: datasets.planned,
    validation: validation.planned,
    batchesPerEpoch: datasets.planned.reduce((sum, dataset) => sum + dataset.batches, 0),
    warnings,
    error: null,
  };
}

/** Images of each validation set that has any; null when nothing is left for validation (a small set rounds to none). */
export function validationImageCounts(plan: DatasetPlan): number[] | null {
  const counts = plan.validation.map((dataset) => dataset.images.length).filter((count) => count > 0);
  return counts.length > 0 ? counts : null;
}

function datasetsOf(
  resolved: ResolvedConfig & { error: null },
  files: TrainerFiles,
  warn: Warn,
): readonly ResolvedDataset[] | ConfigError {
  if (!resolved.datasets) {
    const made = resolveUserConfig(folderModeConfig(files, resolved.args, warn), resolved.args);
    return made.error ?? made.datasets;
  }
  const ignored = ['train_data_dir', 'reg_data_dir', 'in_json'].filter((name) => isGiven(resolved.args, name));
  if (ignored.length > 0) warn('folders-ignored', ignored.join(', '));
  return resolved.datasets;
}

function isGiven(args: TrainerArguments, name: string): boolean {
  return (args.get(name)?.type ?? 'none') !== 'none';
}

function* startDataset(
  dataset: ResolvedDataset,
  files: TrainerFiles,
  options: DreamBoothOptions,
  warn: Warn,
): Steps<Outcome<DatasetDraft>> {
  if (dataset.kind === 'finetuning') return yield* draftFineTuning(dataset, files, options, warn);
  const draft = yield* draftDreamBooth(dataset, files, options, warn);
  return dataset.kind === 'controlnet' && !draft.error ? checkConditioning(draft.value, files) : draft;
}
