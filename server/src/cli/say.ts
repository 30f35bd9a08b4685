import { visible } from '../ground/visible.ts';
import { couldNotRun } from './exit-codes.ts';

let isOpen = false;

/** Standard error, opened by the first who writes to it: most runs say nothing there. */
export function standardError(): NodeJS.WriteStream {
  // Nobody is left to tell.
  if (!isOpen) process.stderr.on('error', () => process.exit(couldNotRun));
  isOpen = true;
  return process.stderr;
}

/** Tells the user something, one line on standard error. */
export function say(text: string): void {
  standardError().write(`${visible(text)}\n`);
}
