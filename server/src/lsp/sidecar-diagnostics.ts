import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { LineIndex } from '../ground/lines.ts';
import type { ServerHost } from './host.ts';

/** What is wrong in a sidecar that is open in the editor; null when the document is none. */
export async function sidecarDiagnostics(
  { documents, datasets }: ServerHost,
  uri: string,
): Promise<Diagnostic[] | null> {
  const document = documents.get(uri);
  const sidecar = document ? await datasets.sidecarAt(uri, document.getText()) : null;
  if (!document || !sidecar) return null;
  const lines = new LineIndex(document.getText());
  return sidecar.problems.map(({ range, message }) => ({
    range: lines.range(range),
    severity: DiagnosticSeverity.Warning,
    source: 'tagmetry',
    message,
  }));
}
