import path from 'node:path';
import * as vscode from 'vscode';
import type { CaptionList, CaptionListEntry } from '../../../server/src/lsp/protocol.ts';
import { placeOf } from '../bulk.ts';
import { ShownCaptions } from '../caption-list.ts';
import { askFilter } from '../filter-input.ts';
import type { Server } from '../server.ts';
import { folderFollower } from './folder-follower.ts';

/** Captions shown at first, and more at each wish. */
const pageLength = 500;

/** The last row where there are more captions than are shown. */
const more = Symbol('more captions');
type Row = CaptionListEntry | typeof more;

/** The Captions view: the captions of the dataset at hand with tokens and problems, filtered by the filter language. */
export function register(context: vscode.ExtensionContext, server: Server): void {
  const changed = new vscode.EventEmitter<void>();
  const shown = new ShownCaptions();
  let uri: string | null = null;
  let filter = '';
  let limit = pageLength;
  let list: CaptionList | null = null;
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    async getChildren(parent) {
      if (parent || uri === null) return [];
      list = await shown.update(await server.client(), uri, filter, limit);
      view.description = filter === '' ? undefined : filter;
      view.badge = undefined;
      view.message = filter === '' ? undefined : vscode.l10n.t('{0} captions match.', list.total);
      return list.captions.length < list.total ? [...list.captions, more] : [...list.captions];
    },
    getTreeItem: (row) => (row === more ? moreItem(list) : itemOf(row, list)),
  };
  const view = vscode.window.createTreeView('tagmetry.captions', { treeDataProvider: provider });
  const refresh = (): void => changed.fire();
  context.subscriptions.push(
    view,
    changed,
    folderFollower(server, view, (folder) => {
      if (folder !== uri) limit = pageLength;
      uri = folder;
      refresh();
    }),
    vscode.commands.registerCommand('tagmetry.showMoreCaptions', () => {
      limit += pageLength * 4;
      refresh();
    }),
    vscode.commands.registerCommand('tagmetry.filterCaptions', async (given?: unknown) => {
      const place = uri ?? placeOf();
      if (!place) return;
      const asked =
        typeof given === 'string'
          ? given
          : await askFilter(server, place, vscode.l10n.t('Show which captions?'), filter);
      if (asked === undefined) return;
      filter = asked;
      limit = pageLength;
      uri = place;
      await vscode.commands.executeCommand('setContext', 'tagmetry.captionsFiltered', filter !== '');
      await vscode.commands.executeCommand('tagmetry.captions.focus');
      refresh();
    }),
    vscode.commands.registerCommand('tagmetry.clearCaptionFilter', async () => {
      filter = '';
      limit = pageLength;
      await vscode.commands.executeCommand('setContext', 'tagmetry.captionsFiltered', false);
      refresh();
    }),
  );
}

function moreItem(list: CaptionList | null): vscode.TreeItem {
  const title = vscode.l10n.t('Show more ({0} of {1} are shown)', list?.captions.length ?? 0, list?.total ?? 0);
  const item = new vscode.TreeItem(title);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'tagmetry.showMoreCaptions', title };
  return item;
}

function itemOf(entry: CaptionListEntry, list: CaptionList | null): vscode.TreeItem {
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(list?.root ?? ''), entry.file);
  const item = new vscode.TreeItem(uri);
  // The folder is named only where names alone would not tell captions apart.
  item.label = list?.manyFolders ? entry.file : path.basename(entry.file);
  const limit = list?.tokenLimit ?? null;
  const tokens = entry.tokens === null ? '–' : limit === null ? String(entry.tokens) : `${entry.tokens}/${limit}`;
  item.description = `${tokens} · ${entry.text}`;
  const over = limit !== null && entry.tokens !== null && entry.tokens > limit;
  const [icon, colour] =
    entry.errors > 0
      ? ['error', 'problemsErrorIcon.foreground']
      : entry.warnings > 0 || over
        ? ['warning', 'problemsWarningIcon.foreground']
        : ['pass', undefined];
  item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
  item.tooltip = [
    entry.file,
    vscode.l10n.t('{0} tokens, {1} tags', entry.tokens ?? '–', entry.tags),
    vscode.l10n.t('{0} errors, {1} warnings', entry.errors, entry.warnings),
    entry.image === null ? vscode.l10n.t('No image') : path.basename(entry.image),
  ].join('\n');
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: true }] };
  item.contextValue = 'caption';
  return item;
}
