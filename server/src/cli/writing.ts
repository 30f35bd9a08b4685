import { notNotedText } from '../bulk/not-noted.ts';
import { CaptionWriter } from '../bulk/writer.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { FileProblem } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';

/** The writer of captions on this machine. */
export const writerHere = (): CaptionWriter => new CaptionWriter(nodeWorkspace, journalFolder());

/** Turns a change that could not be noted, and so was not made, into a message. */
export async function noted<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new CannotRun(notNotedText(error, journalFolder()));
  }
}
