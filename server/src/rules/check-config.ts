import type { Finding } from '../ground/finding.ts';
import { baseName } from '../ground/paths.ts';
import { type FolderSettings, resolveSettings } from '../settings/settings.ts';
import type { ConfigDocument } from '../trainers/documents/parsed.ts';
import type { PyValue } from '../trainers/documents/python-value.ts';
import { isTrue } from '../trainers/python/truth.ts';
import { checkDatasetConfig } from '../trainers/sd-scripts/config/schema.ts';
import {
  type ConfigProblem,
  validateConfigFile,
  validateDatasetConfig,
} from '../trainers/sd-scripts/config/validate.ts';
import { pairLayer } from '../training/config-layer.ts';
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
    problems: problemsOf(config, isTrue(args?.get('masked_loss')) || pair.configFile === null),
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

/** @param maskedLoss on, or nobody knows */
function problemsOf(config: ConfigFile, maskedLoss: boolean): ConfigProblem[] {
  return config.role === 'dataset_config'
    ? validateDatasetConfig(config.document, maskedLoss)
    : validateConfigFile(config.document);
}

/**
 * The document without the entries the trainer refuses: what is said about the rest holds as soon as those are mended. An entry with a
 * faulty type takes its default.
 */
function withoutRefused(document: ConfigDocument): ConfigDocument {
  const refused = checkDatasetConfig(document.root, true, true).filter(
    ({ kind, path }) => (kind === 'unknown-key' || kind === 'wrong-type') && path.length > 0,
  );
  if (refused.length === 0) return document;
  const dropped = new Set(refused.map(({ path }) => path.join('\0')));
  const copy = (value: PyValue, path: readonly string[]): PyValue => {
    if (value.type === 'list')
      return { ...value, items: value.items.map((item, i) => copy(item, [...path, String(i)])) };
    if (value.type !== 'dict') return value;
    const entries = [...value.entries].flatMap(([key, entry]) => {
      const here = [...path, key];
      return dropped.has(here.join('\0')) ? [] : [[key, { ...entry, value: copy(entry.value, here) }] as const];
    });
    return { ...value, entries: new Map(entries) };
  };
  return { ...document, root: copy(document.root, []) };
}
