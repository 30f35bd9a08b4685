import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type TextEdit } from 'vscode-languageserver';
import type { Finding, Severity } from '../ground/finding.ts';
import type { LineIndex } from '../ground/lines.ts';
import type { TextEdit as OffsetEdit } from '../ground/text.ts';
import { docsOf } from './docs.ts';
import { uriOf } from './locate.ts';

const severityOf: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Lines of any caption of the dataset, for places in other files. */
export type LinesOf = (file: string) => LineIndex;

/** A finding as LSP shows it. A finding about the whole file stands on its first line. */
export function toDiagnostic(finding: Finding, root: string, linesOf: LinesOf): Diagnostic {
  const lines = linesOf(finding.file);
  const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    range: finding.range ? lines.range(finding.range) : whole,
    severity: severityOf[finding.severity],
    code: finding.rule,
    codeDescription: docsOf(finding.rule),
    source: 'tagmetry',
    message: finding.message,
    tags:
      finding.mark === 'unnecessary'
        ? [DiagnosticTag.Unnecessary]
        : finding.mark === 'deprecated'
          ? [DiagnosticTag.Deprecated]
          : undefined,
    relatedInformation: finding.related?.map((place) => ({
      location: {
        uri: uriOf(`${root}/${place.file}`),
        range: place.range ? linesOf(place.file).range(place.range) : whole,
      },
      message: place.message,
    })),
  };
}

export function toTextEdits(edits: readonly OffsetEdit[], lines: LineIndex): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: lines.range(range), newText }));
}
