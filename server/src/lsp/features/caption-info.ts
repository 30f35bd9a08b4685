import { countedTokens } from '../../language/code-lens.ts';
import { saidSettings } from '../../settings/said.ts';
import type { Feature } from '../host.ts';
import { uriOf } from '../locate.ts';
import { captionInfo as request } from '../protocol.ts';

/** Tells the extension whether a document is a caption, for its status item and the choice of the language. */
export const captionInfo: Feature = {
  start({ connection, captionAt }) {
    connection.onRequest(request, async ({ uri }) => {
      const found = await captionAt(uri);
      if (!found) return null;
      const { dataset, record } = found.caption;
      const image = dataset.index.caption(record.file)?.image;
      const { model, profile, tokenLimit } = dataset.settings.folder;
      return {
        root: uriOf(dataset.root),
        image: image ? uriOf(`${dataset.root}/${image}`) : null,
        model,
        profile,
        tokens: countedTokens(record, dataset.settings.folder),
        tokenLimit,
        said: saidSettings(dataset.settings.folder),
      };
    });
  },
};
