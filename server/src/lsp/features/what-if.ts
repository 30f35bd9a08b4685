import { whatIf } from '../../advice/what-if.ts';
import { whatIfFacts } from '../../report/what-if-facts.ts';
import type { Feature } from '../host.ts';
import { whatIf as request } from '../protocol.ts';

/** Trials of changes to a dataset, without touching a file. Duplicates are those that the last overview found. */
export const whatIfFeature: Feature = {
  start(host) {
    host.connection.onRequest(request, async ({ uri, changes }) => {
      const { index, settings } = await host.datasets.of(uri);
      const seen = new Set<string>();
      const clusters: { files: string[] }[] = [];
      for (const { file } of index.images) {
        if (seen.has(file)) continue;
        const files = [file, ...host.images.knowledge.duplicatesOf(index, file)];
        for (const one of files) seen.add(one);
        if (files.length > 1) clusters.push({ files });
      }
      return whatIf(whatIfFacts(index, settings.folder, clusters), changes);
    });
  },
};
