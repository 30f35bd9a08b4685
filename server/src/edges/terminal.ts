import { fstatSync, statSync } from 'node:fs';
import os from 'node:os';

/**
 * Whether an output goes to a terminal, which shows colours and lines that count along. Files, pipes and what throws everything away are
 * told by what they are: Node's stream, which knows as well, takes longer to load than a small folder to judge.
 * @param output 1 standard output, 2 standard error
 */
export function isTerminal(output: 1 | 2): boolean {
  if (process.platform !== 'win32') {
    const file = fstatSync(output);
    if (!file.isCharacterDevice() || file.rdev === statSync(os.devNull).rdev) return false;
  }
  return (output === 1 ? process.stdout : process.stderr).isTTY === true;
}
