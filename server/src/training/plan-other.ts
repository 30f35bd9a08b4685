import type { ModelFamily } from '../trainers/families.ts';
import type { TrainerId } from '../trainers/profiles.ts';
import type { TrainerPlan } from '../trainers/trainer-plan.ts';
import { trainerOf } from '../trainers/trainers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { basesOf } from './find-config.ts';
import type { OtherSetup } from './other-setup.ts';
import { TrainerSnapshot } from './trainer-snapshot.ts';

/** The configuration of a folder that none names, with defaults of the trainer; null where the folder's layout decides. */
export function assumedSetup(id: TrainerId, folder: string, side: number, family: ModelFamily): OtherSetup | null {
  const trainer = trainerOf(id);
  const [first, ...rest] = trainer.assume(folder, side, family);
  return first ? { trainer, configs: [first, ...rest] } : null;
}

/** What another trainer would do with its configuration, and the files it was asked about. Throws only the signal's reason. */
export async function planOther(
  workspace: Workspace,
  { trainer, configs }: OtherSetup,
  family: ModelFamily,
  signal?: AbortSignal,
  lay: (files: TrainerSnapshot) => void = () => {},
): Promise<{ plan: TrainerPlan | null; files: TrainerSnapshot }> {
  const files = new TrainerSnapshot(workspace, basesOf(configs[0].path));
  lay(files);
  const plan = await files.settleSteps(() => trainer.plan(configs, files, { family, argv: [] }), signal);
  return { plan, files };
}
