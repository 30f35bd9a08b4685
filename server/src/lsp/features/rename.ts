import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { tagAtPlace } from '../../language/occurrences.ts';
import { type RenamedCaption, renameProblem, renameTag } from '../../language/rename.ts';
import { viewOf } from '../caption-view.ts';
import { toTextEdits } from '../convert.ts';
import { linesOfDataset } from '../dataset-lines.ts';
import type { OpenCaption } from '../datasets.ts';
import type { Feature, ServerHost } from '../host.ts';
import { uriOf } from '../locate.ts';

/** JSON-RPC error code of LSP for a request that cannot be done (RequestFailed). */
const requestFailed = -32803;

/** Renames a tag in every caption of the folder. */
export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  start(host) {
    host.connection.onPrepareRename(async ({ textDocument, position }) => {
      const view = await viewOf(host, textDocument.uri);
      const place = view && tagAtPlace(view.context, view.lines.offset(position));
      if (!view || !place) return null;
      const { start, end } = place.range;
      return { range: view.lines.range(place.range), placeholder: view.context.caption.text.slice(start, end) };
    });
    host.connection.onRenameRequest(async ({ textDocument, position, newName }) => {
      const view = await viewOf(host, textDocument.uri);
      const place = view && tagAtPlace(view.context, view.lines.offset(position));
      if (!view || !place) return null;
      const { dataset } = view.caption;
      const problem = renameProblem(newName, dataset.settings.folder);
      if (problem !== null) throw new ResponseError(requestFailed, problem);
      await dataset.index.whenComplete();
      const renamed = renameTag(dataset.index, place.norm, newName, dataset.settings.folder);
      return workspaceEdit(host, view.caption, renamed);
    });
  },
};

/**
 * Annotation of the edits that are asked for first. Only these: what asks for confirmation is left out of the editor's
 * preview until it is ticked, so a rename of closed captions would not happen.
 */
const merging = 'merging';

function workspaceEdit(host: ServerHost, caption: OpenCaption, renamed: readonly RenamedCaption[]): WorkspaceEdit {
  const { root } = caption.dataset;
  const linesOf = linesOfDataset(caption);
  const annotated = host.client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  let asks = false;
  const documentChanges = renamed.map(({ file, edits, merges }): TextDocumentEdit => {
    const uri = uriOf(`${root}/${file}`);
    const document = host.documents.get(uri);
    const plain = toTextEdits(edits, linesOf(file));
    if (merges) asks = true;
    return {
      textDocument: { uri, version: document?.version ?? null },
      edits: annotated && merges ? plain.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: merging })) : plain,
    };
  });
  if (!annotated || !asks) return { documentChanges };
  const changeAnnotations: Record<string, ChangeAnnotation> = {
    [merging]: {
      label: t('Captions that already have the new tag'),
      description: t('The tag will appear there twice.'),
      needsConfirmation: true,
    },
  };
  return { documentChanges, changeAnnotations };
}
