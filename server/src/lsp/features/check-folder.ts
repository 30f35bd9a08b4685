import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { append } from '../../ground/append.ts';
import { Breath } from '../../ground/breath.ts';
import { toDiagnostic } from '../convert.ts';
import { linesOfDataset } from '../dataset-lines.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Feature, ServerHost } from '../host.ts';
import { uriOf } from '../locate.ts';
import * as protocol from '../protocol.ts';

/** Diagnostics of one dataset that are shown at the most; the Overview has them all. */
const mostShown = 2000;
/** A folder is checked again after this many times the time the last check took: it may take a tenth of the server. */
const restFactor = 10;

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/**
 * Findings of closed captions, when the user asks: `tagmetry.diagnosticMode: folder`, or "Check folder". The editor's
 * request stays open and is answered in parts as findings change; nothing is sent for folders nobody asked about.
 * Only errors and warnings are shown for closed files.
 */
export const checkFolder: Feature = {
  start(host) {
    const folders = new CheckedFolders(host);
    host.connection.languages.diagnostics.onWorkspace((params, cancel, _, progress) =>
      folders.pull(params, cancel, progress),
    );
    host.connection.onRequest(protocol.checkFolder, (params) => folders.ask(params.uri));
  },
};

class CheckedFolders {
  readonly #host: ServerHost;
  /** Roots the user asked to check, whatever the setting says. */
  readonly #asked = new Set<string>();
  /** Result ids of what the client shows, by URI. */
  #shown = new Map<string, string>();
  #waiting: (() => void)[] = [];
  #revision = 0;

  constructor(host: ServerHost) {
    this.#host = host;
    host.onSettled(() => this.#wake());
  }

  /** Checks a folder from now on. Fails with a message when it cannot be listed. */
  async ask(uri: string): Promise<null> {
    this.#asked.add((await this.#host.datasets.of(uri)).root);
    this.#wake();
    return null;
  }

  /** Answers as long as the client listens; without a way to answer in parts, with the first findings that differ. */
  async pull(
    params: WorkspaceDiagnosticParams,
    cancel: CancellationToken,
    progress: Progress,
  ): Promise<WorkspaceDiagnosticReport> {
    this.#shown = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    cancel.onCancellationRequested(() => this.#wake());
    while (!cancel.isCancellationRequested) {
      const revision = this.#revision;
      const start = Date.now();
      const sent = await this.#report(cancel, progress);
      if (!progress && sent.length > 0) return { items: sent };
      const spent = Date.now() - start;
      if (spent > 0) await pause(spent * restFactor, cancel);
      if (revision === this.#revision && !cancel.isCancellationRequested) await this.#news();
    }
    return { items: [] };
  }

  #wake(): void {
    this.#revision++;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #news(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #report(cancel: CancellationToken, progress: Progress): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const sent: WorkspaceDocumentDiagnosticReport[] = [];
    const send = (items: WorkspaceDocumentDiagnosticReport[]): void => {
      if (items.length === 0) return;
      for (const item of items)
        if (item.kind === DocumentDiagnosticReportKind.Full && item.items.length > 0)
          this.#shown.set(item.uri, item.resultId ?? '');
        else this.#shown.delete(item.uri);
      append(sent, items);
      progress?.report({ items });
    };
    const present = new Set<string>();
    for (const dataset of await this.#host.datasets.all()) {
      if (!this.#asked.has(dataset.root) && dataset.settings.editor.diagnosticMode !== 'folder') continue;
      await this.#reportDataset(dataset, present, send, cancel);
    }
    if (cancel.isCancellationRequested) return sent;
    // What was shown and is no longer found, or no longer asked for.
    send([...this.#shown.keys()].filter((uri) => !present.has(uri)).map((uri) => full(uri, [], '')));
    return sent;
  }

  async #reportDataset(
    dataset: OpenDataset,
    present: Set<string>,
    send: (items: WorkspaceDocumentDiagnosticReport[]) => void,
    cancel: CancellationToken,
  ): Promise<void> {
    await dataset.index.whenComplete();
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    let shown = 0;
    const breath = new Breath();
    for (const { file } of [...dataset.index.captions]) {
      if (breath.isDue) {
        send(items);
        items = [];
        await breath.take();
        if (cancel.isCancellationRequested) return;
      }
      const uri = uriOf(`${dataset.root}/${file}`);
      const record = dataset.index.record(file);
      // An open caption is asked for by itself, with all its findings.
      if (!record || this.#host.documents.get(uri) || shown >= mostShown) continue;
      const counts = dataset.findings.summary(file)?.bySeverity;
      if (!counts || counts.error + counts.warning === 0) continue;
      const caption = { dataset, file, record };
      const findings = (await dataset.findings.of(file)).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      shown += findings.length;
      present.add(uri);
      const linesOf = linesOfDataset(caption);
      const diagnostics = findings.map((finding) => toDiagnostic(finding, dataset.root, linesOf));
      const resultId = fingerprint(JSON.stringify(diagnostics));
      if (this.#shown.get(uri) !== resultId) items.push(full(uri, diagnostics, resultId));
    }
    send(items);
  }
}

type FullReport = Extract<WorkspaceDocumentDiagnosticReport, { items: unknown }>;

function full(uri: string, items: FullReport['items'], resultId: string): WorkspaceDocumentDiagnosticReport {
  return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Waits, but not longer than anyone listens. */
function pause(milliseconds: number, cancel: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    cancel.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
