// Typing beside open views, over the built server by JSON-RPC: the requests that the extension sends, when it sends them. A made folder
// of 50,000 captions for what waits and how long, one of 5,000 for what an edit sends. Pictures are judged by their headers only, as in a
// workspace that is not trusted.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
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
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';
import { Random } from './random.ts';

const large = 50_000;
const small = 5_000;
const subset = '10_ohwx woman';

/** Milliseconds between two keys, keys between two pauses, and pauses: long enough for the views to begin, and no longer. */
const keyTime = 60;
const burst = 25;
const bursts = 16;
const pauseTime = 700;

/** What the client waits for after the server told of a change: the Overview, and each view of the side bar. */
const overviewSettles = 150;
const viewSettles = 500;

/** Rows of the long lists of a report that are sent at once, as the panel asks for them. */
const rowsAtOnce = 1000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

const syllables = 'ka mi ro sen tal vor ne li du pash gre on ti bel hu arc so wen fi lor'.split(' ');
const real = 'smile,long hair,blue eyes,outdoors,sky,night,beach,sitting,standing,upper body,red hat,white dress'.split(
  ',',
);

/** Captions whose tags follow Zipf's law, in a folder of the name that declares the trigger. Gives their texts. */
function write(folder: string, count: number): string[] {
  const random = new Random(count);
  const word = (): string => random.pick(syllables) + random.pick(syllables);
  const tags = [...real, ...new Set(Array.from({ length: 15_000 }, () => `${word()} ${word()}`))];
  const root = path.join(folder, String(count), subset);
  mkdirSync(root, { recursive: true });
  return Array.from({ length: count }, (_, n) => {
    const own = new Set(['ohwx', '1girl', 'solo']);
    while (own.size < 22) own.add(tags[Math.floor(tags.length ** random.next()) - 1] ?? real[0]!);
    const text = [...own].join(', ');
    writeFileSync(path.join(root, `${n}.txt`), text);
    writeFileSync(path.join(root, `${n}.png`), greyPng(64, 64, n));
    return text;
  });
}

/** An editor with one caption of a folder open, and the views that the extension would keep up to date. */
class Editor {
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

  private constructor(server: ChildProcess, root: string, text: string) {
    const { stdin, stdout } = server;
    if (!stdin || !stdout) throw new Error('The server has no streams.');
    this.#server = server;
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#uri = pathToFileURL(path.join(root, subset, '7.txt')).href;
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

  static async open(folder: string, count: number, text: string): Promise<Editor> {
    const root = path.join(folder, String(count));
    const server = spawn(process.execPath, [path.join(projectRoot, 'dist', 'server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TAGMETRY_STATE: path.join(folder, 'state') },
    });
    const editor = new Editor(server, root, text);
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

async function inLargeFolder(folder: string, text: string): Promise<Figure[]> {
  const editor = await Editor.open(folder, large, text);
  try {
    await editor.key();
    let isRead = false;
    void editor.read.then(() => {
      isRead = true;
    });
    const indexing: number[] = [];
    while (!isRead) {
      const one = await editor.key();
      if (!isRead) indexing.push(one);
      await wait(Math.max(0, keyTime - one));
    }
    await wait(2000);
    const listed = performance.now();
    const first = editor.captions().then(() => performance.now() - listed);
    const hovers: number[] = [await editor.hover()];
    const firstPage = await first;
    await editor.type(2);
    const alone = await editor.type(bursts);
    // The first report judges every caption; a hover meanwhile waits no longer than beside the list.
    let isShown = false;
    const shown = editor.show().then(() => {
      isShown = true;
    });
    while (!isShown) {
      hovers.push(await editor.hover());
      await wait(100);
    }
    await shown;
    await editor.type(2);
    const answers = editor.answers;
    const beside = await editor.type(bursts);
    return [
      { name: `first page of the list of ${large} captions`, value: firstPage, unit: 'ms', atMost: 150 },
      { name: 'hover asked meanwhile', value: hovers[0]!, unit: 'ms', atMost: 50 },
      { name: 'hover while the first report is made, longest', value: Math.max(...hovers), unit: 'ms', atMost: 50 },
      { name: `findings after a key among ${large} captions, p95`, value: p95(alone), unit: 'ms' },
      { name: 'the same with Captions, Tags and Overview open, p95', value: p95(beside), unit: 'ms' },
      { name: 'reports made meanwhile', value: editor.answers - answers, unit: '' },
      { name: 'with the views open ÷ without, p95', value: p95(beside) / p95(alone), unit: '×', atMost: 1.5 },
      { name: 'findings after a key while they are read, p95', value: p95(indexing), unit: 'ms' },
      { name: 'while they are read ÷ when they are', value: p95(indexing) / p95(alone), unit: '×', atMost: 4 },
    ];
  } finally {
    await editor.stop();
  }
}

async function inSmallFolder(folder: string, text: string): Promise<Figure[]> {
  const editor = await Editor.open(folder, small, text);
  try {
    await editor.read;
    await editor.show();
    await editor.edit();
    const edits: { readonly took: number; readonly sent: number }[] = [];
    for (let round = 0; round < 20; round++) {
      await wait(pauseTime);
      edits.push(await editor.edit());
    }
    const [took, sent] = [edits.map((edit) => edit.took), edits.map((edit) => edit.sent / 1000)];
    return [
      {
        name: `an edit among ${small} captions sends the Overview, most`,
        value: Math.max(...sent),
        unit: 'kB',
        atMost: 50,
      },
      { name: 'from the edit to its numbers, longest', value: Math.max(...took), unit: 'ms', atMost: 1000 },
    ];
  } finally {
    await editor.stop();
  }
}

export default async function measure(): Promise<Figure[]> {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-')));
  try {
    const few = write(folder, small);
    const many = write(folder, large);
    return [...(await inSmallFolder(folder, few[7] ?? '')), ...(await inLargeFolder(folder, many[7] ?? ''))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
