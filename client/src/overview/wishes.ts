import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { TagAction, ToHost, Verdict } from '../../../media/overview/messages.ts';
import { setVerdict } from '../../../server/src/lsp/protocol.ts';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import type { Action } from './actions.ts';
import type { Copies } from './keep-best.ts';
import type { LiveOverview } from './live-overview.ts';
import { type Target, targetOf } from './places.ts';

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

/** What a page can ask for beside reports: everything that names something of the report by its number. */
export type Wish = Exclude<ToHost, { type: 'ready' | 'refresh' | 'stop' | 'ask' }>;

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

/** Fulfils what the page of one folder asks for. What it names and was not given is passed over. */
export class Wishes {
  readonly #root: vscode.Uri;
  readonly #services: PanelServices;
  readonly #live: LiveOverview;
  /** Column of the page, which what is opened must not cover. */
  readonly #column: () => vscode.ViewColumn | undefined;

  constructor(
    root: vscode.Uri,
    services: PanelServices,
    live: LiveOverview,
    column: () => vscode.ViewColumn | undefined,
  ) {
    this.#root = root;
    this.#services = services;
    this.#live = live;
    this.#column = column;
  }

  async fulfil(wish: Wish): Promise<void> {
    if (wish.type === 'export') return this.#services.exportReport(this.#root);
    const report = this.#live.at(wish.revision);
    if (report) await this.#fulfil(wish, report);
  }

  async #fulfil(wish: Exclude<Wish, { type: 'export' }>, report: ReportHead): Promise<void> {
    const { shown } = this.#live;
    switch (wish.type) {
      case 'open': {
        const target = targetOf(this.#root, report, shown, wish.place);
        if (target) await this.#open(target);
        break;
      }
      case 'explain': {
        const rule = report.summary.rules[wish.index]?.rule;
        if (rule) await vscode.commands.executeCommand('tagmetry.explainRule', rule);
        break;
      }
      case 'rule': {
        const rule = report.summary.rules[wish.index]?.rule;
        if (rule && wish.action === 'fix-all')
          await vscode.commands.executeCommand('tagmetry.fixFolder', this.#root, rule);
        else if (rule) await this.#tagIn(`rule:${rule}`);
        break;
      }
      case 'fix': {
        const target = targetOf(this.#root, report, shown, { kind: 'finding', index: wish.index });
        if (!target) break;
        await this.#open(target);
        await vscode.commands.executeCommand('editor.action.quickFix');
        break;
      }
      case 'explain-risk': {
        const mode = report.advice.risks[wish.index]?.mode;
        if (mode) await this.#explainRisk(mode);
        break;
      }
      case 'tag': {
        const tag = report.tags[wish.index]?.tag;
        const folders = report.concepts.filter(({ regularization }) => !regularization);
        if (tag !== undefined)
          await this.#services.actOnTag(this.#root, tag, wish.action, folders.length === 1 ? folders[0].folder : '');
        break;
      }
      case 'act': {
        const step = report.advice[wish.step.list].x[wish.step.index];
        if (step) await this.#services.start(this.#root, step.action);
        break;
      }
      case 'judge': {
        const cluster = report.clusters[wish.cluster];
        if (cluster) await this.#judge(cluster.files, wish.verdict);
        break;
      }
      case 'share-captions':
        await this.#shareCaptions(report, wish.cluster, wish.from);
        break;
      case 'move-aside': {
        const files = wish.images.flatMap((image) => report.images[image]?.file ?? []);
        if (files.length > 0) await this.#services.moveAside(this.#root, files);
        break;
      }
      case 'keep-best': {
        const { images } = report;
        const groups = wish.groups.flatMap(([best, ...others]) =>
          images[best] ? [{ best: images[best], others: others.flatMap((image) => images[image] ?? []) }] : [],
        );
        if (groups.some(({ others }) => others.length > 0)) await this.#services.keepBest(this.#root, groups);
        break;
      }
    }
  }

  async #shareCaptions({ clusters, images }: ReportHead, cluster: number, from: number | null): Promise<void> {
    const files = new Set(clusters[cluster]?.files);
    const captions = images.flatMap(({ file, caption }) => (files.has(file) && caption !== null ? [caption] : []));
    const source = from === null ? null : images[from]?.caption;
    if (captions.length > 1 && source !== undefined && (source === null) === (from === null))
      await this.#services.shareCaptions(this.#root, captions, source);
  }

  async #judge(files: readonly string[], verdict: Verdict | null): Promise<void> {
    try {
      const client = await this.#services.getClient();
      const sidecar = vscode.Uri.joinPath(this.#root, '.tagmetry.json').toString();
      const open = () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sidecar);
      const hadChanges = open()?.isDirty ?? false;
      await client.sendRequest(setVerdict, { uri: this.#root.toString(), files, verdict });
      // A decision is saved at once, unless that would save unfinished typing of the user's with it.
      if (!hadChanges) await open()?.save();
      this.#live.changed();
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  async #open({ uri, selection, isImage }: Target): Promise<void> {
    // Beside the overview, so that it stays in sight.
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.#column());
    const viewColumn = other?.viewColumn ?? vscode.ViewColumn.Beside;
    if (isImage) await vscode.commands.executeCommand('vscode.open', uri, { viewColumn, preview: true });
    else await vscode.window.showTextDocument(uri, { viewColumn, selection, preview: true });
  }

  /** Goes through the captions that a filter means, in the workbench. */
  async #tagIn(filter: string): Promise<void> {
    await vscode.commands.executeCommand('tagmetry.filterCaptions', filter, this.#root);
    await vscode.commands.executeCommand('tagmetry.openWorkbench');
  }

  /** The page of the failure modes, at the heading of one. */
  async #explainRisk(mode: FailureMode): Promise<void> {
    const page = vscode.Uri.joinPath(this.#services.extensionUri, 'docs', 'failure-modes.md');
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page.with({ fragment: headings[mode] }));
  }
}
