import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { findingsOf, linesOfDataset } from '../check.ts';
import { configDiagnostics } from '../config-answers.ts';
import { toDiagnostic } from '../convert.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Feature } from '../host.ts';
import { sidecarDiagnostics } from '../sidecar-diagnostics.ts';

/** Findings of the open captions, pulled by the editor; unchanged ones are not sent again. */
export const diagnostics: Feature = {
  capabilities: {
    diagnosticProvider: { identifier: 'tagmetry', interFileDependencies: false, workspaceDiagnostics: true },
  },
  start(host) {
    const { connection, workspace, captionAt, onRuleFailure } = host;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const sidecar = await sidecarDiagnostics(host, textDocument.uri);
      if (sidecar) return { kind: DocumentDiagnosticReportKind.Full, items: sidecar };
      const config = await configDiagnostics(host, textDocument.uri);
      if (config) return { kind: DocumentDiagnosticReportKind.Full, items: config };
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
