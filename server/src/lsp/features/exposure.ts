import { summarizeExposure } from '../../report/exposure-summary.ts';
import { exposureOf, keptExposure } from '../exposures.ts';
import type { Feature } from '../host.ts';
import { exposure as request } from '../protocol.ts';

/** What will be fed of a dataset over its run, as it is configured or as it is tried. */
export const exposureFeature: Feature = {
  start(host) {
    host.connection.onRequest(request, async ({ uri, trial, tokens }, cancel) => {
      const stop = new AbortController();
      cancel.onCancellationRequested(() => stop.abort());
      const dataset = await host.datasets.of(uri);
      const isTried = tokens !== undefined || Object.keys(trial ?? {}).length > 0;
      const report = await (isTried
        ? exposureOf(host, dataset, { asked: { trial }, tokens }, stop.signal)
        : keptExposure(host, dataset).report);
      return report && summarizeExposure(report);
    });
  },
};
