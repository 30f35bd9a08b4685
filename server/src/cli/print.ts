import { writeSync } from 'node:fs';
import { couldNotRun } from './exit-codes.ts';
import { say } from './say.ts';

/** Standard output as a number of the system. */
const output = 1;

/** Where texts go: to the system at once, through Node's stream once that has something to wait for, nowhere when the reader is gone. */
let way: 'at once' | 'stream' | 'nowhere' = process.platform === 'win32' ? 'stream' : 'at once';
let isHeard = false;

/**
 * Writes to standard output. At once, where the system takes it: Node's stream for it takes longer to load than a small folder to judge.
 * What a reader does not take yet goes through the stream, and all of it on Windows, whose consoles want other letters than UTF-8.
 */
export function print(text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  try {
    while (way === 'at once' && at < bytes.length) at += writeSync(output, bytes, at);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') way = 'stream';
    else if (code === 'EPIPE') way = 'nowhere';
    else stopWriting(error as NodeJS.ErrnoException);
  }
  if (way === 'stream' && at < bytes.length) stream().write(bytes.subarray(at));
}

function stream(): NodeJS.WriteStream {
  if (!isHeard) process.stdout.on('error', stopWriting);
  isHeard = true;
  return process.stdout;
}

function stopWriting(error: NodeJS.ErrnoException): never {
  // A reader that closes early, such as `head`, has what it wants.
  if (error.code === 'EPIPE') process.exit();
  say(`tagmetry: the output cannot be written (${error.code ?? error.message}).`);
  process.exit(couldNotRun);
}
