import { ResponseError } from 'vscode-languageserver';
import type { LeftFile } from '../bulk/change.ts';
import { notNotedText } from '../bulk/not-noted.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem } from '../workspace/workspace.ts';

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
