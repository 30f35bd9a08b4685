import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { LineIndex } from '../ground/lines.ts';
import { idleFinding, whyCaptionIdle } from '../rules/files/idle-caption.ts';
import { toDiagnostic } from './convert.ts';
import type { ServerHost } from './host.ts';
import { uriOf } from './locate.ts';

/** What is said in a document that looks like a caption and does not train. */
export async function idleDiagnostics({ datasets }: ServerHost, uri: string): Promise<Diagnostic[]> {
  const idle = await datasets.idle(uri);
  const finding = idle && idleFinding(idle.dataset.index, idle.entry, idle.dataset.settings.folder);
  return finding ? [toDiagnostic(finding, idle.dataset.root, noLines)] : [];
}

/** Findings about a whole file have no lines. */
const noLines = (): LineIndex => new LineIndex('');

/** The rename that makes such a document a caption that is read. */
export async function idleActions({ datasets }: ServerHost, uri: string): Promise<CodeAction[]> {
  const idle = await datasets.idle(uri);
  const finding = idle && idleFinding(idle.dataset.index, idle.entry, idle.dataset.settings.folder);
  return (finding?.fixes ?? []).flatMap(({ title, rename }) => {
    if (!rename || !idle) return [];
    const { root } = idle.dataset;
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

/** Why such a document does not train, for the line over it; null when it does, or is no caption at all. */
export async function idleLens({ datasets }: ServerHost, uri: string): Promise<string | null> {
  const idle = await datasets.idle(uri);
  return idle?.dataset.settings.editor.codeLens ? whyCaptionIdle(idle.dataset.index, idle.entry) : null;
}
