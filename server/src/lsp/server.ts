import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadLanguage } from '../edges/l10n-load.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { folderOf } from '../ground/paths.ts';
import { version } from '../ground/version.ts';
import { Fence, fenced } from '../workspace/fence.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
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
import type { Feature } from './host.ts';
import { pathOf } from './locate.ts';
import { makeHost } from './make-host.ts';
import { SettingsSource } from './settings.ts';

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
    const cacheDir = cacheDirOf(params);
    const parts = { connection, documents, client, settings, cacheDir, trusted, isExtension };
    const host = makeHost({ ...parts, workspace: files, userFiles: workspace });
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
