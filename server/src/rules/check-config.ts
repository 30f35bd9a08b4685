import type { Finding } from '../ground/finding.ts';
import { baseName } from '../ground/paths.ts';
import { type FolderSettings, resolveSettings } from '../settings/settings.ts';
import { trainerOf } from '../trainers/trainers.ts';
import { pairLayer } from '../training/config-layer.ts';
import { withoutRefused } from '../training/default-trainer.ts';
import { basesOf, type ConfigFile, type ConfigPair, completePair } from '../training/find-config.ts';
import { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import { planTraining, type TrainingPlan } from '../training/training-plan.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ConfigContext } from './context.ts';
import { checkConfigContext, type RuleFailureListener } from './run.ts';

/** The findings of a configuration with the plan they were made from. */
export interface CheckedConfig {
  readonly findings: readonly Finding[];
  readonly training: TrainingPlan;
  readonly pair: ConfigPair;
}

export interface ConfigCheckOptions {
  /** How findings name the file; its own name when not given. */
  readonly name?: string;
  /** The configuration with its other half, where that is known already. */
  readonly pair?: ConfigPair;
  /** Files of an earlier check of the same configuration, when nothing on disk changed since. */
  readonly files?: TrainerSnapshot;
  readonly signal?: AbortSignal;
  readonly onFailure?: RuleFailureListener;
}

/** Checks a training configuration against the files it names, together with its other half. Throws only the signal's reason. */
export async function checkConfig(
  workspace: Workspace,
  config: ConfigFile,
  given: FolderSettings,
  options: ConfigCheckOptions = {},
): Promise<CheckedConfig> {
  const pair = options.pair ?? (await completePair(workspace, config));
  const settings = settingsFor(given, pair);
  const files = options.files ?? snapshotFor(workspace, config, pair);
  const datasetConfig = pair.datasetConfig && withoutRefused(pair.datasetConfig.document);
  const sources = { datasetConfig, configFile: pair.configFile?.document };
  const training = await planTraining(files, sources, settings.family, options.signal);
  const args = training.resolved.args ?? null;
  const beside = [pair.datasetConfig, pair.configFile].flatMap((half) =>
    half === null || half.path === config.path ? [] : [half.own],
  );
  const context: ConfigContext = {
    file: options.name ?? baseName(config.path),
    text: config.text,
    settings,
    // A preset of kohya_ss is the options that the form passes on.
    role: config.role === 'dataset_config' ? 'dataset_config' : 'config_file',
    isPreset: config.role === 'gui-preset',
    format: config.format,
    document: config.document,
    training,
    args,
    knowsOptions: pair.configFile !== null,
    files,
    problems: trainerOf(config.own.trainer).documents.problems(config.own, files, beside),
  };
  const findings = await files.settle(() => checkConfigContext(context, options.onFailure), options.signal);
  return { findings, training, pair };
}

/** A file speaks of its own model, whichever configuration the folder follows, unless the user says one outright. */
function settingsFor(settings: FolderSettings, pair: ConfigPair): FolderSettings {
  const said = pair.configFile?.family;
  const { from } = settings.origins.model;
  if (!said || (from !== 'default' && from !== 'configuration')) return settings;
  const { model, family, resolution, clip, encoder, tokenLimit, origins } = resolveSettings(pairLayer(pair));
  if (model === settings.model) return { ...settings, origins: { ...settings.origins, model: origins.model } };
  return { ...settings, model, family, resolution, clip, encoder, tokenLimit, origins };
}

/** Files for a check: relative paths are those of the dataset_config where there is one. */
export function snapshotFor(workspace: Workspace, config: ConfigFile, pair: ConfigPair): TrainerSnapshot {
  return new TrainerSnapshot(workspace, basesOf((pair.datasetConfig ?? config).path));
}
