import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { judgedSidecar } from '../engine/sidecar.ts';
import { LineIndex } from '../ground/lines.ts';

/** What is wrong in the text of a sidecar. */
export function sidecarDiagnostics(text: string): Diagnostic[] {
  const lines = new LineIndex(text);
  return judgedSidecar(text).problems.map(({ range, message }) => ({
    range: lines.range(range),
    severity: DiagnosticSeverity.Warning,
    source: 'tagmetry',
    message,
  }));
}
