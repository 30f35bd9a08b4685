import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type FixChoice, fixAll, fixesOf, safeFixes } from '../engine/fix-all.ts';
import { append } from '../ground/append.ts';
import { editsBetween } from '../ground/diff.ts';
import type { Finding, Fix } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import type { LineIndex } from '../ground/lines.ts';
import { type LinesOf, toDiagnostic, toTextEdits } from './convert.ts';
import type { OpenCaption } from './datasets.ts';
import { uriOf } from './locate.ts';

/** The kind of the action that applies all safe fixes, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.tagmetry`;

/** A document as the editor has it: edits name its version, so that they never land in another text. */
export interface VersionedDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/**
 * Quick fixes at a range, best first, then "all of this rule"; and the source action that applies every safe fix.
 * @param findings the findings of this very version of the document
 */
export function codeActions(
  caption: OpenCaption,
  document: VersionedDocument,
  findings: readonly Finding[],
  linesOf: LinesOf,
  params: CodeActionParams,
): CodeAction[] {
  const lines = linesOf(caption.file);
  const actions: CodeAction[] = [];
  const only = params.context.only;
  const wants = (kind: string): boolean =>
    !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  if (wants(CodeActionKind.QuickFix)) append(actions, quickFixes(caption, document, findings, linesOf, params));
  if (wants(fixAllKind)) {
    const edit = wholeEdit(caption, document, lines, safeFixes);
    if (edit) actions.push({ title: t('Apply all safe fixes'), kind: fixAllKind, edit });
  }
  return actions;
}

/**
 * The findings that a cursor or selection touches, the most narrow first: what is about this very tag before what is about more. A finding
 * about the caption as a whole is shown at its beginning, and touched there.
 */
export function touched(findings: readonly Finding[], start: number, end: number): Finding[] {
  const length = ({ range }: Finding): number => (range ? range.end - range.start : Number.MAX_SAFE_INTEGER);
  return findings
    .filter(({ range }) => (range ? range.end >= start && range.start <= end : start === 0))
    .sort((a, b) => length(a) - length(b));
}

/** Whether a finding is about one tag, or about what is selected: only then is its fix what somebody wants there. */
function isNarrow({ range }: Finding, text: string, start: number, end: number): boolean {
  if (!range) return false;
  return (start < end && range.start >= start && range.end <= end) || !text.slice(range.start, range.end).includes(',');
}

function quickFixes(
  caption: OpenCaption,
  document: VersionedDocument,
  findings: readonly Finding[],
  linesOf: LinesOf,
  { range }: CodeActionParams,
): CodeAction[] {
  const lines = linesOf(caption.file);
  const start = lines.offset(range.start);
  const end = lines.offset(range.end);
  const actions: CodeAction[] = [];
  const fixedRules = new Set<string>();
  for (const finding of touched(findings, start, end)) {
    const diagnostic = toDiagnostic(finding, caption.dataset.root, linesOf);
    for (const [rank, fix] of (finding.fixes ?? []).entries()) {
      const action = toAction(caption, document, linesOf, fix, diagnostic);
      actions.push({ ...action, isPreferred: rank === 0 && isNarrow(finding, document.text, start, end) });
      if (!fix.resave) fixedRules.add(finding.rule);
    }
  }
  for (const rule of fixedRules) {
    const same = findings.filter((finding) => finding.rule === rule);
    if (same.length < 2) {
      actions.push(folderAction(caption, document.uri, rule));
      continue;
    }
    const edit = wholeEdit(caption, document, lines, fixesOf(rule));
    if (edit)
      actions.push({
        title: t('Fix all {0} in this caption', rule),
        kind: CodeActionKind.QuickFix,
        edit,
        diagnostics: same.map((finding) => toDiagnostic(finding, caption.dataset.root, linesOf)),
      });
    actions.push(folderAction(caption, document.uri, rule));
  }
  return actions;
}

/** Opens the preview of the same fix in every caption of the dataset. */
function folderAction({ dataset }: OpenCaption, uri: string, rule: string): CodeAction {
  const title = t('Fix all {0} in the folder ({1} captions), with preview', rule, dataset.index.captionCount);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: 'tagmetry.fixFolder', arguments: [uri, rule] },
  };
}

function toAction(
  caption: OpenCaption,
  document: VersionedDocument,
  linesOf: LinesOf,
  fix: Fix,
  diagnostic: Diagnostic,
): CodeAction {
  const base = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  if (fix.resave) {
    const uri = uriOf(`${caption.dataset.root}/${fix.resave.file}`);
    return { ...base, command: { title: fix.title, command: 'tagmetry.resave', arguments: [uri, fix.resave.from] } };
  }
  const documentChanges = fix.edits.map(({ file, edits }) => ({
    textDocument:
      file === caption.file
        ? { uri: document.uri, version: document.version }
        : { uri: uriOf(`${caption.dataset.root}/${file}`), version: null },
    edits: toTextEdits(edits, linesOf(file)),
  }));
  return { ...base, edit: { documentChanges } };
}

/** The edits that turn the document into its fixed text, changing only what differs. */
function wholeEdit(
  { dataset, file }: OpenCaption,
  document: VersionedDocument,
  lines: LineIndex,
  choose: FixChoice,
): WorkspaceEdit | null {
  const { text } = fixAll(dataset.index, file, document.text, dataset.settings.folder, choose);
  if (text === document.text) return null;
  const edits = toTextEdits(editsBetween(document.text, text), lines);
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}
