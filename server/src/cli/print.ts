import { writeNow } from '../edges/write-now.ts';
import { couldNotRun } from './exit-codes.ts';
import { say } from './say.ts';

/** Where texts go: to the system at once, through Node's stream once that has something to wait for, nowhere when the reader is gone. */
let way: 'at once' | 'stream' | 'nowhere' = process.platform === 'win32' ? 'stream' : 'at once';
let isHeard = false;

/**
 * Writes to standard output. At once, where the system takes it: Node's stream for it takes longer to load than a small folder to judge.
 * What a reader does not take yet goes through the stream, and all of it on Windows, whose consoles want other letters than UTF-8.
 */
export function print(text: string): void {
  let bytes = Buffer.from(text);
  if (way === 'at once') {
    const { taken, problem } = writeNow(bytes);
    bytes = bytes.subarray(taken);
    if (problem?.code === 'EAGAIN') way = 'stream';
    else if (problem?.code === 'EPIPE') way = 'nowhere';
    else if (problem) stopWriting(problem);
  }
  if (way === 'stream' && bytes.length > 0) stream().write(bytes);
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
