import * as vscode from 'vscode';
import { type TagChoicesParams, tagChoices } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

interface TagItem extends vscode.QuickPickItem {
  /** What the last of the typed tags becomes; null: what is typed stays. */
  readonly tag: string | null;
}

export interface TagQuestion {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Asked again when what the answer is for becomes another: a step that was on its way when the question came. */
  readonly title: () => string;
  readonly onDidChangeTitle: vscode.Event<unknown>;
  readonly among: TagChoicesParams['among'];
  /** Tags that the dataset does not have may be written, and are told; `first`: what is typed is meant before any proposal. */
  readonly mayBeNew: boolean | 'first';
  /** Settles when the server knows the captions as they are: proposals wait for it, what is typed does not. */
  readonly ready: Promise<void>;
}

/**
 * Asks for tags, several with commas between them, with proposals by count. Enter takes the proposal at the head; a new tag is an item
 * of its own at the end, one key up. Undefined when the user leaves.
 */
export function askTags(
  server: Server,
  { uri, title, onDidChangeTitle, among, mayBeNew, ready }: TagQuestion,
): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const pick = vscode.window.createQuickPick<TagItem>();
  pick.title = title();
  const following = onDidChangeTitle(() => {
    pick.title = title();
  });
  // The server's order counts: by number of captions, not by letters.
  Object.assign(pick, { sortByLabel: false });
  pick.placeholder = t('Tags, with commas between them');
  let asked = 0;
  const show = async (): Promise<void> => {
    const turn = ++asked;
    const typed = pieces(pick.value);
    const last = typed.at(-1) ?? '';
    const before = typed.slice(0, -1).filter((tag) => tag !== '');
    await ready;
    const client = await server.client();
    const choices = await client.sendRequest(tagChoices, { uri, typed: last, among }).catch(() => []);
    if (turn !== asked) return;
    const items: TagItem[] = choices.map(({ tag, captions, posts }) => ({
      tag,
      label: tag,
      description: captions > 0 ? String(captions) : (posts ?? 0).toLocaleString(vscode.env.language),
      detail: captions > 0 ? undefined : t('in your tag list, in no caption of the dataset'),
      alwaysShow: true,
    }));
    if (last === '' && before.length > 0)
      items.unshift({ tag: null, label: `$(check) ${before.join(', ')}`, alwaysShow: true });
    else if (mayBeNew !== false && last !== '' && !choices.some(({ tag }) => same(tag, last))) {
      const fresh: TagItem = {
        tag: null,
        label: `$(warning) ${t('New tag "{0}"', last)}`,
        description: t('in no caption of the dataset'),
        alwaysShow: true,
      };
      items.splice(mayBeNew === 'first' ? 0 : items.length, 0, fresh);
    } else if (mayBeNew === 'first') items.sort((a, b) => Number(same(b.label, last)) - Number(same(a.label, last)));
    pick.items = items;
  };
  let pending: Promise<void> | null = null;
  const ask = (): void => {
    const mine = show().finally(() => {
      if (pending === mine) pending = null;
    });
    pending = mine;
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(ask);
    pick.onDidAccept(async () => {
      // Enter may be faster than the proposals: it means the first of those to come.
      const isEarly = pending !== null;
      while (pending) await pending;
      const chosen = isEarly ? pick.items[0] : (pick.selectedItems[0] ?? pick.activeItems[0] ?? pick.items[0]);
      if (!chosen) return;
      const typed = pieces(pick.value);
      const tags = chosen.tag === null ? typed : [...typed.slice(0, -1), chosen.tag];
      resolve(tags.filter((tag) => tag !== ''));
      pick.hide();
    });
    pick.onDidHide(() => {
      following.dispose();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    ask();
  });
}

const pieces = (text: string): string[] => text.split(',').map((tag) => tag.trim());
const same = (a: string, b: string): boolean =>
  a.toLowerCase().replaceAll('_', ' ') === b.toLowerCase().replaceAll('_', ' ');
