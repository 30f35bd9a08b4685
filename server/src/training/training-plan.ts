import { countTokens } from '../caption/clip/index.ts';
import { toPlain } from '../trainers/documents/python-value.ts';
import { countedEncoder, type ModelFamily } from '../trainers/families.ts';
import { captionChoices } from '../trainers/sd-scripts/caption-choices.ts';
import { captionOptionsOf } from '../trainers/sd-scripts/config/caption-params.ts';
import {
  type ConfigSources,
  type ResolvedConfig,
  resolveConfig,
  type TrainerArguments,
} from '../trainers/sd-scripts/config/resolve.ts';
import { planResolved } from '../trainers/sd-scripts/dataset/plan.ts';
import type { DatasetPlan, PlannedImage, PlannedSubset } from '../trainers/sd-scripts/dataset/plan-types.ts';
import { type PlanReport, planReport, type TokensCut } from '../trainers/sd-scripts/dataset/report.ts';
import { LATENT_KINDS } from '../trainers/sd-scripts/usual-settings.ts';
import { contentLimit } from '../trainers/windows.ts';
import type { TrainerSnapshot } from './trainer-snapshot.ts';

/** Line and wildcard choices counted per caption; captions with many wildcards have millions. */
const countedChoices = 32;

/** What the trainer makes of a configuration and the files it names. */
export interface TrainingPlan {
  readonly resolved: ResolvedConfig;
  readonly plan: DatasetPlan;
  readonly report: PlanReport;
}

/** Plans a training over a snapshot that reads what the plan asks for. Throws only the signal's reason. */
export async function planTraining(
  files: TrainerSnapshot,
  sources: ConfigSources,
  family: ModelFamily,
  signal?: AbortSignal,
): Promise<TrainingPlan> {
  const resolved = resolveConfig(sources);
  const args = resolved.args;
  const { plan, report } = await files.settle(() => {
    const made = planResolved(resolved, files, { family: LATENT_KINDS[family.id] });
    return { plan: made, report: planReport(made, files, args ? reportSettings(args, !resolved.datasets) : {}) };
  }, signal);
  return { resolved, plan, report };
}

/** The plan with its tokens counted: costs far more than the plan itself, so only who shows them asks. */
export function withTokensCut(training: TrainingPlan, family: ModelFamily): TrainingPlan {
  const cut = tokensCut(training.plan, family, training.resolved.args ?? null);
  return { ...training, report: { ...training.report, tokensCut: cut } };
}

function reportSettings(args: TrainerArguments, folderMode: boolean) {
  const plain = (name: string) => toPlain(args.get(name) ?? { type: 'none', range: null });
  const number = (name: string, fallback: number): number => {
    const value = plain(name);
    return typeof value === 'number' ? value : fallback;
  };
  const epochs = plain('max_train_epochs');
  const folders = ['train_data_dir', 'reg_data_dir'].map(plain).filter((path) => typeof path === 'string');
  return {
    gradientAccumulationSteps: number('gradient_accumulation_steps', 1),
    maxTrainSteps: number('max_train_steps', 1600),
    maxTrainEpochs: typeof epochs === 'number' ? epochs : null,
    baseFolders: folderMode ? folders : [],
  };
}

/**
 * Content tokens of CLIP that reach the model under these options; null where another encoder, which is not counted, reads further
 * than CLIP (SD3, Flux …).
 */
export function trainedTokens(family: ModelFamily, args: TrainerArguments | null): number | null {
  const encoder = countedEncoder(family);
  if (encoder?.limitOption !== 'max_token_length') return null;
  const value = args?.get('max_token_length');
  return contentLimit(value?.type === 'int' ? value.value : null);
}

/** Tokens of an image's caption as it is fed, the longest of its choices. */
export function captionTokens(image: PlannedImage, subset: PlannedSubset, family: ModelFamily): number {
  const choices = captionChoices(image.caption, captionOptionsOf(subset.params), countedChoices);
  const texts = choices.error ? [image.caption] : choices.value.texts;
  const padToken = countedEncoder(family)?.padIsExclamation ? '!' : 'eos';
  return texts.reduce((most, text) => Math.max(most, countTokens(text, { padToken })), 0);
}

function tokensCut(plan: DatasetPlan, family: ModelFamily, args: TrainerArguments | null): TokensCut | null {
  const limit = trainedTokens(family, args);
  if (limit === null) return null;
  let captions = 0;
  let captionsOverLimit = 0;
  let cut = 0;
  for (const dataset of plan.datasets) {
    for (const image of dataset.images) {
      const subset = dataset.subsets[image.subset];
      if (!subset || image.caption === '') continue;
      captions++;
      const over = captionTokens(image, subset, family) - limit;
      if (over <= 0) continue;
      captionsOverLimit++;
      cut += over;
    }
  }
  return { limit, captions, captionsOverLimit, tokensCut: cut };
}
