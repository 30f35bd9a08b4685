import * as vscode from 'vscode';
import { type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import type { TagAction, ToHost, ToView, Verdict } from '../../../media/overview/messages.ts';
import { type Live, type LiveAnswer, takeAnswer } from '../../../server/src/ground/live-answer.ts';
import { allRows } from '../../../server/src/ground/row-pages.ts';
import {
  overviewClosed,
  overview as overviewRequest,
  overviewRows,
  setVerdict,
} from '../../../server/src/lsp/protocol.ts';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import { webviewPage } from '../webview-page.ts';
import { type Action, abilitiesOf } from './actions.ts';
import { answerQuestion, type Shown } from './answers.ts';
import type { Copies } from './keep-best.ts';
import { readMessage, targetOf } from './places.ts';

export const viewType = 'tagmetry.overview';

/** Milliseconds without a change before the report is asked for again. */
const settleTime = 150;

type FailureMode = ReportHead['advice']['risks'][number]['mode'];

/** Anchors of the headings under which docs/failure-modes.md speaks of each failure mode. */
const headings: Readonly<Record<FailureMode, string>> = {
  memorization: 'memorization',
  'concept-bleed': 'concept-bleed',
  'identity-collapse': 'identity',
  'prompt-sensitivity': 'captions',
  'style-drift': 'style',
  'training-instability': 'training-instability',
  'weak-sdxl': 'resolution',
};

/** Rows of the long lists that are sent at once. */
const rowsAtOnce = 1000;

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

export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  getClient(): Promise<LanguageClient>;
  exportReport(root: vscode.Uri): Promise<void>;
  /** Starts what a step of the playbook offers. */
  start(root: vscode.Uri, action: Action): Promise<void>;
  /** Does something with a tag, in normal form. `folder`: of the only concept, relative to the root. */
  actOnTag(root: vscode.Uri, tag: string, action: TagAction, folder: string): Promise<void>;
  /** Makes captions alike: with the text of one, or (null) with the tags of all. */
  shareCaptions(root: vscode.Uri, captions: readonly string[], from: string | null): Promise<void>;
  /** Moves images out of the dataset, after asking. */
  moveAside(root: vscode.Uri, files: readonly string[]): Promise<void>;
  /** Moves images of which others show the same better out of the dataset, after showing them. */
  keepBest(root: vscode.Uri, groups: readonly Copies[]): Promise<void>;
}

/**
 * One Folder Overview: a webview and the report it shows, kept up to date by what changed. The report is kept here; a hidden view is
 * thrown away and gets the whole when it comes back.
 */
export class OverviewPanel {
  readonly root: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #services: PanelServices;
  #report: Live<ReportHead> | null = null;
  /** The report before it. */
  #previous: Live<ReportHead> | null = null;
  /** Findings of this revision that the view was given, by their numbers, and the captions of its last question. */
  readonly #shown: Shown = { hits: [], findings: new Map() };
  #runs = 0;
  #stale = true;
  /** Somebody did not want to wait for the images. */
  #textsOnly = false;
  #running: vscode.CancellationTokenSource | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: vscode.WebviewPanel, root: vscode.Uri, services: PanelServices) {
    this.root = root;
    this.#panel = panel;
    this.#services = services;
    const name = root.path.split('/').filter(Boolean).at(-1) ?? '';
    panel.title = name;
    panel.iconPath = {
      light: vscode.Uri.joinPath(services.extensionUri, 'media', 'overview-light.svg'),
      dark: vscode.Uri.joinPath(services.extensionUri, 'media', 'overview-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(services.extensionUri, 'dist', 'media')],
    };
    panel.webview.onDidReceiveMessage((data) => this.#receive(data));
    panel.onDidDispose(() => this.#dispose());
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.#stale) this.#request();
    });
    panel.webview.html = webviewPage(panel.webview, services.extensionUri, 'overview', name);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  /** Whether what is shown has to do with a dataset: it is that folder, or one above or below it. */
  concerns(root: string): boolean {
    const [mine, other] = [this.root.path, vscode.Uri.parse(root).path].map((path) => `${path.replace(/\/$/, '')}/`);
    return mine.startsWith(other) || other.startsWith(mine);
  }

  /** The dataset is no longer what is shown. Changes that come close together cost one report. */
  changed(): void {
    this.#stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#panel.visible) this.#request();
    }, settleTime);
  }

  #dispose(): void {
    clearTimeout(this.#timer);
    this.#textsOnly = false;
    this.#running?.cancel();
    const uri = this.root.toString();
    void this.#services.getClient().then((client) => client.sendNotification(overviewClosed, { uri }));
  }

  #post(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }

  async #receive(data: unknown): Promise<void> {
    const message = readMessage(data);
    switch (message?.type) {
      case 'ready':
        this.#post({
          type: 'start',
          language: vscode.env.language,
          texts: vscode.l10n.bundle ?? {},
          root: this.root.toString(),
          abilities: await abilitiesOf(),
        });
        if (this.#report) this.#post({ type: 'report', answer: this.#report });
        if (this.#stale) this.#request();
        break;
      case 'refresh':
        this.#stale = true;
        this.#textsOnly = false;
        this.#request();
        break;
      case 'stop':
        this.#textsOnly = true;
        this.#running?.cancel();
        break;
      case 'open': {
        const report = this.#reportAt(message.revision);
        const target = report && targetOf(this.root, report, this.#shown.findings, this.#shown.hits, message.place);
        if (target) await this.#open(target);
        break;
      }
      case 'explain': {
        const rule = this.#reportAt(message.revision)?.summary.rules[message.index]?.rule;
        if (rule) await this.#explain(rule);
        break;
      }
      case 'rule': {
        const rule = this.#reportAt(message.revision)?.summary.rules[message.index]?.rule;
        if (rule && message.action === 'fix-all')
          await vscode.commands.executeCommand('tagmetry.fixFolder', this.root, rule);
        else if (rule) await this.#tagIn(`rule:${rule}`);
        break;
      }
      case 'fix': {
        const report = this.#reportAt(message.revision);
        const place = { kind: 'finding', index: message.index } as const;
        const target = report && targetOf(this.root, report, this.#shown.findings, this.#shown.hits, place);
        if (!target) break;
        await this.#open(target);
        await vscode.commands.executeCommand('editor.action.quickFix');
        break;
      }
      case 'explain-risk': {
        const mode = this.#reportAt(message.revision)?.advice.risks[message.index]?.mode;
        if (mode) await this.#explainRisk(mode);
        break;
      }
      case 'tag': {
        const tag = this.#reportAt(message.revision)?.tags[message.index]?.tag;
        const folders = this.#report?.concepts.filter(({ regularization }) => !regularization) ?? [];
        if (tag !== undefined)
          await this.#services.actOnTag(this.root, tag, message.action, folders.length === 1 ? folders[0].folder : '');
        break;
      }
      case 'ask':
        await this.#reply(message);
        break;
      case 'act': {
        const step = this.#reportAt(message.revision)?.advice[message.step.list].x[message.step.index];
        if (step) await this.#services.start(this.root, step.action);
        break;
      }
      case 'judge': {
        const cluster = this.#reportAt(message.revision)?.clusters[message.cluster];
        if (cluster) await this.#judge(cluster.files, message.verdict);
        break;
      }
      case 'share-captions':
        await this.#shareCaptions(this.#reportAt(message.revision), message.cluster, message.from);
        break;
      case 'move-aside': {
        const report = this.#reportAt(message.revision);
        const files = message.images.flatMap((image) => report?.images[image]?.file ?? []);
        if (files.length > 0) await this.#services.moveAside(this.root, files);
        break;
      }
      case 'keep-best': {
        const images = this.#reportAt(message.revision)?.images;
        const groups = message.groups.flatMap(([best, ...others]) =>
          images?.[best] ? [{ best: images[best], others: others.flatMap((image) => images[image] ?? []) }] : [],
        );
        if (groups.some(({ others }) => others.length > 0)) await this.#services.keepBest(this.root, groups);
        break;
      }
      case 'export':
        await this.#services.exportReport(this.root);
        break;
    }
  }

  async #reply({ id, revision, question }: Extract<ToHost, { type: 'ask' }>): Promise<void> {
    try {
      const report = this.#reportAt(revision);
      if (!report) throw new Error(vscode.l10n.t('The dataset was changed meanwhile.'));
      const client = await this.#services.getClient();
      this.#post({
        type: 'answer',
        id,
        answer: await answerQuestion(client, this.root.toString(), report, question, this.#shown),
      });
    } catch (error) {
      this.#post({ type: 'refused', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  async #shareCaptions(report: ReportHead | null, cluster: number, from: number | null): Promise<void> {
    if (!report) return;
    const { clusters, images } = report;
    const files = new Set(clusters[cluster]?.files);
    const captions = images.flatMap(({ file, caption }) => (files.has(file) && caption !== null ? [caption] : []));
    const source = from === null ? null : images[from]?.caption;
    if (captions.length > 1 && source !== undefined && (source === null) === (from === null))
      await this.#services.shareCaptions(this.root, captions, source);
  }

  async #judge(files: readonly string[], verdict: Verdict | null): Promise<void> {
    try {
      const client = await this.#services.getClient();
      const sidecar = vscode.Uri.joinPath(this.root, '.tagmetry.json').toString();
      const open = () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sidecar);
      const hadChanges = open()?.isDirty ?? false;
      await client.sendRequest(setVerdict, { uri: this.root.toString(), files, verdict });
      // A decision is saved at once, unless that would save unfinished typing of the user's with it.
      if (!hadChanges) await open()?.save();
      this.changed();
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  /** The report that a message of the view speaks of: a new one may be on its way to it while a button is pressed. */
  #reportAt(revision: number): Live<ReportHead> | null {
    return [this.#report, this.#previous].find((report) => report?.revision === revision) ?? null;
  }

  /** Asks for a report, unless one is being made: then another follows it. */
  async #request(): Promise<void> {
    if (this.#running) return;
    const run = new vscode.CancellationTokenSource();
    this.#running = run;
    this.#stale = false;
    this.#post({ type: 'progress', message: '' });
    try {
      const client = await this.#services.getClient();
      const token = `${viewType}-${this.root}-${++this.#runs}`;
      const progress = client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind !== 'end' && value.message) this.#post({ type: 'progress', message: value.message });
      });
      try {
        // The texts first, which are known: images take their time.
        if (!this.#report || this.#textsOnly) await this.#update(client, token, run.token, true);
        if (!this.#textsOnly) {
          this.#post({ type: 'progress', message: '' });
          await this.#update(client, token, run.token, false);
        }
      } finally {
        progress.dispose();
      }
    } catch (error) {
      if (run.token.isCancellationRequested) this.#post({ type: 'progress', message: null });
      else this.#post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
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
    const uri = this.root.toString();
    const since = this.#report ? { since: this.#report.revision } : {};
    const params = { uri, workDoneToken, ...since, rows: rowsAtOnce, textsFirst };
    const answer = await wholeAnswer(client, uri, await client.sendRequest(overviewRequest, params, cancel));
    const report = takeAnswer(this.#report, answer);
    this.#previous = this.#report;
    this.#report = report;
    this.#shown.findings.clear();
    if (cancel.isCancellationRequested) return;
    if (report) this.#post({ type: 'report', answer });
    else await this.#update(client, workDoneToken, cancel, textsFirst);
  }

  async #open({ uri, selection, isImage }: NonNullable<ReturnType<typeof targetOf>>): Promise<void> {
    // Beside the overview, so that it stays in sight.
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.#panel.viewColumn);
    const viewColumn = other?.viewColumn ?? vscode.ViewColumn.Beside;
    if (isImage) await vscode.commands.executeCommand('vscode.open', uri, { viewColumn, preview: true });
    else await vscode.window.showTextDocument(uri, { viewColumn, selection, preview: true });
  }

  /** Goes through the captions that a filter means, in the workbench. */
  async #tagIn(filter: string): Promise<void> {
    await vscode.commands.executeCommand('tagmetry.filterCaptions', filter, this.root);
    await vscode.commands.executeCommand('tagmetry.openWorkbench');
  }

  async #explain(rule: string): Promise<void> {
    await vscode.commands.executeCommand('tagmetry.explainRule', rule);
  }

  /** The page of the failure modes, at the heading of one. */
  async #explainRisk(mode: FailureMode): Promise<void> {
    const page = vscode.Uri.joinPath(this.#services.extensionUri, 'docs', 'failure-modes.md');
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page.with({ fragment: headings[mode] }));
  }
}
