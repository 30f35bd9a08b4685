import * as vscode from 'vscode';
import { workingTargets } from '../../server/src/lsp/protocol.ts';
import { askFilter } from './filter-input.ts';
import type { Server } from './server.ts';
import { t } from './text.ts';
import type { WorkingSets } from './working-set.ts';

/** The captions that a bulk edit is about. */
export interface BulkScope {
  /** In the filter language; empty for all. */
  readonly filter: string;
  /** Only these of them, relative to the dataset's root. */
  readonly files?: readonly string[];
}

type Choice = 'chosen' | 'working-set' | 'all' | 'filter';

/**
 * Asks which captions of a dataset are meant. What the views show comes first: the selection, else the filtered captions. Without either
 * only a filter is asked for. Undefined when the user leaves.
 */
export async function askScope(server: Server, sets: WorkingSets, uri: string): Promise<BulkScope | undefined> {
  const title = t('Edit captions: which ones?');
  const { state } = sets;
  const isShown = state?.root === uri;
  if (!isShown || (state.filter === '' && state.selection.length === 0)) {
    const filter = await askFilter(server, uri, title);
    return filter === undefined ? undefined : { filter };
  }
  const items: (vscode.QuickPickItem & { readonly choice: Choice })[] = [];
  if (state.selection.length > 0)
    items.push({ choice: 'chosen', label: `$(checklist) ${t('{0} selected captions', state.targets)}` });
  if (state.filter !== '')
    items.push({
      choice: 'working-set',
      label: `$(filter) ${t('{0} captions', state.count)}`,
      description: state.filter,
    });
  items.push(
    { choice: 'all', label: `$(list-unordered) ${t('All {0} captions', state.total)}`, description: state.name },
    { choice: 'filter', label: `$(edit) ${t('Another filter…')}` },
  );
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: state.name, ignoreFocusOut: true });
  switch (chosen?.choice) {
    case 'all':
      return { filter: '' };
    case 'filter': {
      const filter = await askFilter(server, uri, title, state.filter);
      return filter === undefined ? undefined : { filter };
    }
    case 'chosen':
    case 'working-set': {
      const client = await server.client();
      const of = chosen.choice === 'chosen' ? 'chosen' : 'all';
      const { captions } = await client.sendRequest(workingTargets, { of });
      return { filter: '', files: captions };
    }
    default:
      return undefined;
  }
}
