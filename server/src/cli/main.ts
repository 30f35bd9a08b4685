import { CommanderError } from 'commander';
import { couldNotRun } from './exit-codes.ts';
import { makeProgram } from './program.ts';
import { say } from './say.ts';

// 0 clean or done, 1 findings at or above --fail-on, or something was left undone, 2 could not run, 130 interrupted.
const interrupted = 130;

// What is being written is noted: the next start puts in order what this leaves.
process.once('SIGINT', () => process.exit(interrupted));

// Then nothing is under way any more, and taking the program apart piece by piece would take longer than leaving it to the system.
process.once('beforeExit', () => process.exit());

makeProgram(process.argv[2] ?? '')
  .parseAsync(process.argv)
  .catch((error) => {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : couldNotRun;
    else {
      for (const line of (error instanceof Error ? error.message : String(error)).split('\n')) say(`tagmetry: ${line}`);
      process.exitCode = couldNotRun;
    }
  });
