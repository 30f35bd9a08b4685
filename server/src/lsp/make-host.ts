import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  type InitializeParams,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CaptionWriter } from '../bulk/writer.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { Thumbnails } from '../images/worker/thumbnails.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { configFiles, foldersAbove } from './config-files.ts';
import { Configs } from './configs.ts';
import type { DatasetListener, OpenDataset } from './dataset-loader.ts';
import { Datasets } from './datasets.ts';
import { documentAt } from './document.ts';
import type { ServerHost } from './host.ts';
import { ImageKnowledge } from './image-extras.ts';
import { ImageScans } from './image-scans.ts';
import { uriOf } from './locate.ts';
import { OpenDocuments } from './open-documents.ts';
import * as protocol from './protocol.ts';
import type { SettingsSource } from './settings.ts';
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

/** What a host is made of. */
export interface HostParts {
  readonly connection: Connection;
  /** Of a workspace that is not trusted: only what the user opened. */
  readonly workspace: WritableWorkspace;
  readonly userFiles: WritableWorkspace;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: InitializeParams['capabilities'];
  readonly settings: SettingsSource;
  /** The folder that the client lets the server keep caches in. */
  readonly cacheDir: string | null;
  readonly trusted: boolean;
  readonly isExtension: boolean;
}

/** Brings together what every feature works with. */
export function makeHost({
  connection,
  workspace,
  userFiles,
  documents,
  client,
  settings,
  cacheDir,
  trusted,
  isExtension,
}: HostParts): ServerHost {
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
