import * as vscode from 'vscode';
import { filterHelp } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

interface FilterItem extends vscode.QuickPickItem {
  /** The filter as it reads once this item is chosen; undefined for "use the filter". */
  readonly filter?: string;
}

/** Asks for a filter, with proposals while it is written. Undefined when the user leaves. */
export function askFilter(server: Server, uri: string, title: string, filter = ''): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<FilterItem>();
  pick.title = title;
  // The server's order counts, not that of the letters.
  Object.assign(pick, { sortByLabel: false });
  pick.placeholder = vscode.l10n.t('Filter, such as has:"long hair" and tokens>75; empty for all captions');
  pick.value = filter;
  pick.ignoreFocusOut = true;
  let asked = 0;
  const show = async (): Promise<void> => {
    const turn = ++asked;
    const { value } = pick;
    const use: FilterItem = {
      label: `$(filter) ${value === '' ? vscode.l10n.t('All captions') : value}`,
      alwaysShow: true,
    };
    try {
      const client = await server.client();
      const help = await client.sendRequest(filterHelp, { uri, filter: value, offset: value.length });
      if (turn !== asked) return;
      pick.items = [
        { ...use, detail: help.problem ?? undefined },
        ...help.proposals.map(({ label, detail, filter }) => ({
          label,
          description: detail,
          filter,
          alwaysShow: true,
        })),
      ];
    } catch {
      pick.items = [use];
    }
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen?.filter !== undefined) {
        pick.value = chosen.filter;
        void show();
      } else if (!chosen?.detail) {
        resolve(pick.value);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void show();
  });
}
