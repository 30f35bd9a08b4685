import {
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CaptionWriter } from '../bulk/writer.ts';
import { loadLanguage } from '../edges/l10n-load.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { baseName, isImageName } from '../ground/paths.ts';
import { version } from '../ground/version.ts';
import { sidecarName } from '../settings/sidecar-data.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { Coalescer } from './coalesce.ts';
import { registerConfigDocuments } from './config-documents.ts';
import { Configs } from './configs.ts';

import { configFiles, type DatasetListener, Datasets, foldersAbove, type OpenDataset } from './datasets.ts';
import { setDocsCommand } from './docs.ts';
import { bulk } from './features/bulk.ts';
import { captionInfo } from './features/caption-info.ts';
import { checkFolder } from './features/check-folder.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLens } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { confirmTrigger } from './features/confirm-trigger.ts';
import { diagnostics } from './features/diagnostics.ts';
import { effectiveCaption } from './features/effective-caption.ts';
import { fixFolder } from './features/fix-folder.ts';
import { format } from './features/format.ts';
import { hover } from './features/hover.ts';
import { images } from './features/images.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { moveAside } from './features/move-aside.ts';
import { navigation } from './features/navigation.ts';
import { overview } from './features/overview.ts';
import { planFeature } from './features/plan.ts';
import { pushDiagnostics } from './features/push-diagnostics.ts';
import { references } from './features/references.ts';
import { rename } from './features/rename.ts';
import { renameFiles } from './features/rename-files.ts';
import { resave } from './features/resave.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { settingsDiffFeature } from './features/settings-diff.ts';
import { symbols } from './features/symbols.ts';
import { tagLines } from './features/tag-lines.ts';
import { views } from './features/views.ts';
import { whatIfFeature } from './features/what-if.ts';
import type { Feature, ServerHost } from './host.ts';
import { ImageKnowledge } from './image-extras.ts';
import { ImageScans } from './image-scans.ts';
import { pathOf, uriOf } from './locate.ts';
import * as protocol from './protocol.ts';
import { SettingsSource } from './settings.ts';
import { loadTagLists } from './tag-lists.ts';
import { Thumbnails } from './thumbnails.ts';
import { watchConfigs, watchDatasets } from './watch.ts';

/** Milliseconds that changes are collected before others are told of them. */
const settleTime = 250;

/** Milliseconds without file events after which they are worked on, and the longest they are collected. */
const fileQuiet = 100;
const fileLongest = 2000;

/** Captions between two messages about indexing. */
const indexingStep = 500;

/** Everything the server can do. Only a list. */
const features: readonly Feature[] = [
  diagnostics,
  pushDiagnostics,
  codeActions,
  codeLens,
  captionInfo,
  overview,
  resave,
  format,
  effectiveCaption,
  fixFolder,
  confirmTrigger,
  checkFolder,
  symbols,
  references,
  rename,
  renameFiles,
  navigation,
  completion,
  hover,
  inlayHints,
  semanticTokens,
  bulk,
  views,
  images,
  moveAside,
  settingsDiffFeature,
  planFeature,
  whatIfFeature,
  tagLines,
];

/** Wires the engine to a language client. Everything that is asked is answered from the documents' present text. */
export function startServer(connection: Connection, workspace: WritableWorkspace): void {
  const documents = new TextDocuments(TextDocument);
  let settings = new SettingsSource(connection, false);

  connection.onInitialize((params): InitializeResult => {
    loadLanguage(params.locale ?? 'en');
    const command: unknown = params.initializationOptions?.docsCommand;
    setDocsCommand(typeof command === 'string' ? command : null);
    const client = params.capabilities;
    settings = new SettingsSource(connection, client.workspace?.configuration === true);
    const trusted = params.initializationOptions?.trusted !== false;
    const isExtension = typeof command === 'string';
    const host = makeHost(connection, workspace, documents, client, settings, cacheDirOf(params), trusted, isExtension);
    for (const feature of features) feature.start(host);
    connection.onShutdown(() => host.images.thumbnails.stop());
    followChanges(host, settings);
    return {
      serverInfo: { name: 'Tagmetry', version },
      capabilities: Object.assign(
        { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
        ...features.map((feature) => feature.capabilities ?? {}),
      ),
    };
  });
  documents.listen(connection);
  connection.listen();
}

/** The folder that the client lets the server keep caches in. */
function cacheDirOf({ initializationOptions }: InitializeParams): string | null {
  const given: unknown = initializationOptions?.cacheDir;
  return typeof given === 'string' && given !== '' ? given.replaceAll('\\', '/') : null;
}

function makeHost(
  connection: Connection,
  workspace: WritableWorkspace,
  documents: TextDocuments<TextDocument>,
  client: InitializeParams['capabilities'],
  settings: SettingsSource,
  cacheDir: string | null,
  trusted: boolean,
  isExtension: boolean,
): ServerHost {
  const failedRules = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const listeners: ((root: string) => void)[] = [];
  const ready: ((dataset: OpenDataset) => void)[] = [];
  const refreshing: (() => void)[] = [];
  const host: ServerHost = {
    connection,
    workspace,
    writer: new CaptionWriter(workspace, journalFolder()),
    documents,
    client,
    isExtension,
    datasets: new Datasets(
      workspace,
      settings,
      datasetListener(
        () => host,
        (dataset) => {
          for (const listener of ready) listener(dataset);
        },
      ),
    ),
    images: {
      thumbnails: new Thumbnails(trusted),
      knowledge: new ImageKnowledge(),
      scans: new ImageScans(workspace, cacheDir, trusted),
    },
    configs: new Configs(workspace, (folder) => void watchDatasets(connection, client, folder)),
    async captionAt(uri) {
      const document = documents.get(uri);
      const caption = document ? await host.datasets.caption(uri, document.getText()) : null;
      return document && caption ? { caption, document } : null;
    },
    refresh() {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
      if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh');
      if (client.workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh();
      if (client.workspace?.semanticTokens?.refreshSupport) connection.languages.semanticTokens.refresh();
      for (const listener of refreshing) listener();
    },
    onRefresh: (listener) => void refreshing.push(listener),
    onSettled: (listener) => void listeners.push(listener),
    onReady: (listener) => void ready.push(listener),
    changed(root) {
      clearTimeout(timers.get(root));
      const tell = (): void => {
        timers.delete(root);
        if (isExtension) void connection.sendNotification(protocol.datasetChanged, { root: uriOf(root) });
        for (const listener of listeners) listener(root);
      };
      timers.set(root, setTimeout(tell, settleTime));
    },
    onRuleFailure(rule, file, error) {
      if (failedRules.has(rule)) return;
      failedRules.add(rule);
      connection.console.error(`Rule ${rule} failed on ${file}: ${error instanceof Error ? error.stack : error}`);
    },
  };
  return host;
}

/** Passes what happens to datasets on to the client. */
function datasetListener(host: () => ServerHost, onReady: (dataset: OpenDataset) => void): DatasetListener {
  const status = (
    root: string,
    state: protocol.DatasetStatus['state'],
    done: number,
    total: number,
    message?: string,
  ): void => {
    if (!host().isExtension) return;
    const params = { root: uriOf(root), state, done, total, message: message ?? null };
    void host().connection.sendNotification(protocol.datasetStatus, params);
  };
  return {
    indexing(root, done, total) {
      if (done % indexingStep === 0) status(root, 'indexing', done, total);
    },
    ready(dataset) {
      const { root, index } = dataset;
      status(root, 'ready', index.captionCount, index.captionCount);
      host().refresh();
      host().changed(root);
      onReady(dataset);
      void loadTagLists(host(), dataset);
      void watchDatasets(host().connection, host().client, root);
      // Not only what configures the dataset now: a file that could, when it appears.
      const named = configFiles(dataset).map((file) => file.slice(0, file.lastIndexOf('/')));
      for (const folder of new Set([...named, ...foldersAbove(root)]))
        if (!`${folder}/`.startsWith(`${root}/`)) void watchConfigs(host().connection, host().client, folder);
    },
    ruleFailed: (rule, file, error) => host().onRuleFailure(rule, file, error),
    failed: (root, error) => status(root, 'failed', 0, 0, error instanceof Error ? error.message : String(error)),
  };
}

/** Documents, files and settings: each change reaches the datasets first, then those who show them. */
function followChanges(host: ServerHost, settings: SettingsSource): void {
  const { connection, documents, datasets, client } = host;
  connection.onInitialized(() => {
    registerConfigDocuments(connection, client).catch((error) => connection.console.warn(String(error)));
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) host.images.scans.watch();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'tagmetry' });
  });
  connection.onDidChangeConfiguration(async () => {
    const roots = (await datasets.all()).map(({ root }) => root);
    settings.clear();
    datasets.clear();
    host.configs.forget();
    host.refresh();
    for (const root of roots) host.changed(root);
  });
  documents.onDidChangeContent(async ({ document }) => {
    await datasets.changed(document.uri, document.getText());
    const path = pathOf(document.uri);
    if (path === null) return;
    for (const { root } of await datasets.holding(path)) host.changed(root);
    if (baseName(path) === sidecarName) host.refresh();
  });
  documents.onDidClose(({ document }) => {
    host.configs.closed(document.uri);
    return datasets.closed(document.uri);
  });
  const files = new Coalescer<string, boolean>(
    async (batch) => {
      const concerned = await datasets.filesChanged([...batch].map(([uri, content]) => ({ uri, content })));
      const changedImages = [...batch.keys()].filter((uri) => isImageName(baseName(uri)));
      for (const { root } of concerned) {
        if (changedImages.some((uri) => uri.startsWith(`${uriOf(root)}/`))) host.images.scans.forget(root);
        host.changed(root);
      }
      host.configs.forget();
      if (concerned.length > 0 || !host.configs.isEmpty) host.refresh();
    },
    fileQuiet,
    fileLongest,
  );
  // What is opened or saved may be new, and not every client reports it as a file event; some report none at all.
  const reportsFiles = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const lookAgain = async (uri: string, saved: boolean): Promise<void> => {
    const known = (await host.captionAt(uri)) !== null;
    if (!known || (saved && !reportsFiles)) files.add(uri, known, (a, b) => a && b);
  };
  documents.onDidOpen(({ document }) => lookAgain(document.uri, false));
  documents.onDidSave(({ document }) => lookAgain(document.uri, true));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A name that came or went stays news even when its content changes right after.
    for (const { uri, type } of changes) files.add(uri, type === FileChangeType.Changed, (a, b) => a && b);
  });
}
