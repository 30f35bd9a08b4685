import { visible } from '../ground/visible.ts';

/** Tells the user something, one line on standard error. */
export function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}
