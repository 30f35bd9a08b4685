import * as vscode from 'vscode';
import type { Ability } from '../../../media/overview/messages.ts';
import type { BulkOperation } from '../../../server/src/lsp/protocol.ts';
import type { AuditReport } from '../../../server/src/report/report.ts';
import { editShown } from '../scoped-edit.ts';
import type { Server } from '../server.ts';
import type { WorkingSets } from '../working-set.ts';

export type Action = AuditReport['advice']['playbook']['x'][number]['action'];

/** Shows the captions that a filter lets through. */
const filterCommand = 'tagmetry.filterCaptions';

/** What can be started here. */
export async function abilitiesOf(): Promise<Ability[]> {
  const commands = await vscode.commands.getCommands(true);
  return commands.includes(filterCommand) ? ['filter', 'bulk-edit'] : ['bulk-edit'];
}

/** Starts what a step of the playbook offers; the view does the other kinds itself. */
export async function start(server: Server, sets: WorkingSets, root: vscode.Uri, action: Action): Promise<void> {
  if (action.kind === 'filter') await vscode.commands.executeCommand(filterCommand, action.expression, root);
  if (action.kind !== 'bulk-edit') return;
  let { operation } = action;
  if (operation.kind === 'replace' && operation.with === '') {
    const other = await vscode.window.showInputBox({
      prompt: vscode.l10n.t('Replace "{0}" with what?', operation.tag),
      ignoreFocusOut: true,
    });
    if (!other) return;
    operation = { ...operation, with: other };
  }
  await editShown(server, sets, root.toString(), action.filter, asBulk(operation));
}

const asBulk = (operation: Extract<Action, { kind: 'bulk-edit' }>['operation']): BulkOperation =>
  operation.kind === 'replace' ? operation : { ...operation, tags: [...operation.tags] };
