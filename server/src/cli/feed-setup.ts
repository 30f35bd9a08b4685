import { setUpDataset } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import { profileIds, settingsSchema } from '../settings/schema.ts';
import { resolveSettings, type SettingsLayer } from '../settings/settings.ts';
import { modelFamily } from '../trainers/families.ts';
import { directoryName } from '../trainers/files/paths.ts';
import { pairLayer } from '../training/config-layer.ts';
import type { FeedSetup } from '../training/feed-dataset.ts';
import { completePair, readConfig } from '../training/find-config.ts';
import { completeOther, foldersOfOther, foreignText, readOther } from '../training/other-trainers.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, tellSidecarProblems } from './open.ts';

/** Flags that decide how a dataset is fed. */
export interface FeedFlags {
  readonly model?: string;
  readonly profile?: string;
  readonly config: boolean;
}

/** What decides how a folder, or what a configuration names, is fed. Ends the command where the target is neither. */
export async function feedSetup(target: string, flags: FeedFlags): Promise<FeedSetup> {
  const place = absolute(target);
  const stat = await nodeWorkspace.stat(place).catch((error) => {
    if (!(error instanceof FileProblem)) throw error;
    if (error.reason === 'ENOENT') throw new CannotRun(t('{0} does not exist.', target));
    throw new CannotRun(t('{0} cannot be read ({1}).', target, reasonText(error.reason)));
  });
  const profile = profileIds.find((id) => id === flags.profile);
  const said = settingsSchema().parse({ model: flags.model, profile });
  const over: SettingsLayer = { ...said, origin: { from: 'command-line', detail: null } };
  if (stat.kind === 'directory') {
    const { settings, sidecar, config } = await setUpDataset(nodeWorkspace, place, {
      over: [over],
      config: flags.config,
    });
    tellSidecarProblems(sidecar);
    return { root: place, settings, pair: config?.pair ?? null };
  }
  const root = directoryName(place);
  const found = await readOther(nodeWorkspace, place);
  if (found?.kind === 'foreign') throw new CannotRun(foreignText(found.foreign));
  if (found?.kind === 'ours') {
    const other = await completeOther(nodeWorkspace, found.config);
    const folders = await foldersOfOther(nodeWorkspace, other);
    const model = folders.find(({ habits }) => habits.family !== null)?.habits.family;
    const layer: SettingsLayer = { profile: other.trainer.id, ...(model ? { model: modelFamily(model).id } : {}) };
    return { root, settings: resolveSettings(over, layer), pair: { datasetConfig: null, configFile: null, other } };
  }
  const config = await readConfig(nodeWorkspace, place);
  if (!config) throw new CannotRun(t('{0} is neither a folder nor a training configuration.', target));
  const pair = await completePair(nodeWorkspace, config);
  return { root, settings: resolveSettings(over, pairLayer(pair)), pair };
}
