import {
  CodeActionRequest,
  CompletionRequest,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type DocumentSelector,
  HoverRequest,
  type InitializeParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/**
 * Documents that may be training configurations. TOML without a language of its own is plain text to the editor, which the client
 * names already.
 */
const documentSelector: DocumentSelector = [
  { scheme: 'file', language: 'toml' },
  // What the extension calls TOML where nothing else does.
  { scheme: 'file', language: 'tagmetry-toml' },
  { scheme: 'file', language: 'json' },
  { scheme: 'file', language: 'jsonc' },
  { scheme: 'file', language: 'yaml' },
];

/**
 * Asks the client for TOML, JSON and YAML documents, and only for what is done with configurations: registered with everything else the
 * server can do, it would stand beside the editor's own formatter for every JSON file.
 */
export async function registerConfigDocuments(
  connection: Connection,
  { textDocument }: InitializeParams['capabilities'],
): Promise<void> {
  if (!textDocument?.synchronization?.dynamicRegistration) return;
  const { client } = connection;
  await client.register(DidOpenTextDocumentNotification.type, { documentSelector });
  await client.register(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  await client.register(DidCloseTextDocumentNotification.type, { documentSelector });
  if (textDocument.hover?.dynamicRegistration) await client.register(HoverRequest.type, { documentSelector });
  if (textDocument.completion?.dynamicRegistration)
    await client.register(CompletionRequest.type, { documentSelector, triggerCharacters: ['[', '"', '='] });
  if (textDocument.codeAction?.dynamicRegistration)
    await client.register(CodeActionRequest.type, { documentSelector, codeActionKinds: ['quickfix'] });
  if (textDocument.diagnostic?.dynamicRegistration)
    await client.register(DocumentDiagnosticRequest.type, {
      documentSelector,
      identifier: 'tagmetry',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
}
