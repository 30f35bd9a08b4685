import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { append } from '../../ground/append.ts';
import type { Finding } from '../../ground/finding.ts';
import { codeActions as actionsFor, fixAllKind } from '../code-actions.ts';
import { configActions } from '../config-answers.ts';
import { toDiagnostic } from '../convert.ts';
import { linesOfDataset } from '../dataset-lines.ts';
import type { CaptionDocument } from '../document.ts';
import type { Feature, ServerHost } from '../host.ts';
import { idleActions } from '../idle.ts';
import { replaceTagAction } from '../replace-tag.ts';
import { knownSidecar, sidecarActions } from '../sidecar-actions.ts';

/** Quick fixes, `source.fixAll.tagmetry`, changes of the whole folder, and entries for the sidecar: in this order. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] } },
  start(host) {
    const { connection } = host;
    const actionsAt = async (params: CodeActionParams): Promise<CodeAction[]> => {
      const known = await host.documentAt(params.textDocument.uri);
      if (known?.kind === 'config' || known?.kind === 'other-config') return configActions(host, known, params);
      if (known?.kind === 'idle') return wantsQuickFixes(params) ? idleActions(known.dataset, known.idle) : [];
      if (known?.kind !== 'caption') return [];
      const { caption, document, idle } = known;
      const findings = await caption.dataset.findings.of(caption.file);
      const versioned = { uri: document.uri, version: document.version, text: document.getText() };
      const actions = actionsFor(caption, versioned, findings, linesOfDataset(caption), params);
      if (wantsQuickFixes(params)) append(actions, idleActions(caption.dataset, idle));
      if (wantsQuickFixes(params)) append(actions, await folderActions(host, known, findings, params));
      return actions;
    };
    connection.onCodeAction(async (params) => {
      const actions = await actionsAt(params);
      // A command is one of the extension's; other editors would offer it and fail.
      return host.isExtension ? actions : actions.filter(({ command }) => command === undefined);
    });
  },
};

function wantsQuickFixes({ context }: CodeActionParams): boolean {
  return !context.only || context.only.some((asked) => asked === 'quickfix' || asked === '');
}

/** What can be done about the findings at the range beyond the caption itself. */
async function folderActions(
  host: ServerHost,
  { caption }: CaptionDocument,
  findings: readonly Finding[],
  { range }: CodeActionParams,
): Promise<CodeAction[]> {
  const linesOf = linesOfDataset(caption);
  const lines = linesOf(caption.file);
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  const text = await knownSidecar(host, caption.dataset);
  const versionOf = (uri: string): number | null => host.documents.get(uri)?.version ?? null;
  const wide: CodeAction[] = [];
  const sidecar: CodeAction[] = [];
  for (const finding of findings) {
    if (finding.range && (finding.range.end < start || finding.range.start > end)) continue;
    const diagnostic = toDiagnostic(finding, caption.dataset.root, linesOf);
    const replace = replaceTagAction(caption, finding, diagnostic, linesOf, versionOf);
    if (replace) wide.push(replace);
    append(sidecar, sidecarActions(host, caption, finding, diagnostic, text));
  }
  return [...wide, ...sidecar];
}
