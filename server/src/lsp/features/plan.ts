import { ResponseError } from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { summarizePlan } from '../../report/plan-summary.ts';
import { summarizeTrainerPlan } from '../../report/trainer-plan.ts';
import type { ConfigSources } from '../../training/default-trainer.ts';
import { basesOf, findConfig } from '../../training/find-config.ts';
import { folderSources } from '../../training/folder-sources.ts';
import { assumedSetup, planOther } from '../../training/plan-other.ts';
import { TrainerSnapshot } from '../../training/trainer-snapshot.ts';
import { planTraining, withTokensCut } from '../../training/training-plan.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf } from '../locate.ts';
import { asOpen } from '../open-config.ts';
import { type PlanAnswer, plan as request } from '../protocol.ts';
import { signalOf } from '../signal.ts';

/** JSON-RPC error code of LSP for a request that cannot be done (RequestFailed). */
const requestFailed = -32803;

/** What the trainer will do with a dataset, with the texts of open editors in place of the files' own. */
export const planFeature: Feature = {
  start(host) {
    host.connection.onRequest(request, async ({ uri }, cancel): Promise<PlanAnswer> => {
      const signal = signalOf(cancel);
      const dataset = await host.datasets.of(uri);
      const { family, profile, training: usual } = dataset.settings.folder;
      const { width, height } = usual.buckets.resolution;
      const found = dataset.config?.pair.other;
      const isFound = found?.trainer.id === profile;
      const setup = isFound
        ? found
        : assumedSetup(profile, dataset.root, Math.round(Math.sqrt(width * height)), family);
      if (setup) {
        const lay = (files: TrainerSnapshot) => layOpen(host, dataset, files);
        const { plan, files } = await planOther(host.workspace, setup, family, signal, lay);
        const shown = (path: string): string => {
          const place = files.locate(path);
          return place.startsWith(`${dataset.root}/`) ? place.slice(dataset.root.length + 1) : path;
        };
        if (plan) {
          const configs = isFound ? setup.configs.map(({ path }) => path) : [];
          return { configs, assumed: [], plan: summarizeTrainerPlan(plan, shown) };
        }
      }
      const { sources, bases, configs, assumed } = await sourcesOf(host, dataset);
      const files = new TrainerSnapshot(host.workspace, bases);
      layOpen(host, dataset, files);
      const training = await planTraining(files, sources, family, signal);
      const counted = await withTokensCut(training, dataset.settings.folder, signal);
      return { configs, assumed, plan: summarizePlan(counted, files, dataset.root) };
    });
  },
};

/** The texts of open editors in place of the files' own. */
function layOpen(host: ServerHost, { root }: OpenDataset, files: TrainerSnapshot): void {
  for (const document of host.documents.all()) {
    const path = pathOf(document.uri);
    if (path?.startsWith(`${root}/`)) files.lay(path, document.getText());
  }
}

interface Sources extends Pick<PlanAnswer, 'configs' | 'assumed'> {
  readonly sources: ConfigSources;
  readonly bases: readonly string[];
}

/** The configuration that names the dataset, else what guides use for its model. */
async function sourcesOf(host: ServerHost, { root, settings }: OpenDataset): Promise<Sources> {
  const pair = await findConfig(host.workspace, root);
  const datasetConfig = pair?.datasetConfig ? asOpen(host, pair.datasetConfig) : null;
  const configFile = pair?.configFile ? asOpen(host, pair.configFile) : null;
  const found = [datasetConfig, configFile].filter((file) => file !== null);
  if (found.length > 0)
    return {
      sources: { datasetConfig: datasetConfig?.document, configFile: configFile?.document },
      bases: basesOf(found[0].path),
      configs: found.map(({ path }) => path),
      assumed: [],
    };
  const made = await folderSources(host.workspace, root, settings.folder.family, new Map());
  if (!made)
    throw new ResponseError(requestFailed, t('{0} holds neither images nor folders named REPEATS_CLASS.', root));
  return { sources: made.sources, bases: [root], configs: [], assumed: made.assumed };
}
