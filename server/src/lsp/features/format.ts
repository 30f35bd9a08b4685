import type { TextEdit } from 'vscode-languageserver';
import { LineIndex } from '../../ground/lines.ts';
import { formatCaption, formatOptionsOf } from '../../language/format.ts';
import { settingsFor } from '../../settings/settings.ts';
import { toTextEdits } from '../convert.ts';
import type { Feature, ServerHost } from '../host.ts';

type Range = { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } };

/** Formatting of a whole caption or a part of it. */
export const format: Feature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  start(host) {
    host.connection.onDocumentFormatting(({ textDocument }) => edits(host, textDocument.uri));
    host.connection.onDocumentRangeFormatting(({ textDocument, range }) => edits(host, textDocument.uri, range));
  },
};

async function edits({ captionAt }: ServerHost, uri: string, range?: Range): Promise<TextEdit[] | null> {
  const found = await captionAt(uri);
  const source = found?.caption.record.source;
  if (!found || source?.kind !== 'text' || source.cut) return null;
  const { dataset } = found.caption;
  // The folder's majority decides the spelling, so it must be known in full.
  await dataset.index.whenComplete();
  const text = found.document.getText();
  const lines = new LineIndex(text);
  const part = range && { start: lines.offset(range.start), end: lines.offset(range.end) };
  return toTextEdits(
    formatCaption(text, formatOptionsOf(settingsFor(dataset.settings.folder, found.caption.file), dataset.index), part),
    lines,
  );
}
