import path from 'node:path';
import * as vscode from 'vscode';
import { type CaptionInfo, captionInfo } from '../../server/src/lsp/protocol.ts';
import { mayBeConfig } from './configs.ts';
import type { Server } from './server.ts';

const imageName = /\.(?:png|jpe?g|webp|bmp|gif|tiff?|avif|jxl|heic|jfif)$/i;

/** A document in a language that captions have. */
function isCaptionText({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && (languageId === 'sd-caption' || languageId === 'plaintext');
}

/**
 * Whether a document may be a caption, so that the server is worth starting: a `.caption`, a file the user's globs
 * name, or a text file in a folder with images. The server itself decides what it is.
 */
async function mayBeCaption(document: vscode.TextDocument): Promise<boolean> {
  if (!isCaptionText(document)) return false;
  if (document.languageId === 'sd-caption') return true;
  const globs = vscode.workspace.getConfiguration('tagmetry', document).get<string[]>('captionFiles') ?? [];
  if (
    globs.some(
      (pattern) =>
        vscode.languages.match({ pattern: pattern.startsWith('**') ? pattern : `**/${pattern}` }, document) > 0,
    )
  )
    return true;
  try {
    const folder = vscode.Uri.file(path.dirname(document.uri.fsPath));
    return (await vscode.workspace.fs.readDirectory(folder)).some(([name]) => imageName.test(name));
  } catch {
    return false;
  }
}

/** Asks the server about a document; null when it is no caption. */
export async function infoOf(server: Server, document: vscode.TextDocument): Promise<CaptionInfo | null> {
  const client = await server.client();
  return client.sendRequest(captionInfo, { uri: client.code2ProtocolConverter.asUri(document.uri) });
}

/**
 * Starts the server with the first document that may be a caption, and keeps the context key `tagmetry.isCaption` and
 * the document's language (setting `tagmetry.autoDetect`) in step with what the server says.
 */
export function followCaptions(context: vscode.ExtensionContext, server: Server): void {
  const asked = new Set<string>();
  const consider = async (document: vscode.TextDocument): Promise<void> => {
    if (!server.started && (mayBeConfig(document) || (await mayBeCaption(document)))) await server.client();
  };
  const follow = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    // A server that runs knows what a document is without another look at its folder.
    const info =
      editor && server.started && isCaptionText(editor.document) ? await infoOf(server, editor.document) : null;
    if (editor !== vscode.window.activeTextEditor) return;
    await vscode.commands.executeCommand('setContext', 'tagmetry.isCaption', info !== null);
    if (editor && info) await applyLanguage(editor.document, asked);
  };
  const quietly = (work: Promise<void>): void => void work.catch(() => {});
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => quietly(consider(document))),
    vscode.window.onDidChangeActiveTextEditor((editor) => quietly(follow(editor))),
    server.onRunning((running) => running && quietly(follow(vscode.window.activeTextEditor))),
    server.onDatasetChanged(() => quietly(follow(vscode.window.activeTextEditor))),
  );
  for (const document of vscode.workspace.textDocuments) quietly(consider(document));
}

const languageMode = (document: vscode.TextDocument): string | undefined =>
  vscode.workspace.getConfiguration('tagmetry', document).get('autoDetect');

/** Gives a caption the caption language where that is done without asking. */
export async function speakCaption(document: vscode.TextDocument): Promise<void> {
  if (document.languageId === 'plaintext' && languageMode(document) === 'on')
    await vscode.languages.setTextDocumentLanguage(document, 'sd-caption');
}

/** Switches a plain text caption to the caption language when the user wants it; asks at most once per file. */
async function applyLanguage(document: vscode.TextDocument, asked: Set<string>): Promise<void> {
  await speakCaption(document);
  if (document.languageId !== 'plaintext') return;
  const mode = languageMode(document);
  if (mode !== 'ask' || asked.has(document.uri.toString())) return;
  asked.add(document.uri.toString());
  const yes = vscode.l10n.t('Switch');
  const always = vscode.l10n.t('Always');
  const question = vscode.l10n.t(
    '{0} is a caption. Switch it to the caption language?',
    path.basename(document.uri.fsPath),
  );
  const answer = await vscode.window.showInformationMessage(question, yes, always);
  if (answer === always)
    await vscode.workspace.getConfiguration('tagmetry').update('autoDetect', 'on', vscode.ConfigurationTarget.Global);
  if (answer) await vscode.languages.setTextDocumentLanguage(document, 'sd-caption');
}
