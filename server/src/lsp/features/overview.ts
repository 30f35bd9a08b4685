import { ResponseError } from 'vscode-languageserver';
import { t } from '../../l10n.ts';
import { audit } from '../../report/audit.ts';
import type { Feature } from '../host.ts';
import { datasetRoot, pathOf } from '../locate.ts';
import { overview as request } from '../protocol.ts';

/** Images or captions between two progress messages. */
const progressStep = 200;

/** The audit of a whole dataset, for the Folder Overview: long, with progress, cancellable. */
export const overview: Feature = {
  start({ connection, workspace, datasets, images, onRuleFailure }) {
    connection.onRequest(request, async ({ uri, workDoneToken }, cancel) => {
      const path = pathOf(uri);
      if (path === null) throw new ResponseError(-32602, t('Only folders on this machine can be checked.'));
      const stat = await workspace.stat(path).catch((error) => {
        throw new ResponseError(-32602, error instanceof Error ? error.message : String(error));
      });
      const dataset = await datasets.at(stat.kind === 'directory' ? path : await datasetRoot(workspace, path));
      const stop = new AbortController();
      cancel.onCancellationRequested(() => stop.abort());
      await dataset.index.whenComplete();
      const { report } = await audit(workspace, dataset.index, dataset.root, dataset.settings.folder, {
        images: 'headers',
        signal: stop.signal,
        onRuleFailure,
        onProgress: (step, done, total) => {
          if (workDoneToken === undefined || done % progressStep !== 0) return;
          const message =
            step === 'headers' ? t('Image headers {0}/{1}', done, total) : t('Captions {0}/{1}', done, total);
          void connection.sendNotification('$/progress', { token: workDoneToken, value: { kind: 'report', message } });
        },
      });
      images.knowledge.setClusters(dataset.index, report.clusters);
      return report;
    });
  },
};
