import { append } from '../ground/append.ts';
import type { Finding } from '../ground/finding.ts';
import { pathFrom } from '../ground/paths.ts';
import { checkConfig, snapshotFor } from '../rules/check-config.ts';
import { checkOtherConfig } from '../rules/check-other-config.ts';
import type { RuleFailureListener } from '../rules/run.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { DEFAULT_TRAINER } from '../trainers/profiles.ts';
import type { TrainerPlan } from '../trainers/trainer-plan.ts';
import { type ConfigPair, configsIn } from '../training/find-config.ts';
import { planOther } from '../training/plan-other.ts';
import type { TrainingPlan } from '../training/training-plan.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Errors about captions of folders that are not part of the dataset. */
const ofCaptions: ReadonlySet<string> = new Set(['caption-extension-finds-nothing']);

/** What was found in the files of a training configuration. */
export interface ConfigFindings {
  readonly findings: readonly Finding[];
  /** Text of each file, by path from the dataset's root, "../" where it lies outside. */
  readonly texts: ReadonlyMap<string, string>;
  /** What sd-scripts makes of its configuration; null without one. */
  readonly training: TrainingPlan | null;
  /** The same of another trainer. */
  readonly otherPlan: TrainerPlan | null;
}

/**
 * Judges the files of a dataset's training configuration, and of other configurations in its folder whether they can be used. Reads the sizes of the images that the configuration trains;
 * without a configuration nothing. Throws only the signal's reason.
 */
export async function checkConfigs(
  workspace: Workspace,
  root: string,
  settings: FolderSettings,
  pair: ConfigPair | null,
  signal?: AbortSignal,
  onFailure?: RuleFailureListener,
): Promise<ConfigFindings> {
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  if (pair?.other && settings.profile === pair.other.trainer.id) {
    for (const config of pair.other.configs) {
      const name = pathFrom(root, config.path);
      texts.set(name, config.text);
      append(findings, await checkOtherConfig(workspace, config, settings, name, signal));
    }
    const { plan } = await planOther(workspace, pair.other, settings.family, signal);
    return { findings, texts, training: null, otherPlan: plan };
  }
  // Another trainer does not read these configurations.
  if (settings.profile !== DEFAULT_TRAINER) return { findings, texts, training: null, otherPlan: null };
  const halves = [pair?.datasetConfig, pair?.configFile].filter((half) => half != null);
  for (const config of await configsIn(workspace, root)) {
    if (halves.some(({ path }) => path === config.path)) continue;
    const name = pathFrom(root, config.path);
    const { findings: found } = await checkConfig(workspace, config, settings, { name, signal, onFailure });
    // A configuration that names other folders: only that it cannot be used.
    const unusable = found.filter(({ severity, rule }) => severity === 'error' && !ofCaptions.has(rule));
    if (unusable.length === 0) continue;
    texts.set(name, config.text);
    append(findings, unusable);
  }
  if (!pair || halves.length === 0) return { findings, texts, training: null, otherPlan: null };
  let training: TrainingPlan | null = null;
  // Both halves name the same files: what one check read serves the other.
  const files = snapshotFor(workspace, halves[0], pair);
  for (const config of halves) {
    const name = pathFrom(root, config.path);
    texts.set(name, config.text);
    const checked = await checkConfig(workspace, config, settings, { name, pair, files, signal, onFailure });
    for (const finding of checked.findings) findings.push(finding);
    training = checked.training;
  }
  return { findings, texts, training, otherPlan: null };
}
