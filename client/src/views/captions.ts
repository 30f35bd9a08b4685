import path from 'node:path';
import * as vscode from 'vscode';
import { type WorkingItemEntry, type WorkingSetState, workingItems } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { t } from '../text.ts';
import type { WorkingSets } from '../working-set.ts';

/** Captions shown at first, and more at each wish. */
const pageLength = 500;

/** The last row where there are more captions than are shown. */
const more = Symbol('more captions');
interface Caption extends WorkingItemEntry {
  readonly place: number;
}
type Row = Caption | typeof more;

/** The Captions view: the working set with tokens and problems. */
export function register(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const changed = new vscode.EventEmitter<void>();
  let limit = pageLength;
  let shown = '';
  let rows: Row[] = [];
  /** The same rows with what the rules say, to be shown next. */
  let judged: readonly WorkingItemEntry[] | null = null;
  /** Counts what was asked for, so that an answer that comes late is not shown in place of a newer one. */
  let turn = 0;
  const refresh = (): void => {
    judged = null;
    turn++;
    changed.fire();
  };
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    async getChildren(parent) {
      const { state } = sets;
      if (parent || !state) return [];
      const { filter, count, revision } = state;
      view.description = filter === '' ? undefined : filter;
      view.message = filter === '' ? undefined : t('{0} captions match.', count);
      const client = await server.client();
      const ask = (judged: boolean) =>
        client.sendRequest(workingItems, { revision, offset: 0, limit, judged }).catch(() => null);
      const asked = turn;
      const items = judged ?? (await ask(false));
      judged = null;
      // What the rules say of the rest comes when it is there.
      if (items?.some(({ errors }) => errors === null))
        void ask(true).then((all) => {
          if (turn !== asked || all?.length !== items.length) return;
          judged = all;
          changed.fire();
        });
      if (items) rows = items.map((item, place): Row => ({ ...item, place }));
      return items && items.length < count ? [...rows, more] : rows;
    },
    getParent: () => null,
    getTreeItem: (row) => (row === more ? moreItem(rows.length, sets.state) : itemOf(row, sets.state)),
  };
  const view = vscode.window.createTreeView('tagmetry.captions', { treeDataProvider: provider });
  const reveal = (): void => {
    const place = sets.state?.current?.place ?? null;
    const row = place === null ? undefined : rows[place];
    if (view.visible && row && row !== more) void Promise.resolve(view.reveal(row, { select: true })).catch(() => {});
  };
  context.subscriptions.push(
    view,
    changed,
    sets.onDidChange((state) => {
      const key = JSON.stringify([state?.root, state?.revision, state?.filter]);
      if (key !== shown) {
        limit = pageLength;
        shown = key;
        refresh();
      } else reveal();
    }),
    server.onDatasetChanged((root) => {
      if (root === sets.state?.root) refresh();
    }),
    vscode.commands.registerCommand('tagmetry.showMoreCaptions', () => {
      limit += pageLength * 4;
      refresh();
    }),
  );
}

function moreItem(shown: number, state: WorkingSetState | null): vscode.TreeItem {
  const title = vscode.l10n.t('Show more ({0} of {1} are shown)', shown, state?.count ?? 0);
  const item = new vscode.TreeItem(title);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'tagmetry.showMoreCaptions', title };
  return item;
}

function itemOf(entry: Caption, state: WorkingSetState | null): vscode.TreeItem {
  const file = entry.caption ?? entry.key;
  const item = new vscode.TreeItem(vscode.Uri.joinPath(vscode.Uri.parse(state?.root ?? ''), file));
  item.id = `${state?.root}/${entry.key}`;
  item.label = file;
  const limit = state?.tokenLimit ?? null;
  const tokens = entry.tokens === null ? '–' : limit === null ? String(entry.tokens) : `${entry.tokens}/${limit}`;
  item.description = entry.wordless ? vscode.l10n.t('no caption') : `${tokens} · ${entry.text}`;
  const over = limit !== null && entry.tokens !== null && entry.tokens > limit;
  const [icon, colour] =
    (entry.errors ?? 0) > 0
      ? ['error', 'problemsErrorIcon.foreground']
      : (entry.warnings ?? 0) > 0 || over
        ? ['warning', 'problemsWarningIcon.foreground']
        : entry.wordless
          ? ['circle-slash', undefined]
          : [entry.errors === null ? 'circle-outline' : 'pass', undefined];
  item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
  item.tooltip = [
    file,
    t('{0} tokens, {1} tags', entry.tokens ?? '–', entry.tags),
    entry.errors === null
      ? vscode.l10n.t('Not judged yet')
      : t('{0} errors, {1} warnings', entry.errors, entry.warnings ?? 0),
    entry.image === null ? vscode.l10n.t('No image') : path.basename(entry.image),
  ].join('\n');
  item.command = {
    command: 'tagmetry.goToCaption',
    title: vscode.l10n.t('Open'),
    arguments: [state?.revision, entry.place],
  };
  item.contextValue = 'caption';
  return item;
}
