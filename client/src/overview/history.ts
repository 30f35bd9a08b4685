import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ShownComparison } from '../../../media/overview/messages.ts';
import {
  compareDataset,
  type DatasetComparison,
  type LockState,
  lockDataset,
  lockState,
  sinceLock,
} from '../../../server/src/lsp/protocol.ts';
import { t } from '../text.ts';
import type { Shown } from './shown.ts';

/** Milliseconds of work after which a notice says so and offers to cancel. */
const patience = 1500;

/** Locks a dataset as its files are; asks before unsaved captions are saved and before a lock is replaced. Null when that is not wanted. */
export async function lockNow(client: LanguageClient, uri: string): Promise<LockState | null> {
  const { l10n, window } = vscode;
  const known = await client.sendRequest(lockState, { uri });
  if (known.isThere) {
    const made = known.lock && new Date(known.lock.made).toLocaleString(vscode.env.language);
    const question = made
      ? l10n.t('{0} of {1} is there. Replace it?', known.name, made)
      : l10n.t('{0} is there and is no lock of this version. Replace it?', known.name);
    const detail = l10n.t(
      'What changed since then is no longer known afterwards. Copy the file first if you want to keep it.',
    );
    const replace = l10n.t('Replace');
    if ((await window.showWarningMessage(question, { modal: true, detail }, replace)) !== replace) return null;
  }
  const unsaved = unsavedIn(uri);
  if (unsaved.length > 0) {
    const save = l10n.t('Save and Lock');
    const question = t(
      '{0} files of the dataset are not saved. A lock is of the files as they lie on the disk.',
      unsaved.length,
    );
    if ((await window.showWarningMessage(question, { modal: true }, save)) !== save) return null;
    for (const document of unsaved) await document.save();
  }
  const state = await withPatience(l10n.t('Locking the dataset'), (cancel) =>
    client.sendRequest(lockDataset, { uri, replace: known.isThere }, cancel),
  );
  if (state.lock) void window.showInformationMessage(t('{0} images are locked in {1}.', state.lock.images, state.name));
  return state;
}

/** What changed since the lock. */
export const sinceLockOf = (client: LanguageClient, uri: string): Promise<DatasetComparison> =>
  withPatience(vscode.l10n.t('Comparing with the lock'), (cancel) => client.sendRequest(sinceLock, { uri }, cancel));

/** Asks for a LoRA file or a lock and compares the dataset with it; null when none was chosen. */
export async function compareWithOther(client: LanguageClient, uri: string): Promise<DatasetComparison | null> {
  const { l10n, window } = vscode;
  const [other] =
    (await window.showOpenDialog({
      title: l10n.t('Compare with a LoRA file or a lock'),
      openLabel: l10n.t('Compare'),
      defaultUri: vscode.Uri.parse(uri),
      filters: { [l10n.t('LoRA files and locks')]: ['safetensors', 'json'] },
    })) ?? [];
  if (!other) return null;
  return withPatience(l10n.t('Comparing'), (cancel) =>
    client.sendRequest(compareDataset, { uri, other: other.toString() }, cancel),
  );
}

/** A comparison for the page, which is told numbers in place of files. */
export function shownComparison({ sections, ...comparison }: DatasetComparison, shown: Shown): ShownComparison {
  const files: string[] = [];
  const numbered = sections.map(({ rows, ...section }) => ({
    ...section,
    rows: rows.map(({ text, file }) => ({
      text,
      change:
        file === null
          ? null
          : { index: files.push(file) - 1, length: text.startsWith(file) ? file.length : text.length },
    })),
  }));
  shown.changes = files;
  return { ...comparison, sections: numbered };
}

/** Files of the folder that are open and not saved. */
function unsavedIn(uri: string): vscode.TextDocument[] {
  const folder = `${vscode.Uri.parse(uri).path.replace(/\/$/, '')}/`;
  return vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && document.uri.scheme === 'file' && document.uri.path.startsWith(folder),
  );
}

/** Does work that can be long: quick work is not spoken of, long work can be cancelled. Rejects when it was. */
async function withPatience<T>(title: string, work: (cancel: vscode.CancellationToken) => Promise<T>): Promise<T> {
  const stop = new vscode.CancellationTokenSource();
  const done = work(stop.token);
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_, cancel) => {
        cancel.onCancellationRequested(() => stop.cancel());
        return done.then(
          () => {},
          () => {},
        );
      },
    );
  }, patience);
  try {
    return await done;
  } catch (error) {
    throw stop.token.isCancellationRequested ? new Error(vscode.l10n.t('Cancelled.')) : error;
  } finally {
    clearTimeout(timer);
  }
}
