import { describeEffective } from '../../language/effective-caption.ts';
import { effectiveOf } from '../../rules/caption-context.ts';
import type { Feature } from '../host.ts';
import { effectiveCaption as request } from '../protocol.ts';

/** What the trainer makes of a caption, for the read-only view beside it. */
export const effectiveCaption: Feature = {
  start({ connection, captionAt }) {
    connection.onRequest(request, async ({ uri, line }) => {
      const found = await captionAt(uri);
      const source = found?.caption.record.source;
      if (!found || source?.kind !== 'text') return null;
      const { dataset, file } = found.caption;
      const settings = dataset.settings.folder;
      return describeEffective(file, effectiveOf(source.text, settings, line), settings);
    });
  },
};
