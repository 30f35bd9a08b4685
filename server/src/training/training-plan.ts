import { finishInBreaths, type Steps } from '../ground/steps.ts';
import type { TokenOptions } from '../trainers/caption-tokens.ts';
import { toPlain } from '../trainers/documents/python-value.ts';
import type { ModelFamily } from '../trainers/families.ts';
import { tokensOfCaption } from '../trainers/fed-tokens.ts';
import {
  type ConfigSources,
  captionOptionsOf,
  type DatasetPlan,
  LATENT_KINDS,
  lateStop,
  type PlannedImage,
  type PlannedSubset,
  type PlanReport,
  planReport,
  planResolved,
  type ResolvedConfig,
  resolveConfig,
  type TokensCut,
  type TrainerArguments,
} from './default-trainer.ts';
import type { TrainerSnapshot } from './trainer-snapshot.ts';

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
  const { plan, report } = await files.settleSteps(function* () {
    const made = yield* planResolved(resolved, files, { family: LATENT_KINDS[family.id] });
    const settings = args ? reportSettings(args, !resolved.datasets) : {};
    return { plan: made, report: yield* planReport(made, files, settings) };
  }, signal);
  // Without a config_file nobody knows the options beside the dataset's.
  const late = lateStop(plan, sources.configFile ? (args ?? null) : null, family);
  const error = report.error ?? (late && { ...late, stage: 'training' });
  return { resolved, plan, report: error ? { ...report, error, totalSteps: 0, epochs: 0 } : report };
}

/** How the captions of a plan are counted: as everywhere else. */
export interface PlanTokens {
  readonly tokenLimit: number | null;
  readonly clip: TokenOptions;
}

/** The plan with its tokens counted: costs far more than the plan itself, so only who shows them asks. */
export async function withTokensCut(
  training: TrainingPlan,
  tokens: PlanTokens,
  signal?: AbortSignal,
): Promise<TrainingPlan> {
  const cut = await finishInBreaths(tokensCut(training.plan, tokens), signal);
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

/** Tokens of an image's caption as it is fed, the longest of its choices. */
export function captionTokens(image: PlannedImage, subset: PlannedSubset, clip: TokenOptions): number {
  return tokensOfCaption(image.caption, captionOptionsOf(subset.params), clip);
}

function* tokensCut(plan: DatasetPlan, { tokenLimit, clip }: PlanTokens): Steps<TokensCut | null> {
  if (tokenLimit === null) return null;
  let captions = 0;
  let captionsOverLimit = 0;
  let cut = 0;
  for (const dataset of plan.datasets) {
    for (const image of dataset.images) {
      yield;
      const subset = dataset.subsets[image.subset];
      if (!subset || image.caption === '') continue;
      captions++;
      const over = captionTokens(image, subset, clip) - tokenLimit;
      if (over <= 0) continue;
      captionsOverLimit++;
      cut += over;
    }
  }
  return { limit: tokenLimit, captions, captionsOverLimit, tokensCut: cut };
}
