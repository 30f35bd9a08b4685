import { basesOf, type ConfigFile, type ConfigPair, completePair } from '../dataset/find-config.ts';
import { baseName } from '../dataset/paths.ts';
import { TrainerSnapshot } from '../dataset/trainer-snapshot.ts';
import { planTraining, type TrainingPlan } from '../dataset/training-plan.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { truthy } from '../trainer/config/resolve.ts';
import { type ConfigProblem, validateConfigFile, validateDatasetConfig } from '../trainer/config/validate.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ConfigContext } from './context.ts';
import type { Finding } from './rule.ts';
import { checkConfigContext, type RuleFailureListener } from './run.ts';

/** The findings of a configuration with the plan they were made from. */
export interface CheckedConfig {
  readonly findings: readonly Finding[];
  readonly training: TrainingPlan;
  readonly pair: ConfigPair;
}

export interface ConfigCheckOptions {
  /** Files of an earlier check of the same configuration, when nothing on disk changed since. */
  readonly files?: TrainerSnapshot;
  readonly signal?: AbortSignal;
  readonly onFailure?: RuleFailureListener;
}

/** Checks a training configuration against the files it names, together with its other half. Throws only the signal's reason. */
export async function checkConfig(
  workspace: Workspace,
  config: ConfigFile,
  settings: FolderSettings,
  options: ConfigCheckOptions = {},
): Promise<CheckedConfig> {
  const pair = await completePair(workspace, config);
  const files = options.files ?? snapshotFor(workspace, config, pair);
  const sources = { datasetConfig: pair.datasetConfig?.document, configFile: pair.configFile?.document };
  const training = await planTraining(files, sources, settings.family, options.signal);
  const args = training.resolved.args ?? null;
  const context: ConfigContext = {
    file: baseName(config.path),
    text: config.text,
    settings,
    role: config.role,
    format: config.format,
    document: config.document,
    training,
    args,
    knowsOptions: pair.configFile !== null,
    files,
    problems: problemsOf(config, truthy(args?.get('masked_loss')) || pair.configFile === null),
  };
  const findings = await files.settle(() => checkConfigContext(context, options.onFailure), options.signal);
  return { findings, training, pair };
}

/** Files for a check: relative paths are those of the dataset_config where there is one. */
export function snapshotFor(workspace: Workspace, config: ConfigFile, pair: ConfigPair): TrainerSnapshot {
  return new TrainerSnapshot(workspace, basesOf((pair.datasetConfig ?? config).path));
}

/** @param maskedLoss on, or nobody knows */
function problemsOf(config: ConfigFile, maskedLoss: boolean): ConfigProblem[] {
  if (config.role === 'gui-preset') return [];
  return config.role === 'dataset_config'
    ? validateDatasetConfig(config.document, maskedLoss)
    : validateConfigFile(config.document);
}
