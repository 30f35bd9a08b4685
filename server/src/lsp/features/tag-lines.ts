import { ResponseError } from 'vscode-languageserver';
import { encoded } from '../../bulk/change.ts';
import { sourceOfBytes } from '../../facts/caption-source.ts';
import { t } from '../../ground/l10n.ts';
import { tagLines as linesOf, withTagLines } from '../../language/tag-lines.ts';
import { reasonText } from '../../workspace/reason.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf, relativeTo, uriOf } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { inWords, noted, requestFailed } from '../writing.ts';

/** A caption as a list of tags, one per line, read from disk and written back to it. */
export const tagLines: Feature = {
  start(host) {
    const { connection, writer, datasets } = host;
    connection.onRequest(protocol.tagLines, async ({ uri }): Promise<protocol.TagLines> => {
      const { text, syntax } = await captionOnDisk(host, uri);
      return { text, lines: linesOf(text, syntax) };
    });
    connection.onRequest(protocol.writeTagLines, async ({ uri, text: shown, lines }) => {
      const { root, file, path, text, bom, syntax, bytes } = await captionOnDisk(host, uri);
      if (text !== shown) throw new ResponseError(requestFailed, t('The caption was changed meanwhile.'));
      if (host.documents.get(uri) && host.documents.get(uri)?.getText() !== text)
        throw new ResponseError(requestFailed, t('The caption has unsaved changes in another editor.'));
      const after = withTagLines(text, syntax, lines);
      if (after !== text) {
        const change = { file, before: bytes, after: encoded(after, bom) };
        const { failed } = await noted(writer.apply(root, t('Tags of {0}', file), [change]));
        for (const { reason } of failed.map(inWords))
          throw new ResponseError(requestFailed, t('{0} was not written: {1}.', file, reason));
        await datasets.filesChanged([{ uri: uriOf(path), content: true }]);
        host.refresh();
      }
      return after;
    });
  },
};

async function captionOnDisk(host: ServerHost, uri: string) {
  const { root, index } = await host.datasets.of(uri);
  const path = pathOf(uri) ?? '';
  const file = relativeTo(root, path);
  if (file === null || !index.caption(file)) throw new ResponseError(requestFailed, t('This file is not a caption.'));
  const bytes = await host.workspace.read(path);
  const source = sourceOfBytes(bytes);
  if (source.kind === 'text' && source.cut)
    throw new ResponseError(requestFailed, t('{0} was not changed: {1}.', file, reasonText('too large')));
  if (source.kind !== 'text') throw new ResponseError(requestFailed, t('The caption is not UTF-8.'));
  return { root, file, path, bytes, text: source.text, bom: source.bom, syntax: index.syntaxOf(file) };
}
