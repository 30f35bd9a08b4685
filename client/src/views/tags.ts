import * as vscode from 'vscode';
import type { TagAction } from '../../../media/overview/messages.ts';
import { type TagListing, tagList } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { actOnTag } from '../tag-actions.ts';
import { folderFollower } from './folder-follower.ts';

type Category = TagListing['categories'][number];
type Node =
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'tag'; readonly tag: string; readonly captions: number };

/** The Tags view: the vocabulary of the dataset at hand by category, with counts and actions. */
export function register(context: vscode.ExtensionContext, server: Server): void {
  const changed = new vscode.EventEmitter<undefined>();
  let uri: string | null = null;
  let needle = '';
  let listing: TagListing | null = null;
  const fits = ({ tag }: { tag: string }): boolean => tag.includes(needle);
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    async getChildren(parent) {
      if (uri === null) return [];
      if (parent?.kind === 'tag') return [];
      if (parent) return parent.category.tags.filter(fits).map((tag) => ({ kind: 'tag', ...tag }));
      listing = await (await server.client()).sendRequest(tagList, { uri });
      view.message = needle === '' ? undefined : vscode.l10n.t('Tags with "{0}"', needle);
      return listing.categories
        .filter(({ tags }) => tags.some(fits))
        .map((category) => ({ kind: 'category', category }));
    },
    getTreeItem: (node) => itemOf(node, listing?.captions ?? 0, needle),
  };
  const view = vscode.window.createTreeView('tagmetry.tags', { treeDataProvider: provider, showCollapseAll: true });
  const act = (id: string, action: TagAction): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (node?: Node) => {
      if (node?.kind === 'tag' && uri !== null) await actOnTag(server, vscode.Uri.parse(uri), node.tag, action);
    });
  context.subscriptions.push(
    view,
    changed,
    folderFollower(server, view, (folder) => {
      uri = folder;
      changed.fire(undefined);
    }),
    vscode.commands.registerCommand('tagmetry.filterTags', async () => {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Show tags that hold'),
        value: needle,
        prompt: vscode.l10n.t('Empty shows all tags.'),
      });
      if (text === undefined) return;
      needle = text.trim().toLowerCase().replaceAll('_', ' ');
      changed.fire(undefined);
    }),
    act('tagmetry.showTagCaptions', 'show'),
    act('tagmetry.renameTag', 'rename'),
    act('tagmetry.removeTag', 'remove'),
    act('tagmetry.useAsTrigger', 'trigger'),
  );
}

function itemOf(node: Node, captions: number, needle: string): vscode.TreeItem {
  if (node.kind === 'category') {
    const { name, tags } = node.category;
    const state = needle === '' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
    const item = new vscode.TreeItem(name, state);
    item.description = String(tags.length);
    item.id = `${name}/${needle}`;
    return item;
  }
  const item = new vscode.TreeItem(node.tag);
  const share = captions === 0 ? 0 : (100 * node.captions) / captions;
  item.description = `${node.captions} · ${share.toFixed(1)} %`;
  item.contextValue = 'tag';
  item.command = { command: 'tagmetry.showTagCaptions', title: vscode.l10n.t('Show captions'), arguments: [node] };
  return item;
}
