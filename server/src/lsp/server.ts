import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CaptionWriter } from '../bulk/writer.ts';
import { loadLanguage } from '../edges/l10n-load.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { folderOf } from '../ground/paths.ts';
import { version } from '../ground/version.ts';
import { Thumbnails } from '../images/worker/thumbnails.ts';
import { Fence, fenced } from '../workspace/fence.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { configFiles, foldersAbove } from './config-files.ts';
import { Configs } from './configs.ts';
import type { DatasetListener, OpenDataset } from './dataset-loader.ts';
import { Datasets } from './datasets.ts';
import { setDocsCommand } from './docs.ts';
import { documentAt } from './document.ts';
import { bulk } from './features/bulk.ts';
import { captionInfo } from './features/caption-info.ts';
import { checkFolder } from './features/check-folder.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLens } from './features/code-lens.ts';
import { completion } from './features/completion.ts';
import { confirmTrigger } from './features/confirm-trigger.ts';
import { diagnostics } from './features/diagnostics.ts';
import { effectiveCaption } from './features/effective-caption.ts';
import { exposureFeature } from './features/exposure.ts';
import { fixFolder } from './features/fix-folder.ts';
import { format } from './features/format.ts';
import { historyFeature } from './features/history.ts';
import { hover } from './features/hover.ts';
import { images } from './features/images.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { loraFeature } from './features/lora.ts';
import { moveAside } from './features/move-aside.ts';
import { navigation } from './features/navigation.ts';
import { overview } from './features/overview.ts';
import { planFeature } from './features/plan.ts';
import { planning } from './features/planning.ts';
import { pushDiagnostics } from './features/push-diagnostics.ts';
import { reading } from './features/reading.ts';
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
import { workingSet } from './features/working-set.ts';
import { followChanges } from './follow-changes.ts';
import type { Feature, ServerHost } from './host.ts';
import { ImageKnowledge } from './image-extras.ts';
import { ImageScans } from './image-scans.ts';
import { pathOf, uriOf } from './locate.ts';
import { OpenDocuments } from './open-documents.ts';
import * as protocol from './protocol.ts';
import { SettingsSource } from './settings.ts';
import { loadTagLists } from './tag-lists.ts';
import { unheard } from './unheard.ts';
import { watchConfigs, watchDatasets } from './watch.ts';

/** Milliseconds that changes are collected before others are told of them. */
const settleTime = 250;

/** What asks the client to ask again for what it shows. */
const refreshRequests = {
  diagnostics: DiagnosticRefreshRequest.method,
  codeLens: CodeLensRefreshRequest.method,
  inlayHint: InlayHintRefreshRequest.method,
  semanticTokens: SemanticTokensRefreshRequest.method,
} as const;

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
  historyFeature,
  loraFeature,
  exposureFeature,
  planning,
  whatIfFeature,
  tagLines,
  workingSet,
  reading,
];

/** A server that runs. */
export interface RunningServer {
  /** Settles once the server has followed every change that reached it so far: from then on its answers stay, until the next one. */
  settled(): Promise<void>;
}

/** Wires the engine to a language client. Everything that is asked is answered from the documents' present text. */
export function startServer(connection: Connection, workspace: WritableWorkspace): RunningServer {
  let settled = async (): Promise<void> => {};
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
    const files = trusted ? workspace : fencedFiles(workspace, params, documents);
    const host = makeHost(
      connection,
      files,
      workspace,
      documents,
      client,
      settings,
      cacheDirOf(params),
      trusted,
      isExtension,
    );
    for (const feature of features) feature.start(host);
    connection.onShutdown(() => host.images.thumbnails.stop());
    settled = followChanges(host, settings);
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
  return { settled: () => settled() };
}

/** Only what the user opened, and what the product keeps of its own, is read of a workspace that is not trusted. */
function fencedFiles(
  workspace: WritableWorkspace,
  params: InitializeParams,
  documents: TextDocuments<TextDocument>,
): WritableWorkspace {
  const opened = [
    ...(params.workspaceFolders ?? []).map(({ uri }) => uri),
    ...(params.rootUri ? [params.rootUri] : []),
  ];
  const own = [journalFolder(), cacheDirOf(params)];
  const fence = new Fence([...opened.map(pathOf), ...own].filter((folder) => folder !== null));
  documents.onDidOpen(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== null) fence.open(folderOf(path));
  });
  return fenced(workspace, fence);
}

/** The folder that the client lets the server keep caches in. */
function cacheDirOf({ initializationOptions }: InitializeParams): string | null {
  const given: unknown = initializationOptions?.cacheDir;
  return typeof given === 'string' && given !== '' ? given.replaceAll('\\', '/') : null;
}

function makeHost(
  connection: Connection,
  workspace: WritableWorkspace,
  userFiles: WritableWorkspace,
  documents: TextDocuments<TextDocument>,
  client: InitializeParams['capabilities'],
  settings: SettingsSource,
  cacheDir: string | null,
  trusted: boolean,
  isExtension: boolean,
): ServerHost {
  const open = new OpenDocuments(workspace, settings, documents);
  const failedRules = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const listeners: ((root: string) => void)[] = [];
  const ready: ((dataset: OpenDataset) => void)[] = [];
  const refreshing: (() => void)[] = [];
  const host: ServerHost = {
    connection,
    workspace,
    userFiles,
    writer: new CaptionWriter(workspace, journalFolder()),
    documents,
    client,
    isExtension,
    open,
    datasets: new Datasets(
      workspace,
      settings,
      open,
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
    configs: new Configs(workspace, (folder) => unheard(connection, watchDatasets(connection, client, folder))),
    documentAt: (uri) => documentAt(open, host.datasets, uri),
    async captionAt(uri) {
      const known = await host.documentAt(uri);
      return known?.kind === 'caption' ? known : null;
    },
    refresh() {
      for (const shown of ['diagnostics', 'codeLens', 'inlayHint', 'semanticTokens'] as const)
        if (client.workspace?.[shown]?.refreshSupport)
          unheard(connection, connection.sendRequest(refreshRequests[shown]));
      for (const listener of refreshing) listener();
    },
    onRefresh: (listener) => void refreshing.push(listener),
    onSettled: (listener) => void listeners.push(listener),
    onReady: (listener) => void ready.push(listener),
    changed(root) {
      clearTimeout(timers.get(root));
      const tell = (): void => {
        timers.delete(root);
        if (isExtension)
          unheard(connection, connection.sendNotification(protocol.datasetChanged, { root: uriOf(root) }));
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
  const watched = new Set<string>();
  /** Whether a folder is not watched yet; it is from now on, as long as the client runs. */
  const isNew = (folder: string): boolean => !watched.has(folder) && watched.add(folder) !== undefined;
  const status = (
    root: string,
    state: protocol.DatasetStatus['state'],
    done: number,
    total: number,
    message?: string,
  ): void => {
    if (!host().isExtension) return;
    const params = { root: uriOf(root), state, done, total, message: message ?? null };
    unheard(host().connection, host().connection.sendNotification(protocol.datasetStatus, params));
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
      const { connection, client } = host();
      unheard(connection, loadTagLists(host(), dataset));
      if (isNew(root)) unheard(connection, watchDatasets(connection, client, root));
      // Not only what configures the dataset now: a file that could, when it appears.
      const named = configFiles(dataset).map((file) => file.slice(0, file.lastIndexOf('/')));
      for (const folder of new Set([...named, ...foldersAbove(root)]))
        if (!`${folder}/`.startsWith(`${root}/`) && isNew(`${folder}/*`))
          unheard(connection, watchConfigs(connection, client, folder));
    },
    ruleFailed: (rule, file, error) => host().onRuleFailure(rule, file, error),
    failed: (root, error) => status(root, 'failed', 0, 0, error instanceof Error ? error.message : String(error)),
  };
}
