import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { configDiagnostics } from '../config-answers.ts';
import { toDiagnostic } from '../convert.ts';
import { linesOfDataset } from '../dataset-lines.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Feature, ServerHost } from '../host.ts';
import { idleDiagnostics } from '../idle.ts';
import { sidecarDiagnostics } from '../sidecar-diagnostics.ts';

/** The findings of a document as it is now: a sidecar, a training configuration, a caption; none for any other. */
export async function diagnosticsOf(host: ServerHost, uri: string): Promise<Diagnostic[]> {
  const known = await host.documentAt(uri);
  switch (known?.kind) {
    case undefined:
      return [];
    case 'sidecar':
      return sidecarDiagnostics(known.document.getText());
    case 'config':
    case 'other-config':
      return configDiagnostics(host, known);
    case 'idle':
      return idleDiagnostics(known.dataset, known.idle);
    case 'caption': {
      const { dataset, file } = known.caption;
      const findings = await dataset.findings.of(file);
      const linesOf = linesOfDataset(known.caption);
      return [
        ...idleDiagnostics(dataset, known.idle),
        ...findings.map((finding) => toDiagnostic(finding, dataset.root, linesOf)),
      ];
    }
  }
}

/** Findings of the open documents, pulled by the editor; unchanged ones are not sent again. */
export const diagnostics: Feature = {
  capabilities: {
    diagnosticProvider: { identifier: 'tagmetry', interFileDependencies: false, workspaceDiagnostics: true },
  },
  start(host) {
    host.connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const items = await diagnosticsOf(host, textDocument.uri);
      const resultId = fingerprint(JSON.stringify(items));
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    });
  },
};
