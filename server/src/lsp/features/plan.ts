import { ResponseError } from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { summarizePlan } from '../../report/plan-summary.ts';
import type { ConfigSources } from '../../trainers/sd-scripts/config/resolve.ts';
import { basesOf, findConfig } from '../../training/find-config.ts';
import { folderSources } from '../../training/folder-sources.ts';
import { TrainerSnapshot } from '../../training/trainer-snapshot.ts';
import { planTraining, withTokensCut } from '../../training/training-plan.ts';
import { datasetOf } from '../dataset-of.ts';
import type { OpenDataset } from '../datasets.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf } from '../locate.ts';
import { asOpen } from '../open-config.ts';
import { type PlanAnswer, plan as request } from '../protocol.ts';

/** JSON-RPC error code of LSP for a request that cannot be done (RequestFailed). */
const requestFailed = -32803;

/** What the trainer will do with a dataset, with the texts of open editors in place of the files' own. */
export const planFeature: Feature = {
  start(host) {
    host.connection.onRequest(request, async ({ uri }, cancel): Promise<PlanAnswer> => {
      const stop = new AbortController();
      cancel.onCancellationRequested(() => stop.abort());
      const dataset = await datasetOf(host, uri);
      if (dataset.settings.folder.profile !== 'sd-scripts')
        throw new ResponseError(requestFailed, t('A plan can be made for sd-scripts only.'));
      const { family } = dataset.settings.folder;
      const { sources, bases, configs, assumed } = await sourcesOf(host, dataset);
      const files = new TrainerSnapshot(host.workspace, bases);
      for (const document of host.documents.all()) {
        const path = pathOf(document.uri);
        if (path?.startsWith(`${dataset.root}/`)) files.lay(path, document.getText());
      }
      const training = await planTraining(files, sources, family, stop.signal);
      return { configs, assumed, plan: summarizePlan(withTokensCut(training, family), files, dataset.root) };
    });
  },
};

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
