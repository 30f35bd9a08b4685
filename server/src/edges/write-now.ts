import { writeSync } from 'node:fs';

/** Standard output as a number of the system. */
const output = 1;

/**
 * Writes to standard output as much as the system takes at once, without Node's stream for it, which takes longer to load than a small folder
 * to judge.
 * @returns how many bytes were taken, and the system's code for why the others were not: `EAGAIN` while the reader has to catch up
 */
export function writeNow(bytes: Uint8Array): {
  readonly taken: number;
  readonly problem: NodeJS.ErrnoException | null;
} {
  let taken = 0;
  try {
    while (taken < bytes.length) taken += writeSync(output, bytes, taken);
    return { taken, problem: null };
  } catch (error) {
    return { taken, problem: error as NodeJS.ErrnoException };
  }
}
