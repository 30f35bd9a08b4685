import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/ground/lines.ts';
import { type Live, type LiveAnswer, takeAnswer } from '../../server/src/ground/live-answer.ts';
import { allRows } from '../../server/src/ground/row-pages.ts';
import { type CaptionList, datasetChanged, datasetStatus } from '../../server/src/lsp/protocol.ts';
import type { HeadRows, ReportHead } from '../../server/src/report/live-report.ts';
import { projectRoot } from '../shared.ts';
import { Random } from './random.ts';

/** Milliseconds between two keys, keys between two pauses, and between those: long enough for the views to begin, and no longer. */
export const keyTime = 60;
export const pauseTime = 700;
const burst = 25;

/** What the client waits for after the server told of a change: the Overview, and each view of the side bar. */
const overviewSettles = 150;
const viewSettles = 500;

/** Rows of the long lists of a report that are sent at once, as the panel asks for them. */
const rowsAtOnce = 1000;

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface OpenedCaption {
  readonly root: string;
  /** Path of the caption from the root. */
  readonly file: string;
  readonly text: string;
  readonly state: string;
}

/** An editor with one caption of a folder open, and the views that the extension would keep up to date. */
export class EditorBesideViews {
  readonly #connection: ProtocolConnection;
  readonly #server: ChildProcess;
  readonly #uri: string;
  readonly #rootUri: string;
  readonly #random = new Random(5);
  readonly #read: Promise<void>;
  #text: string;
  #version = 1;
  #shows = false;
  #timers: NodeJS.Timeout[] = [];
  #report: Live<ReportHead> | null = null;
  #list: Live<CaptionList> | null = null;
  #running = false;
  #stale = false;
  /** Characters of the last answer about the report, and when it came. */
  #sent = 0;
  #answeredAt = 0;
  answers = 0;

  private constructor(server: ChildProcess, root: string, file: string, text: string) {
    const { stdin, stdout } = server;
    if (!stdin || !stdout) throw new Error('The server has no streams.');
    this.#server = server;
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#uri = pathToFileURL(path.join(root, file)).href;
    this.#rootUri = pathToFileURL(root).href;
    this.#text = text;
    this.#connection.onNotification(datasetChanged, () => this.#changed());
    this.#connection.onRequest(RegistrationRequest.type, () => {});
    for (const method of ['diagnostic', 'codeLens'])
      this.#connection.onRequest(`workspace/${method}/refresh`, () => null);
    this.#read = new Promise((resolve) => {
      this.#connection.onNotification(datasetStatus, ({ state }) => {
        if (state === 'ready') resolve();
      });
    });
    this.#connection.listen();
  }

  /**
   * Opens the caption `file` of the folder `root`.
   * @param state where the server keeps what it journals
   */
  static async open({ root, file, text, state }: OpenedCaption): Promise<EditorBesideViews> {
    const server = spawn(process.execPath, [path.join(projectRoot, 'dist', 'server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TAGMETRY_STATE: state },
    });
    const editor = new EditorBesideViews(server, root, file, text);
    await editor.ask('initialize', {
      processId: null,
      rootUri: pathToFileURL(root).href,
      initializationOptions: { docsCommand: 'tagmetry.explainRule', trusted: false },
      capabilities: {
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          diagnostics: { refreshSupport: true },
          codeLens: { refreshSupport: true },
        },
        textDocument: { diagnostic: {} },
      },
    });
    await editor.#tell('initialized', {});
    await editor.#tell('textDocument/didOpen', {
      textDocument: { uri: editor.#uri, languageId: 'plaintext', version: 1, text },
    });
    return editor;
  }

  async stop(): Promise<void> {
    this.#shows = false;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#connection.sendRequest('shutdown');
    const ended = once(this.#server, 'exit');
    await this.#tell('exit', undefined);
    await ended;
    this.#connection.dispose();
  }

  ask<R>(method: string, params: unknown): Promise<R> {
    return this.#connection.sendRequest(method, params);
  }

  /** Settles when all captions of the folder are read. */
  get read(): Promise<void> {
    return this.#read;
  }

  #tell(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Milliseconds from a typed letter to the findings of the caption that has it. */
  async key(): Promise<number> {
    const at = this.#random.whole(0, this.#text.length);
    const letter = this.#random.pick([...'abcdefghijklmnopqrstuvwxyz ,']);
    const place = new LineIndex(this.#text).position(at);
    this.#text = this.#text.slice(0, at) + letter + this.#text.slice(at);
    const start = performance.now();
    await this.#tell('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ range: { start: place, end: place }, text: letter }],
    });
    await this.ask('textDocument/diagnostic', { textDocument: { uri: this.#uri } });
    return performance.now() - start;
  }

  async hover(): Promise<number> {
    const start = performance.now();
    await this.ask('textDocument/hover', {
      textDocument: { uri: this.#uri },
      position: { line: 0, character: 2 },
    });
    return performance.now() - start;
  }

  captions(): Promise<LiveAnswer<CaptionList>> {
    const since = this.#list ? { since: this.#list.revision } : {};
    return this.ask('tagmetry/captionList', { uri: this.#rootUri, filter: '', limit: 500, ...since });
  }

  /** Shows the Captions view, the Tags view and the Overview from now on; settles when all are there. */
  async show(): Promise<void> {
    this.#shows = true;
    await Promise.all([this.#askViews(), this.#askOverview()]);
  }

  #changed(): void {
    if (!this.#shows) return;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [
      setTimeout(() => void this.#askOverview().catch(() => {}), overviewSettles),
      setTimeout(() => void this.#askViews().catch(() => {}), viewSettles),
    ];
  }

  async #askViews(): Promise<void> {
    const ask = async (): Promise<void> => {
      await this.ask('tagmetry/captionInfo', { uri: this.#uri });
      this.#list = takeAnswer(this.#list, await this.captions());
    };
    const tags = async (): Promise<void> => {
      await this.ask('tagmetry/captionInfo', { uri: this.#uri });
      await this.ask('tagmetry/tagList', { uri: this.#rootUri });
    };
    await Promise.all([ask(), tags()]);
  }

  /** As the panel does: one request at a time, another after it when something changed meanwhile; then the findings in sight. */
  async #askOverview(): Promise<void> {
    if (this.#running) {
      this.#stale = true;
      return;
    }
    this.#running = true;
    this.#stale = false;
    const since = this.#report ? { since: this.#report.revision } : {};
    const answer = await this.ask<LiveAnswer<ReportHead>>('tagmetry/overview', {
      uri: this.#rootUri,
      workDoneToken: 'bench',
      rows: rowsAtOnce,
      ...since,
    });
    this.#sent = JSON.stringify(answer).length;
    this.#answeredAt = performance.now();
    this.answers++;
    const report = takeAnswer(this.#report, answer);
    this.#report = report && ('difference' in answer ? report : await this.#withRows(report));
    this.#running = false;
    if (this.#report)
      await this.ask('tagmetry/findingsOfOverview', {
        uri: this.#rootUri,
        revision: this.#report.revision,
        filter: { severity: '', rules: [], text: '' },
        offset: 0,
        limit: 100,
      })
        // Another revision is there already.
        .catch(() => undefined);
    if (this.#stale) this.#changed();
  }

  async #withRows(report: Live<ReportHead>): Promise<Live<ReportHead>> {
    const asked = { uri: this.#rootUri, revision: report.revision, limit: rowsAtOnce };
    const ask = (offset: number): Promise<HeadRows> => this.ask('tagmetry/overviewRows', { ...asked, offset });
    return { ...report, ...(await allRows(report, rowsAtOnce, ask)) };
  }

  /** Types in bursts with pauses between them. Gives the milliseconds of each key. */
  async type(times: number): Promise<number[]> {
    const took: number[] = [];
    for (let round = 0; round < times; round++) {
      for (let key = 0; key < burst; key++) {
        const one = await this.key();
        took.push(one);
        await wait(Math.max(0, keyTime - one));
      }
      await wait(pauseTime);
    }
    return took;
  }

  /** One edit, until the report that has it is there. */
  async edit(): Promise<{ readonly took: number; readonly sent: number }> {
    const before = this.answers;
    const start = performance.now();
    await this.key();
    while (this.answers === before) await wait(2);
    return { took: this.#answeredAt - start, sent: this.#sent };
  }
}
