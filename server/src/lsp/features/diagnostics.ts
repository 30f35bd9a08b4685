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
  const known = (await sidecarDiagnostics(host, uri)) ?? (await configDiagnostics(host, uri));
  if (known) return known;
  const found = await host.captionAt(uri);
  const idle = await idleDiagnostics(host, uri);
  if (!found) return idle;
  const findings = await found.caption.dataset.findings.of(found.caption.file);
  const linesOf = linesOfDataset(found.caption);
  return [...idle, ...findings.map((finding) => toDiagnostic(finding, found.caption.dataset.root, linesOf))];
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
