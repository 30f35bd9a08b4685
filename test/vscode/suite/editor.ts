import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { greyPng } from '../../support/png.ts';

/** The folder that is open in the window. */
export function workspaceFolder(): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return folder.uri.fsPath;
}

let seed = 100;

/** Writes a caption with an image of its name beside it, in a folder of its own. Returns the caption's URI. */
export function writeCaption(name: string, content: string | Uint8Array, folder = `set-${++seed}`): vscode.Uri {
  const directory = path.join(workspaceFolder(), folder);
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, `${name}.txt`);
  writeFileSync(file, content);
  writeFileSync(path.join(directory, `${name}.png`), greyPng(1024, 1024, ++seed));
  return vscode.Uri.file(file);
}

/** Writes captions 0000.txt, 0001.txt … with small images beside them into a folder of their own. */
export function writeCaptions(count: number, content: (n: number) => string, folder = `set-${++seed}`): vscode.Uri[] {
  const directory = path.join(workspaceFolder(), folder);
  mkdirSync(directory, { recursive: true });
  return Array.from({ length: count }, (_, n) => {
    const name = String(n).padStart(4, '0');
    writeFileSync(path.join(directory, `${name}.png`), greyPng(256, 256, ++seed));
    writeFileSync(path.join(directory, `${name}.txt`), content(n));
    return vscode.Uri.file(path.join(directory, `${name}.txt`));
  });
}

/** What stands on disk. */
export function read(uri: vscode.Uri): string {
  return readFileSync(uri.fsPath, 'utf8');
}

/** Closes all editors; unsaved changes are dropped. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks again until the answer is there. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come in 30 seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The product's diagnostics of a document, once there are as many as expected. */
export function diagnosticsOf(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return until(`${count} diagnostics of ${path.basename(uri.fsPath)}`, () => {
    const own = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'tagmetry');
    return own.length === count && own;
  });
}

/** The lens above a caption, once it is there. */
export async function lensOf(uri: vscode.Uri): Promise<string> {
  return until(`lens of ${path.basename(uri.fsPath)}`, async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return lenses.map((lens) => lens.command?.title).find((title) => title?.includes('token'));
  });
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  return String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);
}
