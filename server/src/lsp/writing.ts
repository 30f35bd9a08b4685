import { ResponseError } from 'vscode-languageserver';
import type { LeftFile } from '../bulk/change.ts';
import { notNotedText } from '../bulk/not-noted.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { t } from '../ground/l10n.ts';
import type { ProgressListener } from '../ground/progress.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem } from '../workspace/workspace.ts';
import type { ServerHost } from './host.ts';
import { unheard } from './unheard.ts';

/** JSON-RPC error code of LSP for a request that cannot be done (RequestFailed). */
export const requestFailed = -32803;

/** Turns a change that could not be noted, and so was not made, into a message for the user. */
export async function noted<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new ResponseError(requestFailed, notNotedText(error, journalFolder()));
  }
}

/** A file that was left alone, with the reason in words. */
export const inWords = ({ file, reason }: LeftFile): LeftFile => ({ file, reason: reasonText(reason) });

/** Milliseconds between two messages of how far writing has come. */
const pause = 200;

/** Tells who waits how far the writing of captions has come; nothing where nobody asked to be told. */
export function writingTold({ connection }: ServerHost, token: string | number | undefined): ProgressListener {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = performance.now();
    if (token === undefined || now - last < pause) return;
    last = now;
    const message = t('{0} of {1}', done, total);
    unheard(connection, connection.sendNotification('$/progress', { token, value: { kind: 'report', message } }));
  };
}
