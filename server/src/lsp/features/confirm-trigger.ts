import { ResponseError } from 'vscode-languageserver';
import { isKnown } from '../../concepts/concepts.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import { confirmConcept } from '../../settings/sidecar-edits.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf, relativeTo } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { sidecarEdit } from '../sidecar-actions.ts';

/** Writes the trigger of a folder into the sidecar: the given one, else the inferred. */
export const confirmTrigger: Feature = {
  start(host) {
    host.connection.onRequest(protocol.confirmTrigger, (params) => confirm(host, params));
  },
};

async function confirm(host: ServerHost, params: protocol.ConfirmTriggerParams): Promise<null> {
  const { connection, workspace, datasets } = host;
  const path = pathOf(params.uri);
  if (path === null) throw new ResponseError(-32602, t('Only folders on this machine can be checked.'));
  const isFolder = await workspace.stat(path).then(
    (stat) => stat.kind === 'directory',
    () => false,
  );
  const dataset = await datasets.at(params.root ? (pathOf(params.root) ?? path) : await datasets.rootOf(params.uri));
  await dataset.index.whenComplete();
  const relative = relativeTo(dataset.root, path) ?? '';
  const folder = isFolder ? relative : folderOf(relative);
  const concept = dataset.index.concepts.of(folder);
  const trigger = params.trigger ?? (isKnown(concept) ? concept.trigger : null);
  if (trigger === null)
    throw new ResponseError(-32803, concept?.reasons[0] ?? t('No trigger is known for this folder.'));
  const classWord = params.classWord === undefined ? (concept?.classWord ?? null) : params.classWord;
  const edit = await sidecarEdit(host, dataset.root, (text) => confirmConcept(text, { trigger, classWord, folder }));
  if (edit) await connection.workspace.applyEdit({ label: t('Confirm "{0}" as the trigger', trigger), edit });
  return null;
}
