import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { findingsOf, linesOfDataset } from '../check.ts';
import { toDiagnostic } from '../convert.ts';
import type { Feature } from '../host.ts';
import { sidecarDiagnostics } from '../sidecar-diagnostics.ts';

/** Findings of the open captions, pulled by the editor; unchanged ones are not sent again. */
export const diagnostics: Feature = {
  capabilities: {
    diagnosticProvider: { identifier: 'tagmetry', interFileDependencies: false, workspaceDiagnostics: false },
  },
  start(host) {
    const { connection, workspace, captionAt, onRuleFailure } = host;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const sidecar = await sidecarDiagnostics(host, textDocument.uri);
      if (sidecar) return { kind: DocumentDiagnosticReportKind.Full, items: sidecar };
      const found = await captionAt(textDocument.uri);
      if (!found) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const findings = await findingsOf(workspace, found.caption, onRuleFailure);
      const linesOf = linesOfDataset(found.caption);
      const items = findings.map((finding) => toDiagnostic(finding, found.caption.dataset.root, linesOf));
      const resultId = fingerprint(JSON.stringify(items));
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    });
  },
};

/** Equal texts give equal results (FNV-1a, 32 bit, with the length). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
