import { CommanderError } from 'commander';
import { makeProgram } from './cli/program.ts';

// A reader that closes early, such as `head`, has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// 0 clean, 1 findings at or above --fail-on, 2 could not run.
makeProgram()
  .parseAsync(process.argv)
  .catch((error) => {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      process.stderr.write(`tagmetry: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    }
  });
