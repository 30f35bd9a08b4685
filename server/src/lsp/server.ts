import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readImageFacts } from '../images/read-facts.ts';
import { t } from '../l10n.ts';
import { loadLanguage } from '../l10n-load.ts';
import { captionLens } from '../language/code-lens.ts';
import { audit } from '../report/audit.ts';
import { version } from '../version.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { findingsOf, linesOfDataset } from './check.ts';
import { codeActions, fixAllKind } from './code-actions.ts';
import { toDiagnostic } from './convert.ts';
import { Datasets, type OpenCaption, type OpenDataset } from './datasets.ts';
import { datasetRoot, pathOf, uriOf } from './locate.ts';
import * as protocol from './protocol.ts';
import { previewOf, Refused, resaveFile } from './resave.ts';
import { SettingsSource } from './settings.ts';
import { watchDatasets } from './watch.ts';

/** Milliseconds that changes are collected before others are told of them. */
const settleTime = 250;

/** Wires the engine to a language client. Everything that is asked is answered from the documents' present text. */
export function startServer(connection: Connection, workspace: WritableWorkspace): void {
  const documents = new TextDocuments(TextDocument);
  let capabilities: InitializeParams['capabilities'] = {};
  let settings = new SettingsSource(connection, false);
  let datasets: Datasets;
  const failedRules = new Set<string>();
  const onRuleFailure = (rule: string, file: string, error: unknown): void => {
    if (failedRules.has(rule)) return;
    failedRules.add(rule);
    connection.console.error(`Rule ${rule} failed on ${file}: ${error instanceof Error ? error.stack : error}`);
  };

  const settle = new Map<string, NodeJS.Timeout>();
  const changed = (root: string): void => {
    clearTimeout(settle.get(root));
    settle.set(
      root,
      setTimeout(() => {
        settle.delete(root);
        void connection.sendNotification(protocol.datasetChanged, { root: uriOf(root) });
      }, settleTime),
    );
  };
  const refresh = (): void => {
    if (capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
    if (capabilities.workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh');
  };
  const makeDatasets = (): Datasets =>
    new Datasets(workspace, settings, {
      indexing: (root, done, total) => {
        if (done % 500 === 0) status(root, 'indexing', done, total);
      },
      ready: ({ root, index }: OpenDataset) => {
        status(root, 'ready', index.captionCount, index.captionCount);
        refresh();
        changed(root);
        void watchDatasets(connection, capabilities, root);
      },
      failed: (root, error) => status(root, 'failed', 0, 0, String(error)),
    });
  const status = (
    root: string,
    state: protocol.DatasetStatus['state'],
    done: number,
    total: number,
    message?: string,
  ) =>
    void connection.sendNotification(protocol.datasetStatus, {
      root: uriOf(root),
      state,
      done,
      total,
      message: message ?? null,
    });

  const captionAt = async (uri: string): Promise<{ caption: OpenCaption; document: TextDocument } | null> => {
    const document = documents.get(uri);
    const caption = document ? await datasets.caption(uri, document.getText()) : null;
    return document && caption ? { caption, document } : null;
  };

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    loadLanguage(params.locale ?? 'en');
    settings = new SettingsSource(connection, capabilities.workspace?.configuration === true);
    datasets = makeDatasets();
    return {
      serverInfo: { name: 'Tagmetry', version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: { identifier: 'tagmetry', interFileDependencies: false, workspaceDiagnostics: false },
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        codeLensProvider: {},
      },
    };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'tagmetry' });
  });

  connection.onDidChangeConfiguration(async () => {
    const roots = (await datasets.all()).map(({ root }) => root);
    settings.clear();
    datasets.clear();
    refresh();
    for (const root of roots) changed(root);
  });

  documents.onDidChangeContent(async ({ document }) => {
    await datasets.changed(document.uri, document.getText());
    const path = pathOf(document.uri);
    if (path === null) return;
    for (const { root } of await datasets.all()) if (path.startsWith(`${root}/`)) changed(root);
  });
  documents.onDidClose(async ({ document }) => {
    await datasets.closed(document.uri);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const events = changes.map(({ uri, type }) => ({ uri, content: type === FileChangeType.Changed }));
    const concerned = await datasets.filesChanged(events);
    for (const { root } of concerned) changed(root);
    if (concerned.length > 0) refresh();
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
    const found = await captionAt(textDocument.uri);
    if (!found) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const findings = await findingsOf(workspace, found.caption, onRuleFailure);
    const items = findings.map((finding) =>
      toDiagnostic(finding, found.caption.dataset.root, linesOfDataset(found.caption)),
    );
    const resultId = hashOf(JSON.stringify(items));
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  connection.onCodeAction(async (params) => {
    const found = await captionAt(params.textDocument.uri);
    if (!found) return [];
    const { caption, document } = found;
    const findings = await findingsOf(workspace, caption, onRuleFailure);
    const versioned = { uri: document.uri, version: document.version, text: document.getText() };
    return codeActions(caption, versioned, findings, linesOfDataset(caption), params);
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const found = await captionAt(textDocument.uri);
    if (!found?.caption.dataset.settings.editor.codeLens) return [];
    const { dataset, record } = found.caption;
    const image = dataset.index.caption(record.file)?.image;
    const facts = image ? await readImageFacts(workspace, dataset.root, image) : null;
    const title = captionLens(record, dataset.settings.folder, facts?.header ?? null);
    if (title === null) return [];
    const start = { line: 0, character: 0 };
    const command = { title, command: 'tagmetry.openOverview', arguments: [textDocument.uri] };
    return [{ range: { start, end: start }, command }];
  });

  connection.onRequest(protocol.captionInfo, async ({ uri }) => {
    const found = await captionAt(uri);
    if (!found) return null;
    const { dataset, record } = found.caption;
    const image = dataset.index.caption(record.file)?.image;
    const { model, profile, tokenLimit } = dataset.settings.folder;
    return {
      root: uriOf(dataset.root),
      image: image ? uriOf(`${dataset.root}/${image}`) : null,
      model,
      profile,
      tokens: record.source.kind === 'text' ? record.tokens : null,
      tokenLimit,
    };
  });

  connection.onRequest(protocol.overview, async ({ uri, workDoneToken }, cancel) => {
    const path = pathOf(uri);
    if (path === null) throw new ResponseError(-32602, t('Only folders on this machine can be checked.'));
    const stat = await workspace.stat(path).catch((error) => {
      throw new ResponseError(-32602, String(error.message ?? error));
    });
    const dataset = await datasets.at(stat.kind === 'directory' ? path : await datasetRoot(workspace, path));
    const stop = new AbortController();
    cancel.onCancellationRequested(() => stop.abort());
    await dataset.index.whenComplete();
    const { report } = await audit(workspace, dataset.index, dataset.root, dataset.settings.folder, {
      images: 'headers',
      signal: stop.signal,
      onRuleFailure,
      onProgress: (step, done, total) => {
        if (workDoneToken === undefined || done % 200 !== 0) return;
        void connection.sendNotification('$/progress', {
          token: workDoneToken,
          value: { kind: 'report', message: `${step} ${done}/${total}` },
        });
      },
    });
    return report;
  });

  const guarded = async <T>(action: (path: string) => Promise<T>, uri: string): Promise<T> => {
    const path = pathOf(uri);
    if (path === null) throw new ResponseError(-32602, t('Only files on this machine can be saved.'));
    try {
      return await action(path);
    } catch (error) {
      if (error instanceof Refused) throw new ResponseError(-32803, error.message);
      throw error;
    }
  };
  connection.onRequest(protocol.decodePreview, ({ uri, from }) =>
    guarded((path) => previewOf(workspace, path, from), uri),
  );
  connection.onRequest(protocol.resave, async ({ uri, from }) => {
    await guarded((path) => resaveFile(workspace, path, from), uri);
    await datasets.filesChanged([{ uri, content: true }]);
    refresh();
    return null;
  });

  documents.listen(connection);
  connection.listen();
}

/** A short fingerprint of a text (FNV-1a, 32 bit, with the length): equal texts give equal results. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
