import * as vscode from 'vscode';

/** Milliseconds that are waited for the editor to read a file again, and between two looks. */
const longest = 4000;
const pause = 40;

/**
 * Waits until the open documents of some files show what is on disk. After captions were written there is a moment in which the editor
 * still has the text before: what is done then would be done to that. Documents with unsaved changes are not waited for.
 * @param files URIs of files; null for all that are open below the folder
 */
export async function inStep(folder: vscode.Uri, files: readonly vscode.Uri[] | null): Promise<void> {
  const meant = files && new Set(files.map(String));
  const open = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty, isClosed }) =>
      !isDirty &&
      !isClosed &&
      uri.scheme === 'file' &&
      (meant ? meant.has(uri.toString()) : uri.path.startsWith(`${folder.path}/`)),
  );
  const end = Date.now() + longest;
  for (const document of open)
    while (Date.now() < end && !document.isDirty && !(await showsFile(document)))
      await new Promise((resolve) => setTimeout(resolve, pause));
}

async function showsFile(document: vscode.TextDocument): Promise<boolean> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(document.uri));
    return unified(text) === unified(document.getText());
  } catch {
    // Gone, or in another encoding: nothing that could be waited for.
    return true;
  }
}

const unified = (text: string): string => text.replace(/\r\n?/g, '\n');
