import * as vscode from 'vscode';
import { type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';

/** Milliseconds after which a notice says that captions are being written. */
const patience = 1000;

let writings = 0;

/**
 * Has the server write captions. Quick work is not spoken of; of long work a notice says how far it is and offers to stop it after the
 * caption it is at.
 */
export async function longWriting<T>(
  client: LanguageClient,
  work: (workDoneToken: string, cancel: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const token = `tagmetry.writing-${++writings}`;
  const stop = new vscode.CancellationTokenSource();
  let message: string | undefined;
  let show = (): void => {};
  const follow = client.onProgress(WorkDoneProgress.type, token, (value) => {
    if (value.kind !== 'report') return;
    message = value.message;
    show();
  });
  const done = work(token, stop.token);
  const timer = setTimeout(() => {
    const title = vscode.l10n.t('Writing captions');
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (progress, cancel) => {
        cancel.onCancellationRequested(() => stop.cancel());
        show = () => progress.report({ message });
        show();
        return done.then(
          () => {},
          () => {},
        );
      },
    );
  }, patience);
  try {
    return await done;
  } finally {
    clearTimeout(timer);
    follow.dispose();
    stop.dispose();
  }
}
