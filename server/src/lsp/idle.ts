import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { IdleEntry } from '../dataset/idle.ts';
import { LineIndex } from '../ground/lines.ts';
import { idleFinding } from '../rules/files/idle-caption.ts';
import { toDiagnostic } from './convert.ts';
import type { OpenDataset } from './dataset-loader.ts';
import { uriOf } from './locate.ts';

/** What is said in a document that looks like a caption and does not train. */
export function idleDiagnostics({ root, index, settings }: OpenDataset, idle: IdleEntry | null): Diagnostic[] {
  const finding = idle && idleFinding(index, idle, settings.folder);
  return finding ? [toDiagnostic(finding, root, noLines)] : [];
}

/** Findings about a whole file have no lines. */
const noLines = (): LineIndex => new LineIndex('');

/** The rename that makes such a document a caption that is read. */
export function idleActions({ root, index, settings }: OpenDataset, idle: IdleEntry | null): CodeAction[] {
  const finding = idle && idleFinding(index, idle, settings.folder);
  return (finding?.fixes ?? []).flatMap(({ title, rename }) => {
    if (!rename) return [];
    const change = {
      kind: 'rename',
      oldUri: uriOf(`${root}/${rename.from}`),
      newUri: uriOf(`${root}/${rename.to}`),
    } as const;
    const diagnostics = finding ? [toDiagnostic(finding, root, noLines)] : [];
    return [
      { title, kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics, edit: { documentChanges: [change] } },
    ];
  });
}
