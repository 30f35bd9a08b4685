import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { isKnown } from '../concepts/concepts.ts';
import { applyEdits } from '../ground/edits.ts';
import type { Finding } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { LineIndex } from '../ground/lines.ts';
import { folderOf } from '../ground/paths.ts';
import type { TextEdit } from '../ground/text.ts';
import { ruleById } from '../rules/registry.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import { addSuppression, confirmConcept, newSidecar } from '../settings/sidecar-edits.ts';
import { toTextEdits } from './convert.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { OpenCaption } from './datasets.ts';
import type { ServerHost } from './host.ts';
import { uriOf } from './locate.ts';

/** Makes the edits of a sidecar from its present text. */
export type SidecarChange = (text: string) => TextEdit[];

/**
 * The change of a dataset's sidecar as one edit of the workspace; the file is made where there is none. Null when
 * nothing would change, or when the client cannot make files and there is none.
 */
export async function sidecarEdit(
  host: ServerHost,
  root: string,
  change: SidecarChange,
): Promise<WorkspaceEdit | null> {
  return editOf(host, root, await host.datasets.sidecarText(root), change);
}

function editOf(
  { documents, client }: ServerHost,
  root: string,
  text: string | null,
  change: SidecarChange,
): WorkspaceEdit | null {
  const uri = uriOf(`${root}/${sidecarName}`);
  const version = documents.get(uri)?.version ?? null;
  if (text !== null) {
    const edits = change(text);
    if (edits.length === 0) return null;
    return { documentChanges: [{ textDocument: { uri, version }, edits: toTextEdits(edits, new LineIndex(text)) }] };
  }
  if (!client.workspace?.workspaceEdit?.resourceOperations?.includes('create')) return null;
  const start = { line: 0, character: 0 };
  const newText = applyEdits(newSidecar, change(newSidecar));
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}

/**
 * The text of a sidecar for what is offered with each keystroke: as the dataset knows it where changes of files are told, else as it is
 * now.
 */
export async function knownSidecar(
  { client, datasets }: ServerHost,
  { root, sidecar }: OpenDataset,
): Promise<string | null> {
  const isTold = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  return isTold ? sidecar.text : datasets.sidecarText(root);
}

/** "Suppress here" and "in this folder" for a finding, and "confirm the trigger" where a finding rests on an inferred one. */
export function sidecarActions(
  host: ServerHost,
  { dataset, file }: OpenCaption,
  finding: Finding,
  diagnostic: Diagnostic,
  text: string | null,
): CodeAction[] {
  const { rule, tag } = finding;
  const of = tag === undefined ? rule : t('{0} of "{1}"', rule, tag);
  const changes: [title: string, change: SidecarChange][] = [
    [
      t('Suppress {0} in this caption', of),
      (text) => addSuppression(text, { rule, file, ...(tag === undefined ? {} : { tag }) }),
    ],
    [
      t('Suppress {0} in this dataset', of),
      (text) => addSuppression(text, { rule, ...(tag === undefined ? {} : { tag }) }),
    ],
  ];
  const folder = folderOf(file);
  const concept = dataset.index.concepts.of(folder);
  if (ruleById(rule)?.group === 'trigger' && isKnown(concept) && concept.source !== 'sidecar') {
    const { trigger, classWord } = concept;
    changes.unshift([
      t('Confirm "{0}" as the trigger', trigger),
      (text) => confirmConcept(text, { trigger, classWord, folder }),
    ]);
  }
  const actions: CodeAction[] = [];
  for (const [title, change] of changes) {
    const edit = editOf(host, dataset.root, text, change);
    if (edit) actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit });
  }
  return actions;
}
