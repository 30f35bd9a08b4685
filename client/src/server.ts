import * as vscode from 'vscode';
import {
  CodeLensRequest,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { type DatasetStatus, datasetChanged, datasetStatus } from '../../server/src/lsp/protocol.ts';
import { pulledFindings } from './pulled-findings.ts';

/** Documents the server is told of; it decides itself which of them are captions. */
export const captionDocuments: vscode.DocumentSelector & { scheme: string; language: string }[] = [
  { scheme: 'file', language: 'sd-caption' },
  { scheme: 'file', language: 'plaintext' },
];

/** The language server: started on first use, once. Events go on over restarts. */
export class Server implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #status = new vscode.EventEmitter<DatasetStatus>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #running = new vscode.EventEmitter<boolean>();
  #client: Promise<LanguageClient> | null = null;
  #showsLens = true;

  /** The reading of a dataset goes on, ended or failed. */
  readonly onStatus = this.#status.event;
  /** A dataset changed; the event is the URI of its root. */
  readonly onDatasetChanged = this.#changed.event;
  /** The server began or ceased to run. */
  readonly onRunning = this.#running.event;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#output = output;
  }

  /** The running client; starts the server when it does not run. Rejects when it cannot be started. */
  client(): Promise<LanguageClient> {
    this.#client ??= this.#start().catch((error) => {
      this.#client = null;
      throw error;
    });
    return this.#client;
  }

  /** The client when the server was started before, else null. */
  get started(): Promise<LanguageClient> | null {
    return this.#client;
  }

  /** Whether captions have a line of facts over them. Where the same is said elsewhere, the text need not jump when that line comes. */
  showLens(on: boolean): void {
    if (on === this.#showsLens) return;
    this.#showsLens = on;
    void this.#client?.then(
      (client) => {
        const feature = client.getFeature(CodeLensRequest.method);
        for (const { document } of vscode.window.visibleTextEditors)
          feature?.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      },
      () => {},
    );
  }

  async restart(): Promise<void> {
    if (this.#client) await (await this.#client).restart();
    else await this.client();
  }

  dispose(): void {
    void this.#client?.then((client) => client.dispose()).catch(() => {});
    this.#status.dispose();
    this.#changed.dispose();
    this.#running.dispose();
  }

  async #start(): Promise<LanguageClient> {
    const storage = this.#context.storageUri ?? this.#context.globalStorageUri;
    await vscode.workspace.fs.createDirectory(storage);
    const module = this.#context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc };
    const serverOptions: ServerOptions = {
      run,
      debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    };
    const clientOptions: LanguageClientOptions = {
      documentSelector: [...captionDocuments, { scheme: 'file', pattern: '**/.tagmetry.json' }],
      outputChannel: this.#output,
      diagnosticCollectionName: 'tagmetry',
      middleware: {
        provideCodeLenses: (document, token, next) => (this.#showsLens ? next(document, token) : []),
        provideDiagnostics: (document, previousResultId, token, next) =>
          pulledFindings(
            () => next(document, previousResultId, token),
            token,
            () => new vscode.CancellationError(),
          ),
      },
      diagnosticPullOptions: { onChange: true, onTabs: false },
      initializationOptions: () => ({
        /** A folder the server may keep caches in; anything there can be deleted at any time. */
        cacheDir: storage.fsPath,
        trusted: vscode.workspace.isTrusted,
        /** What a rule's name in a message links to. */
        docsCommand: 'tagmetry.explainRule',
      }),
    };
    const client = new LanguageClient('tagmetry', 'Tagmetry', serverOptions, clientOptions);
    client.onDidChangeState(({ newState }) => this.#running.fire(newState === State.Running));
    client.onNotification(datasetStatus, (status) => this.#status.fire(status));
    client.onNotification(datasetChanged, ({ root }) => this.#changed.fire(root));
    await client.start();
    return client;
  }
}
