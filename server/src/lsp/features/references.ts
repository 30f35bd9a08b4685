import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { type Occurrence, occurrencesIn, occurrencesOf, tagAtPlace } from '../../language/occurrences.ts';
import { viewOf } from '../caption-view.ts';
import { linesOfDataset } from '../dataset-lines.ts';
import type { Feature } from '../host.ts';
import { uriOf } from '../locate.ts';

/** All places of a tag in its folder, and those in the caption at hand highlighted. */
export const references: Feature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  start(host) {
    host.connection.onReferences(async ({ textDocument, position }): Promise<Location[]> => {
      const view = await viewOf(host, textDocument.uri);
      const place = view && tagAtPlace(view.context, view.lines.offset(position));
      if (!view || !place) return [];
      const { dataset } = view.caption;
      await dataset.index.whenComplete();
      const linesOf = linesOfDataset(view.caption);
      return occurrencesOf(dataset.index, place.norm, dataset.settings.folder).map(({ file, range }: Occurrence) => ({
        uri: uriOf(`${dataset.root}/${file}`),
        range: linesOf(file).range(range),
      }));
    });
    host.connection.onDocumentHighlight(async ({ textDocument, position }): Promise<DocumentHighlight[]> => {
      const view = await viewOf(host, textDocument.uri);
      const place = view && tagAtPlace(view.context, view.lines.offset(position));
      if (!view || !place) return [];
      const { record, dataset } = view.caption;
      return occurrencesIn(record, place.norm, dataset.settings.folder).map(({ range }) => ({
        range: view.lines.range(range),
        kind: DocumentHighlightKind.Text,
      }));
    });
  },
};
