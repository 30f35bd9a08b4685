import * as vscode from 'vscode';
import type { Ability } from '../../../media/overview/messages.ts';
import type { AuditReport } from '../../../server/src/report/report.ts';

type Action = AuditReport['advice']['playbook']['x'][number]['action'];

/** The command that starts each kind of work. Its argument: URI of the dataset, and the action as the report has it. */
const commands: Readonly<Record<Ability, string>> = {
  filter: 'tagmetry.filterCaptions',
  'bulk-edit': 'tagmetry.bulkEdit',
};

/** What can be started here: kinds of work whose command is there. */
export async function abilitiesOf(): Promise<Ability[]> {
  const known = new Set(await vscode.commands.getCommands(true));
  return (Object.keys(commands) as Ability[]).filter((ability) => known.has(commands[ability]));
}

/** Starts what a step of the playbook offers; the view does the other kinds itself. */
export async function start(root: vscode.Uri, action: Action): Promise<void> {
  if (action.kind === 'filter' || action.kind === 'bulk-edit')
    await vscode.commands.executeCommand(commands[action.kind], root, action);
}
