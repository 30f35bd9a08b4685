import * as vscode from 'vscode';
import { type BulkOperation, bulkPreview, workingTargets } from '../../server/src/lsp/protocol.ts';
import { editCaptions } from './bulk.ts';
import type { Server } from './server.ts';
import type { WorkingSets } from './working-set.ts';

/**
 * Edits the captions that a filter means, after showing what changes. Where the views show only some of those, by a selection or a filter,
 * it is asked which are meant, and what is shown comes first.
 */
export async function editShown(
  server: Server,
  sets: WorkingSets,
  uri: string,
  filter: string,
  operation: BulkOperation,
): Promise<void> {
  const { t } = vscode.l10n;
  await sets.settled();
  const { state } = sets;
  const isNarrowed = state?.root === uri && (state.filter !== '' || state.selection.length > 0);
  if (!isNarrowed) return editCaptions(server, uri, filter, operation);
  const client = await server.client();
  const of = state.selection.length > 0 ? 'chosen' : 'all';
  const { captions } = await client.sendRequest(workingTargets, { of });
  const { changes, title } = await client.sendRequest(bulkPreview, { uri, filter, operation });
  const shown = new Set(captions);
  const inSight = changes.filter(({ file }) => shown.has(file)).length;
  if (inSight === changes.length) return editCaptions(server, uri, filter, operation);
  const items = [
    {
      label: of === 'chosen' ? `$(checklist) ${t('Selected captions')}` : `$(filter) ${t('Filtered captions')}`,
      description: String(inSight),
      detail: of === 'chosen' ? undefined : state.filter,
      only: captions,
    },
    { label: `$(list-unordered) ${t('The whole dataset')}`, description: String(changes.length), only: undefined },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('{0}: in which captions?', title),
    placeHolder: state.name,
    ignoreFocusOut: true,
  });
  if (chosen) await editCaptions(server, uri, filter, operation, chosen.only);
}
