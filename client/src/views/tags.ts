import * as vscode from 'vscode';

import type { TagAction } from '../../../media/overview/messages.ts';
import { allowTag, type ListedTag, type TagListing, tagList } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { actOnTag } from '../tag-actions.ts';

import type { WorkingSets } from '../working-set.ts';
import { folderFollower } from './folder-follower.ts';

type Category = TagListing['categories'][number];
type Node = { readonly kind: 'category'; readonly category: Category } | ({ readonly kind: 'tag' } & ListedTag);

/** The Tags view: the vocabulary of the dataset at hand by category, with counts and actions. */
export function register(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const changed = new vscode.EventEmitter<undefined>();
  let uri: string | null = null;
  let needle = '';
  let listing: TagListing | null = null;
  let byLift = false;
  const fits = ({ tag }: { tag: string }): boolean => tag.includes(needle);
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    async getChildren(parent) {
      if (uri === null) return [];
      if (parent?.kind === 'tag') return [];
      if (parent) {
        const found = parent.category.tags.filter(fits);
        if (byLift) found.sort((a, b) => (b.lift?.value ?? 0) - (a.lift?.value ?? 0));
        return found.map((tag) => ({ kind: 'tag', ...tag }));
      }
      listing = await (await server.client()).sendRequest(tagList, { uri });
      view.message = needle === '' ? undefined : vscode.l10n.t('Tags with "{0}"', needle);
      return listing.categories
        .filter(({ tags }) => tags.some(fits))
        .map((category) => ({ kind: 'category', category }));
    },
    getTreeItem: (node) => itemOf(node, listing?.captions ?? 0, needle, byLift),
  };
  const view = vscode.window.createTreeView('tagmetry.tags', { treeDataProvider: provider, showCollapseAll: true });
  const act = (id: string, action: TagAction): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (given?: Node) => {
      // By key it is about the row that is selected.
      const node = given ?? view.selection[0];
      if (node?.kind === 'tag' && uri !== null)
        await actOnTag(server, sets, vscode.Uri.parse(uri), node.tag, action, '', true);
    });
  context.subscriptions.push(
    view,
    changed,
    folderFollower(server, sets, view, (folder) => {
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
    act('tagmetry.useAsClass', 'class-word'),
    vscode.commands.registerCommand('tagmetry.verifyListedTag', async (node?: Node) => {
      if (node?.kind === 'tag' && uri !== null)
        await vscode.commands.executeCommand('tagmetry.verifyTag', vscode.Uri.parse(uri), node.tag);
    }),
    vscode.commands.registerCommand('tagmetry.allowTag', async (node?: Node) => {
      if (node?.kind !== 'tag' || uri === null) return;
      try {
        await (await server.client()).sendRequest(allowTag, { uri, tag: node.tag });
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
    ...(['count', 'lift'] as const).map((order) =>
      vscode.commands.registerCommand(`tagmetry.sortTagsBy${order === 'lift' ? 'Lift' : 'Count'}`, async () => {
        byLift = order === 'lift';
        await vscode.commands.executeCommand('setContext', 'tagmetry.tagsByLift', byLift);
        changed.fire(undefined);
      }),
    ),
  );
}

function itemOf(node: Node, captions: number, needle: string, byLift: boolean): vscode.TreeItem {
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
  const lift = byLift && node.lift ? ` · ${vscode.l10n.t('lift {0}', node.lift.value.toFixed(2))}` : '';
  item.description = `${node.captions} · ${share.toFixed(1)} %${lift}`;
  if (node.lift)
    item.tooltip = vscode.l10n.t(
      '{0}: {1} times as frequent beside {2} as in all captions',
      node.tag,
      node.lift.value.toFixed(2),
      node.lift.trigger,
    );
  item.contextValue = 'tag';
  item.command = { command: 'tagmetry.showTagCaptions', title: vscode.l10n.t('Show captions'), arguments: [node] };
  return item;
}
