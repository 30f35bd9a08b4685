import type { CancellationToken, Diagnostic, ProviderResult } from 'vscode';
import type { vsdiag } from 'vscode-languageclient/node';

/**
 * Asks for the findings of a document, made ready to be shown.
 * @param cancelled makes the error that has the client ask once more. When it asks anew while an answer is taken apart, vscode-languageclient
 *   cancels that and passes it on with holes; and any other error would keep it from ever asking about the document again.
 */
export async function pulledFindings(
  ask: () => ProviderResult<vsdiag.DocumentDiagnosticReport>,
  token: Pick<CancellationToken, 'isCancellationRequested'>,
  cancelled: () => Error,
): Promise<vsdiag.DocumentDiagnosticReport | null | undefined> {
  const report = await ask();
  if (token.isCancellationRequested) throw cancelled();
  if (report?.kind === 'full') for (const item of report.items) unfade(item);
  return report;
}

/** The text past the limit has a colour of its own. Faded on top of it, as what is unnecessary, it could hardly be read. */
function unfade(diagnostic: Diagnostic): void {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  if (code === 'token-truncation') diagnostic.tags = [];
}
