import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { parseCaption } from '../caption/parse.ts';
import type { Finding } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { retag } from '../rules/retag.ts';
import { normalTag } from '../tags/normal.ts';
import { type LinesOf, toTextEdits } from './convert.ts';
import type { OpenCaption } from './datasets.ts';
import { uriOf } from './locate.ts';

/** Writes a tag otherwise in every caption that has it; the editor shows the changes before they are made. */
export function replaceTagAction(
  { dataset }: OpenCaption,
  finding: Finding,
  diagnostic: Diagnostic,
  linesOf: LinesOf,
  versionOf: (uri: string) => number | null,
): CodeAction | null {
  if (!finding.replaceTag) return null;
  const { norm, by } = finding.replaceTag;
  const id = dataset.index.vocabulary.normId(norm);
  const records = id === undefined ? [] : dataset.index.facts.captionsWith(id);
  if (records.length < 2) return null;
  const annotation = 'folder';
  const documentChanges = records.flatMap(({ file, source }) => {
    if (source.kind !== 'text') return [];
    const tags = parseCaption(source.text, dataset.index.syntaxOf(file)).tags.filter(
      (tag) => normalTag(tag.text) === norm,
    );
    const edits = tags.map((tag) => ({ range: tag.range, newText: retag(by, tag.text) }));
    const uri = uriOf(`${dataset.root}/${file}`);
    const annotated = toTextEdits(edits, linesOf(file)).map((edit) => ({ ...edit, annotationId: annotation }));
    return edits.length === 0 ? [] : [{ textDocument: { uri, version: versionOf(uri) }, edits: annotated }];
  });
  const title = t('Write "{0}" in all {1} captions', by, documentChanges.length);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { documentChanges, changeAnnotations: { [annotation]: { label: title, needsConfirmation: true } } },
  };
}
