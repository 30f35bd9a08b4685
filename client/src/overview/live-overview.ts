import * as vscode from 'vscode';
import { type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import type { ToView } from '../../../media/overview/messages.ts';
import { type Live, type LiveAnswer, takeAnswer } from '../../../server/src/ground/live-answer.ts';
import { allRows } from '../../../server/src/ground/row-pages.ts';
import { overviewClosed, overview as overviewRequest, overviewRows } from '../../../server/src/lsp/protocol.ts';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import type { Shown } from './shown.ts';

/** Milliseconds without a change before the report is asked for again. */
const settleTime = 150;

/** Rows of the long lists that are sent at once. */
const rowsAtOnce = 1000;

/** Where a report is shown. */
export interface ReportView {
  readonly visible: boolean;
  post(message: ToView): void;
}

/**
 * The report of a folder, kept up to date by what changed. It is asked for while its view is visible: one report at a time, the texts
 * first.
 */
export class LiveOverview {
  readonly #uri: string;
  readonly #getClient: () => Promise<LanguageClient>;
  readonly #view: ReportView;
  #report: Live<ReportHead> | null = null;
  /** The report before it. */
  #previous: Live<ReportHead> | null = null;
  /** Findings of this revision that the view was given, by their numbers, and the captions of its last question. */
  readonly shown: Shown = { hits: [], findings: new Map(), changes: [] };
  #runs = 0;
  #stale = true;
  /** Somebody did not want to wait for the images. */
  #textsOnly = false;
  #running: vscode.CancellationTokenSource | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(root: vscode.Uri, getClient: () => Promise<LanguageClient>, view: ReportView) {
    this.#uri = root.toString();
    this.#getClient = getClient;
    this.#view = view;
  }

  /** The newest report; null before the first. */
  get report(): Live<ReportHead> | null {
    return this.#report;
  }

  /** The report that a message of the view speaks of: a new one may be on its way to it while a button is pressed. */
  at(revision: number): Live<ReportHead> | null {
    return [this.#report, this.#previous].find((report) => report?.revision === revision) ?? null;
  }

  /** Gives a view that has nothing yet what there is, and asks for what is newer. */
  start(): void {
    if (this.#report) this.#view.post({ type: 'report', answer: this.#report });
    this.catchUp();
  }

  /** Asks for what changed, if anything did. */
  catchUp(): void {
    if (this.#stale) void this.#request();
  }

  /** The dataset is no longer what is shown. Changes that come close together cost one report. */
  changed(): void {
    this.#stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#view.visible) void this.#request();
    }, settleTime);
  }

  /** Asks for everything again, images too. */
  refresh(): void {
    this.#stale = true;
    this.#textsOnly = false;
    void this.#request();
  }

  /** Ends what is under way; images are not looked at again until the next {@link refresh}. */
  stop(): void {
    this.#textsOnly = true;
    this.#running?.cancel();
  }

  /** Ends what is under way, and lets the server forget the report. */
  close(): void {
    clearTimeout(this.#timer);
    this.#textsOnly = false;
    this.#running?.cancel();
    void this.#getClient().then((client) => client.sendNotification(overviewClosed, { uri: this.#uri }));
  }

  /** Asks for a report, unless one is being made: then another follows it. */
  async #request(): Promise<void> {
    if (this.#running) return;
    const run = new vscode.CancellationTokenSource();
    this.#running = run;
    this.#stale = false;
    this.#view.post({ type: 'progress', message: '' });
    try {
      const client = await this.#getClient();
      const token = `overview-${this.#uri}-${++this.#runs}`;
      const progress = client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind !== 'end' && value.message) this.#view.post({ type: 'progress', message: value.message });
      });
      try {
        // The texts first, which are known: images take their time.
        if (!this.#report || this.#textsOnly) await this.#update(client, token, run.token, true);
        if (!this.#textsOnly) {
          this.#view.post({ type: 'progress', message: '' });
          await this.#update(client, token, run.token, false);
        }
      } finally {
        progress.dispose();
      }
    } catch (error) {
      if (run.token.isCancellationRequested) this.#view.post({ type: 'progress', message: null });
      else this.#view.post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#running = null;
      if (this.#stale && (this.#textsOnly || !run.token.isCancellationRequested)) this.changed();
    }
  }

  /** Asks what changed since the report at hand, and for the whole where the server does not know that one any more. */
  async #update(
    client: LanguageClient,
    workDoneToken: string,
    cancel: vscode.CancellationToken,
    textsFirst: boolean,
  ): Promise<void> {
    const since = this.#report ? { since: this.#report.revision } : {};
    const params = { uri: this.#uri, workDoneToken, ...since, rows: rowsAtOnce, textsFirst };
    const answer = await wholeAnswer(client, this.#uri, await client.sendRequest(overviewRequest, params, cancel));
    const report = takeAnswer(this.#report, answer);
    this.#previous = this.#report;
    this.#report = report;
    this.shown.findings.clear();
    if (cancel.isCancellationRequested) return;
    if (report) this.#view.post({ type: 'report', answer });
    else await this.#update(client, workDoneToken, cancel, textsFirst);
  }
}

/** A whole report with the rows that did not come with it; a difference as it is. */
async function wholeAnswer(
  client: LanguageClient,
  uri: string,
  answer: LiveAnswer<ReportHead>,
): Promise<LiveAnswer<ReportHead>> {
  if ('difference' in answer) return answer;
  const { revision } = answer;
  const ask = (offset: number) => client.sendRequest(overviewRows, { uri, revision, offset, limit: rowsAtOnce });
  return { ...answer, ...(await allRows(answer, rowsAtOnce, ask)) };
}
