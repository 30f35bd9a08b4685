import { whatIf } from '../../advice/what-if.ts';
import { whatIfFacts } from '../../report/what-if-facts.ts';
import { datasetOf } from '../dataset-of.ts';
import type { Feature } from '../host.ts';
import { whatIf as request } from '../protocol.ts';

/** Trials of changes to a dataset, without touching a file. Duplicates are those that the last overview found. */
export const whatIfFeature: Feature = {
  start(host) {
    host.connection.onRequest(request, async ({ uri, changes }) => {
      const { index, settings } = await datasetOf(host, uri);
      const clusters = [...index.images].flatMap(({ file }) => {
        const others = host.images.knowledge.duplicatesOf(index, file);
        return others.length > 0 ? [{ files: [file, ...others] }] : [];
      });
      return whatIf(whatIfFacts(index, settings.folder, clusters), changes);
    });
  },
};
