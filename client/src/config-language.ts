import * as vscode from 'vscode';
import { mayBeConfig } from './configs.ts';

/** A language of ours for training configurations in TOML. */
const own = 'tagmetry-toml';

/**
 * Gives training configurations colours and comments where nothing else makes TOML a language: VS Code itself has none. Any other TOML file
 * stays the plain text that it is, and an extension for TOML goes first.
 */
export function colourConfigs(context: vscode.ExtensionContext): void {
  const asked = new Set<string>();
  const look = async (document: vscode.TextDocument): Promise<void> => {
    const { languageId, uri } = document;
    // Once: whoever chooses plain text after that means it.
    if (languageId !== 'plaintext' || !/\.toml$/i.test(uri.path) || asked.has(uri.toString())) return;
    if (!mayBeConfig(document)) return;
    asked.add(uri.toString());
    if (!(await vscode.languages.getLanguages()).includes('toml'))
      await vscode.languages.setTextDocumentLanguage(document, own);
  };
  const quietly = (document: vscode.TextDocument): void => void look(document).catch(() => {});
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(quietly),
    vscode.workspace.onDidSaveTextDocument(quietly),
  );
  for (const document of vscode.workspace.textDocuments) quietly(document);
}
