import type { Finding } from '../ground/finding.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { TrainerConfig } from '../trainers/trainer.ts';
import { trainerOf } from '../trainers/trainers.ts';
import { basesOf } from '../training/find-config.ts';
import { TrainerSnapshot } from '../training/trainer-snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { problemFindings } from './run.ts';

/**
 * Checks a configuration of a trainer whose documents have no rules of their own: what its trainer refuses or passes over.
 * Throws only the signal's reason.
 * @param file how findings name it
 */
export async function checkOtherConfig(
  workspace: Workspace,
  config: TrainerConfig,
  settings: FolderSettings,
  file: string,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const { documents } = trainerOf(config.trainer);
  const files = new TrainerSnapshot(workspace, basesOf(config.path));
  const problems = await files.settle(() => documents.problems(config, files), signal);
  const findings = problemFindings(problems, file, settings);
  return findings.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
}
