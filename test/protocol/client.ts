import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ErrorCodes,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  RegistrationRequest,
  ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/ground/lines.ts';
import { captionInfo, datasetChanged, datasetStatus } from '../../server/src/lsp/protocol.ts';
import type { RunningServer } from '../../server/src/lsp/server.ts';
import { parseMarked } from '../support/marked.ts';
import { greyPng } from '../support/png.ts';
import { type ClientOptions, type StartedServer, startedServer } from './started-server.ts';

/** Milliseconds after which a wait is given up: under the limit of one test. */
const longestWait = 15_000;

const defaultCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    fileOperations: { willRename: true },
  },
  textDocument: {
    diagnostic: {},
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** A language client that talks JSON-RPC to the real server about a dataset on disk. */
export class TestClient {
  readonly root: string;
  readonly connection: ProtocolConnection;
  readonly registrations: string[] = [];
  readonly changedRoots: string[] = [];
  initialized!: InitializeResult;
  #settings: Record<string, unknown>;
  readonly #texts = new Map<string, { version: number; text: string }>();
  readonly #child: ChildProcess | null;
  #stays = false;
  readonly #waiting: (() => void)[] = [];
  #refreshes = 0;
  #ready = false;
  #isEnding = false;
  #refuses = false;
  readonly #server: RunningServer | null;

  private constructor(
    root: string,
    { reader, writer, child, server }: StartedServer,
    settings: Record<string, unknown>,
  ) {
    this.root = root;
    this.#child = child;
    this.#server = server;
    this.#settings = settings;
    child?.once('exit', (code, signal) => {
      if (!this.#isEnding) console.error(`The server ended by itself: ${signal ?? `exit code ${code}`}`);
    });
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      this.#mayRefuse();
      return items.map(({ section }) => (section === 'tagmetry' ? this.#settings : null));
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.#mayRefuse();
      this.registrations.push(...registrations.map(({ method }) => method));
    });
    for (const method of ['diagnostic', 'codeLens', 'inlayHint', 'semanticTokens'])
      this.connection.onRequest(`workspace/${method}/refresh`, () => {
        this.#refreshes++;
        this.#mayRefuse();
        return null;
      });
    this.connection.onNotification(datasetStatus, ({ state }) => {
      if (state !== 'ready') return;
      this.#ready = true;
      for (const go of this.#waiting.splice(0)) go();
    });
    this.connection.onNotification(datasetChanged, (changed) => void this.changedRoots.push(changed.root));
    // A server that ends fails what is waiting for it.
    this.connection.onClose(() => this.connection.dispose());
    this.connection.listen();
  }

  /** Writes a marked folder (see parseMarked) to a temporary folder and starts the server on it. */
  static async start(source: string, options: ClientOptions = {}): Promise<TestClient> {
    const root = options.folder ?? (await realpath(await mkdtemp(path.join(os.tmpdir(), 'tagmetry-'))));
    const { files, images } = options.folder === undefined ? parseMarked(source) : { files: [], images: [] };
    let seed = 0;
    const put = new Map<string, string | Uint8Array>([...files, ...Object.entries(options.bytes ?? {})]);
    for (const [file, { width, height }] of images) put.set(file, greyPng(width, height, ++seed));
    for (const [file, content] of put) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
    }
    const client = new TestClient(root, startedServer(options), options.settings ?? {});
    client.#stays = options.folder !== undefined;
    client.#refuses = options.refuses === true;
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: pathToFileURL(root).href,
      locale: 'en',
      initializationOptions: { docsCommand: 'tagmetry.explainRule', ...options.initializationOptions },
      capabilities: {
        ...defaultCapabilities,
        ...options.capabilities,
        workspace: { ...defaultCapabilities.workspace, ...options.capabilities?.workspace },
        textDocument: { ...defaultCapabilities.textDocument, ...options.capabilities?.textDocument },
      },
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  #mayRefuse(): void {
    if (this.#refuses) throw new ResponseError(ErrorCodes.InternalError, 'The editor refuses.');
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.root, file)).href;
  }

  /** How often the server asked to be asked again. */
  get refreshes(): number {
    return this.#refreshes;
  }

  /** Opens a document as an editor does. */
  async open(file: string, text: string, languageId = 'plaintext'): Promise<string> {
    const uri = this.uri(file);
    this.#texts.set(uri, { version: 1, text });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces characters `start` to `end` (UTF-16 offsets) of an open document. */
  async change(uri: string, start: number, end: number, newText: string): Promise<number> {
    const document = this.#texts.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    const range = new LineIndex(document.text).range({ start, end });
    document.text = document.text.slice(0, start) + newText + document.text.slice(end);
    document.version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range, text: newText }],
    });
    return document.version;
  }

  async close(uri: string): Promise<void> {
    this.#texts.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Says that an open document was saved. */
  async save(uri: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Writes files to disk and tells the server so, as a file watcher does. */
  async filesChanged(changes: readonly { file: string; type: FileChangeType }[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(({ file, type }) => ({ uri: this.uri(file), type })),
    });
  }

  /** Writes a file, and tells the server so. */
  async put(file: string, content: string | Uint8Array): Promise<void> {
    await writeFile(path.join(this.root, file), content);
    await this.filesChanged([{ file, type: FileChangeType.Created }]);
  }

  /** Removes a file, and tells the server so. */
  async gone(file: string): Promise<void> {
    await rm(path.join(this.root, file));
    await this.filesChanged([{ file, type: FileChangeType.Deleted }]);
  }

  async settings(settings: Record<string, unknown>): Promise<void> {
    this.#settings = settings;
    this.#ready = false;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Position of a UTF-16 offset in an open document. */
  at(uri: string, offset: number): { line: number; character: number } {
    return new LineIndex(this.#texts.get(uri)?.text ?? '').position(offset);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  /** Settles once the dataset of an open caption was read to its end. */
  async ready(uri: string): Promise<void> {
    await this.connection.sendRequest(captionInfo, { uri });
    if (this.#ready) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Settles once the server has followed everything that it was told. Only of a server in this process. */
  async settled(): Promise<void> {
    if (!this.#server) throw new Error('The server runs in a process of its own.');
    // Messages are taken in order: what was sent before this question has arrived.
    await this.connection.sendRequest(captionInfo, { uri: 'untitled:nothing' });
    await this.#server.settled();
  }

  /**
   * Settles once a condition holds that a message of the server will make true; rejects long after it should have, so
   * that a server that never answers fails one test and does not keep the test run alive.
   */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + longestWait;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error('The server did not do what was waited for.');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Ends a server in a process of its own as a crash does; what it was asked is then refused. */
  kill(): void {
    this.#isEnding = true;
    this.#child?.kill('SIGKILL');
  }

  /** Settles when a server in a process of its own has ended. */
  async ended(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  /** Ends the server and removes the folder. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.#isEnding = true;
    if (this.#child) {
      await this.connection.sendNotification(ExitNotification.type);
      await this.ended();
    }
    this.connection.dispose();
    if (!this.#stays) await rm(this.root, { recursive: true, force: true });
  }
}

/** Starts a client, runs the test body, and always cleans up. */
export async function withClient(
  source: string,
  options: ClientOptions,
  body: (client: TestClient) => Promise<void>,
): Promise<void> {
  const client = await TestClient.start(source, options);
  try {
    await body(client);
  } finally {
    await client.stop();
  }
}
